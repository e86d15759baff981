"""Words for annotations, used by the marks in the text and the lists beside it."""

from collections.abc import Sequence

from dossier.model import (
    SURE_LINK,
    ActorMention,
    EventMention,
    Form,
    LinkDoubt,
    PassageRole,
    Quantity,
    TimeMention,
    TimexType,
)
from dossier.render.page_values.row_context import Status
from dossier.render.wording import date_wording, prose

STATUS_SIGNS = {Status.FACT: "", Status.UNSURE: "?", Status.NEGATED: "×"}
"""Signs behind the number of an event, which show its status without colour."""

FORM_WORDS = {Form.NAME: "by name", Form.NOMINAL: "by description", Form.PRONOUN: "by pronoun"}
_DOUBT_WORDS: dict[str, str] = {
    LinkDoubt.RIVAL_IN_SENTENCE: "another in the sentence may be meant",
    LinkDoubt.RIVAL_BEFORE: "another in the sentence before may be meant",
    LinkDoubt.RIVAL_AHEAD: "another, named only further on, may be meant",
    LinkDoubt.FAR: "last named several sentences before",
    LinkDoubt.NOT_NAMED_BEFORE: "not named in the text before",
    LinkDoubt.SPOKEN_OF: "named only by a speaker",
    LinkDoubt.INSIDE_A_NAME: "last named only inside another phrase",
    LinkDoubt.SEVERAL_FIT: "several fit equally well",
    LinkDoubt.WEAK_EVIDENCE: "such links are too often wrong",
}
PASSAGE_NAMES = {role: role.value for role in PassageRole} | {
    PassageRole.FURNITURE: "part of the site",
    PassageRole.GLUED: "run together",
}
"""What a passage is called in its sign and its entry."""

PASSAGE_REASONS = {
    PassageRole.HEADLINE: "a headline that runs on into the text",
    PassageRole.BYLINE: "says who wrote the article",
    PassageRole.DATELINE: "says where and when the article was written",
    PassageRole.ITEM_DATE: "the date of the item that it heads",
    PassageRole.CAPTION: "says what a picture shows",
    PassageRole.CREDIT: "says who took a picture, or edited or helped to report",
    PassageRole.TEASER: "links to other pages, or sums them up",
    PassageRole.COMMENT: "written by readers",
    PassageRole.COLUMN: "an opinion, or told in the first or second person",
    PassageRole.CORRECTION: "takes back what the article said before",
    PassageRole.POST: "a post of a social network, in somebody else’s words",
    PassageRole.FURNITURE: "put on each page by the site",
    PassageRole.GLUED: "parts of a page seem to run together here",
}
"""Why a passage tells no events."""

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
    """The sieve that linked a mention to its chain, how often such links are right, and whether this one is sure.

    The share is left out if it is 1; all is empty for a name that needed no sieve.
    """
    sieve = "" if mention.sieve == mention.form else f"rule “{prose.tidy(mention.sieve)}”"
    share = "" if mention.confidence == 1 else f"right {share_words(mention.confidence)} of the time"
    return ", ".join(filter(None, (sieve, share, _surety(mention))))


def share_words(share: float) -> str:
    """A share in per cent, to three digits: "96.9%"."""
    return f"{100 * share:.3g}%"


def _surety(mention: ActorMention) -> str:
    if mention.confidence == 1 and not mention.doubt:
        return ""
    sure = "sure" if mention.confidence >= SURE_LINK else "not sure"
    return f"{sure}: {doubt_words(mention.doubt)}" if mention.doubt else sure


def doubt_words(doubt: str) -> str:
    """What speaks against a link; the doubt itself where it comes from a file of another version."""
    return _DOUBT_WORDS.get(doubt) or prose.tidy(doubt)


def candidate_words(names: Sequence[str]) -> str:
    """Whom refused words may mean: "may mean Ada Brandt or Omar Haddad"; empty where nobody is likely."""
    return f"may mean {' or '.join(names)}" if names else ""


def standing_words(event: EventMention) -> str:
    """Whether the line of an event can be read by itself, and how often it points to earlier sentences."""
    alone = "stands alone" if event.stands_alone else "does not stand alone"
    times = "once" if event.points_back == 1 else f"{event.points_back} times"
    return f"{alone}, points back {times}" if event.points_back else alone


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
