"""What a text has said so far that the next temporal expression can rest on."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from spacy.tokens import Doc, Token

from dossier.annotate.timex.direction import Direction, Helpers, direction
from dossier.annotate.timex.units import Slot, Unit, qualified
from dossier.model import Basis, Dating, Period, Qualifier, TimexType, When

PUBLISHED = "published"
UNDATED = Dating()
_NEAR = 80
_CLOSE = 40
_FEWEST = 10


@dataclass(frozen=True, slots=True)
class Anchor:
    """A time that others rest on: its name (``"published"`` or the id of an earlier time), and the token it is at."""

    slot: Slot
    name: str
    place: int = 0


@dataclass(frozen=True, slots=True)
class Reading:
    """What an expression means; ``slot`` is the one calendar unit it names, where it names one."""

    type: TimexType
    value: str
    dating: Dating = UNDATED
    slot: Slot | None = None


@dataclass(slots=True)
class Context:
    """Where in a text we are: its Doc, its day of publication, and the times read so far.

    ``narrative`` says that the text tells of times long before its publication, in their order. ``told`` is the last
    time of the story, ``quarter`` the one whose results are reported; ``adrift`` that it has left our calendar.
    """

    doc: Doc
    published: date | None
    narrative: bool = False
    day_first: bool | None = None
    told: Anchor | None = None
    told_day: Anchor | None = None
    quarter: Anchor | None = None
    adrift: bool = False
    helpers: Helpers = field(default_factory=dict)
    position: int = 0
    end: int = 1

    def near(self, anchor: Anchor | None) -> Anchor | None:
        """The anchor, where the text still speaks of it: it stands in the same paragraph, as paragraphs go."""
        if anchor is None or anchor.name == PUBLISHED or self.narrative:
            return anchor
        return anchor if self.position - anchor.place <= _NEAR else None

    @property
    def today(self) -> Anchor | None:
        """The day of publication."""
        return Anchor(Slot(Unit.DAY, self.published), PUBLISHED) if self.published else None

    @property
    def base(self) -> Anchor | None:
        """What a date without a year rests on: the publication, in narrative the time last told of."""
        if not self.narrative:
            return self.today
        return self.told or (None if self.adrift else self.today)

    @property
    def of_another_year(self) -> bool:
        """Whether the time last told of is close by, and of a year far from the news."""
        told, today = self.told, self.today
        if told is None or today is None or self.narrative or self.position - told.place > _CLOSE:
            return False
        return abs(told.slot.start.year - today.slot.start.year) > 1

    @property
    def told_in_sentence(self) -> Anchor | None:
        """The month or day of another year that the same sentence has just named."""
        told = self.told
        if told is None or not self.of_another_year or told.slot.unit not in (Unit.MONTH, Unit.DAY):
            return None
        return told if told.place >= self.token.sent.start else None

    @property
    def token(self) -> Token:
        """The first token of the expression being read."""
        return self.doc[self.position]

    @property
    def head(self) -> Token:
        """The syntactic head of the expression being read."""
        return self.doc[self.position : self.end].root

    @property
    def ends_clause(self) -> bool:
        """Whether nothing of the clause follows the expression: a stop, a comma, a verb."""
        return self.end >= len(self.doc) or self.doc[self.end].pos_ in ("PUNCT", "SPACE", "VERB", "AUX", "CCONJ")

    @property
    def direction(self) -> Direction | None:
        """Whether the words about the expression look back or ahead."""
        return direction(self.head, self.helpers)


def explicit(slot: Slot, suffix: str = "", mark: Qualifier = Qualifier.NONE) -> Reading:
    """A time that is written out."""
    when = marked(_when(slot, suffix), mark)
    return Reading(_type(suffix), slot.value + suffix, Dating(when, Basis.EXPLICIT), slot)


def relative(slot: Slot, anchor: Anchor, suffix: str = "", mark: Qualifier = Qualifier.NONE) -> Reading:
    """A time that rests on another."""
    when = marked(_when(slot, suffix), mark)
    return Reading(_type(suffix), slot.value + suffix, Dating(when, Basis.RELATIVE, anchor.name), slot)


def _when(slot: Slot, suffix: str) -> When:
    """The minute that a clock time names; of a part of a day and of midnight, the day."""
    if not re.fullmatch("T[01][0-9]:[0-5][0-9]|T2[0-3]:[0-5][0-9]", suffix):
        return slot.when
    return When.of(Period.parse(slot.start.isoformat() + suffix))


def at_hour(reading: Reading, hour: str) -> Reading:
    """The hour (or part) of the day that the reading names, as sure as the day is."""
    if reading.slot is None or reading.dating.when is None or reading.dating.when.first is None:
        raise ValueError(f"{reading.value} is no day")
    when = marked(_when(reading.slot, hour), reading.dating.when.first.qualifier)
    return replace(reading, type=_type(hour), value=reading.value + hour, dating=replace(reading.dating, when=when))


def unresolved(value: str, kind: TimexType | None = None) -> Reading:
    """A time of no known place in the calendar."""
    return Reading(kind or _type("T" if re.search("[X0-9]T", value) else ""), value)


def marked(when: When, mark: Qualifier) -> When:
    """The time with the mark on each of its ends."""
    if mark is Qualifier.NONE:
        return when
    return When(*(qualified(period, mark) if period else None for period in (when.first, when.last)))


def is_narrative(years: Sequence[int], opens_as_news: bool, published: date | None) -> bool:
    """Whether a text tells of times past rather than of the news.

    It names many years, nearly all of them far from its publication, and does not open as news does, with a weekday
    or a word like "yesterday".
    """
    far = [year for year in years if published is None or abs(year - published.year) > 1]
    return not opens_as_news and len(years) >= _FEWEST and 10 * len(far) >= 9 * len(years)


def _type(suffix: str) -> TimexType:
    return TimexType.TIME if suffix.startswith("T") else TimexType.DATE
