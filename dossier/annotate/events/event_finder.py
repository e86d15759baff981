"""The spaCy component that finds the events of one article: in its headline and its body."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from dossier.annotate import doc as on_doc
from dossier.annotate import roles
from dossier.annotate.attribution.event_sources import sources
from dossier.annotate.dating.dated_event import DatedEvent
from dossier.annotate.dating.event_dates import date_events
from dossier.annotate.dating.pages.gathered_pages import gathers_days
from dossier.annotate.dating.pages.running_pages import runs_on, without_days_of_report
from dossier.annotate.doc import Argument, Source, Trigger
from dossier.annotate.events.amounts import amounts, number_words
from dossier.annotate.events.bare_mentions import BareMentionFinder
from dossier.annotate.events.candidate import Candidate
from dossier.annotate.events.event_nouns import event_of_noun
from dossier.annotate.events.event_verbs import event_of_verb
from dossier.annotate.events.light_verbs import light_verb_event
from dossier.annotate.events.place_governors import words_sharing_place
from dossier.annotate.events.withdrawn import withdrawn_heads
from dossier.annotate.factuality.composed_factuality import EventFactuality
from dossier.annotate.factuality.factuality_reader import FactualityReader
from dossier.annotate.ontology import Ontology, ontology
from dossier.annotate.parsed import PARSE, Parsed, Token, parsed
from dossier.annotate.structure.unread import untold_tokens
from dossier.annotate.syntax.headings import heading_tokens, headline, opening_heading
from dossier.annotate.syntax.labels import EVENT_POS, NOUN_OR_MEASURE_MODIFIERS
from dossier.annotate.syntax.tense import tenses
from dossier.model import Certainty, Factuality, Kind, Polarity, Role, When

_NOT_TOLD = Factuality(Certainty.UNDERSPECIFIED, Polarity.UNDERSPECIFIED)
"""Of an event that a noun names before another: a "murder suspect" does not say that there was a murder."""


@Language.factory(
    "dossier_events",
    requires=[
        *PARSE,
        "doc._.chains",
        "doc._.headings",
        "doc._.items",
        "doc._.passages",
        "doc._.timexes",
        "doc._.quotations",
        "doc._.turns",
    ],
    assigns=["doc._.bare_mentions", "doc._.triggers"],
    default_config={"ontology": ""},
)
def create(nlp: Language, name: str, ontology: str) -> "EventFinder":
    """The component; it goes after ``dossier_timex`` and ``dossier_actors``. It reads ``doc._.published``, where set.

    ``ontology`` is the text of a file that adds event types.
    """
    return EventFinder(ontology)


class EventFinder:
    """Finds the events of a Doc."""

    def __init__(self, added_types: str = "") -> None:
        on_doc.register()
        self._ontology = ontology(added_types)

    def __call__(self, doc: Doc) -> Doc:
        """Leave the events of the Doc on it, in text order, those that it only names by themselves, and return it."""
        parse = parsed(doc)
        if runs_on(parse, tenses(parse)):
            doc._.runs_on = True
            doc._.published = When(doc._.published.first, None) if doc._.published.first else None
            doc._.timexes = without_days_of_report(doc._.timexes)
        elif gathers_days(parse):
            doc._.gathers_days = True
            doc._.published = When.until(doc._.published.last)
            doc._.timexes = without_days_of_report(doc._.timexes)
        reader = _EventReader(parse, self._ontology)
        doc._.triggers = tuple(reader.triggers())
        doc._.bare_mentions = tuple(reader.bare_mentions())
        return doc


class _EventReader:
    """Finds the events of one Doc."""

    def __init__(self, doc: Parsed, ontology: Ontology) -> None:
        self._doc = doc
        self._ontology = ontology
        self._times = frozenset(i for timex in doc._.timexes for i in range(timex.start, timex.end))
        chains = (chain for chain in doc._.chains if chain.kind is Kind.ORGANIZATION)
        self._bodies = {mention.head: mention for chain in chains for mention in chain.mentions}
        self._numbers = number_words(doc)
        self._opening = opening_heading(doc)
        self._untold = untold_tokens(doc)
        self._skipped = heading_tokens(doc).difference(headline(doc)) | self._untold
        self._factuality = FactualityReader(doc)
        self._told = list(self._candidates())

    def triggers(self) -> Iterator[Trigger]:
        """The events, in text order, with all that is known of each.

        Light verbs are dated as well, since they can date the event of their noun.
        """
        candidates = self._told
        types = {token.i: c.type for c in candidates for token in (c.head, c.light_verb) if token is not None}
        heads = sorted(types)
        factualities, event_sources = self._stances(heads)
        dates = date_events(self._doc, {i: (types[i], factualities[i].factuality) for i in heads})
        for candidate in candidates:
            i = candidate.head.i
            yield from self._triggers(candidate, factualities[i], event_sources[i], dates)

    def bare_mentions(self) -> Iterator[Trigger]:
        """The events that the text names and does not tell, in text order, with how sure they are and who says so."""
        found = self._only_named()
        factualities, event_sources = self._stances([bare.head.i for bare in found])
        for bare in found:
            i = bare.head.i
            is_modifier = bare.head.dep_ in NOUN_OR_MEASURE_MODIFIERS
            yield Trigger(
                head=i,
                start=bare.start,
                end=bare.end,
                lemma=bare.lemma,
                type=bare.type,
                factuality=_NOT_TOLD if is_modifier else factualities[i].factuality,
                cues=() if is_modifier else factualities[i].cues,
                source=event_sources[i],
                arguments=self._arguments(bare) if i in self._opening else (),
            )

    def _only_named(self) -> list[Candidate]:
        """The bare mentions, without those of events that a correction takes back."""
        told = {i for event in self._told for i in _tokens(event)}
        unread = heading_tokens(self._doc).difference(self._opening) | self._untold
        found = list(BareMentionFinder(self._doc, self._ontology, self._times).mentions(unread, told))
        withdrawn = withdrawn_heads(self._doc, [bare.head for bare in found])
        return [bare for bare in found if bare.head.i not in withdrawn]

    def _stances(self, heads: list[int]) -> tuple[dict[int, EventFactuality], dict[int, Source | None]]:
        """The factuality and the source of the events at the token indices ``heads``."""
        return self._factuality.for_events(heads), sources(self._doc, heads, self._factuality)

    def _candidates(self) -> Iterator[Candidate]:
        """The events of verbs and nouns, in text order.

        A light verb tells of no event of its own, nor does a noun that is part of a verb ("take office").
        """
        tokens = [self._doc[i] for i in self._doc.pos.where(EVENT_POS) if i not in self._skipped]
        light_verbs = dict(self._nouns_with_light_verbs(tokens))
        light = {verb.i for verb in light_verbs.values()}
        verbs = (token for token in tokens if token.pos_ == "VERB" and token.i not in light)
        of_verbs = [event_of_verb(verb, self._ontology) for verb in verbs]
        own_nouns = {found.own_noun.i for found in of_verbs if found is not None and found.own_noun is not None}
        of_nouns = (
            event_of_noun(token, self._ontology, self._times, light_verbs.get(token.i))
            for token in tokens
            if token.pos_ != "VERB" and token.i not in own_nouns
        )
        found = sorted((c for c in (*of_verbs, *of_nouns) if c is not None), key=lambda c: c.head.i)
        withdrawn = withdrawn_heads(self._doc, [candidate.head for candidate in found])
        yield from (candidate for candidate in found if candidate.head.i not in withdrawn)

    def _nouns_with_light_verbs(self, tokens: list[Token]) -> Iterator[tuple[int, Token]]:
        """The index of each noun that a light verb has as its event, with the verb."""
        for token in tokens:
            noun = light_verb_event(token, self._ontology) if token.pos_ == "VERB" else None
            if noun is not None and noun.i not in self._times and noun.i not in self._skipped:
                yield noun.i, token

    def _triggers(
        self,
        event: Candidate,
        factuality: EventFactuality,
        source: Source | None,
        dates: Mapping[int, tuple[DatedEvent, ...]],
    ) -> Iterator[Trigger]:
        """The event with its participants, place, numbers and date, and with what the other readers know of it.

        One for each of its dates. The numbers of several are left out: they may be those of all together.
        """
        head, light_verb = event.head, event.light_verb
        found = dates[head.i] if light_verb is None else _dates_with_light_verb(dates[head.i], dates[light_verb.i])
        trigger = self._trigger(event, factuality, source, found[0])
        if len(found) > 1:
            trigger = replace(trigger, amounts=())
        for occurrence, dated in enumerate(found, start=1):
            yield replace(trigger, time=dated.time, dating=dated.dating, likely=dated.likely, occurrence=occurrence)

    def _trigger(
        self, event: Candidate, factuality: EventFactuality, source: Source | None, dated: DatedEvent
    ) -> Trigger:
        """The event with one of its dates."""
        head, arguments = event.head, self._arguments(event)
        place = roles.event_place(head, words_sharing_place(event, self._ontology))
        return Trigger(
            head=head.i,
            start=event.start,
            end=event.end,
            lemma=event.lemma,
            type=event.type,
            arguments=arguments,
            factuality=factuality.factuality,
            cues=factuality.cues,
            source=source,
            place=place or _named_place(self._doc, arguments),
            time=dated.time,
            dating=dated.dating,
            dated_by=dated.rule,
            likely=dated.likely,
            amounts=amounts(head, event.type, arguments, self._numbers, self._times),
        )

    def _arguments(self, event: Candidate) -> tuple[Argument, ...]:
        """The participants of the event, and the bodies for which its agents act."""
        found = self._participants(event)
        acting = roles.without_repeats(list(roles.bodies_acting(found, event.type, self._doc, self._bodies)))
        heads = {body.head for body in acting}
        return (*(argument for argument in found if argument.head not in heads), *acting)

    def _participants(self, event: Candidate) -> tuple[Argument, ...]:
        """The participants of the event, in its phrase or by its verb."""
        if event.is_noun:
            return roles.participants_of_noun(event.head, event.type, self._times, event.light_verb)
        frame = roles.ArgumentFrame(
            event.type,
            is_ergative=event.lemma in self._ontology.ergative_verbs,
            is_addressing=event.lemma in self._ontology.addressing_verbs,
            own_noun=None if event.own_noun is None else event.own_noun.i,
            own_preposition=event.own_preposition,
        )
        return roles.participants_of_verb(event.head, frame, self._times)


def _tokens(event: Candidate) -> Iterator[int]:
    """The indices of the tokens that tell the event."""
    yield from range(event.start, event.end)
    yield from (token.i for token in (event.light_verb, event.own_noun) if token is not None)


def _named_place(doc: Parsed, arguments: tuple[Argument, ...]) -> Argument | None:
    """The first participant that is a named place and has the role of a place."""
    places = (argument for argument in arguments if argument.role is Role.PLACE)
    return next((argument for argument in places if roles.is_named_place(doc[argument.head])), None)


def _dates_with_light_verb(noun: tuple[DatedEvent, ...], verb: tuple[DatedEvent, ...]) -> tuple[DatedEvent, ...]:
    """The dates of an event noun under a light verb, given those of both.

    The verb's count where the noun has no time of its own, and the verb has one or the noun has no date at all.
    """
    first, of_verb = noun[0], verb[0]
    return verb if first.time is None and (of_verb.time is not None or first.dating.when is None) else noun
