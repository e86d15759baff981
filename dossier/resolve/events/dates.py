"""The best date of an event, chosen from those that its tellings have, and how it was chosen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from dossier.model import Basis, Choice, Dating, When
from dossier.resolve.events.reading import Telling
from dossier.resolve.events.traits import is_firm
from dossier.resolve.origins import Origins


def judged(when: When) -> tuple[Dating, Choice]:
    """The date that the analyst gave."""
    return Dating(when, Basis.EXPLICIT), Choice.JUDGEMENT


def chosen(told: Sequence[Telling], origins: Origins) -> tuple[Dating, Choice | None]:
    """The best date of the tellings of one event; none where none has one.

    Firm dates come before those that are only about, these before bounds. Of each, the one with the most independent
    sources that have it or a date around it; then what is written out; then the narrowest; then the first published.
    """
    dated = [_Dated(when, telling) for telling in told if (when := telling.evidence.dating.when)]
    if not dated:
        return Dating(), None
    best = min(one.sort for one in dated)
    candidates = [one for one in dated if one.sort == best]
    sources = _support(candidates, origins)
    first = min(candidates, key=lambda one: (-sources[one.when], not one.is_written, one.length, one.telling.rank))
    return first.telling.evidence.dating, _why(first, dated, candidates, sources)


@dataclass(frozen=True, slots=True)
class _Dated:
    """A telling that has a date."""

    when: When
    telling: Telling

    @property
    def sort(self) -> int:
        """0: firm; 1: about; 2: a bound."""
        if self.telling.evidence.dating.basis is Basis.INFERRED:
            return 2
        return 0 if is_firm(self.when) else 1

    @property
    def is_written(self) -> bool:
        """Whether the date stands in the text."""
        return self.telling.evidence.dating.basis is Basis.EXPLICIT

    @property
    def length(self) -> float:
        """In seconds; of a bound, how late it leaves the event: the tightest is the shortest."""
        start, end = self.when.start or datetime.min, self.when.end or datetime.max
        return (end - start).total_seconds()


def _support(candidates: Sequence[_Dated], origins: Origins) -> Mapping[When, int]:
    """How many independent origins have each date, or one that it lies in."""
    return {
        when: origins.count([one.telling.evidence for one in candidates if one.when.contains(when)])
        for when in {one.when for one in candidates}
    }


def _why(first: _Dated, dated: Sequence[_Dated], candidates: Sequence[_Dated], sources: Mapping[When, int]) -> Choice:
    if all(one.when == first.when for one in dated):
        return Choice.ONLY
    others = [one for one in candidates if one.when != first.when]
    if not others:
        return Choice.BASIS
    if all(one.when.contains(first.when) for one in others):
        return Choice.PRECISION
    rivals = [one for one in others if sources[one.when] == sources[first.when]]
    if not rivals:
        return Choice.SOURCES
    rivals = [one for one in rivals if one.is_written == first.is_written]
    if not rivals:
        return Choice.BASIS
    return Choice.EARLIEST if any(one.length == first.length for one in rivals) else Choice.PRECISION
