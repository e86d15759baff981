"""The history of decisions, each with an undo."""

from collections.abc import Iterator
from dataclasses import dataclass

from flask import Blueprint

from dossier.model import When
from dossier.render import prose
from dossier.resolve import effective_judgements
from dossier.serve.decision_wording import day_words, decision_words
from dossier.serve.frame import framed
from dossier.serve.serving import snapshot
from dossier.store import StoredJudgement

pages = Blueprint("history", __name__)


@dataclass(frozen=True, slots=True)
class PastDecision:
    """A decision in the list: its words, its signature, and what became of it (``remark``).

    ``state`` is "held", "overridden" or "withdrawn".
    """

    id: str
    words: str
    by: str
    made: str
    why: str
    state: str
    remark: str


@pages.get("/history")
def history() -> str:
    """All decisions, the newest first."""
    return framed("serve/history.html.j2", decided=tuple(_decided()))


def _decided() -> Iterator[PastDecision]:
    held = snapshot()
    effective = {one.id for one in effective_judgements(held.store.judgements())}
    for stored in reversed(held.store.stored_judgements()):
        one = stored.judgement
        state, remark = _state(stored, one.id in effective)
        yield PastDecision(
            id=one.id,
            words=decision_words(one, held.case.contents.citations),
            by=prose.tidy(one.by),
            made=day_words(When.day(one.made)) if one.made else "",
            why=prose.tidy(one.why),
            state=state,
            remark=remark,
        )


def _state(stored: StoredJudgement, is_effective: bool) -> tuple[str, str]:
    if stored.withdrawn_by:
        day = f", {day_words(When.day(stored.withdrawn_on))}" if stored.withdrawn_on else ""
        return "withdrawn", f"undone by {prose.tidy(stored.withdrawn_by)}{day}"
    return ("held", "") if is_effective else ("overridden", "a later one holds")
