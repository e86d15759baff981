"""Words for how sure, who says so, where, and on how many sources; and what they hold for."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from dossier.model import (
    Attribution,
    Basis,
    Bound,
    Certainty,
    Choice,
    Event,
    Evidence,
    Factuality,
    Kind,
    Polarity,
    Realis,
    Relation,
)
from dossier.render import date_words
from dossier.render.context import Remark, Status
from dossier.render.prose import occurrences, tidy
from dossier.render.sentence_lines import PRONOUNS, names

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

_SENSES = {
    Realis.GENERIC: {
        Polarity.POSITIVE: "in general",
        Polarity.NEGATIVE: "in general not",
        Polarity.UNDERSPECIFIED: "in general, unclear whether or not",
    },
    Realis.FORECAST: {
        Polarity.POSITIVE: "forecast",
        Polarity.NEGATIVE: "forecast not to happen",
        Polarity.UNDERSPECIFIED: "forecast, unclear whether or not",
    },
    Realis.PLAN: {
        Polarity.POSITIVE: "plan",
        Polarity.NEGATIVE: "planned not to happen",
        Polarity.UNDERSPECIFIED: "plan, unclear whether or not",
    },
    Realis.HYPOTHETICAL: {
        Polarity.POSITIVE: "not stated to have happened",
        Polarity.NEGATIVE: "not stated whether it happened",
        Polarity.UNDERSPECIFIED: "not stated whether it happened",
    },
}
_GRADED = (Certainty.PROBABLE, Certainty.POSSIBLE)

_CHOICES = {
    Choice.JUDGEMENT: "set by the analyst",
    Choice.ONLY: "",
    Choice.SOURCES: "as most sources have it",
    Choice.BASIS: "from the source that gives it most plainly",
    Choice.PRECISION: "the most exact of the dates given",
    Choice.EARLIEST: "as the first source has it",
}

_FOLLOWING = 3  # words that may tell a word from the same one elsewhere in its sentence

_ORDERS = {
    "before": "before {}",
    "after": "after {}",
    "is_included": "during {}",
    "includes": "around {}",
    "begun_by": "since {}",
    "begins": "at the start of {}",
    "ended_by": "until {}",
    "ends": "at the end of {}",
    "simultaneous": "at the time of {}",
}


def factuality(value: Factuality) -> str:
    """How sure, in words; empty for what is simply stated as fact.

    >>> factuality(Factuality(Certainty.POSSIBLE, Polarity.NEGATIVE))
    'possibly did not happen'
    >>> factuality(Factuality(Certainty.PROBABLE, Polarity.POSITIVE, Realis.FORECAST))
    'forecast, probable'
    """
    if value.realis is not Realis.ACTUAL:
        return _sense(value)
    match value.polarity:
        case Polarity.POSITIVE:
            return _POSITIVE[value.certainty]
        case Polarity.NEGATIVE:
            return _NEGATIVE[value.certainty]
        case Polarity.UNDERSPECIFIED:
            return "unclear whether it happened"


def _sense(value: Factuality) -> str:
    """In what sense it is told, with how sure that is: forecast, possible; probable, not stated to have happened."""
    sense = _SENSES[value.realis][value.polarity]
    if value.certainty not in _GRADED:
        return sense
    return f"{value.certainty}, {sense}" if value.realis is Realis.HYPOTHETICAL else f"{sense}, {value.certainty}"


def status(events: Sequence[Event]) -> Status:
    """How sure a row of events is as a whole: never surer than its least sure event."""
    statuses = {status_of(event.factuality) for event in events}
    return statuses.pop() if len(statuses) == 1 else Status.UNSURE


def status_of(value: Factuality) -> Status:
    """How sure one event is: what is told as forecast, plan or habit is neither a fact nor denied."""
    if value.is_fact:
        return Status.FACT
    return Status.NEGATED if value == _DENIED else Status.UNSURE


def label(event: Event) -> str:
    """How sure, in words; empty for what is simply stated as fact."""
    return factuality(event.factuality)


def voice(of: Event | Evidence, line: str = "") -> str:
    """Who says so, when that is not the article itself; sources that the line names are not told again.

    A pronoun is no source: its actor's name stands in brackets, and where it has none nothing is said.
    """
    told = [_called(said) for said in _sources(of.attribution) if not names(line, said)]
    sources = ", as told by ".join(filter(None, told))
    return f"according to {sources}" if sources else ""


def _sources(said: Attribution | None) -> Iterator[Attribution]:
    """The source, then who says that it says so."""
    while said:
        yield said
        said = said.via


def _called(said: Attribution) -> str:
    text = tidy(said.text)
    if text.lower() not in PRONOUNS:
        return text
    return f"[{tidy(said.name)}]" if said.name and said.name.lower() not in PRONOUNS else ""


def basis(event: Event) -> str:
    """How its date is known; where order gives it, by which event of the source. Empty where there is no date."""
    rule = next((piece.dated_by for piece in event.evidence if piece.dating == event.dating), None)
    how = date_words.basis(event.dating, rule)
    if event.dating.basis is not Basis.INFERRED or not (event.not_before or event.not_after):
        return how
    told = [_by(bound, event) for bound in (event.not_before, event.not_after) if bound]
    if event.dating.when and event.dating.when.last and not event.not_after:
        told.append("no later than publication")
    return f"{how}: {'; '.join(told)}"


def choice(event: Event) -> str:
    """How its date was chosen, where its sources give several; empty where they give one."""
    return _CHOICES[event.choice] if event.choice else ""


def bound(event: Event) -> str:
    """What is known of its date, and how; empty where nothing is."""
    return f"{date_words.dated(event.dating)}, {basis(event)}" if event.dating.when else order(event)


def order(event: Event) -> str:
    """What its place among other events adds to a date that the text gives; empty where it adds nothing."""
    if event.dating.basis is Basis.INFERRED:
        return ""
    said = [
        f"{date_words.bounded(bound.period, side)}, {_by(bound, event)}"
        for bound, side in ((event.not_before, "after"), (event.not_after, "before"))
        if bound
    ]
    return "; ".join(said)


def relation(one: Relation, event: str) -> str:
    """What the event (by id) is to the other of a relation, by the other's word: after “fell”."""
    witness = one.evidence[0]
    other = witness.target if event == one.source else witness.source
    return order_words(one.seen_from(event), tidy(other.exact))


