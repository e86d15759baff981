"""Who speaks in which part of an article, and to whom: quotations, interviews, transcripts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dossier.annotate.actors.speech.dialogue import dialogue_turns, introduced_speaker
from dossier.annotate.actors.speech.line_breaks import line_breaks
from dossier.annotate.doc import Chain
from dossier.annotate.parsed import Parsed, Token
from dossier.model import Form, Kind, Sieve
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.actors", "actor_words.toml")

_WORDS_FOR_INTERVIEWS = _WORDS["words_for_interviews"]
_VERBS_OF_TALKING = _WORDS["verbs_of_talking"]
_PREPOSITIONS_OF_TOPIC = _WORDS["prepositions_of_topic"]
_NOUNS_FOR_SPEECHES = _WORDS["nouns_for_speeches"]

# Set by hand; no measurement is recorded.
_MAX_TOKENS_TO_INTERVIEWEE = 24  # from the word for the interview
_LEAD_SENTENCES = 8  # in which the interviewee is named
_LEAD_HEADINGS = 3  # in which the speaker of a speech is named
_MIN_QUESTIONS_OF_INTERVIEW = 2  # paragraphs that end with "?"

_Paragraph = tuple[int, int]
"""First token and the one behind the last."""


@dataclass(frozen=True, slots=True)
class SpeakerSpan:
    """The tokens ``start`` to ``end`` are the words of ``speaker``, or are said to ``hearer``, as ``sieve`` found."""

    start: int
    end: int
    sieve: Sieve
    speaker: Chain | None = None
    hearer: Chain | None = None


def speaker_spans(doc: Parsed, chain_at: Mapping[int, Chain]) -> Iterator[SpeakerSpan]:
    """The parts of the article whose speaker or hearer is known, the surest first.

    A quotation has a span even where its speaker is no actor. ``chain_at`` gives the chain of a head token.
    """
    for quotation in doc._.quotations:
        source = quotation.source
        speaker = chain_at.get(source.head) if source else None
        yield SpeakerSpan(quotation.start, quotation.end, Sieve.QUOTED_SPEAKER, speaker)
    paragraphs = list(_paragraphs(doc))
    yield from _turn_spans(doc, chain_at, paragraphs)
    yield from _interview_spans(doc, chain_at, paragraphs)
    yield from _introduction_spans(doc, chain_at, paragraphs)
    yield from _dialogue_spans(doc, chain_at, paragraphs)
    yield from _speech_span(doc, chain_at)


def _paragraphs(doc: Parsed) -> Iterator[tuple[int, int]]:
    """The paragraphs that are no headings, as token indices without the line breaks."""
    headings = {start for start, _ in doc._.headings}
    start = 0
    for i in (*line_breaks(doc), len(doc)):
        if i > start and start not in headings:
            yield start, i
        start = i + 1


def _turn_spans(doc: Parsed, chain_at: Mapping[int, Chain], paragraphs: list[_Paragraph]) -> Iterator[SpeakerSpan]:
    """The turns of a talk, else paragraphs that begin with their speaker's name: "Brandt: We were late."."""
    if doc._.turns:
        yield from _talk_spans(doc, chain_at)
        return
    names = {m.start: (m.end, chain) for chain in _chains(chain_at) for m in chain.mentions if m.form is Form.NAME}
    for start, end in paragraphs:
        behind, chain = names.get(start, (start, None))
        if chain is not None and behind < end and doc[behind].text == ":":
            yield SpeakerSpan(behind, end, Sieve.TURN, speaker=chain)


def _talk_spans(doc: Parsed, chain_at: Mapping[int, Chain]) -> Iterator[SpeakerSpan]:
    """The turns of a talk. A speaker who is no actor speaks to the one person who answers, or who was interviewed."""
    people = list({id(turn.chain): turn.chain for turn in doc._.turns if turn.chain is not None}.values())
    only = people[0] if len(people) == 1 else None
    interviewee = only if people else _interviewee(doc, chain_at)
    for turn in doc._.turns:
        if turn.speaker is not None:
            hearer = interviewee if turn.chain is None else None
            yield SpeakerSpan(turn.start, turn.end, Sieve.TURN, speaker=turn.chain, hearer=hearer)


