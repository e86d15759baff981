"""What an analyst needs to see to decide on a doubt: both sides, with their names and their words."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from dossier.model import (
    ActorPointer,
    Article,
    EventPointer,
    Form,
    Identity,
    Judgement,
    Kind,
    Link,
    Pointer,
    Quote,
    Span,
    Verdict,
)
from dossier.pipeline.case import Case
from dossier.pipeline.claims import claims_of
from dossier.resolve import ClaimIndex, subject_of
from dossier.store import Store

_Text = TypeVar("_Text", bound=str)
QUOTES = 3
"""How many places of a side are quoted."""
_MARGIN = 90
"""Characters that a quote shows on each side of a name."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A place in an article (``ref``), and the words around it, which begin and end at words."""

    ref: str
    span: Span
    words: str


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a doubt: what it is called, what it is, in how many articles, and some of its places.

    ``names`` are (name, mentions), the most used first; an event has its trigger there. ``about`` says what it is: a
    kind and descriptions, or a type of event and a date.
    """

    pointer: Pointer
    names: tuple[tuple[str, int], ...]
    about: tuple[str, ...]
    refs: tuple[str, ...]
    quotes: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """A doubt with both sides."""

    link: Link
    left: Side
    right: Side


def undecided(case: Case, judgements: Iterable[Judgement]) -> list[Link]:
    """The doubts of the case that no judgement is about, the most valuable first."""
    decided = {subject_of(judgement) for judgement in judgements}
    return [
        link
        for link in case.doubts
        if link.left != link.right and subject_of(judged(link, Verdict.UNSURE, "nobody")) not in decided
    ]


def judged(link: Link, verdict: Verdict, by: str, made: date | None = None, why: str = "") -> Judgement:
    """The judgement that decides on a doubt."""
    return Judgement(Identity(link.left, link.right, verdict), by, made, why)


def questions(case: Case, store: Store, links: Sequence[Link]) -> list[Question]:
    """The doubts with what the articles say of both sides."""
    read = claims_of(store, case.run)
    pointers = [pointer for link in links for pointer in (link.left, link.right)]
    claims = ClaimIndex.for_pointers(pointers, ((case.citations[found.article], found) for found in read))
    places = {pointer: _places(claims, pointer) for pointer in pointers}
    articles = store.by_id(sorted({article for found in places.values() for article, _ in found}))
    sides = {pointer: _side(claims, pointer, places[pointer], articles) for pointer in pointers}
    return [Question(link, sides[link.left], sides[link.right]) for link in links]


def _places(claims: ClaimIndex, pointer: Pointer) -> list[tuple[str, Quote]]:
    """Where the side is quoted: an event at its trigger, an actor at its first name in each of some articles."""
    if isinstance(pointer, EventPointer):
        return [(pointer.article, pointer.trigger)]
    found: dict[str, Quote] = {}
    for bearer in sorted(claims.chains_named(pointer), key=lambda one: (-len(one.chain.mentions), one.key)):
        named = [mention.quote for mention in bearer.chain.mentions if mention.form is Form.NAME]
        found.setdefault(bearer.key[0], named[0] if named else bearer.chain.mentions[0].quote)
    return list(found.items())[:QUOTES]


def _side(
    claims: ClaimIndex, pointer: Pointer, places: Sequence[tuple[str, Quote]], articles: Mapping[str, Article]
) -> Side:
    quotes = tuple(_shown(articles[article], quote.span) for article, quote in places if article in articles)
    if isinstance(pointer, EventPointer):
        event = claims.event(pointer)
        when = event.dating.when if event else None
        about = (event.type, *([when.edtf] if when else ["no date"])) if event else ()
        return Side(pointer, ((pointer.trigger.exact, 1),), about, (claims.refs[pointer.article],), quotes)
    return _actor(claims, pointer, quotes)


def _actor(claims: ClaimIndex, pointer: ActorPointer, quotes: tuple[Shown, ...]) -> Side:
    bearers = claims.chains_named(pointer)
    kinds: Counter[Kind] = Counter()
    names: Counter[str] = Counter()
    descriptions: Counter[str] = Counter()
    for bearer in bearers:
        kinds[bearer.chain.kind] += len(bearer.chain.mentions)
        for mention in bearer.chain.mentions:
            words = " ".join(mention.quote.exact.split())
            if mention.form is Form.NAME:
                names[words] += 1
            elif mention.is_description:
                descriptions[words] += 1
    refs = sorted({claims.refs[bearer.key[0]] for bearer in bearers})
    about = [kind.value for kind, _ in _ranked(kinds)[:2]] + [text for text, _ in _ranked(descriptions)[:QUOTES]]
    return Side(pointer, tuple(_ranked(names)), tuple(about), tuple(refs), quotes)


def _ranked(counts: "Counter[_Text]") -> "list[tuple[_Text, int]]":
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def _shown(article: Article, span: Span) -> Shown:
    """The words around a place, no further than its line."""
    text = article.text
    first = max(text.rfind("\n", 0, span.start) + 1, span.start - _MARGIN)
    last = text.find("\n", span.end)
    last = min(last if last >= 0 else len(text), span.end + _MARGIN)
    while first > 0 and first < span.start and not text[first - 1].isspace():
        first += 1
    while last < len(text) and last > span.end and not text[last].isspace():
        last -= 1
    return Shown(article.ref, span, " ".join(text[first:last].split()))
