"""Words for what was read, shared by the marks in the text and the lists beside it."""

from dossier.model import ActorMention, Form, Quantity, TimeMention, TimexType
from dossier.render import date_words, prose
from dossier.render.context import Status

STATUS_SIGNS = {Status.FACT: "", Status.UNSURE: "?", Status.NEGATED: "×"}
"""What follows the number of an event, so that it says how sure it is without colour."""

FORMS = {Form.NAME: "by name", Form.NOMINAL: "by description", Form.PRONOUN: "by pronoun"}
_TYPES = {
    TimexType.DATE: "date",
    TimexType.TIME: "time of day",
    TimexType.DURATION: "duration",
    TimexType.SET: "repeated time",
}
_LONGEST = 160  # characters of words that are shown whole


def shown(text: str) -> str:
    """Words on one line, cut where they are very long."""
    return prose.short(text[: 2 * _LONGEST], _LONGEST)


def link(mention: ActorMention) -> str:
    """The rule that tied a mention to its actor, and how often that rule is right; empty for a plain name."""
    rule = "" if mention.sieve == mention.form else f"rule “{prose.tidy(mention.sieve)}”"
    share = "" if mention.confidence == 1 else f"right {mention.confidence:.0%} of the time"
    return ", ".join(filter(None, (rule, share)))


def value(time: TimeMention) -> str:
    """What a time means: in words where it has a place in the calendar, else its type and TIMEX3 value."""
    when = time.dating.when
    return date_words.words(when) if when else f"{_TYPES[time.type]} {prose.tidy(time.value)}"


def type_(time: TimeMention) -> str:
    """The type of a time in words, and its TIMEX3 value."""
    return f"{_TYPES[time.type]} {prose.tidy(time.value)}"


def number(quantity: Quantity) -> str:
    """What is counted, and how many as far as that is known: "killed: at least 10"."""
    unit = f" {prose.tidy(quantity.unit)}" if quantity.unit else ""
    return f"{quantity.kind}: {'about ' if quantity.is_about else ''}{_bounds(quantity)}{unit}"


def _bounds(quantity: Quantity) -> str:
    least, most = quantity.least, quantity.most
    if least is None and most is None:
        return "some"
    if least == most:
        return _figure(least)
    if most is None:
        return f"at least {_figure(least)}"
    return f"at most {_figure(most)}" if least is None else f"{_figure(least)} to {_figure(most)}"


def _figure(number: float | None) -> str:
    return f"{number:,.10g}"
