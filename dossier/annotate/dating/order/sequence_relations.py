"""The order of the main statements of two sentences that follow each other: "Police arrested Brandt. He later fled".

The second sentence says so by words that open it ("Two hours later", "Before that"), by words beside its verb ("was
later freed"), or by a pluperfect behind a simple past ("He had fled"). Both tell of one event of the past: no statement
of somebody's words, no habit, no state, nothing quoted.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from dossier.annotate.dating.order.narrative_time import tells_of_a_life
from dossier.annotate.dating.order.past_events import is_lasting, is_single_past
from dossier.annotate.doc import TemporalRelation, Trigger
from dossier.annotate.item_dates import dated_item
from dossier.annotate.parsed import Parsed, Token, TokenSpan
from dossier.annotate.syntax.clauses import is_when_clause
from dossier.annotate.syntax.headings import heading_tokens
from dossier.annotate.syntax.labels import FRONTED_RELATIONS, SUBJECTS
from dossier.annotate.syntax.passages import passages
from dossier.annotate.word_classes import REPORTING_VERBS
from dossier.model import RelationType, Tense
from dossier.text.word_lists import word_lists, word_tables

_WORDS = word_lists("dossier.annotate.dating", "sequence_words.toml")
_ORDER_OF_PHRASE = word_tables("dossier.annotate.dating", "sequence_words.toml")["order_of_phrase"]
_BESIDE_AN_ORDER = _WORDS["words_beside_an_order"]
_PERSONS = frozenset(("he", "she", "they"))
_WORDS_OF_REACHING = _WORDS["words_of_reaching"]
_NARRATIVE_TENSES = (Tense.PAST, Tense.PLUPERFECT)
"""The perfect may reach to the day of the report: "The ship has been blamed. Ten were later found ill"."""
_ORDERS_THAT_OPEN = _WORDS["orders_that_open"]


def sequence_relations(
    doc: Parsed, facts: Mapping[int, int], tenses: Mapping[int, Tense]
) -> Iterator[TemporalRelation]:
    """The relations between sentences that follow each other, in text order.

    ``facts`` are the indices of the triggers that are facts, ``tenses`` the tenses of the verbs, both by token index.
    """
    reader = _SequenceReader(doc, facts, tenses)
    for first, second in pairwise(doc.sents):
        relation = reader.relation(first, second)
        if relation is not None:
            yield relation


@dataclass(frozen=True, slots=True)
class _SequencePhrase:
    """The tokens ``start`` to ``end`` that put their sentence after the one before it, or before it."""

    start: int
    end: int
    is_after: bool


class _SequenceReader:
    """Reads the relation between two sentences of one Doc."""

    def __init__(self, doc: Parsed, facts: Mapping[int, int], tenses: Mapping[int, Tense]) -> None:
        self._doc = doc
        self._facts = facts
        self._tenses = tenses
        self._triggers: tuple[Trigger, ...] = doc._.triggers
        self._where = passages(doc)
        self._headings = heading_tokens(doc)
        self._sentences_of_paragraph = Counter(self._where.paragraph_number[sentence.start] for sentence in doc.sents)

    def relation(self, first: TokenSpan, second: TokenSpan) -> TemporalRelation | None:
        """The relation between the main statements of two sentences, if any."""
        told, telling = first.root, second.root
        if telling.i not in self._facts or told.i not in self._facts:
            return None
        phrase = _sequence_phrase(second, telling)
        if phrase is None and not self._looks_back(told, telling):
            return None
        if not (self._is_event(told) and self._is_event(telling) and self._goes_on(told, telling)):
            return None
        source, target = (told, telling) if phrase and phrase.is_after else (telling, told)
        cue = (phrase.start, phrase.end) if phrase else None
        return TemporalRelation(self._facts[source.i], self._facts[target.i], RelationType.BEFORE, cue)

    def _looks_back(self, told: Token, telling: Token) -> bool:
        """Whether a pluperfect says what somebody had done before the simple past in front of it: "He had fled".

        A pluperfect about something new, or with a time of its own, often looks forward: "By May they had won".
        """
        if self._tenses.get(told.i) is not Tense.PAST or self._tenses.get(telling.i) is not Tense.PLUPERFECT:
            return False
        if self._where.paragraph_number[told.i] != self._where.paragraph_number[telling.i]:
            return False
        opens_with_person = telling.sent[0].dep_ in SUBJECTS and telling.sent[0].lower_ in _PERSONS
        return opens_with_person and not any(child.lower_ in _WORDS_OF_REACHING for child in telling.children)

    def _goes_on(self, first: Token, second: Token) -> bool:
        """Whether the text goes on from one to the other: in one item, and in one paragraph or behind a short one.

        Many pages give each sentence a paragraph of its own.
        """
        if first.i in self._headings or dated_item(self._doc, first.i) is not dated_item(self._doc, second.i):
            return False
        number, next_number = (self._where.paragraph_number[token.i] for token in (first, second))
        return number == next_number or (number + 1 == next_number and self._sentences_of_paragraph[number] == 1)

    def _is_event(self, verb: Token) -> bool:
        """Whether a verb tells, in the article's own words, of one event of the past that is over."""
        if verb.pos_ != "VERB" or self._where.is_quoted[verb.i] or verb.lemma_ in REPORTING_VERBS:
            return False
        if self._triggers[self._facts[verb.i]].type.reporting or is_lasting(verb) or tells_of_a_life(verb):
            return False
        if any(is_when_clause(child) for child in verb.rights):
            return False  # the story goes on from that clause: "rose to fame when he fled"
        return self._tenses[verb.i] in _NARRATIVE_TENSES and is_single_past(verb, self._tenses)


def _sequence_phrase(sentence: TokenSpan, verb: Token) -> _SequencePhrase | None:
    """The words beside the main verb of a sentence that order it to the one before, if any."""
    for child in verb.children:
        if child.dep_ not in FRONTED_RELATIONS or _is_conjunction(child):
            continue
        start, end = child.left_edge.i, child.right_edge.i + 1
        order = _ORDER_OF_PHRASE.get(key := _order_words(verb.doc[start:end]))
        before = verb.doc[sentence.start : start]
        is_opening = all(token.dep_ == "cc" or token.is_space for token in before)
        if order is not None and (is_opening or _may_stand_within(key, child, verb, before)):
            return _SequencePhrase(start, end, order == "after")
    return None


def _is_conjunction(word: Token) -> bool:
    """Whether "after" or "before" stands alone, and so joins clauses: not in "after that", "the day before"."""
    return word.lower_ in ("after", "before") and not word.children


def _order_words(phrase: list[Token]) -> str:
    """The words of a phrase that give an order, without those beside them: "later" for "just two hours later"."""
    words = (token for token in phrase if not (token.like_num or token.is_punct))
    return " ".join(token.lower_ for token in words if token.lemma_.lower() not in _BESIDE_AN_ORDER)


def _may_stand_within(order: str, phrase: Token, verb: Token, before: list[Token]) -> bool:
    """Whether words within a sentence, with the tokens ``before`` them, can order its verb to the sentence before.

    Behind another verb they order the two, as "then" behind its own verb does; "also" sets a sentence beside the one
    before.
    """
    if order in _ORDERS_THAT_OPEN or (order == "then" and phrase.i > verb.i):
        return False
    return not any(token.lower_ == "also" or (token.pos_ == "VERB" and token is not verb) for token in before)
