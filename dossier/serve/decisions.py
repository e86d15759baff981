"""What forms send: a decision that is kept, or one that is withdrawn. Then back to the page where one was."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from flask import Blueprint, Response, abort, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from dossier.model import KIND_FORMS, DecisionKind
from dossier.pipeline.make_judgements import parse_reference, save_stated
from dossier.pipeline.resolve_references import UnclearReference
from dossier.render import prose
from dossier.serve.actor_names import as_articles_say
from dossier.serve.frame import framed
from dossier.serve.serving import serving, today
from dossier.sources.stated_judgements import StatedJudgement, StatedReference

pages = Blueprint("decisions", __name__)
_OWN_ADDRESS = re.compile(r"/(?!/)[\w/.,:@~%?=&+-]*", re.ASCII)
"""An address on this server: a path, which no browser takes for another host."""


@pages.post("/decide")
def decide() -> AnyResponse:
    """Keep a decision, or several that belong together; where one cannot be kept a page says why."""
    state = serving()
    kept: list[str] = []
    try:
        for stated in stated_decisions():
            saved = save_stated(stated, state.case.store, state.case.annotated())
            kept += [one.id for one in saved.judgements]
    except (UnclearReference, ValueError) as error:
        advice = error.advice if isinstance(error, UnclearReference) else ""
        return not_kept(prose.tidy(str(error)), prose.tidy(advice))
    return back(*kept) if kept else not_kept("this is decided already", "the list of decisions has it", code=200)


@pages.post("/undo")
def undo() -> AnyResponse:
    """Withdraw decisions."""
    state = serving()
    withdrawn = [state.case.store.withdraw(one, state.by, today()) for one in request.form.getlist("id")]
    return back(*(one.id for one in withdrawn if one)) if any(withdrawn) else abort(404)


def stated_decisions() -> list[StatedJudgement]:
    """The decisions that the form of the running request states: one for each ``about``.

    An ``about`` has the references that the page knew, with tabs between them; ``other`` is the one that was typed.
    Raises UnclearReference or ValueError where the form states none.
    """
    kind = DecisionKind(request.form.get("decision", ""))
    form = request.form
    typed = [" ".join(form["other"].split())] if form.get("other", "").strip() else []
    stated = StatedJudgement(
        where="",
        kind=kind,
        about=(),
        values={
            one.name: as_articles_say(text) if one.name == "of" else text
            for one in KIND_FORMS[kind].values
            if (text := form.get(one.name, "").strip())
        },
        by=serving().by,
        made=today(),
        why=" ".join(form.get("why", "").split()),
    )
    return [replace(stated, about=tuple(_references([*known.split("\t"), *typed]))) for known in form.getlist("about")]


def _references(texts: Iterable[str]) -> Iterator[StatedReference]:
    for text in texts:
        found = parse_reference(text)
        is_name = found.name and found.entry is None
        yield replace(found, name=as_articles_say(found.name)) if is_name and "@" not in found.name else found


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


def not_kept(why: str, advice: str, code: int = 409) -> AnyResponse:
    """A page that says why nothing was kept, and leads back to where the form stood."""
    return Response(framed("serve/not-kept.html.j2", why=why, advice=advice, back=way_back()), code)
