"""The style sheets and the script of the pages. They hold nothing of a case."""

import hashlib
from functools import cache

from flask import Blueprint, Response, abort
from markupsafe import Markup

from dossier.render.templating.templates import template

pages = Blueprint("styles", __name__)
_BRIEFING = ("page", "sections", "entries")
_SHEETS = {
    "shared.css": tuple(f"briefing/{name}.css" for name in _BRIEFING),
    "screen.css": ("briefing/screen.css", "briefing/index.css", "briefing/filter.css"),
    "phone.css": ("briefing/phone.css",),
    "dark.css": ("briefing/dark.css",),
    "serve.css": (
        "serve/tones.css",
        "reading/marks.css",
        "serve/serve.css",
        "serve/forms.css",
        "serve/reader.css",
        "serve/queue.css",
    ),
    "page.js": ("briefing/page.js",),
    "serve.js": ("serve/serve.js",),
    "queue.js": ("serve/queue.js",),
}


@pages.get("/styles/<name>")
def style(name: str) -> Response:
    """A style sheet, or a script, by its name."""
    if name not in _SHEETS:
        abort(404)
    kind = "text/javascript" if name.endswith(".js") else "text/css"
    answer = Response(_text(name), mimetype=kind)
    answer.set_etag(hashlib.sha256(_text(name).encode()).hexdigest())
    answer.headers["Cache-Control"] = "private, no-cache"  # kept by the browser, and asked for again by its tag
    return answer


@cache
def _text(name: str) -> str:
    return "\n".join(Markup(template(one).render()) for one in _SHEETS[name])  # noqa: S704 - our own files
