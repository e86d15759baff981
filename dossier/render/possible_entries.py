"""The events that are only possibly about the subject, with the words that make the link doubtful."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dossier.model import SURE_LINK, Actor, Event, Evidence, Quote, RolePlayer, Setting
from dossier.render import event_dates, label_wording, prose
from dossier.render.analyst_wording import SIGN
from dossier.render.note_context import SourceEntry
from dossier.render.row_context import Remark

_MOST_WEIGHTY = 3
"""Entries that paper has at the standard length. Set by hand."""
_MOST_OF_A_LINE = 0.8
"""Of the words of a line: one that says so much of it says the same, whatever day it is given. Set by hand."""
_LEAST_PRINTED = 0.65
"""The confidence from which a link is printed. Of 205 such links of 40 actors in news of politics and finance all from
0.65 to 0.77 were read: 20 of 22 were right; all of 0.61: 8 of 13; and 28 drawn from those above 0.77: 25."""


@dataclass(frozen=True, slots=True)
class PossibleEntry:
    """An event that is possibly about the subject: its date and line, and what makes it doubtful.

    ``doubts`` are the words that may mean the subject, and likely do. ``source`` is the number of the
    article in the list of sources, ``start`` and ``end`` are characters of the article, half-open: the place of the
    sentence. ``labels`` are remarks on an event not stated as fact. ``is_weighty`` marks the most important, which
    paper has too. ``number`` is that of its event among all that are possibly about the subject and printed: those that
    a line of the same sentence tells, too, have none of their own.
    """

    number: int
    date: str
    line: str
    labels: tuple[Remark, ...]
    doubts: tuple[str, ...]
    source: int
    start: int
    end: int
    is_weighty: bool = False


def possible_entries(
    events: Sequence[Event], actor: Actor, sources: Mapping[str, SourceEntry], told: Iterable[Event]
) -> tuple[PossibleEntry, ...]:
    """The entries of those events that ``is_printed``, in their order; ``sources`` are those of the articles by id.

    None has the words of an event that is ``told`` already. Weighty are the most important that say what is doubtful.
    """
    lines = {prose.tidy(event.line) for event in told if not event.wording}
    printed = enumerate((event for event in events if is_printed(event, actor)), 1)
    entries = _each_once((_entry(number, event, actor, sources), event.importance) for number, event in printed)
    entries = [one for one in entries if one[0].line not in lines]
    ranked = sorted(entries, key=lambda one: (not one[0].doubts, -one[1]))
    weighty = {entry.number for entry, _ in ranked[:_MOST_WEIGHTY]}
    return tuple(replace(entry, is_weighty=entry.number in weighty) for entry, _ in entries)


_Weighed = tuple[PossibleEntry, float]
"""An entry, and how important it is."""


def _each_once(entries: Iterable[_Weighed]) -> list[_Weighed]:
    """The entries; where a line of a sentence says all that another of it says, that one alone, with both doubts."""
    kept: list[_Weighed] = []
    for one in entries:
        n = next((n for n, other in enumerate(kept) if _is_one_line(one[0], other[0])), None)
        if n is None:
            kept.append(one)
        else:
            kept[n] = _joined(kept[n], one)
    return kept


def _is_one_line(one: PossibleEntry, other: PossibleEntry) -> bool:
    few, many = sorted((set(one.line.split()), set(other.line.split())), key=len)
    is_alike = one.date == other.date or len(few) >= _MOST_OF_A_LINE * len(many)
    return is_alike and few <= many and _place(one) == _place(other)


def _place(entry: PossibleEntry) -> tuple[int, int, int]:
    return entry.source, entry.start, entry.end


def _joined(one: _Weighed, other: _Weighed) -> _Weighed:
    """The entry of the longer line."""
    told = max((one[0], other[0]), key=lambda entry: len(entry.line))
    labels, doubts = one[0].labels + other[0].labels, one[0].doubts + other[0].doubts
    joined = replace(told, labels=tuple(dict.fromkeys(labels)), doubts=tuple(dict.fromkeys(doubts)))
    return joined, max(one[1], other[1])


def is_printed(event: Event, actor: Actor) -> bool:
    """Whether the likeliest of its links to the actor is likely enough for a page; the JSON file has all."""
    links: list[RolePlayer | Setting] = [*event.participants, *([event.place] if event.place else [])]
    return max((link.confidence for link in links if link.entity == actor.id), default=1.0) >= _LEAST_PRINTED


def _entry(number: int, event: Event, actor: Actor, sources: Mapping[str, SourceEntry]) -> PossibleEntry:
    first = event.evidence[0]
    doubts = (
        f"“{prose.tidy(words.exact)}”: probably {prose.tidy(actor.name)}" for words in _doubtful_words(first, actor.id)
    )
    date = event_dates.short_date(event)
    return PossibleEntry(
        number=number,
        date=date[:1].upper() + date[1:],
        line=prose.tidy(event.line) + (SIGN if event.wording else ""),
        labels=label_wording.remarks_with_triggers([event], label_wording.event_factuality_words),
        doubts=tuple(dict.fromkeys(doubts)),
        source=sources[first.article].number,
        start=first.quote.span.start,
        end=first.quote.span.end,
    )


def _doubtful_words(piece: Evidence, actor: str) -> Iterator[Quote]:
    """The words of a mention of the event that may mean the actor, and likely do."""
    links: list[RolePlayer | Setting] = [*piece.participants]
    links += [piece.place] if piece.place else []
    for link in links:
        if link.entity == actor and link.words and _LEAST_PRINTED <= link.confidence < SURE_LINK:
            yield link.words
