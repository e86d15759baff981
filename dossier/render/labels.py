"""Words for how sure, who says so, where, and on how many sources; and what they hold for."""

from collections.abc import Callable, Sequence

from dossier.model import Certainty, Event, Evidence, Factuality, Kind, Polarity
from dossier.render import dates
from dossier.render.context import Remark, Status
from dossier.render.prose import tidy

KINDS = {
    Kind.PERSON: "Person",
    Kind.ORGANIZATION: "Organisation",
    Kind.GROUP: "Group",
    Kind.PLACE: "Place",
    Kind.PRODUCT: "Product",
    Kind.WORK: "Work",
    Kind.OTHER: "Other",
}

_DENIED = Factuality(Certainty.CERTAIN, Polarity.NEGATIVE)
_POSITIVE = {
    Certainty.CERTAIN: "",
    Certainty.PROBABLE: "probable",
    Certainty.POSSIBLE: "possible",
    Certainty.UNDERSPECIFIED: "not certain",
}
_NEGATIVE = {
    Certainty.CERTAIN: "said not to have happened",
    Certainty.PROBABLE: "probably did not happen",
    Certainty.POSSIBLE: "possibly did not happen",
    Certainty.UNDERSPECIFIED: "not certain; said not to have happened",
}


def factuality(value: Factuality) -> str:
    """How sure, in words; empty for what is simply stated as fact.

    >>> factuality(Factuality(Certainty.POSSIBLE, Polarity.NEGATIVE))
    'possibly did not happen'
    """
    match value.polarity:
        case Polarity.POSITIVE:
            return _POSITIVE[value.certainty]
        case Polarity.NEGATIVE:
            return _NEGATIVE[value.certainty]
        case Polarity.UNDERSPECIFIED:
            return "unclear whether it happened"


def status(events: Sequence[Event]) -> Status:
    """How sure a row of events is as a whole: never surer than its least sure event."""
    if all(event.factuality.is_fact for event in events):
        return Status.FACT
    if all(event.factuality == _DENIED for event in events):
        return Status.NEGATED
    return Status.UNSURE


def label(event: Event) -> str:
    """How sure, in words; empty for what is simply stated as fact."""
    return factuality(event.factuality)


def voice(of: Event | Evidence) -> str:
    """Who says so, when that is not the article itself."""
    return f"according to {tidy(of.attribution.text)}" if of.attribution else ""


def bound(event: Event) -> str:
    """What is known of its date, and how; empty where nothing is."""
    when = event.dating.when
    return f"{dates.words(when)}, {dates.basis(event.dating)}" if when else ""


def place(event: Event) -> str:
    """Where it happened, if that is known."""
    return f"in {tidy(event.place.name)}" if event.place else ""


def support(event: Event) -> str:
    """On how many independent sources it rests."""
    if event.independent_sources > 1:
        return f"{event.independent_sources} independent sources"
    articles = len({evidence.article for evidence in event.evidence})
    return "single source" if articles == 1 else f"single source in {articles} articles"


def remarks(events: Sequence[Event], say: Callable[[Event], str]) -> tuple[Remark, ...]:
    """What ``say`` says of a row's events: once when it holds for all, else with the words it is about."""
    about: dict[str, list[str]] = {}
    for event in events:
        about.setdefault(say(event), []).append(trigger(event))
    if len(about) == 1:
        return tuple(Remark(text) for text in about if text)
    return tuple(Remark(text, ", ".join(dict.fromkeys(words))) for text, words in about.items() if text)


def trigger(event: Event) -> str:
    """The word of the first evidence that was read as this event, in quotation marks."""
    return f"“{tidy(event.evidence[0].trigger.exact)}”"


def departure(event: Event, evidence: Evidence) -> str:
    """How one source departs from the event as the timeline has it; empty where it does not."""
    said = []
    if evidence.factuality != event.factuality:
        said.append(factuality(evidence.factuality) or "stated as fact")
    if evidence.dating.when != event.dating.when:
        said.append(f"dated {dates.words(evidence.dating.when)}" if evidence.dating.when else "not dated")
    if voice(evidence) != voice(event):
        said.append(voice(evidence) or "not attributed")
    return f"“{tidy(evidence.trigger.exact)}”: {'; '.join(said)}" if said else ""
