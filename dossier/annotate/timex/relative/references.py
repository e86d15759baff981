"""Words for the past, present and future with no place in the calendar: "recently", "now", "soon"."""

from dossier.annotate.timex.context.anchor_context import AnchorContext
from dossier.annotate.timex.rules.rule import MatchReader, Rule
from dossier.annotate.timex.values.time_reading import TimeReading
from dossier.annotate.timex.words.grammar import RuleMatch
from dossier.annotate.timex.words.rule_names import RuleName
from dossier.model import TimexType


def _reader_of(value: str) -> MatchReader:
    """A reader that always gives one TIMEX3 value."""

    def read(found: RuleMatch, context: AnchorContext) -> TimeReading | None:
        return TimeReading(TimexType.DATE, value)

    return read


def _current(found: RuleMatch, context: AnchorContext) -> TimeReading | None:
    """The current plan; not a current in the water."""
    return TimeReading(TimexType.DATE, "PRESENT_REF") if context.first_token.pos_ == "ADJ" else None


def _soon(found: RuleMatch, context: AnchorContext) -> TimeReading | None:
    """Soon; not under a verb that looks back."""
    return None if context.direction == "past" else TimeReading(TimexType.DATE, "FUTURE_REF")


RULES = (
    Rule(RuleName.PRESENT, "right? now", _reader_of("PRESENT_REF")),
    Rule(
        RuleName.PRESENT,
        "currently|presently|nowadays|these days|(?<=at) present|(?<=at) the moment",
        _reader_of("PRESENT_REF"),
    ),
    Rule(RuleName.PRESENT, "current", _current),
    Rule(RuleName.PAST, "(?:more)? recently|lately", _reader_of("PAST_REF")),
    Rule(RuleName.PAST, "then -? current", _reader_of("PAST_REF")),
    Rule(RuleName.PAST, "recent", _reader_of("PAST_REF")),
    Rule(RuleName.PAST, "formerly|long ago", _reader_of("PAST_REF")),
    Rule(RuleName.PAST, "(?<=in) past {units}", _reader_of("PAST_REF")),
    Rule(RuleName.PAST, "the (?:recent|distant)? past", _reader_of("PAST_REF")),
    Rule(RuleName.FUTURE, "(?<!as) soon (?!after)", _soon),
    Rule(RuleName.FUTURE, "the (?:near|immediate|distant)? future", _reader_of("FUTURE_REF")),
    Rule(RuleName.FUTURE, "a later date", _reader_of("FUTURE_REF")),
)
