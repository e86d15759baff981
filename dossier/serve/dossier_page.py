"""The dossier of an actor, or of the whole case, as in the HTML that a build writes; each entry can be corrected."""

from flask import Blueprint, abort, redirect, request
from markupsafe import Markup

from dossier.model import WHOLE_CASE
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
    names, which tells of the decision; else it answers 404.
    """
    if key not in held.actors:
        if heir := held.heir(key):
            abort(redirect(f"{request.full_path.rstrip('?').replace(key, heir.id)}"))
        abort(redirect(f"/names?{request.query_string.decode('ascii')}") if "done" in request.args else 404)
    return key
