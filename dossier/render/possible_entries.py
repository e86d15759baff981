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
_LEAST_PRINTED = 0.65
"""The confidence from which a link is printed. Of 205 such links of 40 actors in news of politics and finance all from
0.65 to 0.77 were read: 20 of 22 were right; all of 0.61: 8 of 13; and 28 drawn from those above 0.77: 25."""


@dataclass(frozen=True, slots=True)
class PossibleEntry:
    """An event that is possibly about the subject: its date and line, and what makes it doubtful.

    ``doubts`` are the words that may mean the subject, and likely do. ``source`` is the number of the
    article in the list of sources, ``start`` and ``end`` are characters of the article, half-open: the place of the
    sentence. ``labels`` are remarks on an event not stated as fact. ``is_weighty`` marks the most important, which
    paper has too.
    """

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

    Weighty are the most important that say what is doubtful, and not in the words of an event that is ``told`` already.
    """
    events = [event for event in events if is_printed(event, actor)]
    entries = [_entry(event, actor, sources) for event in events]
    lines = {prose.tidy(event.line) for event in told if not event.wording}

    def rank(n: int) -> tuple[bool, bool, float, int]:
        return entries[n].line in lines, not entries[n].doubts, -events[n].importance, n

    weighty = sorted(range(len(entries)), key=rank)[:_MOST_WEIGHTY]
    return tuple(replace(entry, is_weighty=n in weighty) for n, entry in enumerate(entries))


def is_printed(event: Event, actor: Actor) -> bool:
    """Whether the likeliest of its links to the actor is likely enough for a page; the JSON file has all."""
    links: list[RolePlayer | Setting] = [*event.participants, *([event.place] if event.place else [])]
    return max((link.confidence for link in links if link.entity == actor.id), default=1.0) >= _LEAST_PRINTED


def _entry(event: Event, actor: Actor, sources: Mapping[str, SourceEntry]) -> PossibleEntry:
    first = event.evidence[0]
    doubts = (
        f"“{prose.tidy(words.exact)}”: probably {prose.tidy(actor.name)}" for words in _doubtful_words(first, actor.id)
    )
    date = event_dates.short_date(event)
    return PossibleEntry(
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
