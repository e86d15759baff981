"""The date of an event, chosen from those of its mentions, and how it was chosen."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dossier.model import CONTEXT_RULES, Basis, Choice, Dating, When
from dossier.resolve.events.features.mention_features import is_firm
from dossier.resolve.events.mentions.resolved_mention import ResolvedMention
from dossier.resolve.events.merging.date_narrowing import about_day_within, narrowed
from dossier.resolve.events.merging.report_dates import PUBLISHED
from dossier.resolve.origins import Origins

_Support = tuple[int, int, int]
"""How many independent sources, articles and mentions a date has."""


def judged_date(when: When) -> tuple[Dating, Choice]:
    """The date that the analyst gave, as a choice."""
    return Dating(when, Basis.EXPLICIT), Choice.JUDGEMENT


def choose_date(mentions: Sequence[ResolvedMention], origins: Origins) -> tuple[Dating, Choice | None]:
    """The best date of the mentions of one event, and why; an empty dating and None where no mention has a date.

    Firm dates that its own words give come before others, then come bounds that a text gives, and inferred bounds last.
    Among dates of one rank the one with the most support wins (see ``_support``), then one that is written out, then
    the likelier day of those that mentions without a date have, then the first published. Bounds of the others may
    narrow it.
    """
    dated = [_Dated(when, mention) for mention in mentions if (when := mention.evidence.dating.when)]
    if not dated:
        return Dating(), None
    best = min(one.rank for one in dated)
    candidates = [one for one in dated if one.rank == best]
    support, chances = _support(candidates, origins), _chances(mentions)
    ordered = sorted(candidates, key=lambda one: one.mention.rank)
    first = max(ordered, key=lambda one: (support[one.when], one.is_written, chances[one.when.known_day]))
    chosen = first.mention.evidence.dating
    tighter = about_day_within(chosen, [one.mention.evidence.dating for one in dated])
    tighter = narrowed(tighter, (one.when for one in dated))
    if tighter != chosen:
        return tighter, Choice.PRECISION
    return chosen, _why(first, dated, candidates, support, chances)


@dataclass(frozen=True, slots=True)
class _Dated:
    """A mention with its date."""

    when: When
    mention: ResolvedMention

    @property
    def rank(self) -> int:
        """0: firm; 1: about right, or of the text around it; 2: a bound that the text gives; 3: inferred."""
        if self.mention.evidence.dating.basis is Basis.INFERRED:
            return 3
        if self.when.start is None or self.when.end is None:
            return 2
        is_exact = is_firm(self.when) and not self._is_counted_roughly
        return 0 if is_exact and self.mention.evidence.dated_by not in CONTEXT_RULES else 1

    @property
    def _is_counted_roughly(self) -> bool:
        """Whether it is some days, counted from another day of the text: "freed seven weeks later"."""
        dating = self.mention.evidence.dating
        return dating.basis is Basis.RELATIVE and dating.anchor != PUBLISHED and self.when.is_interval

    @property
    def is_written(self) -> bool:
        """Whether the date is written out in the text."""
        return self.mention.evidence.dating.basis is Basis.EXPLICIT


def _support(candidates: Sequence[_Dated], origins: Origins) -> Mapping[When, _Support]:
    """For each date how many independent sources, articles and mentions give it, or a wider date in which it lies.

    So the narrower of two dates that agree always has at least as much support.
    """
    found: dict[When, _Support] = {}
    for when in {one.when for one in candidates}:
        pieces = [one.mention.evidence for one in candidates if one.when.contains(when)]
        found[when] = origins.count(pieces), len({origins.of(piece.article) for piece in pieces}), len(pieces)
    return found


def _chances(mentions: Sequence[ResolvedMention]) -> Mapping[date | None, int]:
    """The sum of the chances by which mentions without a day have each day as their likely one, in hundredths."""
    chances = Counter[date | None]()
    for mention in mentions:
        if mention.likely:
            chances[mention.likely.day] += round(100 * mention.likely.chance)
    return chances


def _why(
    first: _Dated,
    dated: Sequence[_Dated],
    candidates: Sequence[_Dated],
    support: Mapping[When, _Support],
    chances: Mapping[date | None, int],
) -> Choice:
    """Why ``first`` was chosen: by what it is better than all other dates, ``candidates`` being those of its rank."""
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
    equals = [one for one in rivals if one.is_written == first.is_written]
    if not equals:
        return Choice.BASIS
    is_likelier = all(chances[one.when.known_day] < chances[first.when.known_day] for one in equals)
    return Choice.LIKELIER if is_likelier else Choice.EARLIEST
