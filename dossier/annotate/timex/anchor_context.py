"""What a text has said so far that the next temporal expression can rest on."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from dossier.annotate.parsed import Parsed, Token
from dossier.annotate.syntax.labels import PHRASE_END_POS
from dossier.annotate.timex.direction import Direction, Helpers, direction
from dossier.annotate.timex.time_reading import PUBLISHED, Anchor
from dossier.annotate.timex.units import Slot, Unit

_NEAR = 80
_CLOSE = 40
_FEWEST = 10


@dataclass(slots=True)
class Context:
    """Where in a text we are: its Doc, its day of publication, and the times read so far.

    ``narrative`` says that the text tells of times long before its publication, in their order. ``told`` is the last
    time of the story, ``quarter`` the one whose results are reported; ``adrift`` that it has left our calendar.
    """

    doc: Parsed
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
        """The token of the expression that hangs on none of its others."""
        inside = range(self.position, self.end)
        tokens = (self.doc[i] for i in inside)
        return next((token for token in tokens if token.head.i not in inside or token.head == token), self.token)

    @property
    def ends_clause(self) -> bool:
        """Whether nothing of the clause follows the expression: a stop, a comma, a verb."""
        return self.end >= len(self.doc) or self.doc[self.end].pos_ in PHRASE_END_POS

    @property
    def direction(self) -> Direction | None:
        """Whether the words about the expression look back or ahead."""
        return direction(self.head, self.helpers)


def is_narrative(years: Sequence[int], opens_as_news: bool, published: date | None) -> bool:
    """Whether a text tells of times past rather than of the news.

    It names many years, nearly all of them far from its publication, and does not open as news does, with a weekday
    or a word like "yesterday".
    """
    far = [year for year in years if published is None or abs(year - published.year) > 1]
    return not opens_as_news and len(years) >= _FEWEST and 10 * len(far) >= 9 * len(years)
