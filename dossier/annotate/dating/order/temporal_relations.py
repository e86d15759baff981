"""The spaCy component that finds which event comes before which, by connectives and tenses.

A relation needs a connective or a pluperfect between two events that are both told as facts of the past. A habit, a
plan, a condition, or a "before" that says what was prevented, orders nothing. The types are TLINKs of TimeML.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from spacy.language import Language
from spacy.tokens import Doc

from dossier.annotate import doc as on_doc
from dossier.annotate.dating.order.past_events import is_lasting, is_progressive, is_single_past
from dossier.annotate.dating.order.retold_events import RetoldEvents
from dossier.annotate.dating.order.sequence_relations import sequence_relations
from dossier.annotate.doc import TemporalRelation, Trigger
from dossier.annotate.parsed import PARSE, Parsed, Token, parsed
from dossier.annotate.syntax.labels import ADVERB_OR_MARK, PREPOSITION_OBJECTS, VERB_POS
from dossier.annotate.syntax.tense import tenses
from dossier.annotate.word_classes import SPEECH_VERBS, WORDS_OVER_OPEN_CLAUSES
from dossier.model import EventType, RelationType, Tense
from dossier.text.word_lists import word_lists, word_tables

_WORDS = word_lists("dossier.annotate.dating", "dating_words.toml")
_TABLES = word_tables("dossier.annotate.dating", "dating_words.toml")


class _TimeOrder(StrEnum):
    """How one event of a sentence lies to another: the types of relations, and "after", which turns "before" round."""

    AFTER = "after"
    BEFORE = RelationType.BEFORE.value
    BEGUN_BY = RelationType.BEGUN_BY.value
    ENDED_BY = RelationType.ENDED_BY.value
    SIMULTANEOUS = RelationType.SIMULTANEOUS.value
    IS_INCLUDED = RelationType.IS_INCLUDED.value


_ORDER_OF_CONJUNCTION = {word: _TimeOrder(order) for word, order in _TABLES["order_of_conjunction"].items()}
_ORDER_OF_PREPOSITION = {word: _TimeOrder(order) for word, order in _TABLES["order_of_preposition"].items()}
_SEQUEL_ADVERBS = _WORDS["sequel_adverbs"]
_AFTERMATH = frozenset(("wake", "aftermath"))
_FIRST_WORDS = frozenset((*_ORDER_OF_CONJUNCTION, *_ORDER_OF_PREPOSITION, *_SEQUEL_ADVERBS, "as", "to", "of"))
"""The words at which a connective is looked for: "as soon as", "prior to", "in the wake of" are at their last word."""
_STRETCHES_OF_TIME = _WORDS["stretches_of_time"]
_PREPOSITIONS_OF_A_STRETCH = _WORDS["prepositions_of_a_stretch"]
_VERBS_OF_EXPECTING = _WORDS["verbs_of_expecting"]
_WORDS_THAT_DO_NOT_LAST = WORDS_OVER_OPEN_CLAUSES | SPEECH_VERBS
"""Words whose "until" tells of the clause under them: "promised to stay until May" was no promise until May."""


@Language.factory(
    "dossier_relations",
    requires=[*PARSE, "doc._.headings", "doc._.items", "doc._.timexes", "doc._.triggers"],
    assigns=["doc._.relations"],
)
def create(nlp: Language, name: str) -> "RelationFinder":
    """The component; it goes after ``dossier_events``."""
    return RelationFinder()


class RelationFinder:
    """Finds the temporal relations between the events of a Doc, in text order."""

    def __init__(self) -> None:
        on_doc.register()

    def __call__(self, doc: Doc) -> Doc:
        """Set the relations of the Doc, and return it."""
        several = {trigger.head for trigger in doc._.triggers if trigger.occurrence > 1}
        facts = {
            trigger.head: n
            for n, trigger in enumerate(doc._.triggers)
            if trigger.factuality.is_fact and trigger.head not in several
        }
        doc._.relations = tuple(_RelationReader(parsed(doc), facts).relations()) if len(facts) > 1 else ()
        return doc


@dataclass(frozen=True, slots=True)
class _ConnectedPair:
    """Two words joined by a connective, the tokens ``start`` to ``end``: in "fled after they came", "fled" and "came".

    The connective hangs on ``main`` and leads to ``other``. ``order`` is how ``main`` lies to ``other`` by the
    connective alone: "after".
    """

    start: int
    end: int
    main: Token
    other: Token
    order: _TimeOrder


class _RelationReader:
    """Reads the relations between the facts of one Doc; ``facts`` are the indices of triggers by token."""

    def __init__(self, doc: Parsed, facts: Mapping[int, int]) -> None:
        self._doc = doc
        self._facts = facts
        self._triggers: tuple[Trigger, ...] = doc._.triggers
        self._tenses = tenses(doc)
        self._retold = RetoldEvents(doc, facts, self._tenses)

    def relations(self) -> Iterator[TemporalRelation]:
        """The relations in text order, each pair of events and type once."""
        seen: set[tuple[int, int, RelationType]] = set()
        for i in sorted({*self._doc.lowers.where(_FIRST_WORDS), *self._facts}):
            for relation in self._relations_at(self._doc[i]):
                if (relation.source, relation.target, relation.type) not in seen:
                    seen.add((relation.source, relation.target, relation.type))
                    yield relation
        yield from sequence_relations(self._doc, self._facts, self._tenses)

    def _relations_at(self, token: Token) -> Iterator[TemporalRelation]:
        pair = _connected_pair(token)
        if pair and pair.main.i in self._facts and pair.other.i in self._facts and self._is_ordered(pair):
            yield self._relation(pair)
            antecedent = self._retold.antecedent(pair.other)
            if antecedent is not None:
                yield self._relation(replace(pair, other=antecedent))
        if (
            token.i in self._facts
            and self._tenses.get(token.i) is Tense.PLUPERFECT
            and self._is_before_its_report(token)
        ):
            yield TemporalRelation(self._facts[token.i], self._facts[token.head.i], RelationType.BEFORE, None)

    def _relation(self, pair: _ConnectedPair) -> TemporalRelation:
        main, other = self._facts[pair.main.i], self._facts[pair.other.i]
        cue = pair.start, pair.end
        order = self._order(pair)
        if order is _TimeOrder.AFTER:
            return TemporalRelation(other, main, RelationType.BEFORE, cue)
        return TemporalRelation(main, other, RelationType(order.value), cue)

    def _order(self, pair: _ConnectedPair) -> _TimeOrder:
        """How ``main`` lies to ``other`` by the connective and their tenses.

        "had fled when police came" is before, "when he had fled, police came" after, "was shot while fleeing" within.
        """
        if pair.order is _TimeOrder.SIMULTANEOUS:
            main, other = (self._tenses.get(token.i) is Tense.PLUPERFECT for token in (pair.main, pair.other))
            if main != other:
                return _TimeOrder.BEFORE if main else _TimeOrder.AFTER
            if pair.other.tag_ == "VBG" and self._type(pair.main).momentary:
                return _TimeOrder.IS_INCLUDED
        return pair.order

    def _is_ordered(self, pair: _ConnectedPair) -> bool:
        """Whether the connective orders two events of the past: not a habit, a plan, a reason or what was prevented."""
        if not (is_single_past(pair.main, self._tenses) and is_single_past(pair.other, self._tenses)):
            return False
        if pair.main.lemma_ in _VERBS_OF_EXPECTING or _is_behind_reported_clause(pair):
            return False
        if pair.order in (_TimeOrder.BEFORE, _TimeOrder.AFTER):
            return self._is_sequence(pair)
        return self._is_overlap(pair)

    def _is_sequence(self, pair: _ConnectedPair) -> bool:
        """Whether "before" or "after" means that the one happened, and then the other."""
        if is_progressive(pair.main) or is_progressive(pair.other):
            return False
        # who "was killed before he reached the border" did not reach it
        is_before_verb = pair.order is _TimeOrder.BEFORE and pair.other.pos_ in VERB_POS
        return not (is_before_verb and self._type(pair.main).incapacitates)

    def _is_overlap(self, pair: _ConnectedPair) -> bool:
        """Whether "since", "until", "when", "while" or "during" is meant of time."""
        main, other = pair.main, pair.other
        if pair.order is _TimeOrder.BEGUN_BY and other.pos_ in VERB_POS:
            # with a simple past, "since" gives the reason
            return self._tenses.get(main.i) in (Tense.PERFECT, Tense.PLUPERFECT)
        if pair.order is _TimeOrder.ENDED_BY:
            # what is asked or promised until then did not last until then
            return main.lemma_ not in _WORDS_THAT_DO_NOT_LAST
        if self._doc[pair.start].lower_ == "while":
            # with a finite verb it often only sets two things side by side
            return other.tag_ == "VBG"
        return pair.order is not _TimeOrder.SIMULTANEOUS or not self._type(other).reporting

    def _type(self, token: Token) -> EventType:
        return self._triggers[self._facts[token.i]].type

    def _is_before_its_report(self, verb: Token) -> bool:
        """Whether a pluperfect comes before the report in the simple past above it: "said that he had fled".

        What lasts does not: "had been fleeing", "had lived there since May".
        """
        report = verb.head
        if verb.dep_ != "ccomp" or report.i not in self._facts or report.lemma_ not in SPEECH_VERBS:
            return False
        return self._tenses.get(report.i) is Tense.PAST and not is_lasting(verb)


def _connected_pair(token: Token) -> _ConnectedPair | None:
    """The two words that the connective at that token joins; None where it is no connective."""
    word = token.lower_
    if word == "as":
        return _as_soon_as(token)
    if token.dep_ in ADVERB_OR_MARK and token.head.dep_ == "advcl" and word in _ORDER_OF_CONJUNCTION:
        return _ConnectedPair(
            start=token.i,
            end=token.i + 1,
            main=token.head.head,
            other=token.head,
            order=_ORDER_OF_CONJUNCTION[word],
        )
    if token.dep_ == "advmod" and word in _SEQUEL_ADVERBS:
        return _sequel(token)
    if token.dep_ == "prep":
        return _prepositional(token)
    return None


def _as_soon_as(token: Token) -> _ConnectedPair | None:
    """The pair of "as soon as", by its second "as"; None for another "as"."""
    clause = token.head
    if token.dep_ != "mark" or clause.dep_ != "advcl" or clause.head.lower_ != "soon" or token.i < 2:
        return None
    return _ConnectedPair(
        start=token.i - 2, end=token.i + 1, main=clause.head.head, other=clause, order=_TimeOrder.AFTER
    )


def _sequel(token: Token) -> _ConnectedPair | None:
    """The pair of "then" or "later" in the second of two coordinated clauses: "was arrested and later released"."""
    second = token.head
    if second.dep_ != "conj" or second.pos_ != "VERB" or second.head.pos_ != "VERB":
        return None
    return _ConnectedPair(start=token.i, end=token.i + 1, main=second, other=second.head, order=_TimeOrder.AFTER)


def _prepositional(token: Token) -> _ConnectedPair | None:
    """The pair of a preposition with an object: "after the attack", "before leaving", "prior to his arrest"."""
    other = next((child for child in token.children if child.dep_ in PREPOSITION_OBJECTS), None)
    if other is None:
        return None
    order = _ORDER_OF_PREPOSITION.get(token.lower_)
    if order is not None:
        first = token
    elif token.lower_ == "to" and token.head.lower_ == "prior":
        first, order = token.head, _TimeOrder.BEFORE
    elif token.lower_ == "of" and token.head.lower_ in _AFTERMATH and token.head.head.lower_ == "in":
        first, order = token.head.head, _TimeOrder.AFTER
    else:
        return None
    return _ConnectedPair(
        start=first.i, end=token.i + 1, main=_above_stretch_of_time(first.head), other=other, order=order
    )


def _above_stretch_of_time(token: Token) -> Token:
    """The word above a stretch of time: "fled" in "fled in the days after" and "fled a week after".

    The word itself where it is no stretch of time.
    """
    if token.lemma_ not in _STRETCHES_OF_TIME:
        return token
    if token.dep_ == "pobj" and token.head.lower_ in _PREPOSITIONS_OF_A_STRETCH:
        return token.head.head
    return token.head if token.dep_ == "npadvmod" else token


def _is_behind_reported_clause(pair: _ConnectedPair) -> bool:
    """Whether the connective may belong to a reported clause in front of it: "said that he fled after the raid"."""
    if pair.main.lemma_ not in SPEECH_VERBS:
        return False
    return any(child.dep_ == "ccomp" and child.i < pair.start for child in pair.main.children)
