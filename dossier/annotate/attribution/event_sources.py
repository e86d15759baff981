"""Who says that an event happened, when it is not the article itself.

The source is the speaker of the nearest word of saying above the event, or of the quotation it stands in; the one
above that is whom the article has it from.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace

from dossier.annotate.attribution import speakers
from dossier.annotate.doc import Source, Turn, quotations_by_token
from dossier.annotate.factuality.factuality_reader import FactualityReader
from dossier.annotate.factuality.operators import operators
from dossier.annotate.parsed import Parsed, Token
from dossier.annotate.roles.blame import culprit
from dossier.annotate.syntax.labels import (
    APPOSITION_OR_RELATIVE,
    CONTENT_CLAUSES,
    NOUN_POS,
    PREPOSITION_OBJECTS,
    VERB_POS,
)
from dossier.annotate.word_classes import CONTENDING, DENIAL, SPEECH
from dossier.model import Polarity, Realis
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.attribution", "attribution_words.toml")

_SAYING = SPEECH | DENIAL | CONTENDING
_ANNOUNCING = SPEECH | DENIAL
_UTTERED = (Realis.ACTUAL, Realis.GENERIC)
_TAIL = 8
_HOLDING = _WORDS["holding"]
_NOUNS = _WORDS["nouns"]
_ACCUSING = _WORDS["accusing"]
_FIRST_PERSON = frozenset(("i", "we"))


def sources(doc: Parsed, heads: Iterable[int], factuality: FactualityReader) -> dict[int, Source | None]:
    """The source of the event at each of the token indices ``heads``. In time linear in the length of the text.

    ``factuality`` is the reader of the same Doc: a source counts only where its words were said.
    """
    reader = _Reader(doc, factuality)
    return {head: reader.source(doc[head]) for head in heads}


class _Reader:
    """Remembers the source of every word it has read."""

    def __init__(self, doc: Parsed, factuality: FactualityReader) -> None:
        self._known: dict[int, _Reach] = {}
        self._whole = _whole_sentences(doc)
        self._quoted = quotations_by_token(doc)
        self._turns: tuple[Turn, ...] = doc._.turns
        self._labels = [turn.label for turn in self._turns]
        self._factuality = factuality
        self._speakers: dict[int, Source | None] = {}

    def source(self, token: Token) -> Source | None:
        """The source of a word, those above it first."""
        todo = [token]
        while todo[-1].i not in self._known and todo[-1].head.i != todo[-1].i:
            todo.append(todo[-1].head)
        for word in reversed(todo):
            if word.i not in self._known:
                self._known[word.i] = self._read(word)
        return self._in_turn(token, self._in_quotation(token, self._known[token.i].said))

    def _read(self, token: Token) -> "_Reach":
        if token.head.i == token.i:
            whole = _beside(token, self._whole.get(token.i))
            return _Reach(whole, whole)
        above = self._known[token.head.i]
        if above.said is not None and token.i == above.said.head:
            # what is told of the source is not said by it: "according to a statement posted on Monday"
            above = _Reach(above.said.via, above.said.via)
        elif token.dep_ in APPOSITION_OR_RELATIVE:
            above = _Reach(above.beyond, above.beyond)
        elif token.dep_ == "advcl" and token.tag_ == "VBG" and token.lemma_ in SPEECH and above.said is not None:
            # "said that it would close, adding that …": who says the one says the other
            above = _Reach(above.said.via, above.said.via)
        found = _said(token)
        if found is not None:
            cue, raises = found
            if cue.i not in self._speakers:
                self._speakers[cue.i] = self._speaker(cue, above.said, raises=raises)
            said = self._speakers[cue.i]
            above = _Reach(said, above.beyond if token.dep_ == "dobj" else said)
        said = _beside(token, above.said)
        return above if said is above.said else _Reach(said, said)

    def _speaker(self, cue: Token, above: Source | None, *, raises: bool) -> Source | None:
        """The speaker of a word of saying; who says that word, where it names nobody."""
        named = speakers.speaker(cue) if cue.pos_ in VERB_POS else speakers.possessor(cue)
        if named is None or (named.lower_ == "you" and cue.tag_ != "VBD"):
            # who is asked what they think says nothing yet
            return above
        return speakers.source(named, (cue.i, cue.i + 1), via=above) if raises or self._is_said(cue) else None

    def _is_said(self, cue: Token) -> bool:
        """Whether the words are told to have been said: not by who might say them, or has not."""
        saying = self._factuality.of_word(cue)
        return saying.polarity is Polarity.POSITIVE and saying.realis in _UTTERED

    def _in_quotation(self, token: Token, said: Source | None) -> Source | None:
        """Within quotation marks the speaker of the quotation, through whom anyone named within speaks."""
        quotation = self._quoted.get(token.i)
        if quotation is None or quotation.source is None:
            return said
        if said is None or not quotation.start <= said.cue[0] < quotation.end:
            return quotation.source
        return replace(said, via=quotation.source)

    def _in_turn(self, token: Token, said: Source | None) -> Source | None:
        """Within a turn of a talk whoever has it, through whom anyone named within speaks."""
        place = bisect_right(self._labels, token.i) - 1
        turn = self._turns[place] if place >= 0 else None
        if turn is None or turn.source is None or not turn.start <= token.i < turn.end:
            return said
        if said is None or token.doc[said.head].lower_ in _FIRST_PERSON:
            return turn.source
        return replace(said, via=said.via or turn.source)


@dataclass(frozen=True, slots=True)
class _Reach:
    """Who says what a word tells, and who says what a relative clause under it tells.

    They differ within a noun phrase: who "confirmed the death of X, who led the group" says no more than that X died.
    """

    said: Source | None
    beyond: Source | None


def _said(token: Token) -> tuple[Token, bool] | None:
    """The word of saying right above a word, and whether its negation is meant for what is said; None without one."""
    head = token.head
    if head.pos_ == "ADP" and token.dep_ in PREPOSITION_OBJECTS:
        cue = head.head
        return (cue, False) if f"{cue.lemma_} {head.lower_}" in _ACCUSING else None
    if head.pos_ in NOUN_POS:
        return (head, False) if token.dep_ in CONTENT_CLAUSES and head.lemma_ in _NOUNS and _is_content(token) else None
    if culprit(token) is not None:
        return head, False
    if head.pos_ not in VERB_POS or head.lemma_ not in _SAYING:
        return None
    is_clause = token.dep_ in CONTENT_CLAUSES and _is_content(token)
    is_object = token.dep_ == "dobj" and head.lemma_ in _ANNOUNCING
    return (head, _raises(head)) if is_clause or is_object else None


def _raises(cue: Token) -> bool:
    """Who "does not believe" believes that it is not so; who "has not said" says nothing."""
    operator = operators().verbs.get(cue.lemma_)
    return operator is not None and operator.raises


def _is_content(clause: Token) -> bool:
    """Whether it is what is said: not an order ("told him to leave"), nor a participle beside a noun."""
    if clause.dep_ == "acl":
        return clause.tag_ != "VBG" or any(child.dep_ == "mark" for child in clause.lefts)
    if not any(child.tag_ == "TO" for child in clause.lefts):
        return True
    operator = operators().verbs.get(clause.head.lemma_)
    return operator is not None and operator.name in _HOLDING


def _beside(token: Token, above: Source | None) -> Source | None:
    """The source set beside a verb: "according to X", or between commas ("…, police believe, …")."""
    if token.pos_ not in VERB_POS and token.pos_ != "NOUN":
        return above
    for child in token.children:
        if child.lower_ == "according":
            return above if above and above.cue[0] == child.i else speakers.according(child, above) or above
        if child.dep_ == "parataxis" and child.lemma_ in _SAYING and not speakers.is_negated(child):
            named = speakers.speaker(child)
            if named is not None:
                return speakers.source(named, (child.i, child.i + 1), via=above)
    return above


def _whole_sentences(doc: Parsed) -> dict[int, Source]:
    """By its root, the source of a whole sentence: "according to X" at its beginning or end."""
    places = doc.lowers.where(("according",))
    found: dict[int, Source] = {}
    for sentence in doc.sents if places else ():
        # the first and the last in it
        low, high = bisect_left(places, sentence.start), bisect_left(places, sentence.end)
        for i in {*places[low:high][:1], *places[low:high][-1:]}:
            said = speakers.according(doc[i], None)
            if said and _is_at_the_edge(doc[i], said, sentence.start, sentence.end):
                found[sentence.root.i] = said
    return found


def _is_at_the_edge(word: Token, said: Source, start: int, end: int) -> bool:
    if word.i - start <= 1:
        return True
    return word.nbor(-1).text == "," and not any(
        other.is_alpha for other in word.doc[said.end : min(end, said.end + _TAIL)]
    )
