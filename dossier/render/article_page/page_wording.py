"""Words for annotations, used by the marks in the text and the lists beside it."""

from dossier.model import ActorMention, Form, Quantity, TimeMention, TimexType
from dossier.render import date_wording, prose
from dossier.render.row_context import Status

STATUS_SIGNS = {Status.FACT: "", Status.UNSURE: "?", Status.NEGATED: "×"}
"""Signs behind the number of an event, which show its status without colour."""

FORM_WORDS = {Form.NAME: "by name", Form.NOMINAL: "by description", Form.PRONOUN: "by pronoun"}
_TIMEX_TYPE_WORDS = {
    TimexType.DATE: "date",
    TimexType.TIME: "time of day",
    TimexType.DURATION: "duration",
    TimexType.SET: "repeated time",
}
_MAX_CHARACTERS = 160
"""Characters of a text that is shown whole. Set by hand; no measurement is recorded."""


def shortened_words(text: str) -> str:
    """The text on one line, cut behind ``_MAX_CHARACTERS``."""
    return prose.shortened(text[: 2 * _MAX_CHARACTERS], _MAX_CHARACTERS)


def sieve_words(mention: ActorMention) -> str:
    """The sieve that linked a mention to its chain, and its precision if that is below 1.

    Empty for a name that needed no sieve.
    """
    sieve = "" if mention.sieve == mention.form else f"rule “{prose.tidy(mention.sieve)}”"
    precision = "" if mention.confidence == 1 else f"right {mention.confidence:.0%} of the time"
    return ", ".join(filter(None, (sieve, precision)))


def time_meaning(time: TimeMention) -> str:
    """The meaning of a time: its date in words where it has one, else its type and TIMEX3 value."""
    when = time.dating.when
    return date_wording.when_words(when) if when else timex_words(time)


def timex_words(time: TimeMention) -> str:
    """The type of a time in words, and its TIMEX3 value."""
    return f"{_TIMEX_TYPE_WORDS[time.type]} {prose.tidy(time.value)}"


def quantity_words(quantity: Quantity) -> str:
    """The kind of a quantity, its number as far as it is known, and its unit: "killed: at least 10"."""
    unit = f" {prose.tidy(quantity.unit)}" if quantity.unit else ""
    return f"{quantity.kind}: {'about ' if quantity.is_about else ''}{_bounds(quantity)}{unit}"


def _bounds(quantity: Quantity) -> str:
    least, most = quantity.least, quantity.most
    if least is None and most is None:
        return "some"
    if least == most:
        return _grouped_digits(least)
    if most is None:
        return f"at least {_grouped_digits(least)}"
    return (
        f"at most {_grouped_digits(most)}" if least is None else f"{_grouped_digits(least)} to {_grouped_digits(most)}"
    )


def _grouped_digits(number: float | None) -> str:
    return f"{number:,.10g}"
