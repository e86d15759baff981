"""Which event of a sentence comes before which: read from connectives and tense, by the parse.

A relation is read only where a connective, or a pluperfect, ties two events that are both told as facts of the past;
a habit, a plan, a condition or a "before" that says what was prevented orders nothing. The types are TimeML's TLINK.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc

from dossier.annotate import doc as on_doc
from dossier.annotate.doc import TemporalRelation, Trigger
from dossier.annotate.parsed import PARSE, Parsed, Token, parsed
from dossier.annotate.syntax.labels import ADVERB_OR_MARK, AUXILIARIES, GERUND_CLAUSES, PREPOSITION_OBJECTS, VERB_POS
from dossier.annotate.syntax.tense import Tense, tenses
from dossier.annotate.word_classes import DOUBT, HABITUAL, SPEECH
from dossier.model import EventType, RelationType
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.dating", "dating_words.toml")

_BEFORE = "before"
_AFTER = "after"
_CLAUSAL = {
    "after": _AFTER,
    "before": _BEFORE,
    "since": RelationType.BEGUN_BY,
    "until": RelationType.ENDED_BY,
    "till": RelationType.ENDED_BY,
    "once": _AFTER,
    "when": RelationType.SIMULTANEOUS,
    "while": RelationType.SIMULTANEOUS,
}
_PHRASAL = {
    "after": _AFTER,
    "following": _AFTER,
    "before": _BEFORE,
    "since": RelationType.BEGUN_BY,
    "until": RelationType.ENDED_BY,
    "during": RelationType.IS_INCLUDED,
}
_SEQUELS = _WORDS["sequels"]
_AFTERMATH = frozenset(("wake", "aftermath"))
_CONNECTIVES = frozenset((*_CLAUSAL, *_PHRASAL, *_SEQUELS, "as", "to", "of"))
_STRETCHES = _WORDS["stretches"]
_PAST = (Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT)
_EXPECTING = _WORDS["expecting"]


@Language.factory("dossier_relations", requires=[*PARSE, "doc._.triggers"], assigns=["doc._.relations"])
def create(nlp: Language, name: str) -> "RelationFinder":
    """The component; it goes after ``dossier_events``."""
    return RelationFinder()


class RelationFinder:
    """Finds the temporal relations between the events of a Doc, in text order."""

    def __init__(self) -> None:
        on_doc.register()

    def __call__(self, doc: Doc) -> Doc:
        """Find them and return the Doc."""
        facts = {trigger.head: n for n, trigger in enumerate(doc._.triggers) if trigger.factuality.is_fact}
        doc._.relations = tuple(_Reader(parsed(doc), facts).orders()) if len(facts) > 1 else ()
        return doc


@dataclass(frozen=True, slots=True)
class _Join:
    """A connective (tokens ``start`` to ``end``), what it hangs on, what it leads to, and what it says."""

    start: int
    end: int
    main: Token
    other: Token
    says: str


class _Reader:
    def __init__(self, doc: Parsed, facts: Mapping[int, int]) -> None:
        self._doc = doc
        self._facts = facts
        self._triggers: tuple[Trigger, ...] = doc._.triggers
        self._tenses = tenses(doc)

    def orders(self) -> Iterator[TemporalRelation]:
        """The relations, each pair of events and type once."""
        seen: set[tuple[int, int, RelationType]] = set()
        for i in sorted({*self._doc.lowers.where(_CONNECTIVES), *self._facts}):
            for order in self._at(self._doc[i]):
                if (order.source, order.target, order.type) not in seen:
                    seen.add((order.source, order.target, order.type))
                    yield order

    def _at(self, token: Token) -> Iterator[TemporalRelation]:
        join = _join(token)
        if join and join.main.i in self._facts and join.other.i in self._facts and self._holds(join):
            yield self._order(join)
        if token.i in self._facts and self._tenses.get(token.i) is Tense.PLUPERFECT and self._is_reported(token):
            yield TemporalRelation(self._facts[token.i], self._facts[token.head.i], RelationType.BEFORE, None)

    def _order(self, join: _Join) -> TemporalRelation:
        main, other = self._facts[join.main.i], self._facts[join.other.i]
        cue = join.start, join.end
        says = self._said(join)
        if says == _AFTER:
            return TemporalRelation(other, main, RelationType.BEFORE, cue)
        return TemporalRelation(main, other, RelationType(says), cue)

    def _said(self, join: _Join) -> str:
        """What the connective says with these verbs.

        "had fled when police came" is before, "when he had fled, police came" after, "was shot while he fled" within.
        """
        if join.says == RelationType.SIMULTANEOUS:
            main, other = (self._tenses.get(token.i) is Tense.PLUPERFECT for token in (join.main, join.other))
            if main != other:
                return _BEFORE if main else _AFTER
            if join.other.tag_ == "VBG" and self._type(join.main).momentary:
                return RelationType.IS_INCLUDED
        return join.says

    def _holds(self, join: _Join) -> bool:
        told = self._is_told(join.main) and self._is_told(join.other)
        if not told or join.main.lemma_ in _EXPECTING or _is_reported_before(join.main, join):
            return False
        return self._orders(join) if join.says in (_BEFORE, _AFTER) else self._spans(join)

    def _orders(self, join: _Join) -> bool:
        if _is_progressive(join.main) or _is_progressive(join.other):
            return False
        # who "was killed before he reached the border" did not reach it
        prevented = join.says == _BEFORE and join.other.pos_ in VERB_POS and self._type(join.main).incapacitates
        return not prevented

    def _spans(self, join: _Join) -> bool:
        main, other = join.main, join.other
        if join.says == RelationType.BEGUN_BY and other.pos_ in VERB_POS:
            # with a simple past, "since" gives the reason
            return self._tenses.get(main.i) in (Tense.PERFECT, Tense.PLUPERFECT)
        if join.says == RelationType.ENDED_BY:
            # what is asked or promised until then did not last until then
            return main.lemma_ not in DOUBT | SPEECH
        if self._doc[join.start].lower_ == "while":
            # with a finite verb it often only sets two things side by side
            return other.tag_ == "VBG"
        return join.says != RelationType.SIMULTANEOUS or not self._type(other).reporting

    def _type(self, token: Token) -> EventType:
        return self._triggers[self._facts[token.i]].type

    def _is_told(self, token: Token) -> bool:
        """Whether it is told as one thing of the past: a noun, a past or perfect, or a participle that has no own."""
        if token.pos_ not in VERB_POS:
            return True
        if any(child.lower_ in HABITUAL for child in token.children):
            return False
        tense = self._tenses.get(token.i)
        if tense is Tense.BARE:
            # a gerund or participle is told as its host is
            host = token.head.head if token.dep_ == "pcomp" else token.head
            return token.dep_ in GERUND_CLAUSES and (host.pos_ == "NOUN" or self._tenses.get(host.i) in _PAST)
        return tense in _PAST

    def _is_reported(self, verb: Token) -> bool:
        """Whether it stands under a report in the simple past: "said that he had fled"."""
        said = verb.head
        if verb.dep_ != "ccomp" or said.i not in self._facts or said.lemma_ not in SPEECH:
            return False
        lasting = any(child.lower_ in ("for", "since", "until") for child in verb.children)
        return self._tenses.get(said.i) is Tense.PAST and not lasting and not _is_progressive(verb)


def _join(token: Token) -> _Join | None:
    """The connective at that token, if it is one."""
    word = token.lower_
    if word == "as":
        return _as_soon_as(token)
    if token.dep_ in ADVERB_OR_MARK and token.head.dep_ == "advcl" and word in _CLAUSAL:
        return _Join(token.i, token.i + 1, token.head.head, token.head, _CLAUSAL[word])
    if token.dep_ == "advmod" and word in _SEQUELS:
        return _sequel(token)
    if token.dep_ == "prep":
        return _phrase(token)
    return None


def _as_soon_as(token: Token) -> _Join | None:
    clause = token.head
    if token.dep_ != "mark" or clause.dep_ != "advcl" or clause.head.lower_ != "soon" or token.i < 2:
        return None
    return _Join(token.i - 2, token.i + 1, clause.head.head, clause, _AFTER)


def _sequel(token: Token) -> _Join | None:
    """A "then" or "later" in the second of two coordinated clauses."""
    second = token.head
    if second.dep_ != "conj" or second.pos_ != "VERB" or second.head.pos_ != "VERB":
        return None
    return _Join(token.i, token.i + 1, second, second.head, _AFTER)


def _phrase(token: Token) -> _Join | None:
    """A preposition before an event noun or a gerund: "after the attack", "before leaving", "prior to his arrest"."""
    other = next((child for child in token.children if child.dep_ in PREPOSITION_OBJECTS), None)
    if other is None:
        return None
    if token.lower_ in _PHRASAL:
        return _Join(token.i, token.i + 1, _host(token.head), other, _PHRASAL[token.lower_])
    if token.lower_ == "to" and token.head.lower_ == "prior":
        return _Join(token.head.i, token.i + 1, _host(token.head.head), other, _BEFORE)
    if token.lower_ == "of" and token.head.lower_ in _AFTERMATH and token.head.head.lower_ == "in":
        return _Join(token.head.head.i, token.i + 1, _host(token.head.head.head), other, _AFTER)
    return None


def _host(token: Token) -> Token:
    """What a phrase hangs on, past a stretch of time between: "fled in the days after", "fled a week after"."""
    if token.lemma_ not in _STRETCHES:
        return token
    if token.dep_ == "pobj" and token.head.lower_ in ("in", "within", "during", "on"):
        return token.head.head
    return token.head if token.dep_ in ("npadvmod", "tmod") else token


def _is_reported_before(main: Token, join: _Join) -> bool:
    """Whether the connective stands behind what is reported, to which it may as well belong."""
    if main.lemma_ not in SPEECH:
        return False
    return any(child.dep_ == "ccomp" and child.i < join.start for child in main.children)


def _is_bare(token: Token) -> bool:
    return not any(child.dep_ in AUXILIARIES for child in token.children)


def _is_progressive(token: Token) -> bool:
    return token.tag_ == "VBG" and not _is_bare(token)
