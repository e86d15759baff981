"""Who says that an event happened, when it is not the article itself.

The source is the speaker of the nearest word of saying above the event, or of the quotation or the turn of a talk in
which the event stands. From whom the article has the words of that speaker is the source's ``via``: in "the police said
that Brandt had confirmed the arrest" Brandt is the source of the arrest, via the police.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace

from dossier.annotate.attribution import speakers
from dossier.annotate.doc import Source, Turn, quotations_by_token
from dossier.annotate.factuality.factuality_reader import FactualityReader
from dossier.annotate.factuality.falsehoods import error_in_saying
from dossier.annotate.factuality.operators import operators
from dossier.annotate.parsed import Parsed, Token
from dossier.annotate.roles.blame import culprit
from dossier.annotate.syntax.inverted_subjects import inverted_subject
from dossier.annotate.syntax.labels import (
    APPOSITION_OR_RELATIVE,
    CONTENT_CLAUSES,
    NOUN_POS,
    PREPOSITION_OBJECTS,
    VERB_POS,
)
from dossier.annotate.word_classes import CONTENDING_VERBS, DENIAL_VERBS, SPEECH_VERBS
from dossier.model import Polarity, Realis
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.attribution", "attribution_words.toml")

_VERBS_OF_SAYING = SPEECH_VERBS | DENIAL_VERBS | CONTENDING_VERBS
_VERBS_WITH_SAID_OBJECTS = SPEECH_VERBS | DENIAL_VERBS
"""Verbs whose object, too, is what is said: "confirmed the arrest of Brandt"."""
_NOUNS_OF_SAYING = _WORDS["nouns_of_saying"]
_PHRASES_OF_ACCUSING = _WORDS["phrases_of_accusing"]
_OPERATORS_WITH_INFINITIVE_CONTENT = _WORDS["operators_with_infinitive_content"]
_FIRST_PERSON = _WORDS["first_person_subjects"]
_REALIS_OF_UTTERED_WORDS = (Realis.ACTUAL, Realis.GENERIC)
_MAX_MARKS_AT_END = 8
"""How many tokens behind "according to X" are looked at for words; without words, X is at the end of the sentence.

