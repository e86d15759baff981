"""The times that a text has mentioned so far, on which the next temporal expression can rest."""

from dataclasses import dataclass, field
from datetime import date

from dossier.annotate.parsed import Parsed, Token
from dossier.annotate.syntax.labels import PHRASE_END_POS
from dossier.annotate.timex.context.direction import Direction, VerbAuxiliaries, direction
from dossier.annotate.timex.context.time_clauses import coordinated_with, is_in_remark, verb_above, verb_of_time
from dossier.annotate.timex.values.time_reading import PUBLISHED, Anchor
from dossier.annotate.timex.values.units import Slot, Unit

_ANCHOR_TOKENS = 80
"""Tokens within which "that day" can mean a day mentioned before: about a paragraph. Set by hand."""
_YEAR_TOKENS = 40
"""Tokens within which a time of another year puts the year of the next in doubt. Set by hand."""


@dataclass(slots=True)
class AnchorContext:
    """The times read so far in a text, and the place of the expression that is being read.

    doc: the text; ``start`` and ``end`` are the tokens of the expression in it (half-open).
    published: the day of publication, if it is known to the day; in a dated item of the page the day of the item.
    day_name: the name of that day as an anchor.
    in_label: whether the expression stands in the date that heads an item.
    in_doubt: the names of anchors that are uncertain, as the publication date is, or rest on it (``PUBLISHED``, ids).
    narrative: whether the text tells of the past (``narratives.is_narrative``); its times then rest on each other.
    day_first: whether dates in numbers begin with the day; None if that is not known.
    last_time, last_day: the last time, and the last day, that the text mentioned.
    weekdays: for each weekday, Monday being 0, the last day on it that the text mentioned.
    story_time: the last time that it mentioned as more than an aside (``narratives.is_aside``).
    results_quarter: the first quarter that the text mentioned, taken for the one whose results it reports.
    left_calendar: whether the text has mentioned a time before Christ, which has no place in the calendar here.
    other_calendar: whether the text uses another calendar than ours, or tells of a land that does.
    auxiliaries: those of verbs that were looked at before (``direction``).
    """

    doc: Parsed
    published: date | None
    in_doubt: set[str] = field(default_factory=set)
    narrative: bool = False
    day_first: bool | None = None
    last_time: Anchor | None = None
    last_day: Anchor | None = None
    weekdays: dict[int, Anchor] = field(default_factory=dict)
    story_time: Anchor | None = None
    results_quarter: Anchor | None = None
    left_calendar: bool = False
    other_calendar: bool = False
    auxiliaries: VerbAuxiliaries = field(default_factory=dict)
    start: int = 0
    end: int = 1
    day_name: str = PUBLISHED
    in_label: bool = False

    def if_recent(self, anchor: Anchor | None) -> Anchor | None:
        """The anchor, if its words are close enough for the text still to speak of it; in a narrative always."""
        if anchor is None or anchor.name == PUBLISHED or self.narrative:
            return anchor
        return anchor if self.start - anchor.place <= _ANCHOR_TOKENS else None

    @property
    def publication_day(self) -> Anchor | None:
        """The day of publication as an anchor; None if it is not known."""
        return Anchor(Slot(Unit.DAY, self.published), self.day_name, self.start) if self.published else None

    @property
    def default_anchor(self) -> Anchor | None:
        """What a date without a year rests on: the publication, in a narrative the last time mentioned.

        None in a narrative that has left the calendar.
        """
        if not self.narrative:
            return self.publication_day
        return self.story_time or (None if self.left_calendar else self.publication_day)

    @property
    def is_about_another_year(self) -> bool:
        """Whether the last time is close by and its year more than one from the publication's; never in a narrative.

        Nor where it has passed and the verb looks ahead: "invited in July 1997, it will join on March 12".
        """
        last, today = self.last_time, self.publication_day
        if last is None or today is None or self.narrative or self.start - last.place > _YEAR_TOKENS:
            return False
        years = today.slot.start.year - last.slot.start.year
        return abs(years) > 1 and not (years > 0 and self.direction == "future")

    @property
    def month_in_sentence(self) -> Anchor | None:
        """The last time, if it is a month or day in the same sentence and ``is_about_another_year``; else None.

        Not one in a remark on a noun: "Brandt, jailed in June 2016, was freed on May 3".
        """
        last = self.last_time
        if last is None or not self.is_about_another_year or last.slot.unit not in (Unit.MONTH, Unit.DAY):
            return None
        own = verb_above(self.head)
        is_aside = own is not None and is_in_remark(self.doc[last.place], own)
        return last if last.place >= self.first_token.sent.start and not is_aside else None

    @property
    def year_of_clause(self) -> Anchor | None:
        """The last time, if it is another year, and that of the verb of the expression or of one coordinated with it.

        "In 2016 she held out until June", "in the 2016 election she ran until June and left in July".
        """
        last, today = self.last_time, self.publication_day
        if (
            last is None
            or today is None
            or last.slot.unit is not Unit.YEAR
            or last.slot.start.year == today.slot.start.year
        ):
            return None
        if self.narrative or not self.first_token.sent.start <= last.place < self.start:
            return None
        own, verb = verb_above(self.head), verb_of_time(self.doc[last.place])
        return last if own is not None and verb is not None and verb in coordinated_with(own) else None

    @property
    def first_token(self) -> Token:
        """The first token of the expression being read."""
        return self.doc[self.start]

    @property
    def is_pointed_at(self) -> bool:
        """Whether "that" before the expression belongs to it ("left that Sunday"), and opens no clause.

        The parser also takes it for the conjunction of a main clause, which has none ("Later that Friday he left").
        """
        if self.start == 0 or (word := self.doc[self.start - 1]).lower_ != "that":
            return False
        after = self.doc[self.end] if self.end < len(self.doc) else None
        is_alone = after is None or after.pos_ == "ADP" or not after.text.isalnum()
        return word.dep_ == "det" or is_alone or (word.dep_ == "mark" and word.head.dep_ == "ROOT")

    @property
    def tokens(self) -> list[Token]:
        """The tokens of the expression being read."""
        return self.doc[self.start : self.end]

    @property
    def head(self) -> Token:
        """The token of the expression whose head lies outside it."""
        inside = range(self.start, self.end)
        tokens = (self.doc[i] for i in inside)
        return next((token for token in tokens if token.head.i not in inside or token.head == token), self.first_token)

    @property
    def ends_clause(self) -> bool:
        """Whether the expression ends its phrase: punctuation, a verb, a conjunction or nothing follows.

        A gerund goes on with it: "the day before leaving".
        """
        if self.end >= len(self.doc):
            return True
        return self.doc[self.end].pos_ in PHRASE_END_POS and self.doc[self.end].tag_ != "VBG"

    @property
    def direction(self) -> Direction | None:
        """Whether the verbs above the expression look back or ahead; None if they do not say."""
        return direction(self.head, self.auxiliaries)
