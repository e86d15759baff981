"""What each decision changed, found when somebody asks for it."""

import threading
from collections import OrderedDict
from collections.abc import Collection

from dossier.pipeline.case import Case
from dossier.pipeline.decision_effects import DecisionEffects, decision_effects

_MAX_KEPT = 200
"""Decisions whose effects are kept, those made last. Set by hand."""
_MAX_WAITING = 3
"""Changes that wait to be compared; each holds two cases in memory. Set by hand."""


class EffectsLog:
    """The effects of decisions by their ids. Decisions that took effect at once have their effects together."""

    def __init__(self) -> None:
        self._waiting: OrderedDict[frozenset[str], tuple[Case, Case]] = OrderedDict()
        self._known: OrderedDict[str, DecisionEffects] = OrderedDict()
        self._lock = threading.Lock()

    def note(self, decided: Collection[str], before: Case, after: Case) -> None:
        """Note that these decisions, made or withdrawn, made the case ``after`` of ``before``."""
        with self._lock:
            self._waiting[frozenset(decided)] = before, after
            while len(self._waiting) > _MAX_WAITING:
                self._waiting.popitem(last=False)

    def of(self, decision: str) -> DecisionEffects | None:
        """What the decision changed, when it was made or withdrawn last; None where that is not known (any more)."""
        with self._lock:
            for decided in [one for one in self._waiting if decision in one]:
                effects = decision_effects(*self._waiting.pop(decided))
                for key in decided:
                    self._known[key] = effects
                    self._known.move_to_end(key)
            while len(self._known) > _MAX_KEPT:
                self._known.popitem(last=False)
            return self._known.get(decision)
