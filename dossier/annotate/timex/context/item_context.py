"""The items of a page that begin with a date: in each, times count from its own day, not from the publication."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dossier.annotate.doc import PageItem
from dossier.annotate.timex.context.anchor_context import AnchorContext
from dossier.annotate.timex.values.time_reading import Anchor, TimeReading
from dossier.annotate.timex.values.units import Slot, Unit
from dossier.annotate.timex.words.rule_names import RuleName
from dossier.model import Basis


@dataclass(frozen=True, slots=True)
class _Ground:
    """What times rest on in one part of the page; the fields are those of ``AnchorContext``."""

    published: date | None
    day_name: str
    narrative: bool
    last_time: Anchor | None
    last_day: Anchor | None
    story_time: Anchor | None


@dataclass(slots=True)
class _OpenItem:
    """An item that holds the place of reading, and what times rest on around it.

    ``anchor`` is the time of its label. ``is_written_out``: it rests on no other. ``is_hour``: it is a time of day.
    ``is_read``: the place lies behind the label.
    """

    item: PageItem
    around: _Ground
    anchor: Anchor | None = None
    is_written_out: bool = False
    is_hour: bool = False
    is_read: bool = False


class ItemContext:
    """Changes what times rest on where an item begins or ends.

    Where the label names a day, times count from that day. Where it names a longer time, they only get their year from
    it, and "Monday" stays open. A label gets the units that it lacks from the item around it ("3 May" under "2016"),
    else from the item before, if that was written out ("3 May 2016: …", "7 June: …").
    """

    def __init__(self, items: Sequence[PageItem], context: AnchorContext) -> None:
        self._context = context
        self._to_come = list(reversed(items))
        self._open: list[_OpenItem] = []
        self._before: Anchor | None = None
        self._end = 0

    def move_to(self, place: int) -> None:
        """Prepare the context for an expression that begins at the token ``place``; places never go back."""
        while self._open and place >= self._open[-1].item.end:
            self._close()
        while self._to_come and place >= self._to_come[-1].start:
            self._leave_label(place)
            self._enter(self._to_come.pop())
        self._leave_label(place)
        self._context.in_label = bool(self._open) and place in range(*self._open[-1].item.label)

    def note(self, reading: TimeReading, anchor: Anchor | None, rule: RuleName) -> None:
        """Take a time that was read in a label for that of the item; a second one makes it a span."""
        if not self._context.in_label:
            return
        inner = self._open[-1]
        if anchor is None and reading.dating.when and reading.dating.when.earliest:
            anchor = Anchor(Slot.of(Unit.YEAR, reading.dating.when.earliest), "", inner.item.start)
        if inner.anchor is not None and not inner.is_hour and rule is not RuleName.CLOCK:
            anchor = Anchor(Slot.of(Unit.YEAR, inner.anchor.slot.start), inner.anchor.name, inner.anchor.place)
        inner.anchor, inner.is_hour = anchor, rule is RuleName.CLOCK
        inner.is_written_out = reading.dating.basis is Basis.EXPLICIT

    def _leave_label(self, place: int) -> None:
        """Let times rest on the label of the innermost item, once ``place`` lies behind it."""
        inner = self._open[-1] if self._open else None
        if inner is not None and not inner.is_read and place >= inner.item.label[1]:
            inner.is_read = True
            self._rest_on(inner.anchor)

    def _enter(self, item: PageItem) -> None:
        context = self._context
        ground = _Ground(
            context.published,
            context.day_name,
            context.narrative,
            context.last_time,
            context.last_day,
            context.story_time,
        )
        if item.start > self._end + 1:
            self._before = None  # another list
        if not self._open and self._before is not None:
            self._rest_on(Anchor(Slot.of(Unit.YEAR, self._before.slot.start), self._before.name, self._before.place))
        self._open.append(_OpenItem(item, ground))

    def _close(self) -> None:
        closed, context = self._open.pop(), self._context
        context.published, context.day_name = closed.around.published, closed.around.day_name
        context.narrative = closed.around.narrative
        context.last_time, context.last_day = closed.around.last_time, closed.around.last_day
        context.story_time = closed.around.story_time
        if closed.is_written_out and not self._open:
            self._before = closed.anchor
        self._end = closed.item.end

    def _rest_on(self, anchor: Anchor | None) -> None:
        """Let times rest on an anchor: count from it if it is a day, else take the year from it."""
        context = self._context
        is_day = anchor is not None and anchor.slot.unit is Unit.DAY
        context.published = anchor.slot.start if anchor is not None and is_day else None
        context.day_name = anchor.name if anchor is not None else ""
        context.narrative = not is_day
        context.story_time = context.last_time = anchor
        context.last_day = anchor if is_day else None
