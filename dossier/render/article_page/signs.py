"""The short signs by which text and lists refer to each other ("A", "12", "t3"), and the anchors of their entries."""

from collections import Counter
from dataclasses import dataclass, field

from dossier.model import ActorChain, Annotations, Quote, Span
from dossier.render.article_page import page_wording

_HUES = 6
"""Actors with a colour of their own: those mentioned most, and more than once.

Set by hand, since nobody tells many hues apart.
"""


def actor_letters(index: int) -> str:
    """The letters that are the sign of an actor, by its index from 0.

    >>> [actor_letters(index) for index in (0, 25, 26, 27, 701, 702)]
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
    """The sign of one entry (``code``), its anchor, name and CSS class, and its (first) place in the text."""

    code: str
    anchor: str
    name: str
    at: Span
    look: str = ""


@dataclass(frozen=True, slots=True)
class Signs:
    """The signs of the annotations of one article.

    Those of ``refused`` and ``passages``, which have no ids, stand in the order of the annotations. ``places`` collects
    the offsets to which the lists lead.
    """

    prefix: str
    actors: dict[str, Sign]
    events: dict[str, Sign]
    times: dict[str, Sign]
    quotations: dict[str, Sign]
    refused: tuple[Sign, ...]
    passages: tuple[Sign, ...]
    places: set[int] = field(default_factory=set)

    def place(self, span: Span) -> str:
        """The anchor of the place in the text where the span begins; ``places`` keeps its offset."""
        self.places.add(span.start)
        return self.anchor(span.start)

    def anchor(self, offset: int) -> str:
        """The anchor of an offset in ``places``; empty for any other."""
        return f"{self.prefix}-c{offset}" if offset in self.places else ""


def signs(annotations: Annotations, number: int) -> Signs:
    """The signs in the article of that number.

    A for an actor, 1 for an event, t1 for a time, q1 for a quotation, r1 for refused words, p1 for a passage.
    """
    prefix = f"n{number}"
    hues = _hues(annotations.actors)
    return Signs(
        prefix=prefix,
        actors={
            actor.id: Sign(
                code=actor_letters(i - 1),
                anchor=f"{prefix}-a{i}",
                name=actor.name,
                at=actor.mentions[0].quote.span,
                look=hues.get(actor.id, ""),
            )
            for i, actor in enumerate(annotations.actors, 1)
        },
        events={event.id: _sign("", f"{prefix}-e", i, event.trigger) for i, event in enumerate(annotations.events, 1)},
        times={time.id: _sign("t", f"{prefix}-t", i, time.quote) for i, time in enumerate(annotations.times, 1)},
        quotations={
            quotation.id: _sign("q", f"{prefix}-q", i, quotation.quote)
            for i, quotation in enumerate(annotations.quotations, 1)
        },
        refused=tuple(_sign("r", f"{prefix}-r", i, refused.quote) for i, refused in enumerate(annotations.refused, 1)),
        passages=tuple(
            Sign(f"p{i}", f"{prefix}-p{i}", page_wording.PASSAGE_NAMES[passage.role], passage.span)
            for i, passage in enumerate(annotations.passages, 1)
        ),
    )


def _sign(letter: str, prefix: str, number: int, quote: Quote) -> Sign:
    return Sign(f"{letter}{number}", f"{prefix}{number}", quote.exact, quote.span)


def _hues(actors: tuple[ActorChain, ...]) -> dict[str, str]:
    often = Counter({actor.id: len(actor.mentions) for actor in actors if len(actor.mentions) > 1})
    return {id_: f"hue{i}" for i, (id_, _) in enumerate(often.most_common(_HUES), 1)}
