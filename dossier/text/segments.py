"""Where the paragraphs of a text are, and which of them are headings."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median

_LINE = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]*")
_PROSE_END = re.compile(r"[.!?…:;][\"'”’»)\]]*$")
_HEADING_END = re.compile(r"[.!…,;:–—-][\"'”’»)\]]*$")
_WORD = re.compile(r"[^\W\d_]{4,}")

HEADING_CHARACTERS = 100
HEADING_WORDS = 8
PROSE_CHARACTERS = 60
WRAPPED_WIDTH = range(40, 121)


@dataclass(frozen=True, slots=True)
class Segment:
    """A paragraph or heading of a text: half-open, in code points, without the white space around it."""

    start: int
    end: int
    heading: bool


def segments(text: str) -> list[Segment]:
    r"""The paragraphs and headings of ``text``, in order; together they hold every character that is not space.

    A blank line ends a paragraph; so does a line break, unless the text is wrapped at a fixed width. A heading is
    a short line in title case, in capitals, or of a few words with no full stop, on its own above prose.

    >>> [(s.start, s.end, s.heading) for s in segments("The Hunt Continues\n" + "He was killed in the east. " * 3)]
    [(0, 18, True), (19, 99, False)]
    """
    blocks = list(_blocks(text))
    return [Segment(start, end, _is_heading(text, blocks, position)) for position, (start, end) in enumerate(blocks)]


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    groups = list(_groups(text))
    joined = _is_wrapped(text, groups)
    for group in groups:
        if joined:
            yield group[0][0], group[-1][1]
        else:
            yield from group


def _groups(text: str) -> Iterator[list[tuple[int, int]]]:
    """Runs of lines with no blank line between, each line as its span without the space around it."""
    group: list[tuple[int, int]] = []
    for line in _LINE.finditer(text):
        words = line[0].strip()
        if words:
            start = line.start() + line[0].index(words)
            if group and _is_blank_between(text, group[-1][1], start):
                yield group
                group = []
            group.append((start, start + len(words)))
    if group:
        yield group


def _is_blank_between(text: str, end: int, start: int) -> bool:
    return len(text[end:start].replace("\r\n", "\n").strip(" \t\u00a0")) > 1


def _is_wrapped(text: str, groups: list[list[tuple[int, int]]]) -> bool:
    """Whether most lines that others follow break off in mid-sentence at about one width."""
    inner = [line for group in groups for line in group[:-1]]
    if not inner:
        return False
    broken = sum(not _PROSE_END.search(text[start:end]) for start, end in inner)
    return broken > len(inner) / 2 and round(median(end - start for start, end in inner)) in WRAPPED_WIDTH


def _is_heading(text: str, blocks: list[tuple[int, int]], position: int) -> bool:
    start, end = blocks[position]
    if text[start] == "#":
        return "\n" not in text[start:end]
    following = [block for block in blocks[position + 1 : position + 3] if not _is_title(text, block)]
    return _is_title(text, blocks[position]) and bool(following) and _is_prose(text, following[0])


def _is_title(text: str, block: tuple[int, int]) -> bool:
    """Whether the line looks like a heading, whatever comes after it."""
    line = text[block[0] : block[1]]
    if len(line) > HEADING_CHARACTERS or _HEADING_END.search(line):
        return False
    return _is_title_case(line) or (len(line.split()) <= HEADING_WORDS and not line.endswith("?"))


def _is_prose(text: str, block: tuple[int, int]) -> bool:
    start, end = block
    return end - start >= PROSE_CHARACTERS and bool(_PROSE_END.search(text[start:end]))


def _is_title_case(line: str) -> bool:
    """Whether most longer words begin with a capital; the first one does not count, it always does."""
    words = _WORD.findall(line)[1:]
    return bool(words) and sum(word[0].isupper() for word in words) >= 0.75 * len(words)
