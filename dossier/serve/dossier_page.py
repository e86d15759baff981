"""The dossier of an actor, or of the whole case, as in the HTML that a build writes; each entry can be corrected."""

from flask import Blueprint, Response, abort, redirect, request
from markupsafe import Markup

from dossier.model import WHOLE_CASE, Rejection, When
from dossier.render.decisions.decision_wording import day_words, decision_words
from dossier.render.wording import prose
from dossier.serve.dossier_body import CASE, dossier_body
from dossier.serve.frame import framed
from dossier.serve.served_case import CaseSnapshot
from dossier.serve.serving import serving, snapshot

pages = Blueprint("dossier", __name__)


@pages.get("/dossier/<key>/")
def dossier(key: str) -> str:
    """The dossier of the actor with this id, or of the case."""
    held = snapshot()
    of = timeline_key(held, key)
    if ahead := serving().ahead:
        ahead.note_seen(of)
    body = dossier_body(held, of)
    name = held.actors[of].name if of != WHOLE_CASE else "The whole case"
    return framed("serve/dossier.html.j2", subject=name, key=key, body=Markup(body))  # noqa: S704 - made by a template


def timeline_key(held: CaseSnapshot, key: str) -> str:
    """The key of the timeline that an address names. Answers 404 where the case has none."""
    return WHOLE_CASE if key == CASE else actor_key(held, key)


def actor_key(held: CaseSnapshot, key: str) -> str:
    """The id of an actor that an address names.

    Of one that is another now it leads to that one's; of one that a decision has just put an end to, to the list of
    names, which tells of the decision; of a name that was rejected a page says so; else it answers 404.
    """
    if key not in held.actors:
        if heir := held.heir(key):
            abort(redirect(f"{request.full_path.rstrip('?').replace(key, heir.id)}"))
        if "done" in request.args:
            abort(redirect(f"/names?{request.query_string.decode('ascii')}"))
        abort(_nobody_now(held, key) or 404)
    return key


def _nobody_now(held: CaseSnapshot, key: str) -> Response | None:
    """The page in place of that of a name that was rejected; None where no decision is known to have done so."""
    judged = held.rejection(key)
    if judged is None or not isinstance(judged.decision, Rejection):
        return None
    page = framed(
        "serve/nobody.html.j2",
        subject=prose.tidy(judged.decision.actor.name),
        words=decision_words(judged, held.case.contents.citations),
        by=prose.tidy(judged.by),
        made=day_words(When.parse(judged.made.isoformat())) if judged.made else "",
        why=prose.tidy(judged.why),
        id=judged.id,
    )
    return Response(page, 404, mimetype="text/html")