def order_words(seen: str, other: str) -> str:
    """How an event lies to another, by TimeML's name for it and the other's word.

    >>> order_words("before", "fell")
    'before “fell”'
    """
    return _ORDERS[seen].format(f"“{other}”")


def _by(bound: Bound, event: Event) -> str:
    ends = bound.relation.source, bound.relation.target
    way = "" if bound.anchor in ends else ", by way of others"
    return relation(bound.relation, event.id) + way


def support(event: Event) -> str:
    """On how many independent sources it rests."""
    if event.independent_sources > 1:
        return f"{event.independent_sources} independent sources"
    return copies(event) or "single source"


def copies(event: Event) -> str:
    """In how many articles its single source stands; empty where that is one."""
    articles = len({evidence.article for evidence in event.evidence})
    return f"single source in {articles} articles" if articles > 1 else ""


def remarks(events: Sequence[Event], say: Callable[[Event], str]) -> tuple[Remark, ...]:
    """What ``say`` says of a row's events: once when it holds for all, else with the words it is about."""
    said = {say(event) for event in events}
    return tuple(Remark(text) for text in said if text) if len(said) == 1 else named(events, say)


def named(events: Sequence[Event], say: Callable[[Event], str]) -> tuple[Remark, ...]:
    """What ``say`` says of a row's events, always with the words it is about."""
    about: dict[str, list[Event]] = {}
    for event in events:
        about.setdefault(say(event), []).append(event)
    return tuple(Remark(text, triggers(those)) for text, those in about.items() if text)


def triggers(events: Iterable[Event]) -> str:
    """The words that were read as these events, each once."""
    return ", ".join(dict.fromkeys(map(trigger, events)))


def trigger(event: Event) -> str:
    """The word of the first evidence that was read as this event, told apart, in quotation marks."""
    return f"“{told_apart(event.evidence[0])}”"


def told_apart(evidence: Evidence) -> str:
    """The trigger; where its sentence has that word again, with the next ones, until it is clear which is meant."""
    word, sentence = tidy(evidence.trigger.exact), tidy(evidence.quote.exact)
    after = tidy(f"|{evidence.quote.exact[evidence.trigger.span.end - evidence.quote.span.start :]}")[1:]
    longer = (re.match(rf"(?:\W*\w+){{{more}}}", after) for more in range(_FOLLOWING + 1))
    phrases = (word + match[0] for match in longer if match)
    return next((phrase for phrase in phrases if len(occurrences(sentence, phrase)) == 1), word)


def departure(event: Event, evidence: Evidence) -> str:
    """How one source departs from the event as the timeline has it; empty where it does not."""
    said = []
    if evidence.factuality != event.factuality:
        said.append(factuality(evidence.factuality) or "stated as fact")
    if event.dating.basis is not Basis.INFERRED and evidence.dating.when != event.dating.when:
        said.append(f"dated {date_words.words(evidence.dating.when)}" if evidence.dating.when else "not dated")
    if voice(evidence) != voice(event):
        said.append(voice(evidence) or "not attributed")
    return f"“{tidy(evidence.trigger.exact)}”: {'; '.join(said)}" if said else ""
