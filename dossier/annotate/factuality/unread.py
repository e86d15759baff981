"""What stands in a sentence and was not read: what touches it is not told firmly.

A question mark, a label ("FALSE: …"), a condition by word order, a negation or modal that the parse hangs on no word
above the event, a sentence without a finite verb: the event may not be a fact, so its certainty is left open.
"""

from bisect import bisect_right
from collections.abc import Collection, Mapping

from dossier.annotate.doc import CueSpan, QuotedSpan
from dossier.annotate.factuality.clause_modifiers import FOCUS_ADVERBS
from dossier.annotate.factuality.composed_factuality import (
    NEGATED,
    SUPPOSED,
    UNCOMMITTED,
    ComposedFactuality,
    FactualityEffect,
)
from dossier.annotate.item_dates import dated_item
from dossier.annotate.parsed import Parsed, Token
from dossier.annotate.syntax.headings import heading_tokens
from dossier.annotate.syntax.labels import ANY_SUBJECTS, FINITE_OR_MODAL_TAGS, NOUN_POS, OBJECTS_OF_OPERATORS, VERB_POS
from dossier.annotate.syntax.quotation_marks import marked_spans
from dossier.model import CueKind
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.factuality", "factuality_words.toml")

_OPENERS_OF_CONDITIONS = _WORDS["openers_of_conditions"]
_NEGATIONS = _WORDS["negations"]
_HARMLESS_BEFORE = _WORDS["words_before_harmless_negations"]
_HARMLESS_BEHIND = _WORDS["words_behind_harmless_negations"] | FOCUS_ADVERBS
_NOUNS_OF_WHOLE_NEGATION = _WORDS["nouns_of_whole_negation"]
_LABELS_OF_CLAIMS = _WORDS["labels_of_claims"]
_LABELS_OF_FALSEHOODS = _WORDS["labels_of_falsehoods"]
_MAX_WORDS_UP = 8
"""How many arcs of the parse are climbed from a negation to its verb. Set by hand: a bound on the cost."""
_MAX_LABEL_TOKENS = 3
"""How many tokens before the colon of a label are looked at ("Fact check:"). Set by hand."""

_Held = tuple[FactualityEffect, CueSpan | None]


class Unread:
    """What of one Doc was not read, and its effect on the events that it touches; linear in the length of the text."""

    def __init__(self, doc: Parsed, quoted: Mapping[int, QuotedSpan]) -> None:
        self._doc = doc
        self._quoted = quoted
        self._sentences = [(sentence.start, sentence.end) for sentence in doc.sents]
        self._starts = [start for start, _ in self._sentences]
        self._headings = heading_tokens(doc)
        self._by_verb = _negations_by_verb(doc)
        self._labels = _labels(doc)
        self._unattributed = _unattributed(doc, quoted)
        self._verbless: dict[int, bool] = {}

    def hold_back(self, event: Token, composed: ComposedFactuality, read: Collection[int]) -> ComposedFactuality:
        """The factuality of an event, left open where something unread touches it.

        ``read`` are the negations and cues that were read for it, as token indices.
        """
        if not composed.is_firm:
            return composed
        start, end = self._sentences[bisect_right(self._starts, event.i) - 1]
        for effect, cue in self._touching(event, composed, start, end, read):
            composed = composed.with_effect(effect, *((cue,) if cue is not None else ()))
        return composed

    def _touching(
        self, event: Token, composed: ComposedFactuality, start: int, end: int, read: Collection[int]
    ) -> list[_Held]:
        question = self._question_mark(event, end)
        found = (
            self._labels.get(start),
            self._unattributed.get(event.i),
            (UNCOMMITTED, CueSpan.at(question, CueKind.QUESTION)) if question is not None else None,
            self._condition(event, start, end),
            self._negation(event, read),
            (UNCOMMITTED, None) if composed.is_fact and self._is_verbless(start, end) else None,
        )
        return [held for held in found if held is not None]

    def _question_mark(self, event: Token, end: int) -> Token | None:
        """The question mark behind an event in its sentence, and in the same quotation or none."""
        for i in range(end - 1, event.i, -1):
            token = self._doc[i]
            if token.text == "?":
                # what stands before a colon is not asked: "He wondered: Was it true?"
                is_asked = self._quoted.get(i) is self._quoted.get(event.i) and ":" not in self._doc.words[event.i : i]
                return token if is_asked else None
            if not token.is_punct and not token.is_space:
                return None
        return None

    def _condition(self, event: Token, start: int, end: int) -> _Held | None:
        """A condition by the first word of its sentence, up to the comma: "Had Brandt won, …"."""
        first = self._doc[start]
        if first.lower_ not in _OPENERS_OF_CONDITIONS:
            return None
        comma = next((i for i in range(start, end) if self._doc[i].text == ","), start)
        return (SUPPOSED, CueSpan.at(first, CueKind.CONDITION)) if event.i < comma else None

    def _negation(self, event: Token, read: Collection[int]) -> _Held | None:
        """A negation or modal in the clause of an event that was read with no word."""
        verb_above = (event.head,) if event.dep_ in OBJECTS_OF_OPERATORS else ()
        for verb in (event, *verb_above):
            for i in self._by_verb.get(verb.i, ()):
                if i not in read:
                    return UNCOMMITTED, CueSpan(i, i + 1, CueKind.NEGATION)
        return None

    def _is_verbless(self, start: int, end: int) -> bool:
        """Whether a sentence has no finite verb, and is no heading and in no item with a date ("1987: founded")."""
        if start not in self._verbless:
            has_verb = any(_is_finite(self._doc, i) for i in range(start, end))
            is_in_style = start in self._headings or dated_item(self._doc, start) is not None
            self._verbless[start] = not has_verb and not is_in_style
        return self._verbless[start]


