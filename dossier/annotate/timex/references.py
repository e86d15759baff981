"""Past, present and future with no place in the calendar."""

from dossier.annotate.timex.anchor_context import Context
from dossier.annotate.timex.grammar import Found
from dossier.annotate.timex.rule import Read, Rule
from dossier.annotate.timex.time_reading import Reading
from dossier.model import TimexType


def _to(value: str) -> Read:
    def read(found: Found, context: Context) -> Reading | None:
        return Reading(TimexType.DATE, value)

    return read


def _current(found: Found, context: Context) -> Reading | None:
    """The current plan; not a current in the water."""
    return Reading(TimexType.DATE, "PRESENT_REF") if context.token.pos_ == "ADJ" else None


def _soon(found: Found, context: Context) -> Reading | None:
    """Soon is ahead of us only where the verb is."""
    return None if context.direction == "past" else Reading(TimexType.DATE, "FUTURE_REF")


RULES = (
    Rule("present", "right? now", _to("PRESENT_REF")),
    Rule("present", "currently|presently|nowadays|these days|(?<=at) present|(?<=at) the moment", _to("PRESENT_REF")),
    Rule("present", "current", _current),
    Rule("past", "(?:more)? recently|lately", _to("PAST_REF")),
    Rule("past", "recent", _to("PAST_REF")),
    Rule("past", "formerly|long ago", _to("PAST_REF")),
    Rule("past", "the (?:recent|distant)? past", _to("PAST_REF")),
    Rule("future", "(?<!as) soon (?!after)", _soon),
    Rule("future", "the (?:near|immediate|distant)? future", _to("FUTURE_REF")),
    Rule("future", "a later date", _to("FUTURE_REF")),
)