Set by hand, to bound the work on endless sentences; no measurement is recorded.
"""


def sources(doc: Parsed, heads: Iterable[int], factuality: FactualityReader) -> dict[int, Source | None]:
    """The source of the event at each of the token indices ``heads``. In time linear in the length of the text.

    ``factuality`` is the reader of the same Doc: a source counts only where its words were said.
    """
    reader = _SourceReader(doc, factuality)
    return {head: reader.source(doc[head]) for head in heads}


@dataclass(frozen=True, slots=True)
class _WordSources:
    """The source of a word, and the source of an apposition or relative clause under it.

    They differ in an object of saying: who "confirmed the death of X, who led the group" confirmed the death only.
    """

    source: Source | None
    source_of_aside: Source | None


class _SourceReader:
    """Finds the sources of words of one Doc, and remembers those of all words above them."""

    def __init__(self, doc: Parsed, factuality: FactualityReader) -> None:
        self._word_sources: dict[int, _WordSources] = {}
        self._sentence_sources = _sources_of_sentences(doc)
        self._quotations = quotations_by_token(doc)
        self._turns: tuple[Turn, ...] = doc._.turns
        self._turn_labels = [turn.label for turn in self._turns]
        self._factuality = factuality
        self._speakers: dict[int, Source | None] = {}

    def source(self, token: Token) -> Source | None:
        """The source of a word; those above it are read first."""
        unread = [token]
        while unread[-1].i not in self._word_sources and unread[-1].head.i != unread[-1].i:
            unread.append(unread[-1].head)
        for word in reversed(unread):
            if word.i not in self._word_sources:
                self._word_sources[word.i] = self._read(word)
        return self._in_turn(token, self._in_quotation(token, self._word_sources[token.i].source))

    def _read(self, token: Token) -> _WordSources:
        """The sources of a word, by the words of saying above it and beside it; those of its head are known."""
        if token.head.i == token.i:
            root_source = _source_beside(token, self._sentence_sources.get(token.i))
            return _WordSources(root_source, root_source)
        inherited = self._below_saying(token, self._inherited(token))
        source = _source_beside(token, inherited.source)
        return inherited if source is inherited.source else _WordSources(source, source)

    def _inherited(self, token: Token) -> _WordSources:
        """The sources that a word takes from its head, as if the head were no word of saying."""
        above = self._word_sources[token.head.i]
        if above.source is not None and token.i == above.source.head:
            # the source does not say what is told of it: "according to a statement posted on Monday"
            return _WordSources(above.source.via, above.source.via)
        if token.dep_ in APPOSITION_OR_RELATIVE:
            return _WordSources(above.source_of_aside, above.source_of_aside)
        if above.source is not None and _is_participle_of_saying(token):
            # "said that it would close, adding that …": the adding is not said, so it has the source of "said"
            return _WordSources(above.source.via, above.source.via)
        return above

    def _below_saying(self, token: Token, inherited: _WordSources) -> _WordSources:
        """The sources of a word that a word of saying above it introduces; of any other word those inherited."""
        cue_above = _cue_above(token)
        if cue_above is None or error_in_saying(cue_above[0]) is not None:
            # that they "wrongly reported" it is what the article says
            return inherited
        cue, is_negation_raised = cue_above
        if cue.i not in self._speakers:
            self._speakers[cue.i] = self._speaker(cue, inherited.source, is_negation_raised=is_negation_raised)
        source = self._speakers[cue.i]
        return _WordSources(source, inherited.source_of_aside if token.dep_ == "dobj" else source)

    def _speaker(self, cue: Token, above: Source | None, *, is_negation_raised: bool) -> Source | None:
        """The speaker of a word of saying as a source.

        Where the word names no speaker, it is ``above``: who says that word. None where the words were not said ("has
        not said"), unless a negation of the word is meant of its clause ("does not believe").
        """
        named = speakers.speaker_of_verb(cue) if cue.pos_ in VERB_POS else speakers.speaker_of_noun(cue)
        if named is None or (named.lower_ == "you" and cue.tag_ != "VBD"):
            # "do you think that …": who is asked says nothing yet
            return above
        if not is_negation_raised and not self._is_uttered(cue):
            return None
        return speakers.source_of_speaker(named, (cue.i, cue.i + 1), via=above)

    def _is_uttered(self, cue: Token) -> bool:
        """Whether the words were said, by the factuality of the cue: not "has not said", nor "might say"."""
        saying = self._factuality.of_word(cue)
        return saying.polarity is Polarity.POSITIVE and saying.realis in _REALIS_OF_UTTERED_WORDS

    def _in_quotation(self, token: Token, source: Source | None) -> Source | None:
        """Of a quoted word the speaker of the quotation, or whom that speaker names in it; of any other ``source``."""
        quotation = self._quotations.get(token.i)
        if quotation is None or quotation.source is None:
            return source
        if source is None or not quotation.start <= source.cue[0] < quotation.end:
            return quotation.source
        return replace(source, via=quotation.source)

    def _in_turn(self, token: Token, source: Source | None) -> Source | None:
        """Of a word in a turn of a talk the speaker of the turn, or whom that speaker names; of any other ``source``.

        Where the speaker says "I said that …", the speaker is the source.
        """
        place = bisect_right(self._turn_labels, token.i) - 1
        turn = self._turns[place] if place >= 0 else None
        if turn is None or turn.source is None or not turn.start <= token.i < turn.end:
            return source
        if source is None or token.doc[source.head].lower_ in _FIRST_PERSON:
            return turn.source
        return replace(source, via=source.via or turn.source)


def _is_participle_of_saying(token: Token) -> bool:
    """Whether it is a participle of saying, which shares the subject of the verb above ("adding that …")."""
    return token.dep_ == "advcl" and token.tag_ == "VBG" and token.lemma_ in SPEECH_VERBS


def _cue_above(token: Token) -> tuple[Token, bool] | None:
    """The word of saying above a word that is its content, and whether a negation of it is meant of that content.

    "Said" above "fled" in "said that he fled", "accused" above "robbing" in "accused of robbing". None where the word
    is no content of a word of saying.
    """
    head = token.head
    if head.pos_ == "ADP" and token.dep_ in PREPOSITION_OBJECTS:
        verb = head.head
        return (verb, False) if f"{verb.lemma_} {head.lower_}" in _PHRASES_OF_ACCUSING else None
    if head.pos_ in NOUN_POS:
        is_claim = token.dep_ in CONTENT_CLAUSES and head.lemma_ in _NOUNS_OF_SAYING and _is_content(token)
        return (head, False) if is_claim else None
    if culprit(token) is not None:
        return head, False
    if head.pos_ not in VERB_POS or head.lemma_ not in _VERBS_OF_SAYING:
        return None
    is_clause = token.dep_ in CONTENT_CLAUSES and _is_content(token)
    is_object = token.dep_ == "dobj" and head.lemma_ in _VERBS_WITH_SAID_OBJECTS
    return (head, _raises_negation(head)) if is_clause or is_object else None


def _raises_negation(cue: Token) -> bool:
    """Whether a negation of the verb is meant of its clause.

    Those who "do not believe" something believe that it is not so; those who "have not said" something say nothing.
    """
    operator = operators().verbs.get(cue.lemma_)
    return operator is not None and operator.raises


def _is_content(clause: Token) -> bool:
    """Whether the clause is what is said: no order ("told him to leave"), and no participle that describes a noun.

    "Fleeing" in "the claim that men were fleeing" is content, "quoting" in "a report quoting the mayor" is none.
    """
    if clause.dep_ == "acl":
        return clause.tag_ != "VBG" or any(child.dep_ == "mark" for child in clause.lefts)
    if not any(child.tag_ == "TO" for child in clause.lefts):
        return True
    operator = operators().verbs.get(clause.head.lemma_)
    return operator is not None and operator.name in _OPERATORS_WITH_INFINITIVE_CONTENT


def _source_beside(token: Token, above: Source | None) -> Source | None:
    """The source named beside a verb or noun: by "according to X", between commas ("…, police believe, …"), or last.

    Without one it is ``above``, the source that the word has from the words above it.
    """
    if token.pos_ not in VERB_POS and token.pos_ != "NOUN":
        return above
    for child in token.children:
        if child.lower_ == "according":
            is_known = above and above.cue[0] == child.i
            return above if is_known else speakers.source_according_to(child, above) or above
        named = inverted_subject(child) if child.dep_ == "conj" else None
        if child.dep_ == "parataxis" and child.lemma_ in _VERBS_OF_SAYING and not speakers.is_negated(child):
            named = speakers.speaker_of_verb(child)
        if named is not None:
            return speakers.source_of_speaker(named, (child.i, child.i + 1), via=above)
    return above


def _sources_of_sentences(doc: Parsed) -> dict[int, Source]:
    """The source of each sentence that has "according to X" at its beginning or end, by the index of its root."""
    places = doc.lowers.where(("according",))
    by_root: dict[int, Source] = {}
    for sentence in doc.sents if places else ():
        low, high = bisect_left(places, sentence.start), bisect_left(places, sentence.end)
        first_and_last = {*places[low:high][:1], *places[low:high][-1:]}
        for i in first_and_last:
            source = speakers.source_according_to(doc[i], None)
            if source and _is_at_the_edge(doc[i], source, sentence.start, sentence.end):
                by_root[sentence.root.i] = source
    return by_root


def _is_at_the_edge(according: Token, source: Source, start: int, end: int) -> bool:
    """Whether "according to X" opens its sentence, the tokens ``start`` to ``end``, or ends it behind a comma."""
    if according.i - start <= 1:
        return True
    behind = according.doc[source.end : min(end, source.end + _MAX_MARKS_AT_END)]
    return according.nbor(-1).text == "," and not any(token.is_alpha for token in behind)
