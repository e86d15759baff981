"""Who speaks where an article gives a talk in turns: paragraphs opened by "(Ada Brandt)", "Ada Brandt:" or "AB:"."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dossier.annotate.actors.line_breaks import line_breaks
from dossier.annotate.doc import Chain, Source, Turn
from dossier.annotate.parsed import Parsed
from dossier.model import Form, Kind, Manner

_OPENING, _CLOSING = frozenset("(["), frozenset(")]")
_LONGEST = 6
_LEAST = 2
_DOUBLE = 2
_Named = tuple[int, Chain]


@dataclass(frozen=True, slots=True)
class _Label:
    """What opens a paragraph in brackets, of which ``depth`` open, or before a colon.

    The name is ``first`` to ``last``, the label ends at ``closing``, the rest of the paragraph is from ``behind`` to
    ``end``.
    """

    start: int
    first: int
    last: int
    closing: int
    behind: int
    end: int
    words: str
    depth: int


def turns(doc: Parsed, chains: Iterable[Chain]) -> tuple[Turn, ...]:
    """The turns in text order; none where no label comes back: then it is no talk."""
    found = list(_labels(doc))
    often = Counter(label.words for label in found)
    if not found or max(often.values()) < _LEAST:
        return ()
    # where one alone is labelled, it is the one who asks, and the rest may be the article's
    both = sum(count >= _LEAST for count in often.values()) > 1
    chains = list(chains)
    named = {m.start: (m.head, chain) for chain in chains for m in chain.mentions if m.form is Form.NAME}
    return tuple(_taken(found, often, named, _initials(chains), len(doc) if both else None))


def _taken(
    found: list[_Label], often: Counter[str], named: Mapping[int, _Named], people: Mapping[str, Chain], end: int | None
) -> Iterator[Turn]:
    """The turns of those who take part; a turn lasts to the next, or where ``end`` is None to its paragraph's end."""
    bracketed = any(label.depth and often[label.words] >= _LEAST for label in found)
    kept = [label for label in found if _takes_part(label, often, people, bracketed=bracketed)]
    for label, following in zip(kept, [*(label.start for label in kept[1:]), end], strict=True):
        back = often[label.words] >= _LEAST and end is not None
        yield _turn(label, following if back and following is not None else label.end, named, people)


def _turn(label: _Label, end: int, named: Mapping[int, _Named], people: Mapping[str, Chain]) -> Turn:
    """The turn behind a label: what stands in brackets, a name of the article's actors, or a person's initials."""
    head, chain = named.get(label.first, (label.last - 1, people.get(label.words)))
    if label.depth or label.first in named:
        speaker: str | None = label.words
    else:
        speaker = chain.name if chain is not None else None
    source = Source(label.first, label.last, head, (label.start, label.closing), Manner.DIRECT)
    return Turn(label.start, label.behind, end, speaker, source if speaker is not None else None, chain)


def _takes_part(label: _Label, often: Counter[str], people: Mapping[str, Chain], *, bracketed: bool) -> bool:
    """Whether the label opens a turn: what stands once in brackets may be a caption, or a word put in a quotation.

    Where those who speak stand in brackets, "Name:" within a turn is what it speaks of.
    """
    if often[label.words] >= _LEAST or label.depth >= _DOUBLE:
        return True
    initials = "".join(word[0] for word in label.words.split())
    return not label.depth and (not bracketed or often[initials] >= _LEAST)


def _labels(doc: Parsed) -> Iterator[_Label]:
    breaks = line_breaks(doc)
    for start, end in zip([0, *(i + 1 for i in breaks)], [*breaks, len(doc)], strict=True):
        label = _label(doc, start, end)
        if label is not None:
            yield label


def _label(doc: Parsed, start: int, end: int) -> _Label | None:
    """The label that opens the paragraph ``start`` to ``end``, if one does."""
    first = start
    while first < end and doc[first].text in _OPENING:
        first += 1
    last = first
    while last < min(end, first + _LONGEST) and doc[last].text[:1].isupper():
        last += 1
    closing = _closing(doc, last, end, bracketed=first > start)
    if not first < last < closing:
        return None
    behind = closing
    while behind < end and doc[behind].is_space:
        behind += 1
    words = " ".join(doc[i].text for i in range(first, last))
    return _Label(start, first, last, closing, behind, end, words, first - start)


def _closing(doc: Parsed, last: int, end: int, *, bracketed: bool) -> int:
    """The token behind the brackets or the colon that close a label at ``last``; the same where none do."""
    if not bracketed:
        return last + (last < end and doc[last].text == ":")
    closing = last
    while closing < end and doc[closing].text in _CLOSING:
        closing += 1
    return closing


def _initials(chains: Iterable[Chain]) -> dict[str, Chain]:
    """The one person whom initials stand for, by the initials."""
    people = {chain.name: chain for chain in chains if chain.kind is Kind.PERSON}
    initials = [("".join(word[0] for word in name.split()), chain) for name, chain in people.items() if " " in name]
    counted = Counter(letters for letters, _ in initials)
    return {letters: chain for letters, chain in initials if counted[letters] == 1}
