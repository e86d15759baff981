"""The spaCy component that finds the events of one article, outside headings."""

from collections.abc import Iterator, Mapping

from spacy.language import Language
from spacy.tokens import Doc

from dossier.annotate import doc as on_doc
from dossier.annotate import roles
from dossier.annotate.attribution.event_sources import sources
from dossier.annotate.dating.event_dates import Dated, date_events
from dossier.annotate.doc import Argument, Source, Trigger
from dossier.annotate.events import event_nouns, event_verbs
from dossier.annotate.events.amounts import amounts, numbers
from dossier.annotate.events.candidate import Candidate
from dossier.annotate.events.light_verbs import light_verb_event
from dossier.annotate.events.place_governors import governors
from dossier.annotate.factuality.composed_factuality import EventFactuality
from dossier.annotate.factuality.factuality_reader import FactualityReader
from dossier.annotate.ontology import Ontology, ontology
from dossier.annotate.parsed import PARSE, Parsed, Token, parsed
from dossier.annotate.syntax.headings import heading_tokens, headline
from dossier.annotate.syntax.labels import EVENT_POS
from dossier.model import Role


@Language.factory(
    "dossier_events",
    requires=[*PARSE, "doc._.headings", "doc._.timexes", "doc._.quotations", "doc._.turns"],
    assigns=["doc._.triggers"],
    default_config={"ontology": ""},
)
def create(nlp: Language, name: str, ontology: str) -> "EventFinder":
    """The component; it goes after ``dossier_timex`` and ``dossier_actors``. It reads ``doc._.published``, where set.

    ``ontology`` is the text of a file that adds event types.
    """
    return EventFinder(ontology)


class EventFinder:
    """Finds the events of a Doc, in text order."""

    def __init__(self, added: str = "") -> None:
        on_doc.register()
        self._known = ontology(added)

    def __call__(self, doc: Doc) -> Doc:
        """Find them and return the Doc."""
        doc._.triggers = tuple(_Reader(parsed(doc), self._known).triggers())
        return doc


class _Reader:
    """Reads one Doc."""

    def __init__(self, doc: Parsed, known: Ontology) -> None:
        self._doc = doc
        self._known = known
        self._times = frozenset(i for timex in doc._.timexes for i in range(timex.start, timex.end))
        self._numeric = numbers(doc)
        self._headings = heading_tokens(doc).difference(headline(doc)) | on_doc.other_script_tokens(doc)

    def triggers(self) -> Iterator[Trigger]:
        """The events, in text order."""
        found = list(self._candidates())
        told = {token.i: c.type for c in found for token in (c.head, c.light) if token is not None}
        heads = sorted(told)
        reader = FactualityReader(self._doc)
        sure, said = reader.for_events(heads), sources(self._doc, heads, reader)
        dates = date_events(self._doc, {i: (told[i], sure[i].factuality) for i in heads})
        for candidate in found:
            yield self._trigger(candidate, sure, said[candidate.head.i], dates)

    def _candidates(self) -> Iterator[Candidate]:
        tokens = [self._doc[i] for i in self._doc.pos.where(EVENT_POS) if i not in self._headings]
        light = dict(self._light(tokens))
        told = {verb.i for verb in light.values()}
        verbal = [
            event_verbs.of_verb(token, self._known) for token in tokens if token.pos_ == "VERB" and token.i not in told
        ]
        owned = {found.own.i for found in verbal if found is not None and found.own is not None}
        nominal = (
            event_nouns.of_noun(token, self._known, self._times, light.get(token.i))
            for token in tokens
            if token.pos_ != "VERB" and token.i not in owned
        )
        yield from sorted((c for c in (*verbal, *nominal) if c is not None), key=lambda c: c.head.i)

    def _light(self, tokens: list[Token]) -> Iterator[tuple[int, Token]]:
        for token in tokens:
            noun = light_verb_event(token, self._known) if token.pos_ == "VERB" else None
            if noun is not None and noun.i not in self._times and noun.i not in self._headings:
                yield noun.i, token

    def _trigger(
        self, found: Candidate, sure: Mapping[int, EventFactuality], said: Source | None, dates: Mapping[int, Dated]
    ) -> Trigger:
        head, light = found.head, found.light
        arguments = self._arguments(found)
        dated = _told(dates[head.i], dates[light.i]) if light is not None else dates[head.i]
        return Trigger(
            head=head.i,
            start=found.start,
            end=found.end,
            lemma=found.lemma,
            type=found.type,
            arguments=arguments,
            factuality=sure[head.i].factuality,
            cues=sure[head.i].cues,
            source=said,
            place=roles.event_place(head, governors(found, self._known)) or _named_place(self._doc, arguments),
            time=dated.time,
            dating=dated.dating,
            dated_by=dated.rule,
            amounts=amounts(head, found.type, arguments, self._numeric, self._times),
        )

    def _arguments(self, found: Candidate) -> tuple[Argument, ...]:
        if found.is_noun:
            return roles.participants_of_noun(found.head, found.type, self._times, found.light)
        frame = roles.ArgumentFrame(
            found.type,
            is_ergative=found.lemma in self._known.ergative,
            is_addressing=found.lemma in self._known.addressing,
            own_noun=None if found.own is None else found.own.i,
            own_preposition=found.governed,
        )
        return roles.participants_of_verb(found.head, frame, self._times)


def _named_place(doc: Parsed, arguments: tuple[Argument, ...]) -> Argument | None:
    """The first participant that is a named place and has the role of one."""
    placed = (argument for argument in arguments if argument.role is Role.PLACE)
    return next((argument for argument in placed if roles.is_named_place(doc[argument.head])), None)


def _told(noun: Dated, verb: Dated) -> Dated:
    """The date of an event noun under a light verb: the one of the two that names a time, else the noun's."""
    return verb if noun.time is None and (verb.time is not None or noun.dating.when is None) else noun
