"""Who speaks where an article gives a talk in turns: paragraphs opened by "(Ada Brandt)", "Ada Brandt:" or "AB:"."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from dossier.annotate.summaries.naming import Names
from dossier.annotate.summaries.parse import Parse
from dossier.model import Form, Kind

_OPENING, _CLOSING = frozenset("(["), frozenset(")]")
_FIRST_PERSON = frozenset("i me my mine myself we us our ours ourselves".split())
_LONGEST = 6
_LEAST = 2


@dataclass(frozen=True, slots=True)
class Turn:
    """What ``speaker`` says: tokens ``start`` to ``end`` (half-open), behind the label that begins at ``label``.

    None where the label may be no name ("Note:").
    """

    label: int
    start: int
    end: int
    speaker: str | None


@dataclass(frozen=True, slots=True)
class _Label:
    """What opens a paragraph at ``start`` in brackets, or before a colon; the rest is from ``behind`` to ``end``."""

    start: int
    behind: int
    end: int
    words: str
    bracketed: bool


class Turns:
    """The turns of a text."""

    def __init__(self, parse: Parse, known: Names) -> None:
        self._parse = parse
        self._known = known
        self._turns = tuple(_turns(parse, known))
        self._labels = [turn.label for turn in self._turns]

    def behind_label(self, start: int) -> int:
        """Where a sentence begins that the parser has begun with the label."""
        turn = self._turn(start)
        return turn.start if turn is not None and turn.label <= start < turn.start else start

    def speaker(self, start: int, end: int) -> str | None:
        """Who says the sentence ``start`` to ``end``, which is in no quotation: the one whose turn it is, or "I"."""
        turn = self._turn(start)
        if turn is not None and turn.speaker is not None:
            return turn.speaker
        quoted = self._parse.quoting.within(start, end)
        own = (i for i in range(start, end) if self._is_own(i) and not any(a <= i < z for a, z in quoted))
        return next((self._known.starting[i].shown for i in own), None)

    def _is_own(self, token: int) -> bool:
        """Whether it is a pronoun of the first person of which is known whom it means."""
        return self._parse.lowers[token] in _FIRST_PERSON and self._known.means(token)

    def _turn(self, token: int) -> Turn | None:
        place = bisect_right(self._labels, token) - 1
        return self._turns[place] if place >= 0 and token < self._turns[place].end else None


def _turns(parse: Parse, known: Names) -> Iterator[Turn]:
    """The turns in text order; none where no label comes back: then it is no talk."""
    breaks = [i for i, word in enumerate(parse.words) if "\n" in word]
    paragraphs = zip([0, *(i + 1 for i in breaks)], [*breaks, len(parse.words)], strict=True)
    found = [label for start, end in paragraphs if (label := _label(parse, start, end)) is not None]
    often = Counter(label.words for label in found)
    if not found or max(often.values()) < _LEAST:
        return
    # where one alone is labelled, it is the one who asks, and the rest may be the article's
    both = sum(count >= _LEAST for count in often.values()) > 1
    people = _initials(known)
    following = [*(label.start for label in found[1:]), found[-1].end]
    for label, end in zip(found, following, strict=True):
        # what opens one paragraph alone, in brackets, may be a caption; a speaker comes back
        back = often[label.words] >= _LEAST
        speaker = _named(label, people, known) if back or not label.bracketed else None
        yield Turn(label.start, label.behind, end if back and both else label.end, speaker)


def _named(label: _Label, people: dict[str, str], known: Names) -> str | None:
    """The name in the label: what stands in brackets, a name of the article's actors, or a person's initials."""
    name = known.starting.get(label.start)
    if label.bracketed or (name is not None and name.mention.form is Form.NAME):
        return label.words
    return people.get(label.words)


def _label(parse: Parse, start: int, end: int) -> _Label | None:
    """The label that opens the paragraph ``start`` to ``end``, if one does."""
    first = start
    while first < end and parse.words[first] in _OPENING:
        first += 1
    last = first
    while last < min(end, first + _LONGEST) and parse.words[last][:1].isupper():
        last += 1
    behind = _behind(parse, last, end, bracketed=first > start)
    if first < last < behind:
        return _Label(start, behind, end, " ".join(parse.words[first:last]), first > start)
    return None


def _behind(parse: Parse, last: int, end: int, *, bracketed: bool) -> int:
    """The token behind the brackets or the colon that close a label at ``last``; the same where none do."""
    behind = last
    if not bracketed:
        behind += last < end and parse.words[last] == ":"
    while bracketed and behind < end and parse.words[behind] in _CLOSING:
        behind += 1
    while last < behind < end and parse.words[behind].isspace():
        behind += 1
    return behind


def _initials(known: Names) -> dict[str, str]:
    """The one person whom initials stand for, by the initials."""
    people = {
        name.chain.name
        for name in known.starting.values()
        if name.chain.kind is Kind.PERSON and name.mention.form is Form.NAME
    }
    initials = [("".join(word[0] for word in name.split()), name) for name in sorted(people) if " " in name]
    counted = Counter(letters for letters, _ in initials)
    return {letters: name for letters, name in initials if counted[letters] == 1}
