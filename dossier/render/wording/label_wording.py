"""Words for what is known of an event: how sure it is, by which source, its date and order, and how many sources."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from dossier.model import (
    Attribution,
    Basis,
    Certainty,
    Event,
    Evidence,
    Factuality,
    Kind,
    PartOfSpeech,
    Polarity,
    Realis,
    Relation,
    RelationType,
    Role,
)
from dossier.render.page_values.row_context import Remark, Status
from dossier.render.wording import date_wording
from dossier.render.wording.prose import occurrences, tidy
from dossier.render.wording.sentence_lines import names_source
from dossier.text.line_words import PRONOUNS
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.render", "render_words.toml")

KIND_WORDS = {
    Kind.PERSON: "Person",
    Kind.ORGANIZATION: "Organisation",
    Kind.GROUP: "Group",
    Kind.PLACE: "Place",
    Kind.PRODUCT: "Product",
    Kind.WORK: "Work",
    Kind.OTHER: "Other",
}
ROLE_WORDS = {
    Role.AGENT: "does it",
    Role.PATIENT: "it happens to",
    Role.RECIPIENT: "receives it, or is told",
    Role.INSTRUMENT: "by means of",
    Role.PLACE: "where it happens",
    Role.OTHER: "has another part",
}
"""The part of somebody in an event, as it stands in brackets behind the name."""
KIND_HEADINGS = {
    Kind.PERSON: "People",
    Kind.ORGANIZATION: "Organisations",
    Kind.GROUP: "Groups",
    Kind.PLACE: "Places",
    Kind.PRODUCT: "Products",
    Kind.WORK: "Works",
    Kind.OTHER: "Others",
}

_DENIAL = Factuality(Certainty.CERTAIN, Polarity.NEGATIVE)
_AFFIRMED_WORDS = {
    Certainty.CERTAIN: "",
    Certainty.PROBABLE: "probable",
    Certainty.POSSIBLE: "possible",
    Certainty.UNDERSPECIFIED: "not certain",
}
_NEGATED_WORDS = {
    Certainty.CERTAIN: "said not to have happened",
    Certainty.PROBABLE: "probably did not happen",
    Certainty.POSSIBLE: "possibly did not happen",
    Certainty.UNDERSPECIFIED: "not certain; said not to have happened",
}

_REALIS_WORDS = {
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
_GRADED_CERTAINTIES = (Certainty.PROBABLE, Certainty.POSSIBLE)

_MAX_WORDS_AFTER_TRIGGER = 3
"""Words added to a trigger to tell it from the same word in its sentence. Set by hand; no measurement is recorded."""

_RELATION_WORDS = {
    RelationType.BEFORE: "before {}",
    RelationType.BEFORE.inverse: "after {}",
    RelationType.IS_INCLUDED: "during {}",
    RelationType.IS_INCLUDED.inverse: "around {}",
    RelationType.BEGUN_BY: "since {}",
    RelationType.BEGUN_BY.inverse: "at the start of {}",
    RelationType.ENDED_BY: "until {}",
    RelationType.ENDED_BY.inverse: "at the end of {}",
    RelationType.SIMULTANEOUS: "at the time of {}",
}


def factuality_words(value: Factuality) -> str:
    """How sure an event is, in words; empty for a plain fact.

    >>> factuality_words(Factuality(Certainty.POSSIBLE, Polarity.NEGATIVE))
    'possibly did not happen'
    >>> factuality_words(Factuality(Certainty.PROBABLE, Polarity.POSITIVE, Realis.FORECAST))
    'forecast, probable'
    """
    if value.realis is not Realis.ACTUAL:
        return _realis_words(value)
    match value.polarity:
        case Polarity.POSITIVE:
            return _AFFIRMED_WORDS[value.certainty]
        case Polarity.NEGATIVE:
            return _NEGATED_WORDS[value.certainty]
        case Polarity.UNDERSPECIFIED:
            return "unclear whether it happened"


def _realis_words(value: Factuality) -> str:
    """The realis in words, with the certainty: "forecast, possible", "probable, not stated to have happened"."""
    realis = _REALIS_WORDS[value.realis][value.polarity]
    if value.certainty not in _GRADED_CERTAINTIES:
        return realis
    return f"{value.certainty}, {realis}" if value.realis is Realis.HYPOTHETICAL else f"{realis}, {value.certainty}"


def factuality_status(value: Factuality) -> Status:
    """The status of a factuality: ``NEGATED`` for a certain denial, ``UNSURE`` for all else that is no plain fact.

    So forecasts, plans and habits are unsure, and so is what is only probable.
    """
    if value.is_fact:
        return Status.FACT
    return Status.NEGATED if value == _DENIAL else Status.UNSURE


def event_factuality_words(event: Event) -> str:
    """How sure the event is, in words; empty for a plain fact. Who "does not recommend" a ban has told what to do."""
    return "not advised" if _is_not_advised(event) else factuality_words(event.factuality)


def event_status(event: Event) -> Status:
    """The status of an event by its factuality. That somebody does not advise something is a fact of its own."""
    return Status.FACT if _is_not_advised(event) else factuality_status(event.factuality)


def _is_not_advised(event: Event) -> bool:
    """Whether somebody advises against something, and does not deny that he advised it."""
    is_advice = event.type in _WORDS["types_of_advice"] and event.evidence[0].lemma in _WORDS["verbs_of_advising"]
    said = event.attribution
    is_denied = said is not None and not _WORDS["verbs_of_denying"].isdisjoint(said.cue.exact.lower().split())
    return is_advice and event.factuality == _DENIAL and not is_denied


def source_words(of: Event | Evidence, line: str = "") -> str:
    """The sources of an event in words ("according to police"); empty where the article itself is the source.

    A source that ``line`` names beside its cue is left out, unless the analyst gave it. In place of a pronoun the name
    of its actor stands in brackets: "according to [Ada Brandt]". A pronoun without an actor is left out.
    """
    named = [_source_name(said) for said in _sources(of.attribution) if said.given or not names_source(line, said)]
    sources = ", as told by ".join(filter(None, named))
    return f"according to {sources}" if sources else ""


def _sources(said: Attribution | None) -> Iterator[Attribution]:
    """The source, then the source that reports it, and so on."""
    while said:
        yield said
        said = said.via


def _source_name(said: Attribution) -> str:
    text = tidy(said.text)
    if text.lower() not in PRONOUNS:
        return text if any(map(str.isalnum, text)) else ""  # "Treasury Dept. says" may lose all but its stop
    return f"[{tidy(said.name)}]" if said.name and said.name.lower() not in PRONOUNS else ""


def relation_words(one: Relation, event: str) -> str:
    """The relation of an event (by id) to the other event, with the trigger of that event: after “fell”."""
    witness = one.evidence[0]
    other = witness.target if event == one.source else witness.source
    return relation_type_words(one.seen_from(event), tidy(other.exact))


def relation_type_words(seen: str, other: str) -> str:
    """A relation in words, by TimeML's name for it or its inverse, and the trigger of the other event.

    >>> relation_type_words("before", "fell")
    'before “fell”'
    """
    return _RELATION_WORDS[seen].format(f"“{other}”")


INDEPENDENT_SOURCES = "independent sources"


def support_words(event: Event, noun: str = INDEPENDENT_SOURCES) -> str:
    """The number of independent sources of an event, by this ``noun``; for a single one, what ``copies_words`` says."""
    if event.independent_sources > 1:
        return f"{event.independent_sources} {noun}"
    return copies_words(event) or "single source"


def copies_words(event: Event) -> str:
    """The number of articles that have the evidence of an event with a single source; empty for one article."""
    articles = len({evidence.article for evidence in event.evidence})
    return f"single source in {articles} articles" if articles > 1 else ""


def remarks(events: Sequence[Event], say: Callable[[Event], str]) -> tuple[Remark, ...]:
    """What ``say`` says of the events of a row: without triggers where it says the same of all, else with them."""
    said = {say(event) for event in events}
    return tuple(Remark(text) for text in said if text) if len(said) == 1 else remarks_with_triggers(events, say)


def remarks_with_triggers(events: Sequence[Event], say: Callable[[Event], str]) -> tuple[Remark, ...]:
    """What ``say`` says of the events of a row, each remark with the triggers that it is about; nothing empty."""
    about: dict[str, list[Event]] = {}
    for event in events:
        about.setdefault(say(event), []).append(event)
    return tuple(Remark(text, quoted_triggers(those)) for text, those in about.items() if text)


def without_objects(events: Sequence[Event]) -> list[Event]:
    """The events without the nouns behind a verb of their sentence that is as unsure as they are.

    Of "is believed to have planned bombings" the planning is in doubt; the bombings have the label of the verb.
    """
    verbs = [event for event in events if not _is_noun(event)]
    return [event for event in events if not (_is_noun(event) and any(_governs(verb, event) for verb in verbs))]


def _is_noun(event: Event) -> bool:
    return event.evidence[0].part_of_speech in (PartOfSpeech.NOUN, PartOfSpeech.PROPER_NOUN)


def _governs(verb: Event, noun: Event) -> bool:
    """Whether the verb stands before the noun in one sentence, and is as sure."""
    one, two = verb.evidence[0], noun.evidence[0]
    is_before = (one.article, one.quote) == (two.article, two.quote) and one.trigger.span < two.trigger.span
    return is_before and verb.factuality == noun.factuality


def quoted_triggers(events: Iterable[Event]) -> str:
    """The triggers of the events in quotation marks, each once."""
    return ", ".join(dict.fromkeys(map(quoted_trigger, events)))


def quoted_trigger(event: Event) -> str:
    """The trigger of the event in its first evidence, in quotation marks, with the words that tell it apart."""
    return f"“{distinct_trigger(event.evidence[0])}”"


def distinct_trigger(evidence: Evidence) -> str:
    """The trigger. Where its sentence has that word twice, with up to three words behind it that tell them apart."""
    word, sentence = tidy(evidence.trigger.exact), tidy(evidence.quote.exact)
    after = tidy(f"|{evidence.quote.exact[evidence.trigger.span.end - evidence.quote.span.start :]}")[1:]
    longer = (re.match(rf"(?:\W*\w+){{{more}}}", after) for more in range(_MAX_WORDS_AFTER_TRIGGER + 1))
    phrases = (word + match[0] for match in longer if match)
    return next((phrase for phrase in phrases if len(occurrences(sentence, phrase)) == 1), word)


def departure_words(event: Event, evidence: Evidence) -> str:
    """How evidence departs from its event in factuality, date or source; empty where it does not.

    That it names no source where the event does is no departure by itself: the note shows its words. Nor is a date that
    may be that of the event, or none. An inferred date is not compared: no evidence has it.
    """
    said = []
    if evidence.factuality != event.factuality:
        said.append(factuality_words(evidence.factuality) or "stated as fact")
    when, told = event.dating.when, evidence.dating.when
    if event.dating.basis is not Basis.INFERRED and when and told and not when.overlaps(told):
        said.append(f"dated {date_wording.when_words(told)}")
    voice = source_words(evidence)
    if voice != source_words(event) and (voice or said):
        said.append(voice or "not attributed")
    return f"“{tidy(evidence.trigger.exact)}”: {'; '.join(said)}" if said else ""
