"""What a decision makes of the rows of a dossier that stay: what they print otherwise, and their further lines."""

from collections.abc import Collection, Iterator, Mapping

from dossier.codec import ChangedFieldForm
from dossier.model import Conflict, Event, Timeline
from dossier.pipeline.deciding.entry_effects import EntryEffect, HowChanged
from dossier.publish.changes import change_form, changed_fields, mentions_of
from dossier.render.entries.entry_groups import EntryGroup, entry_groups
from dossier.render.printed_row import RowPrinter
from dossier.render.wording.event_dates import short_date

_UNPRINTED = frozenset(("participants",))
"""Fields of an event that its page has, and its row does not."""


class _Rows:
    """The rows of a timeline, each known by the first event of its line."""

    def __init__(self, timeline: Timeline) -> None:
        self.all = entry_groups(timeline).all
        self._by_id = {group.events[0].id: group for group in self.all}
        self._by_mention = {one: group for group in self.all for one in mentions_of(group.events[0])}
        self._conflicts = timeline.conflicts
        self._printer = RowPrinter(timeline)

    def of(self, event: Event) -> EntryGroup | None:
        """The row whose line tells the event."""
        told = (self._by_mention[one] for one in mentions_of(event) if one in self._by_mention)
        return self._by_id.get(event.id) or next(told, None)

    def with_line(self, event: Event) -> EntryGroup | None:
        """The row that stands for the event with a further line."""
        mentions = set(mentions_of(event))
        return next(
            (one for one in self.all for line in one.others if not mentions.isdisjoint(mentions_of(line.events[0]))),
            None,
        )

    def rests_on(self, group: EntryGroup) -> tuple[object, ...]:
        """All that the words of a row come from, but for its number."""
        events = {event.id for event in group.all_events}
        conflicts: tuple[Conflict, ...] = tuple(one for one in self._conflicts if one.event in events)
        return group.dated, group.all_events, group.series, conflicts

    def printed(self, group: EntryGroup) -> Mapping[str, str]:
        """The row in words, by the names of its fields."""
        return self._printer.printed(group)


def row_effects(then: Timeline, now: Timeline, told: Collection[str]) -> Iterator[EntryEffect]:
    """What becomes of the rows of a dossier, but for those that come or go: the ids of these are ``told``."""
    old, new = _Rows(then), _Rows(now)
    stay = set[str]()
    for group in new.all:
        head = group.events[0]
        was = None if head.id in told else old.of(head)
        if was:
            stay.add(was.events[0].id)
            if fields := _changed(old, was, new, group):
                yield EntryEffect(HowChanged.CHANGED, change_form(head, fields), date=short_date(head))
        elif head.id not in told and (before := old.with_line(head)):
            yield EntryEffect(HowChanged.PARTED, change_form(head), before.line, date=short_date(head))
    for group in old.all:
        head = group.events[0]
        if head.id not in {*told, *stay} and (after := new.with_line(head)):
            yield EntryEffect(HowChanged.JOINED, change_form(head), after.line, date=short_date(head))


def _changed(old: _Rows, then: EntryGroup, new: _Rows, now: EntryGroup) -> list[ChangedFieldForm]:
    """What a reader sees otherwise in a row, and who takes part in its event."""
    if old.rests_on(then) == new.rests_on(now):
        return []
    fields = [one for one in changed_fields(then.events[0], now.events[0]) if one.field in _UNPRINTED]
    was, has = old.printed(then), new.printed(now)
    names = [name for name in {**has, **was} if was.get(name) != has.get(name)]
    return [*(ChangedFieldForm(field=name, old=was.get(name), new=has.get(name)) for name in names), *fields]
