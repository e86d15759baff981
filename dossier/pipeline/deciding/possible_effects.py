"""What a decision makes of the rows that are only possibly about somebody, as a reader of the pages sees them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from dossier.codec import ChangedFieldForm
from dossier.model import Event, Timeline, WordsPointer
from dossier.pipeline.deciding.entry_effects import EntryEffect, HowChanged
from dossier.publish.changes import ReadBuild, change_form, changed_fields, mentions_of
from dossier.render.entries.possible_entries import PossibleRow, possible_rows
from dossier.render.printed_row import DATE

_Mention = tuple[str, int]
_FACTUALITY = frozenset(("certainty", "polarity", "realis"))
"""The fields by which a row has its labels."""


@dataclass(frozen=True, slots=True)
class StoodRow:
    """A row as it stands in the dossier of ``subject``.

    ``event`` has its line, ``date`` is what the page says of when, ``mentions`` are those of all its ``events``, and
    ``words`` may mean the subject.
    """

    subject: str
    event: Event
    date: str
    events: tuple[Event, ...]
    mentions: frozenset[_Mention]
    words: tuple[WordsPointer, ...]

    @property
    def articles(self) -> frozenset[str]:
        """The articles of the words."""
        return frozenset(one.article for one in self.words)


class PossibleRows:
    """The rows of a build, by the keys of the dossiers."""

    def __init__(self, build: ReadBuild) -> None:
        self._rows = {key: tuple(_rows(timeline)) for key, (_, timeline) in build.dossiers.items()}

    def of(self, key: str) -> tuple[StoodRow, ...]:
        """The rows of the dossier ``key``."""
        return self._rows.get(key, ())

    def with_any(self, key: str, mentions: frozenset[_Mention]) -> StoodRow | None:
        """The first row of the dossier that tells any of the mentions."""
        return next((row for row in self.of(key) if not mentions.isdisjoint(row.mentions)), None)


def _rows(timeline: Timeline) -> Iterator[StoodRow]:
    actor = timeline.actor
    if actor is None:
        return
    for row in possible_rows(timeline.possible, actor, timeline.told):
        yield StoodRow(
            subject=actor.name,
            event=_with_line(row),
            date=row.date,
            events=row.events,
            mentions=frozenset(mention for event in row.events for mention in mentions_of(event)),
            words=tuple(_words(row, actor.id)),
        )


def _with_line(row: PossibleRow) -> Event:
    return max(row.events, key=lambda event: len(event.line))


def _words(row: PossibleRow, actor: str) -> Iterator[WordsPointer]:
    article = row.events[0].evidence[0].article
    yield from (WordsPointer(article, one) for one in row.doubtful_words(actor))


def still_possible(
    then: StoodRow, now: StoodRow, is_only_renamed: Callable[[ChangedFieldForm], bool]
) -> Iterator[EntryEffect]:
    """What is otherwise in a row that stays: what it says, and by which words it may be about the subject.

    ``is_only_renamed`` says of a field whether it differs by names alone that stand no longer.
    """
    fields = [one for one in changed_fields(then.event, now.event) if _is_seen(one, then, now)]
    if then.date != now.date:
        fields.insert(0, ChangedFieldForm(field=DATE, old=then.date or None, new=now.date or None))
    change = change_form(now.event, [one for one in fields if not is_only_renamed(one)])
    if then.words != now.words:
        is_here = then.articles >= now.articles
        how = HowChanged.POSSIBLE_STAYS if is_here else HowChanged.POSSIBLE_ELSEWHERE
        yield EntryEffect(how, change, now.subject, words=now.words, date=now.date)
    elif change.fields:
        yield EntryEffect(HowChanged.CHANGED, change, date=now.date)


def _is_seen(field: ChangedFieldForm, then: StoodRow, now: StoodRow) -> bool:
    """Whether the row shows that a field is otherwise: its line, or labels of the same event."""
    is_same = not set(mentions_of(then.event)).isdisjoint(mentions_of(now.event))
    return field.field == "summary" or (is_same and field.field in _FACTUALITY)
