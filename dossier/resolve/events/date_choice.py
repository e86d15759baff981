"""The best date of an event, chosen from those that its tellings have, and how it was chosen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dossier.model import Basis, Choice, Dating, When
from dossier.resolve.events.mention_features import is_firm
from dossier.resolve.events.resolved_mention import Telling
from dossier.resolve.origins import Origins

_Support = tuple[int, int, int]


def judged(when: When) -> tuple[Dating, Choice]:
    """The date that the analyst gave."""
    return Dating(when, Basis.EXPLICIT), Choice.JUDGEMENT


def chosen(told: Sequence[Telling], origins: Origins) -> tuple[Dating, Choice | None]:
    """The best date of the tellings of one event; none where none has one.

    Firm dates come before those that are only about, these before bounds. Of each, the one with the most support: its
    own and that of the dates that it lies in, so that the narrower of the two always has more (see ``_support``); then
    what is written out; then the first published.
    """
    dated = [_Dated(when, telling) for telling in told if (when := telling.evidence.dating.when)]
    if not dated:
        return Dating(), None
    best = min(one.sort for one in dated)
    candidates = [one for one in dated if one.sort == best]
    support = _support(candidates, origins)
    ordered = sorted(candidates, key=lambda one: one.telling.rank)
    first = max(ordered, key=lambda one: (support[one.when], one.is_written))
    return first.telling.evidence.dating, _why(first, dated, candidates, support)


@dataclass(frozen=True, slots=True)
class _Dated:
    """A telling that has a date."""

    when: When
    telling: Telling

    @property
    def sort(self) -> int:
        """0: firm; 1: about; 2: a bound that is told; 3: one that is inferred."""
        if self.telling.evidence.dating.basis is Basis.INFERRED:
            return 3
        if self.when.start is None or self.when.end is None:
            return 2
        return 0 if is_firm(self.when) else 1

    @property
    def is_written(self) -> bool:
        """Whether the date stands in the text."""
        return self.telling.evidence.dating.basis is Basis.EXPLICIT


def _support(candidates: Sequence[_Dated], origins: Origins) -> Mapping[When, _Support]:
    """How many independent sources have each date, or one that it lies in; how many articles; how many mentions."""
    found: dict[When, _Support] = {}
    for when in {one.when for one in candidates}:
        pieces = [one.telling.evidence for one in candidates if one.when.contains(when)]
        found[when] = origins.count(pieces), len({origins.of(piece.article) for piece in pieces}), len(pieces)
    return found


def _why(
    first: _Dated, dated: Sequence[_Dated], candidates: Sequence[_Dated], support: Mapping[When, _Support]
) -> Choice:
    if all(one.when == first.when for one in dated):
        return Choice.ONLY
    others = [one for one in candidates if one.when != first.when]
    if not others:
        return Choice.BASIS
    if all(one.when.contains(first.when) for one in others):
        return Choice.PRECISION
    rivals = [one for one in others if support[one.when] == support[first.when]]
    if not rivals:
        return Choice.SOURCES
    return Choice.EARLIEST if any(one.is_written == first.is_written for one in rivals) else Choice.BASIS
