"""The history of decisions, each with an undo; the decisions of one split have one undo, too."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from flask import Blueprint

from dossier.model import EventPointer, Judgement, When, pointers_of
from dossier.render.decisions.decision_groups import decided_together
from dossier.render.decisions.decision_wording import Citations, day_words, decisions_in_words
from dossier.render.wording import prose
from dossier.resolve import ClaimIndex, effective_judgements
from dossier.serve.deciding.decision_links import DecisionLinks, decision_links
from dossier.serve.frame import framed
from dossier.serve.served_case import CaseSnapshot
from dossier.serve.serving import snapshot
from dossier.store import StoredJudgement

pages = Blueprint("history", __name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class PastDecision:
    """A decision in the list: its words, its signature, and what became of it (``remark``).

    ``ids`` are its own, or those of the ``parts`` that were made together, which can be undone together; none where all
    is undone. ``links`` lead to what it is about. ``state`` is "held", "overridden" or "withdrawn".
    """

    known_by: str
    ids: tuple[str, ...]
    words: str
    by: str
    made: str
    why: str
    state: str
    remark: str
    links: DecisionLinks
    parts: "tuple[PastDecision, ...]" = ()


@pages.get("/history")
def history() -> str:
    """All decisions, the newest first."""
    return framed("serve/history.html.j2", decided=tuple(_decided()))


def _decided() -> Iterator[PastDecision]:
    held = snapshot()
    stored = held.store.stored_judgements()
    effective = {one.id for one in effective_judgements(held.store.judgements())}
    links = decision_links([one.judgement for one in stored], held)
    citations = held.case.contents.citations
    listed, made = iter(stored), [one.judgement for one in stored]
    groups = [tuple(islice(listed, len(group))) for group in decided_together(made, _sentences(made, held))]
    for together in reversed(groups):
        parts = [_past((one,), effective, links, citations) for one in together] if len(together) > 1 else []
        yield _past(together, effective, links, citations, parts)


def _sentences(made: Sequence[Judgement], held: CaseSnapshot) -> Callable[[EventPointer], object]:
    """A function that gives the article and the sentence of an event that a decision is about."""
    about = {pointer for one in made for pointer in pointers_of(one.decision) if isinstance(pointer, EventPointer)}
    claims = ClaimIndex.for_pointers(about, held.annotated()) if about else ClaimIndex()

    def sentence(pointer: EventPointer) -> object:
        event = claims.event(pointer)
        return (pointer.article, event.sentence) if event else None

    return sentence


def _past(
    together: tuple[StoredJudgement, ...],
    effective: Collection[str],
    links: Mapping[str, DecisionLinks],
    citations: Citations,
    parts: Collection[PastDecision] = (),
) -> PastDecision:
    """Decisions that were made together, or one."""
    judgements = [one.judgement for one in together]
    first = judgements[0]
    open_ones = [one for one in together if one.withdrawn_by is None]
    state, remark = _state((open_ones or together)[0], any(one.judgement.id in effective for one in together))
    if parts and 0 < len(open_ones) < len(together):
        remark = f"{len(together) - len(open_ones)} of {len(together)} undone"
    return PastDecision(
        known_by="" if parts else first.id,
        ids=tuple(one.judgement.id for one in open_ones),
        words="; ".join(decisions_in_words(judgements, citations)),
        by=prose.tidy(first.by),
        made=day_words(When.day(first.made)) if first.made else "",
        why=prose.tidy(first.why),
        state=state,
        remark=remark,
        links=() if parts else tuple(dict.fromkeys(chain.from_iterable(links[one.id] for one in judgements))),
        parts=tuple(parts),
    )


def _state(stored: StoredJudgement, is_effective: bool) -> tuple[str, str]:
    if stored.withdrawn_by:
        day = f", {day_words(When.day(stored.withdrawn_on))}" if stored.withdrawn_on else ""
        return "withdrawn", f"undone by {prose.tidy(stored.withdrawn_by)}{day}"
    return ("held", "") if is_effective else ("overridden", "a later one holds")
