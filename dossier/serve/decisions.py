"""What forms send: a decision that is kept, or one that is withdrawn. Then back to the page where one was."""

import re

from flask import Blueprint, Response, abort, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from dossier.model import KIND_FORMS, DecisionKind
from dossier.pipeline.make_judgements import parse_reference, save_stated
from dossier.pipeline.resolve_references import UnclearReference
from dossier.render import prose
from dossier.serve.frame import framed
from dossier.serve.serving import serving, today
from dossier.sources.stated_judgements import StatedJudgement

pages = Blueprint("decisions", __name__)
_OWN_ADDRESS = re.compile(r"/(?!/)[\w/.,:@~%?=&-]*", re.ASCII)
"""An address on this server: a path, which no browser takes for another host."""


@pages.post("/decide")
def decide() -> AnyResponse:
    """Keep a decision; a page says why where it cannot be kept, for one with what else is said about it."""
    state = serving()
    try:
        saved = save_stated(stated_decision(), state.case.store, state.case.annotated())
    except (UnclearReference, ValueError) as error:
        advice = error.advice if isinstance(error, UnclearReference) else ""
        return _not_kept(prose.tidy(str(error)), prose.tidy(advice))
    if not saved.judgements:
        return _not_kept("this is decided already", "the decisions lists it", code=200)
    return back(*(one.id for one in saved.judgements))


@pages.post("/undo")
def undo() -> AnyResponse:
    """Withdraw a decision."""
    withdrawn = serving().case.store.withdraw(request.form.get("id", ""), serving().by, today())
    return back(withdrawn.id) if withdrawn else abort(404)


def stated_decision() -> StatedJudgement:
    """The decision that the form of the running request states.

    Raises UnclearReference or ValueError where it states none.
    """
    kind = DecisionKind(request.form.get("kind", ""))
    about = [*request.form.getlist("about"), *filter(None, map(str.strip, request.form.getlist("other")))]
    values = {one.name: text for one in KIND_FORMS[kind].values if (text := request.form.get(one.name, "").strip())}
    return StatedJudgement(
        where="",
        kind=kind,
        about=tuple(map(parse_reference, about)),
        values=values,
        by=serving().by,
        made=today(),
        why=" ".join(request.form.get("why", "").split()),
    )


def back(*done: str) -> AnyResponse:
    """Back to the page where the form stood, which tells of the decisions with these ids."""
    address = way_back()
    mark = "&" if "?" in address else "?"
    return redirect(f"{address}{mark}done={','.join(done)}" if done else address, 303)


def way_back() -> str:
    """The address to go back to that the form has; the case where it is none of this server."""
    return own_address(request.form.get("back", "")) or "/"


def own_address(given: str) -> str:
    """The address, where it is one of this server; else nothing."""
    return given if _OWN_ADDRESS.fullmatch(given) else ""


def _not_kept(why: str, advice: str, code: int = 409) -> AnyResponse:
    return Response(framed("serve/not-kept.html.j2", why=why, advice=advice, back=way_back()), code)
