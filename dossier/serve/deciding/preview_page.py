"""What a decision would change, before it is kept; and what the withdrawal of one would."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from flask import Blueprint, abort, request
from werkzeug.wrappers import Response as AnyResponse

from dossier.model import (
    AnalystNote,
    Issue,
    Judgement,
    Renaming,
)
from dossier.pipeline.deciding.actor_effects import HowActorChanged
from dossier.pipeline.deciding.decision_effects import DecisionEffects, decision_effects
from dossier.pipeline.deciding.judgement_remarks import remarks_on
from dossier.render.decisions.decision_wording import decision_words, decisions_in_words, pointer_words
from dossier.render.wording import prose
from dossier.resolve import effective_judgements
from dossier.serve.deciding.decisions import back, not_kept, way_back
from dossier.serve.deciding.decisions_elsewhere import decided_elsewhere
from dossier.serve.deciding.effects_page import effect_values
from dossier.serve.deciding.form_reading import FormFault, decided, given_form, given_split
from dossier.serve.deciding.judgements_in_words import JudgementWords
from dossier.serve.deciding.preview_warnings import held_for_both, look_twice
from dossier.serve.frame import framed
from dossier.serve.served_case import CaseSnapshot
from dossier.serve.serving import serving, snapshot

pages = Blueprint("preview", __name__)
_NOT_SENT_ON = frozenset(("csrf", "back"))
"""Fields of a form that the page adds by itself."""


@pages.post("/preview")
def preview() -> AnyResponse | str:
    """What the decision of the form would change; nothing is kept."""
    try:
        made = decided()
    except FormFault as fault:
        return not_kept(fault)
    read, held, watched = serving().case.annotated(), serving().case.store.judgements(), snapshot().run.watched
    describe = partial(pointer_words, citations={})
    remarks = [
        issue
        for one in made
        for issue in remarks_on(one, read, [*held, *made], watched, tells_replaced=False, describe=describe)
    ]
    return _shown("/decide", "Keep", added=made, remarks=remarks)


@pages.post("/preview/undo")
def preview_of_undo() -> AnyResponse | str:
    """What it would change to withdraw the decisions of the form."""
    wanted = set(request.form.getlist("id"))
    stored = [one for one in serving().case.store.stored_judgements() if one.judgement.id in wanted]
    held = [one.judgement for one in stored if one.withdrawn_by is None]
    if stored and not held:
        return back(*(one.judgement.id for one in stored), is_known=True)
    return _shown("/undo", "Undo", withdrawn=held) if held else abort(404)


def _shown(
    action: str,
    keep: str,
    added: Sequence[Judgement] = (),
    withdrawn: Sequence[Judgement] = (),
    remarks: Iterable[Issue] = (),
) -> str:
    held, effects = snapshot(), _untold(_effects(added, withdrawn), added)
    words = decisions_in_words([*added, *withdrawn], held.case.contents.citations)
    warnings = [
        *look_twice(added, held),
        *(f"{one.what[:1].upper()}{one.what[1:]}." for one in remarks),
        *_problems_made(added, withdrawn, held),
    ]
    return framed(
        "serve/preview.html.j2",
        action=action,
        keep=keep,
        words=tuple(f"Undoing: {one}" for one in words) if withdrawn else words,
        warnings=tuple(dict.fromkeys(map(prose.tidy, warnings))),
        notes=tuple(dict.fromkeys([*_replaced(added, held), *held_for_both(added, held)])),
        fields=[(name, text) for name, text in request.form.items(multi=True) if name not in _NOT_SENT_ON],
        form=given_form() if added else None,
        split=given_split() if added else [],
        why=request.form.get("why", ""),
        elsewhere=decided_elsewhere(added, {key: one.ref for key, one in held.case.contents.citations.items()}),
        names=held.suggested_names,
        types=tuple(sorted(held.types.listed)),
        back=way_back(),
        **effect_values(effects, held),
    )


def _problems_made(added: Sequence[Judgement], withdrawn: Sequence[Judgement], held: CaseSnapshot) -> Iterator[str]:
    """A sentence for each decision that would be without effect, or against another, and is not so now."""
    if not _are_notes((*added, *withdrawn)):
        issues = serving().case.live.with_judgements(added, withdrawn).contents.judgement_issues
        known = held.case.contents.judgement_issues
        words = JudgementWords(held, added)
        yield from (f"{one.what}." for one in words.problems(issue for issue in issues if issue not in known))


def _are_notes(judgements: Iterable[Judgement]) -> bool:
    return all(isinstance(one.decision, AnalystNote) for one in judgements)


def _effects(added: Sequence[Judgement], withdrawn: Sequence[Judgement]) -> DecisionEffects:
    """What changes. Of notes it is known without resolving anything: no entry."""
    if _are_notes((*added, *withdrawn)):
        return DecisionEffects((), (), 0, 0)
    return decision_effects(snapshot().case, serving().case.live.with_judgements(added, withdrawn))


def _untold(effects: DecisionEffects, added: Sequence[Judgement]) -> DecisionEffects:
    """The effects without what the page says of the decisions already: that somebody is called so."""
    if not any(isinstance(one.decision, Renaming) for one in added):
        return effects
    return replace(effects, actors=tuple(one for one in effects.actors if one.how is not HowActorChanged.RENAMED))


def _replaced(added: Sequence[Judgement], held: CaseSnapshot) -> Iterator[str]:
    """A sentence for each decision that holds no longer because of those that are added."""
    before = held.store.judgements()
    in_effect = {one.id for one in effective_judgements([*before, *added])}
    for one in effective_judgements(before):
        if one.id not in in_effect and one.decision not in [new.decision for new in added]:
            yield f"It holds in place of an earlier decision: {decision_words(one, held.case.contents.citations)}."
