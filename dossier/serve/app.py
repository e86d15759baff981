"""The application: the guard, the pages, and what is said where something goes wrong."""

import logging

from flask import Flask
from werkzeug.exceptions import HTTPException, InternalServerError
from werkzeug.wrappers import Response

from dossier.errors import DossierError
from dossier.render.templating.templates import template
from dossier.serve import (
    access,
    actor_page,
    article_pages,
    build_page,
    case_page,
    dossier_page,
    entry_page,
    search_page,
    styles,
)
from dossier.serve.deciding import decisions, effects_page, history_page, preview_page
from dossier.serve.doubts import queue_page
from dossier.serve.guard import guard
from dossier.serve.serving import Serving

_SUBJECTS = (
    access,
    styles,
    case_page,
    dossier_page,
    entry_page,
    article_pages,
    actor_page,
    decisions,
    history_page,
    effects_page,
    preview_page,
    queue_page,
    search_page,
    build_page,
)
_WORDS = {
    400: ("This request is not understood", "Go back, and try it again from the page."),
    401: ("You are not let in", "Open the address that 'dossier serve' wrote: it works once."),
    403: ("This was refused", "It did not come from a page of this server, or that page is too old. Load it again."),
    404: ("There is no such page", "What it showed may have been changed by a decision. Begin at the case."),
    405: ("Nothing can be decided here", "This server shows a case to be read only."),
    413: ("This is too much", "A form may have some pages of text."),
    500: ("Something went wrong", "What was decided before is kept. The terminal says more."),
}
_log = logging.getLogger(__name__)


def create_app(state: Serving) -> Flask:
    """The application that shows the case of ``state``."""
    app = Flask(__name__, static_folder=None, template_folder=None)
    state.keep_in(app.extensions)
    guard(app, state.hosts)
    if ahead := state.ahead:
        app.before_request(ahead.note_request)
        app.teardown_request(lambda _: ahead.start())
    for subject in _SUBJECTS:
        app.register_blueprint(subject.pages)
    app.register_error_handler(HTTPException, _refusal)
    app.register_error_handler(DossierError, _unusable)
    return app


def _refusal(error: HTTPException) -> Response:
    """A page for an error, without anything of the request or of the machine."""
    if isinstance(error, InternalServerError) and error.original_exception:
        _log.error("a page failed", exc_info=error.original_exception)
    code = error.code if error.code in _WORDS else 500 if (error.code or 500) >= 500 else 400
    title, advice = _WORDS[code]
    # what was asked for may not even have a session, so this page has no frame
    return Response(template("serve/refusal.html.j2").render(title=title, advice=advice), code, mimetype="text/html")


def _unusable(error: DossierError) -> Response:
    """A page for what the user can mend. The message may name files, and so stays in the terminal."""
    _log.warning("%s (%s)", error, error.advice)
    page = template("serve/refusal.html.j2").render(title="The case cannot be shown", advice="The terminal says why.")
    return Response(page, 503, mimetype="text/html")