def _unattributed(doc: Parsed, quoted: Mapping[int, QuotedSpan]) -> dict[int, _Held]:
    """What holds back the words between quotation marks of which nobody is known to be the speaker, by their index.

    The cue is the mark that opens them, else the one that closes them, else their first word.
    """
    found: dict[int, _Held] = {}
    for span in marked_spans(doc):
        mark = span.start - 1 if span.opens else span.end if span.closes else span.start
        held = (UNCOMMITTED, CueSpan(mark, mark + 1, CueKind.QUOTATION))
        for i in range(span.start, span.end):
            if i not in quoted or quoted[i].source is None:
                found.setdefault(i, held)
    return found


def _is_finite(doc: Parsed, i: int) -> bool:
    """Whether a token is a finite verb, or a participle with a subject: the tagger mixes them up.

    Of a participle under the noun that heads the sentence that noun may be the subject ("Seven killed in Orlov blast").
    """
    tag = doc.tags[i]
    if tag != "VBN":
        return tag in FINITE_OR_MODAL_TAGS
    return any(child.dep_ in ANY_SUBJECTS for child in doc[i].lefts) or (doc.deps[i] == "acl" and _heads(doc[i].head))


def _heads(token: Token) -> bool:
    """Whether the token heads its sentence."""
    return token.head.i == token.i


def _negations_by_verb(doc: Parsed) -> dict[int, list[int]]:
    """The negations, by the verb of their clause, without those that deny nothing ("not only", "no fewer than")."""
    found: dict[int, list[int]] = {}
    for i in doc.lowers.where(_NEGATIONS):
        if not _is_harmless(doc, i):
            verb = _verb_of_clause(doc[i])
            if verb is not None:
                found.setdefault(verb.i, []).append(i)
    return found


def _is_harmless(doc: Parsed, i: int) -> bool:
    before = doc[i - 1].lower_ if i else ""
    behind = doc[i + 1] if i + 1 < len(doc) else None
    if behind is None or before in _HARMLESS_BEFORE or behind.lower_ in _HARMLESS_BEHIND:
        return True
    return behind.like_num or behind.text in ("-", ".")


def _verb_of_clause(negation: Token) -> Token | None:
    """The verb in whose clause a negation stands; None where it denies a phrase alone ("with no lawyer")."""
    token = negation
    for _ in range(_MAX_WORDS_UP):
        head = token.head
        if head.i == token.i:
            return None
        is_phrase = head.pos_ == "ADP" and token.pos_ in NOUN_POS and token.lemma_ not in _NOUNS_OF_WHOLE_NEGATION
        if is_phrase:
            return None
        if head.pos_ in VERB_POS:
            return head
        token = head
    return None


def _labels(doc: Parsed) -> dict[int, _Held]:
    """What the labels of claims say of the sentences behind them, by the first token of the sentence.

    A label ("FALSE: …", "Claim: …") holds up to the end of its paragraph, or to another label ("Verdict: …").
    """
    if not doc.lowers.where(_LABELS_OF_FALSEHOODS | _LABELS_OF_CLAIMS):
        return {}
    found: dict[int, _Held] = {}
    held: _Held | None = None
    for sentence in doc.sents:
        colon = _colon_of_label(doc, sentence.start, sentence.end)
        if colon is not None:
            held = _effect_of_label(doc, sentence.start, colon)
        if held is not None:
            found[sentence.start] = held
        if any("\n" in token.text for token in doc[max(sentence.start, sentence.end - 2) : sentence.end]):
            held = None
    return found


def _colon_of_label(doc: Parsed, start: int, end: int) -> int | None:
    """The index of the colon behind the first words of a sentence."""
    places = range(start + 1, min(end, start + _MAX_LABEL_TOKENS + 1))
    return next((i for i in places if doc[i].text == ":"), None)


def _effect_of_label(doc: Parsed, start: int, colon: int) -> _Held | None:
    word = doc.lowers[colon - 1]
    if word in _LABELS_OF_FALSEHOODS:
        return NEGATED, CueSpan(start, colon, CueKind.DENIAL)
    return (UNCOMMITTED, CueSpan(start, colon, CueKind.REPORT)) if word in _LABELS_OF_CLAIMS else None
