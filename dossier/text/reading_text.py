"""A text as it is read: repaired, with the place of each of its characters in the text as given."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Replacement:
    """What is read in place of the characters from ``start`` to ``end`` (half-open, at least one)."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class ReadingText:
    """A text to be read, and for each of its characters where that came from; all offsets count code points.

    ``starts`` and ``ends`` hold, for each character of ``text``, the bounds (half-open) of what it was made of in the
    text as given. Neither ever falls from one character to the next.
    """

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    @classmethod
    def of(cls, given: str) -> "ReadingText":
        """The text as given: each character stands for itself."""
        return cls(given, range(len(given)), range(1, len(given) + 1))

    @property
    def is_as_given(self) -> bool:
        """Whether nothing was replaced by more or fewer characters, so that all offsets are those of the given text."""
        return isinstance(self.starts, range)

    def replaced(self, replacements: Iterable[Replacement]) -> "ReadingText":
        """The text with these replacements, which are sorted and do not overlap.

        As many characters as before take their places one by one. Otherwise each new character stands for all that was
        replaced; so a span that begins or ends within it covers the whole of it.

        >>> read = ReadingText.of("AT&amp;T said").replaced([Replacement(2, 7, "&")])
        >>> read.text, read.given(0, 4), read.given(2, 3)
        ('AT&T said', (0, 8), (2, 7))
        """
        pieces: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        done, is_shifted = 0, False
        for one in replacements:
            pieces += (self.text[done : one.start], one.text)
            length = len(one.text)
            # characters before it, and the replaced ones where their number stays
            kept = one.end if length == one.end - one.start else one.start
            starts += self.starts[done:kept]
            ends += self.ends[done:kept]
            if kept == one.start:
                is_shifted = True
                starts += [self.starts[one.start]] * length
                ends += [self.ends[one.end - 1]] * length
            done = one.end
        if not pieces:
            return self
        text = "".join(pieces) + self.text[done:]
        if not is_shifted:
            return ReadingText(text, self.starts, self.ends)
        return ReadingText(text, [*starts, *self.starts[done:]], [*ends, *self.ends[done:]])

    def given(self, start: int, end: int) -> tuple[int, int]:
        """The span (not empty, half-open) in the text as given of which these characters are read."""
        return self.starts[start], self.ends[end - 1]

    def read(self, start: int, end: int) -> tuple[int, int]:
        """The characters that are read of this span of the text as given; empty where nothing is read of it.

        >>> ReadingText.of("was<b>not</b>").replaced([Replacement(3, 6, ""), Replacement(9, 13, "")]).read(6, 9)
        (3, 6)
        """
        first = bisect_right(self.ends, start)
        return first, max(first, bisect_left(self.starts, end))
