"""Places in a text, and the words that stand there."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch of an article's text, counted in Unicode code points from 0.

    >>> Span(4, 9).length
    5

    Raises ValueError when it is empty, reversed or negative.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span needs 0 <= start < end, got {self.start}..{self.end}")

    @property
    def length(self) -> int:
        """The number of code points covered."""
        return self.end - self.start

    def covers(self, other: "Span") -> bool:
        """Whether the other span lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two have a character in common."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True, order=True)
class Quote:
    """A span with its words, verbatim: the text-quote selector of the W3C annotation model.

    >>> Quote.cut("Khadija was killed.", Span(12, 18))
    Quote(span=Span(start=12, end=18), exact='killed')

    Raises ValueError when the words do not have the span's length.
    """

    span: Span
    exact: str

    def __post_init__(self) -> None:
        if len(self.exact) != self.span.length:
            raise ValueError(f"{len(self.exact)} code points of text for a span of {self.span.length}")

    @classmethod
    def cut(cls, text: str, span: Span) -> "Quote":
        """The words that stand at ``span`` in ``text``."""
        return cls(span, text[span.start : span.end])

    def stands_in(self, text: str) -> bool:
        """Whether ``text`` holds exactly these words at exactly this place."""
        return text[self.span.start : self.span.end] == self.exact


TriggerKey = tuple[str, Span, int]
"""What identifies a mention of an event: its article's id, its trigger's span, its place among those of one trigger."""
