"""The short signs by which text and lists refer to each other, and the anchors they lead to."""

from collections import Counter
from dataclasses import dataclass, field

from dossier.model import ActorChain, Annotations, Quote, Span

HUES = 6
"""So many actors get a colour of their own: those mentioned most, for more than a few hues nobody tells apart."""


def letters(index: int) -> str:
    """The sign of an actor, by its index from 0.

    >>> [letters(index) for index in (0, 25, 26, 27, 701, 702)]
    ['A', 'Z', 'AA', 'AB', 'ZZ', 'AAA']
    """
    sign = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        sign = chr(ord("A") + rest) + sign
    return sign


@dataclass(frozen=True, slots=True)
class Sign:
    """The sign of one entry, its anchor, its name, and where in the text it is (an actor: first)."""

    code: str
    anchor: str
    name: str
    at: Span
    look: str = ""


@dataclass(frozen=True, slots=True)
class Signs:
    """The signs of everything read in one article, by id; ``places`` collects the offsets that are referred to."""

    prefix: str
    actors: dict[str, Sign]
    events: dict[str, Sign]
    times: dict[str, Sign]
    quotations: dict[str, Sign]
    places: set[int] = field(default_factory=set)

    def place(self, span: Span) -> str:
        """The anchor of the place in the text where the span begins."""
        self.places.add(span.start)
        return self.anchor(span.start)

    def anchor(self, offset: int) -> str:
        """The anchor of a place in the text that was asked for; empty for any other."""
        return f"{self.prefix}-c{offset}" if offset in self.places else ""


def signs(found: Annotations, number: int) -> Signs:
    """The signs for the article of that number: actors have letters, events numbers, times and quotations t1 and q1."""
    prefix = f"n{number}"
    hues = _hues(found.actors)
    return Signs(
        prefix,
        {
            actor.id: Sign(
                letters(i - 1), f"{prefix}-a{i}", actor.name, actor.mentions[0].quote.span, hues.get(actor.id, "")
            )
            for i, actor in enumerate(found.actors, 1)
        },
        {event.id: _sign("", f"{prefix}-e", i, event.trigger) for i, event in enumerate(found.events, 1)},
        {time.id: _sign("t", f"{prefix}-t", i, time.quote) for i, time in enumerate(found.times, 1)},
        {
            quotation.id: _sign("q", f"{prefix}-q", i, quotation.quote)
            for i, quotation in enumerate(found.quotations, 1)
        },
    )


def _sign(letter: str, prefix: str, number: int, quote: Quote) -> Sign:
    return Sign(f"{letter}{number}", f"{prefix}{number}", quote.exact, quote.span)


def _hues(actors: tuple[ActorChain, ...]) -> dict[str, str]:
    often = Counter({actor.id: len(actor.mentions) for actor in actors if len(actor.mentions) > 1})
    return {id_: f"hue{i}" for i, (id_, _) in enumerate(often.most_common(HUES), 1)}