def _interview_spans(doc: Parsed, chain_at: Mapping[int, Chain], paragraphs: list[_Paragraph]) -> Iterator[SpeakerSpan]:
    """The questions and answers of an interview, where the article names one person as interviewed."""
    interviewee = _interviewee(doc, chain_at)
    questions = {start for start, end in paragraphs if doc[end - 1].text == "?"}
    if interviewee is None or len(questions) < _MIN_QUESTIONS_OF_INTERVIEW:
        return
    first_question = min(questions)
    for start, end in paragraphs:
        if start in questions:
            yield SpeakerSpan(start, end, Sieve.INTERVIEW, hearer=interviewee)
        elif start > first_question:
            yield SpeakerSpan(start, end, Sieve.INTERVIEW, speaker=interviewee)


def _interviewee(doc: Parsed, chain_at: Mapping[int, Chain]) -> Chain | None:
    """The one person who was interviewed, by the first sentences of the article; None if several or none."""
    found: dict[int, Chain] = {}
    for n, sentence in enumerate(doc.sents):
        if n == _LEAD_SENTENCES:
            break
        for token in sentence:
            if token.lemma_.lower() in _WORDS_FOR_INTERVIEWS or (
                token.lemma_ in _VERBS_OF_TALKING and _has_with_or_to(token)
            ):
                found.update((id(chain), chain) for chain in _partners_of_talk(token, sentence.end, chain_at))
    return next(iter(found.values())) if len(found) == 1 else None


def _partners_of_talk(cue: Token, end: int, chain_at: Mapping[int, Chain]) -> list[Chain]:
    """The people with whom a talk was: the passive subject of its word, else those named behind it.

    Those behind count up to a topic ("about …"), within 24 tokens of the word and before the token ``end``. None count
    where an "and" leads to a capitalised word.
    """
    passive = [child for child in cue.lefts if child.dep_ == "nsubjpass"]
    if passive:
        return [chain for child in passive if (chain := chain_at.get(child.i)) and chain.kind is Kind.PERSON]
    found: list[Chain] = []
    for i in range(cue.i + 1, min(cue.i + _MAX_TOKENS_TO_INTERVIEWEE, end)):
        chain = chain_at.get(i)
        if cue.doc[i].lower_ in _PREPOSITIONS_OF_TOPIC:
            break
        if chain is not None and chain.kind is Kind.PERSON:
            found.append(chain)
        elif found and cue.doc[i].dep_ == "cc" and _is_before_capital(cue.doc, i):
            return []
    return found


def _is_before_capital(doc: Parsed, i: int) -> bool:
    """Whether a capitalised word stands behind token ``i``, which may be the last of the Doc."""
    return i + 1 < len(doc) and doc[i + 1].text[0].isupper()


def _has_with_or_to(verb: Token) -> bool:
    return any(child.lower_ in ("with", "to") and child.dep_ == "prep" for child in verb.children)


def _dialogue_spans(doc: Parsed, chain_at: Mapping[int, Chain], paragraphs: list[_Paragraph]) -> Iterator[SpeakerSpan]:
    """The paragraphs of a dialogue without labels."""
    for (start, end), partner, speaks in dialogue_turns(doc, chain_at, paragraphs):
        speaker, hearer = (partner, None) if speaks else (None, partner)
        yield SpeakerSpan(start, end, Sieve.DIALOGUE, speaker=speaker, hearer=hearer)


def _introduction_spans(
    doc: Parsed, chain_at: Mapping[int, Chain], paragraphs: list[_Paragraph]
) -> Iterator[SpeakerSpan]:
    """Paragraphs whose speaker gives a name: "My name is Ada Brandt"."""
    for start, end in paragraphs:
        speaker = introduced_speaker(doc, chain_at, start, end)
        if speaker is not None:
            yield SpeakerSpan(start, end, Sieve.INTRODUCTION, speaker=speaker)


def _speech_span(doc: Parsed, chain_at: Mapping[int, Chain]) -> Iterator[SpeakerSpan]:
    """The whole article, where a heading names the speaker of a speech: "Remarks by Ada Brandt"."""
    for start, end in doc._.headings[:_LEAD_HEADINGS]:
        for token in doc[start:end]:
            if token.lemma_.lower() not in _NOUNS_FOR_SPEECHES:
                continue
            after_by = (noun for word in token.children if word.lower_ == "by" for noun in word.children)
            people = [
                chain
                for word in (*token.children, *after_by)
                if (chain := chain_at.get(word.i)) and chain.kind is Kind.PERSON
            ]
            if len(people) == 1:
                yield SpeakerSpan(0, len(doc), Sieve.SPEECH, speaker=people[0])
                return


def _chains(chain_at: Mapping[int, Chain]) -> list[Chain]:
    """The chains, each once, in the order of their heads."""
    return list({id(chain): chain for chain in chain_at.values()}.values())
