"""What forms send: a decision that is kept, or one that is withdrawn. Then back to the page where one was."""

import re

from flask import Blueprint, Response, abort, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from dossier.pipeline.deciding.make_judgements import save_new
from dossier.serve.deciding.form_reading import FormFault, decided, given_form
from dossier.serve.frame import framed
from dossier.serve.serving import serving, snapshot, today

pages = Blueprint("decisions", __name__)
_OWN_ADDRESS = re.compile(r"/(?!/)[\w/.,:@~%?=&+-]*", re.ASCII)
"""An address on this server: a path, which no browser takes for another host."""


@pages.post("/decide")
def decide() -> AnyResponse:
    """Keep a decision, or several that belong together; where one cannot be kept a page says why."""
    try:
        made = decided()
    except FormFault as fault:
        return not_kept(fault)
    saved = save_new(made, serving().case.store)
    return back(*(one.id for one in saved or made), is_known=not saved)


@pages.post("/undo")
def undo() -> AnyResponse:
    """Withdraw decisions; of those that are withdrawn already the page says so."""
    state, wanted = serving(), set(request.form.getlist("id"))
    known = [one.judgement.id for one in state.case.store.stored_judgements() if one.judgement.id in wanted]
    if not known:
        abort(404)
    withdrawn = [state.case.store.withdraw(one, state.by, today()) for one in known]
    return back(*known, is_known=not any(withdrawn))


def back(*done: str, is_known: bool = False) -> AnyResponse:
    """Back to the page where the form stood, which tells of the decisions with these ids.

    ``is_known``: the form changed nothing, since all of it was so before.
    """
    address = way_back()
    mark = "&" if "?" in address else "?"
    told = f"done={','.join(done)}" + ("&known=1" if is_known else "")
    return redirect(f"{address}{mark}{told}" if done else address, 303)


def way_back() -> str:
    """The address to go back to that the form has; the case where it is none of this server."""
    return own_address(request.form.get("back", "")) or "/"


def own_address(given: str) -> str:
    """The address, where it is one of this server; else nothing."""
    return given if _OWN_ADDRESS.fullmatch(given) else ""


def not_kept(fault: FormFault) -> AnyResponse:
    """A page that says what is wrong in a form, with the form as it was filled in, and the way back."""
    form, held = given_form(), snapshot()
    names, types = held.suggested_names, tuple(sorted(held.types.listed))
    page = framed(
        "serve/not-kept.html.j2",
        fault=str(fault),
        field=fault.field,
        form=form,
        back=way_back(),
        names=names,
        types=types,
    )
    return Response(page, 409)
