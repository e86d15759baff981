"""The paragraphs of a text, and which of them are headings."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

_LINE = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]*")
_PROSE_END = re.compile(r"[.!?…:;] ?[\"'”’»)\]]*$")
_HEADING_END = re.compile(r"[.!…,;:–—-][\"'”’»)\]]*$")
_LONGER_WORD = re.compile(r"[^\W\d_]{4,}")

# Set by hand; no measurement of any of them is recorded.
_MAX_HEADING_CHARACTERS = 100
"""Characters of a heading in title case."""
_MAX_HEADING_WORDS = 8
"""Words of a heading that has no capitals to show it: "What happens next"."""
_MAX_HEADLINE_WORDS = 16
"""Words of the first line of a text that is one: "Port of Orlov shuts after its workers reject the offer"."""
_MIN_PROSE_CHARACTERS = 60
"""Characters of a paragraph below a heading."""
_WRAPPED_WIDTHS = range(40, 121)
"""Characters of the median line of a text that is wrapped at a fixed width."""
_MIN_INDENT = 2
"""Columns of blanks before a line that opens a paragraph of wrapped text."""
_TITLE_CASE_SHARE = 0.75
"""Share of the words of four letters and more that begin with a capital in title case."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A paragraph or heading of a text, without the white space around it; offsets count code points, half-open."""

    start: int
    end: int
    heading: bool


def segments(text: str) -> list[Segment]:
    r"""The paragraphs and headings of ``text``, in order. Together they hold every character that is not white space.

    A blank line ends a paragraph, and so does a line break, unless the line below begins with a comma, or the text is
    wrapped at a fixed width; there a line that is indented opens one. A heading is a short paragraph in title case or
    of a few words, above prose or above another heading of prose. The first may be longer. No full stop, comma, colon
    or dash ends it. A line of its own that begins with "#" is a heading wherever it stands.

    >>> [(s.start, s.end, s.heading) for s in segments("The Hunt Continues\n" + "He was killed in the east. " * 3)]
    [(0, 18, True), (19, 99, False)]
    """
    blocks = list(_blocks(text))
    return [Segment(start, end, _is_heading(text, blocks, position)) for position, (start, end) in enumerate(blocks)]


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """The offsets of paragraphs and headings: a group of lines where the text is wrapped, else each line."""
    groups = list(_groups(text))
    if not _is_wrapped(text, groups):
        for group in groups:
            starts = [i for i in range(len(group)) if i == 0 or not _goes_on(text, group[i - 1][1], group[i][0])]
            yield from ((group[i][0], group[j - 1][1]) for i, j in pairwise([*starts, len(group)]))
        return
    opening = _opening_lines(text, groups)
    for group in groups:
        starts = [i for i, line in enumerate(group) if i == 0 or line[0] in opening]
        yield from ((group[i][0], group[j - 1][1]) for i, j in pairwise([*starts, len(group)]))


def _goes_on(text: str, end: int, start: int) -> bool:
    """Whether the line at ``start`` goes on with the one that ends at ``end``: ", chairman of", "(D-Orlov)" and "said".

    So it is where a page was cut at the ends of its links or brackets.
    """
    return text[start] in ",;" or (text[end - 1] == ")" and text[start].islower())


def _opening_lines(text: str, groups: list[list[tuple[int, int]]]) -> set[int]:
    """The starts of the lines of wrapped text that open a paragraph by their indent.

    None where indented lines are the rule, or stand below lines that break off: there an indent means something else.
    """
    lines = [(line, before) for group in groups for before, line in pairwise(group)]
    indented = [(line, before) for line, before in lines if _indent(text, line[0]) >= _MIN_INDENT]
    behind_prose = sum(bool(_PROSE_END.search(text[start:end])) for _, (start, end) in indented)
    is_rule = len(indented) > len(lines) / 2
    return set() if is_rule or behind_prose <= len(indented) / 2 else {line[0] for line, _ in indented}


def _indent(text: str, start: int) -> int:
    """How many columns of blanks stand before a line whose words begin at ``start``; a tab counts as eight."""
    first = start
    while first and text[first - 1] in " \t":
        first -= 1
    return len(text[first:start].expandtabs())


def _groups(text: str) -> Iterator[list[tuple[int, int]]]:
    """Groups of lines with no blank line between them, each line as its offsets without white space around it."""
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
    """Whether more than one line break parts a line from the next."""
    return len(text[end:start].replace("\r\n", "\n").strip(" \t\u00a0")) > 1


def _is_wrapped(text: str, groups: list[list[tuple[int, int]]]) -> bool:
    """Whether most lines with another below them break off in mid-sentence, at a median width of wrapped text."""
    inner = [line for group in groups for line in group[:-1]]
    if not inner:
        return False
    broken = sum(not _PROSE_END.search(text[start:end]) for start, end in inner)
    return broken > len(inner) / 2 and round(median(end - start for start, end in inner)) in _WRAPPED_WIDTHS


def _is_heading(text: str, blocks: list[tuple[int, int]], position: int) -> bool:
    start, end = blocks[position]
    if text[start] == "#":
        return "\n" not in text[start:end]
    following = [block for block in blocks[position + 1 : position + 3] if not _is_title(text, block)]
    max_words = _MAX_HEADING_WORDS if position else _MAX_HEADLINE_WORDS
    return _is_title(text, blocks[position], max_words) and bool(following) and _is_prose(text, following[0])


def _is_title(text: str, block: tuple[int, int], max_words: int = _MAX_HEADING_WORDS) -> bool:
    """Whether the block looks like a heading, whatever stands below it."""
    line = text[block[0] : block[1]]
    if len(line) > _MAX_HEADING_CHARACTERS or _HEADING_END.search(line):
        return False
    return is_title_case(line) or (len(line.split()) <= max_words and not line.endswith("?"))


def _is_prose(text: str, block: tuple[int, int]) -> bool:
    start, end = block
    return end - start >= _MIN_PROSE_CHARACTERS and bool(_PROSE_END.search(text[start:end]))


def is_title_case(line: str) -> bool:
    """Whether ``_TITLE_CASE_SHARE`` of the longer words begin with a capital, the first one not counted.

    The first word of any sentence has a capital.
    """
    words = _LONGER_WORD.findall(line)[1:]
    return bool(words) and sum(word[0].isupper() for word in words) >= _TITLE_CASE_SHARE * len(words)
