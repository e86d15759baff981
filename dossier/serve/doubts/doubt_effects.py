"""What the answers to a doubt would change, before one is given."""

import threading
from dataclasses import dataclass

from dossier.model import Verdict
from dossier.pipeline.deciding.decision_effects import decision_effects
from dossier.pipeline.deciding.doubt_queue import IdentityDoubt, QueuedDoubt
from dossier.serve.deciding.effect_wording import effects_summary, first_effects
from dossier.serve.served_case import CaseSnapshot, ServedCase
from dossier.serve.serving import today

_ASKED = (Verdict.SAME, Verdict.DIFFERENT)


@dataclass(frozen=True, slots=True)
class AnswerEffects:
    """What each answer would change, in a sentence."""

    same: str
    different: str
    unsure: str


class DoubtEffects:
    """The effects of answers, found when somebody asks, and kept until the case is another."""

    def __init__(self, case: ServedCase) -> None:
        self._case = case
        self._lock = threading.Lock()
        self._found: tuple[CaseSnapshot | None, dict[str, AnswerEffects]] = (None, {})

    def of(self, doubt: QueuedDoubt) -> AnswerEffects:
        """What the answers to the doubt would change. It takes as long as resolving the case twice."""
        with self._lock:
            held = self._case.now()
            if self._found[0] is not held:
                self._found = held, {}
            return self._found[1].get(doubt.key) or self._found[1].setdefault(doubt.key, self._made(doubt, held))

    def _made(self, doubt: QueuedDoubt, held: CaseSnapshot) -> AnswerEffects:
        made = [one for verdict in _ASKED if (one := doubt.judgement(verdict, "nobody", today()))]
        changed = [decision_effects(held.case, self._case.live.with_judgements([one])) for one in made]
        same, different = map(effects_summary, changed)
        if not isinstance(doubt, IdentityDoubt) or (same == different and changed[0] != changed[1]):
            same, different = (f"{effects_summary(one)} {first_effects(one)}".strip() for one in changed)
        if not isinstance(doubt, IdentityDoubt):
            return AnswerEffects(same, different, "It is put aside, and asked again when the server begins anew.")
        return AnswerEffects(same, different, "As “No”, and it is not asked again.")
