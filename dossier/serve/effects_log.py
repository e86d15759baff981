"""What each decision changed, found when somebody asks for it, or when others have been made since."""

import threading
from collections import OrderedDict
from collections.abc import Collection
from concurrent.futures import Future, ThreadPoolExecutor

from dossier.pipeline.cases.case import Case
from dossier.pipeline.deciding.decision_effects import DecisionEffects, decision_effects

_MAX_KEPT = 200
"""Decisions whose effects are kept, those made last. Set by hand."""
_MAX_WAITING = 3
"""Changes that nobody asked for yet and that are not compared; each holds two cases in memory. Set by hand."""


class EffectsLog:
    """The effects of decisions by their ids. Decisions that took effect at once have their effects together."""

    def __init__(self) -> None:
        self._waiting: OrderedDict[frozenset[str], tuple[Case, Case]] = OrderedDict()
        self._known: OrderedDict[str, Future[DecisionEffects]] = OrderedDict()
        self._worker = ThreadPoolExecutor(1, "effects")
        self._lock = threading.Lock()

    def note(self, decided: Collection[str], before: Case, after: Case) -> None:
        """Note that these decisions, made or withdrawn, made the case ``after`` of ``before``. Waits for nothing."""
        with self._lock:
            self._waiting[frozenset(decided)] = before, after
            while len(self._waiting) > _MAX_WAITING:
                self._compare(next(iter(self._waiting)))

    def of(self, decision: str) -> DecisionEffects | None:
        """What the decision changed, when it was made or withdrawn last; None where that is not known (any more)."""
        with self._lock:
            for decided in [one for one in self._waiting if decision in one]:
                self._compare(decided)
            known = self._known.get(decision)
        return known.result() if known else None

    def _compare(self, decided: frozenset[str]) -> None:
        found = self._worker.submit(decision_effects, *self._waiting.pop(decided))
        for key in decided:
            self._known[key] = found
            self._known.move_to_end(key)
        while len(self._known) > _MAX_KEPT:
            self._known.popitem(last=False)
