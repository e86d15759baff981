"""The turns of a talk with labelled speakers: paragraphs opened by "(Ada Brandt)", "Ada Brandt:" or "AB:"."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dossier.annotate.actors.speech.line_breaks import line_breaks
from dossier.annotate.doc import Chain, Source, Turn
from dossier.annotate.parsed import Parsed
from dossier.model import Form, Kind, Manner
from dossier.text.word_lists import word_lists

_WORDS_OF_LINKS = word_lists("dossier.annotate.actors", "actor_words.toml")["words_of_links"]
_OPENING_BRACKETS, _CLOSING_BRACKETS = frozenset("(["), frozenset(")]")

# Set by hand; no measurement is recorded.
_MAX_LABEL_TOKENS = 6  # of the name in a label
_MIN_REPETITIONS = 2  # of a label in the article
_BRACKETS_THAT_MAKE_A_LABEL = 2
"""Two brackets around a name ("((PN))") label a turn, even where the label does not come back."""

_RATE = re.compile(r"[+−-]\d[\d.,]*%?")

_HeadAndChain = tuple[int, Chain]


@dataclass(frozen=True, slots=True)
class _TurnLabel:
    """A speaker's name at the start of a paragraph, within ``depth`` brackets or before a colon (``depth`` 0).

    In tokens: the label is ``start`` to ``closing``, the name in it ``first`` to ``last``, the rest of the paragraph
    ``behind`` to ``end``. ``words`` is the name as text. ``is_rate``: a change stands behind the name and belongs to
    the label ("Orlov Index: +4.2"); an index does not speak.
    """

    start: int
    first: int
    last: int
    closing: int
    behind: int
    end: int
    words: str
    depth: int
    is_rate: bool


def talk_turns(doc: Parsed, chains: Iterable[Chain]) -> tuple[Turn, ...]:
    """The turns in text order; none where no label is repeated: then the article is no talk."""
    labels = list(_turn_labels(doc))
    counts = Counter(label.words for label in labels)
    if not labels or max(counts.values()) < _MIN_REPETITIONS:
        return ()
    # A label that alone is repeated is that of the person who asks. The text behind its paragraphs may be no answer.
    several_speak = sum(count >= _MIN_REPETITIONS for count in counts.values()) > 1
    chains = list(chains)
    names = {m.start: (m.head, chain) for chain in chains for m in chain.mentions if m.form is Form.NAME}
    return tuple(
        _turns_of_labels(labels, counts, names, _people_by_initials(chains), len(doc) if several_speak else None)
    )


def _turns_of_labels(
    labels: list[_TurnLabel],
    counts: Counter[str],
    names: Mapping[int, _HeadAndChain],
    people: Mapping[str, Chain],
    doc_end: int | None,
) -> Iterator[Turn]:
    """The turns that the labels open.

    A turn lasts to the next one. It lasts only to the end of its paragraph where its label is not repeated, or where
    ``doc_end`` is None.
    """
    bracketed = any(label.depth and counts[label.words] >= _MIN_REPETITIONS for label in labels)
    kept = [label for label in labels if _opens_turn(label, counts, bracketed=bracketed)]
    for label, following in zip(kept, [*(label.start for label in kept[1:]), doc_end], strict=True):
        lasts = counts[label.words] >= _MIN_REPETITIONS and doc_end is not None
        yield _turn(label, following if lasts and following is not None else label.end, names, people)


def _turn(label: _TurnLabel, end: int, names: Mapping[int, _HeadAndChain], people: Mapping[str, Chain]) -> Turn:
    """The turn behind a label: its speaker is a name in brackets, a name of an actor, or a person by initials.

    Without a speaker where words before a colon are neither ("Questions: …").
    """
    head, chain = names.get(label.first, (label.last - 1, people.get(label.words)))
    if label.is_rate:
        speaker: str | None = None
        chain = None
    elif label.depth or label.first in names:
        speaker = label.words
    else:
        speaker = chain.name if chain is not None else None
    source = Source(
        start=label.first,
        end=label.last,
        head=head,
        cue=(label.start, label.closing),
        manner=Manner.DIRECT,
    )
    return Turn(
        label=label.start,
        start=label.behind,
        end=end,
        speaker=speaker,
        source=source if speaker is not None else None,
        chain=chain,
    )


def _opens_turn(label: _TurnLabel, counts: Counter[str], *, bracketed: bool) -> bool:
    """Whether the label opens a turn. One in single brackets that is not repeated may be a caption or an insertion.

    Where speakers stand in brackets, "Name:" within a turn is what the turn speaks of.
    """
    if counts[label.words] >= _MIN_REPETITIONS or label.depth >= _BRACKETS_THAT_MAKE_A_LABEL:
        return True
    return not label.depth and (not bracketed or counts[_initials(label.words)] >= _MIN_REPETITIONS)


def _turn_labels(doc: Parsed) -> Iterator[_TurnLabel]:
    """The labels of all paragraphs that have one, in text order."""
    breaks = line_breaks(doc)
    for start, end in zip([0, *(i + 1 for i in breaks)], [*breaks, len(doc)], strict=True):
        label = _turn_label(doc, start, end)
        if label is not None:
            yield label


def _turn_label(doc: Parsed, start: int, end: int) -> _TurnLabel | None:
    """The label that opens the paragraph ``start`` to ``end``, if one does."""
    first = start
    while first < end and doc[first].text in _OPENING_BRACKETS:
        first += 1
    last = first
    while last < min(end, first + _MAX_LABEL_TOKENS) and doc[last].text[:1].isupper():
        last += 1
    closing = _label_end(doc, last, end, bracketed=first > start)
    if not first < last < closing or any(doc[i].lower_ in _WORDS_OF_LINKS for i in range(first, last)):
        return None
    behind = closing
    while behind < end and doc[behind].is_space:
        behind += 1
    is_rate = behind < end and _RATE.fullmatch(doc[behind].text) is not None
    words = " ".join(doc[i].text for i in range(first, last))
    return _TurnLabel(
        start=start,
        first=first,
        last=last,
        closing=closing,
        behind=behind + is_rate + (is_rate and doc.words[behind + 1 : behind + 2] == ["%"]),
        end=end,
        words=words,
        depth=first - start,
        is_rate=is_rate,
    )


def _label_end(doc: Parsed, last: int, end: int, *, bracketed: bool) -> int:
    """The token behind the brackets or the colon that close a label at ``last``; ``last`` where there are none."""
    if not bracketed:
        return last + (last < end and doc[last].text == ":")
    closing = last
    while closing < end and doc[closing].text in _CLOSING_BRACKETS:
        closing += 1
    return closing


def _people_by_initials(chains: Iterable[Chain]) -> dict[str, Chain]:
    """People by their initials ("AB"); none for a name of one word, and none for those who share them."""
    people = {chain.name: chain for chain in chains if chain.kind is Kind.PERSON}
    with_initials = [(_initials(name), chain) for name, chain in people.items() if " " in name]
    counts = Counter(initials for initials, _ in with_initials)
    return {initials: chain for initials, chain in with_initials if counts[initials] == 1}


def _initials(name: str) -> str:
    """The first letters of the words of a name."""
    return "".join(word[0] for word in name.split())
