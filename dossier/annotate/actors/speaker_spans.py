"""Who speaks in which part of an article, and to whom: quotations, interviews, transcripts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dossier.annotate.actors import dialogue
from dossier.annotate.actors.line_breaks import line_breaks
from dossier.annotate.doc import Chain
from dossier.annotate.parsed import Parsed, Token
from dossier.model import Form, Kind
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.actors", "actor_words.toml")

_ASKING = frozenset(("interview", "question", "q&a"))
_TALKING = _WORDS["talking"]
_TOPIC = _WORDS["topic"]
_NEAR = 24
_LEAD = 8
_QUESTIONS = 2
_SPEECHES = _WORDS["speeches"]


@dataclass(frozen=True, slots=True)
class Voice:
    """The tokens ``start`` to ``end`` are the words of ``speaker``, or are said to ``hearer``; ``sieve`` says why."""

    start: int
    end: int
    sieve: str
    speaker: Chain | None = None
    hearer: Chain | None = None


def voices(doc: Parsed, owner: Mapping[int, Chain]) -> Iterator[Voice]:
    """The parts of the Doc whose speaker or hearer is known, the surest first; ``owner`` is whose a head token is."""
    for quotation in doc._.quotations:
        source = quotation.source
        yield Voice(quotation.start, quotation.end, "quoted speaker", owner.get(source.head) if source else None)
    paragraphs = list(_paragraphs(doc))
    yield from _turns(doc, owner, paragraphs)
    yield from _interview(doc, owner, paragraphs)
    yield from _introductions(doc, owner, paragraphs)
    yield from _dialogue(doc, owner, paragraphs)
    yield from _speech(doc, owner)


def _paragraphs(doc: Parsed) -> Iterator[tuple[int, int]]:
    """The paragraphs that are no headings, as token indices without the line breaks."""
    headings = {start for start, _ in doc._.headings}
    start = 0
    for i in (*line_breaks(doc), len(doc)):
        if i > start and start not in headings:
            yield start, i
        start = i + 1


def _turns(doc: Parsed, owner: Mapping[int, Chain], paragraphs: list[tuple[int, int]]) -> Iterator[Voice]:
    """The turns of a talk, or paragraphs that begin with the name of who speaks: "Brandt: We were late."."""
    if doc._.turns:
        yield from _talk(doc, owner)
        return
    names = {m.start: (m.end, chain) for chain in _chains(owner) for m in chain.mentions if m.form is Form.NAME}
    for start, end in paragraphs:
        behind, chain = names.get(start, (start, None))
        if chain is not None and behind < end and doc[behind].text == ":":
            yield Voice(behind, end, "turn", speaker=chain)


def _talk(doc: Parsed, owner: Mapping[int, Chain]) -> Iterator[Voice]:
    """The turns of a talk; where one person answers, who has no name in the article speaks to that one."""
    people = list({id(turn.chain): turn.chain for turn in doc._.turns if turn.chain is not None}.values())
    only = people[0] if len(people) == 1 else None
    asked = only if people else _asked(doc, owner)
    for turn in doc._.turns:
        if turn.speaker is not None:
            yield Voice(turn.start, turn.end, "turn", turn.chain, asked if turn.chain is None else None)


def _interview(doc: Parsed, owner: Mapping[int, Chain], paragraphs: list[tuple[int, int]]) -> Iterator[Voice]:
    """The questions and answers of an interview with one person whom the article names as asked."""
    asked = _asked(doc, owner)
    questions = {start for start, end in paragraphs if doc[end - 1].text == "?"}
    if asked is None or len(questions) < _QUESTIONS:
        return
    first = min(questions)
    for start, end in paragraphs:
        if start in questions:
            yield Voice(start, end, "interview", hearer=asked)
        elif start > first:
            yield Voice(start, end, "interview", speaker=asked)


def _asked(doc: Parsed, owner: Mapping[int, Chain]) -> Chain | None:
    """The one person whom the first sentences say to have been interviewed."""
    found: dict[int, Chain] = {}
    for n, sentence in enumerate(doc.sents):
        if n == _LEAD:
            break
        for token in sentence:
            if token.lemma_.lower() in _ASKING or (token.lemma_ in _TALKING and _is_with(token)):
                found.update((id(chain), chain) for chain in _partners(token, sentence.end, owner))
    return next(iter(found.values())) if len(found) == 1 else None


def _partners(cue: Token, end: int, owner: Mapping[int, Chain]) -> list[Chain]:
    """The people whom a word of interviewing or talking has for its partners: its object, or its passive subject."""
    passive = [child for child in cue.lefts if child.dep_ == "nsubjpass"]
    if passive:
        return [chain for child in passive if (chain := owner.get(child.i)) and chain.kind is Kind.PERSON]
    found: list[Chain] = []
    for i in range(cue.i + 1, min(cue.i + _NEAR, end)):
        chain = owner.get(i)
        if cue.doc[i].lower_ in _TOPIC:
            break
        if chain is not None and chain.kind is Kind.PERSON:
            found.append(chain)
        elif found and cue.doc[i].dep_ == "cc" and cue.doc[i + 1].text[0].isupper():
            return []
    return found


def _is_with(verb: Token) -> bool:
    return any(child.lower_ in ("with", "to") and child.dep_ == "prep" for child in verb.children)


def _dialogue(doc: Parsed, owner: Mapping[int, Chain], paragraphs: list[tuple[int, int]]) -> Iterator[Voice]:
    for (start, end), partner, speaks in dialogue.turns(doc, owner, paragraphs):
        yield Voice(start, end, "dialogue", partner if speaks else None, None if speaks else partner)


def _introductions(doc: Parsed, owner: Mapping[int, Chain], paragraphs: list[tuple[int, int]]) -> Iterator[Voice]:
    """Paragraphs in which who speaks says who that is."""
    for start, end in paragraphs:
        speaker = dialogue.introduced(doc, owner, start, end)
        if speaker is not None:
            yield Voice(start, end, "introduction", speaker=speaker)


def _speech(doc: Parsed, owner: Mapping[int, Chain]) -> Iterator[Voice]:
    """The whole of a speech whose heading names who held it: "Remarks by Ada Brandt", "Ada Brandt's Address"."""
    for start, end in doc._.headings[:3]:
        for token in doc[start:end]:
            if token.lemma_.lower() not in _SPEECHES:
                continue
            by = [*token.children, *(noun for word in token.children if word.lower_ == "by" for noun in word.children)]
            people = [chain for word in by if (chain := owner.get(word.i)) and chain.kind is Kind.PERSON]
            if len(people) == 1:
                yield Voice(0, len(doc), "speech", speaker=people[0])
                return


def _chains(owner: Mapping[int, Chain]) -> list[Chain]:
    """The chains, each once, in the order of their heads."""
    return list({id(chain): chain for chain in owner.values()}.values())
