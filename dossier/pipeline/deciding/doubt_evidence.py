"""The evidence on a doubt, for an analyst to decide: the names, kinds and words of both sides."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from dossier.model import (
    ActorPointer,
    Annotations,
    Article,
    Citation,
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
from dossier.pipeline.cases.case import Case
from dossier.pipeline.cases.claims import claims_of
from dossier.resolve import ClaimIndex, subject_of
from dossier.store import Store
from dossier.text.repair import repaired_words

_Text = TypeVar("_Text", bound=str)
_SPACES = re.compile(r"\s+")
NO_DATE = "no date"
"""Stands for the date of an event that has none."""
MAX_QUOTES = 3
"""How many places of a side are quoted, and how many of its descriptions are listed. Set by hand."""
_MARGIN_CHARACTERS = 90
"""How much text an excerpt shows on each side of its place. Set by hand."""
_MAX_KINDS = 2
"""How many kinds of an actor are listed, the most frequent first. Set by hand."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A place in an article (its id, and ``ref``), and the words around it on its line; no word is cut.

    ``pieces`` are what stands before it, the words at the place, and what stands behind.
    """

    article: str
    ref: str
    span: Span
    pieces: tuple[str, str, str]

    @property
    def words(self) -> str:
        """All of the words."""
        return "".join(self.pieces).strip()


@dataclass(frozen=True, slots=True)
class DoubtSide:
    """One side of a doubt.

    ``names`` are pairs of a name and its number of mentions, the most frequent first; for an event, its trigger.
    ``about`` are kinds and descriptions of an actor, or type and date of an event (empty if the event is not read any
    more). ``refs`` are the paths or URLs of the articles, and ``quotes`` some places with the words around them.
    """

    pointer: Pointer
    names: tuple[tuple[str, int], ...]
    about: tuple[str, ...]
    refs: tuple[str, ...]
    quotes: tuple[Excerpt, ...]


@dataclass(frozen=True, slots=True)
class DoubtEvidence:
    """A doubt with what the articles say of both sides."""

    link: Link
    left: DoubtSide
    right: DoubtSide


def undecided_doubts(case: Case, judgements: Iterable[Judgement]) -> list[Link]:
    """The doubts of the case on which no judgement decides, the most valuable first.

    A doubt whose two sides have one pointer is left out: no judgement could tell them apart.
    """
    decided = {subject_of(judgement) for judgement in judgements}
    return [
        link
        for link in case.contents.doubts
        if link.left != link.right and subject_of(judgement_on(link, Verdict.UNSURE, "nobody")) not in decided
    ]


def judgement_on(link: Link, verdict: Verdict, by: str, made: date | None = None, why: str = "") -> Judgement:
    """The judgement that decides on a doubt; ``by`` signs it."""
    return Judgement(Identity(link.left, link.right, verdict), by, made, why)


def gather_evidence(
    case: Case, store: Store, links: Sequence[Link], annotated: Iterable[tuple[Citation, Annotations]] = ()
) -> list[DoubtEvidence]:
    """The doubts, in their order, with what the articles say of both sides.

    ``annotated`` are the articles of the case with what was read in them; who has them need not have them read again.
    """
    citations = case.contents.citations
    annotated = annotated or ((citations[found.article], found) for found in claims_of(store, case.run))
    pointers = [pointer for link in links for pointer in (link.left, link.right)]
    claims = ClaimIndex.for_pointers(pointers, annotated)
    places = {pointer: _places(claims, pointer) for pointer in pointers}
    articles = store.by_id(sorted({article for found in places.values() for article, _ in found}))
    sides = {pointer: _side(claims, pointer, places[pointer], articles) for pointer in pointers}
    return [DoubtEvidence(link, sides[link.left], sides[link.right]) for link in links]


def _places(claims: ClaimIndex, pointer: Pointer) -> list[tuple[str, Quote]]:
    """The places to quote, each with its article's id.

    For an event, its trigger. For an actor, the first name in each of some articles (the first mention, if its chain
    there has no name), articles with most mentions first.
    """
    if isinstance(pointer, EventPointer):
        return [(pointer.article, pointer.trigger)]
    found: dict[str, Quote] = {}
    for named in sorted(claims.chains_named(pointer), key=lambda one: (-len(one.chain.mentions), one.key)):
        names = [mention.quote for mention in named.chain.mentions if mention.form is Form.NAME]
        found.setdefault(named.key[0], names[0] if names else named.chain.mentions[0].quote)
    return list(found.items())[:MAX_QUOTES]


def _side(
    claims: ClaimIndex, pointer: Pointer, places: Sequence[tuple[str, Quote]], articles: Mapping[str, Article]
) -> DoubtSide:
    """The side that ``pointer`` is about, with its places quoted."""
    quotes = tuple(excerpt(articles[article], quote.span) for article, quote in places if article in articles)
    if isinstance(pointer, EventPointer):
        event = claims.event(pointer)
        when = event.dating.when if event else None
        about = (event.type, *([when.edtf] if when else [NO_DATE])) if event else ()
        return DoubtSide(
            pointer=pointer,
            names=((pointer.trigger.exact, 1),),
            about=about,
            refs=(claims.refs[pointer.article],),
            quotes=quotes,
        )
    return _actor_side(claims, pointer, quotes)


def _actor_side(claims: ClaimIndex, pointer: ActorPointer, quotes: tuple[Excerpt, ...]) -> DoubtSide:
    """The side of an actor: the kinds, names and descriptions of all chains that the pointer names."""
    chains = claims.chains_named(pointer)
    kinds: Counter[Kind] = Counter()
    names: Counter[str] = Counter()
    descriptions: Counter[str] = Counter()
    for named in chains:
        kinds[named.chain.kind] += len(named.chain.mentions)
        for mention in named.chain.mentions:
            words = repaired_words(mention.quote.exact)
            if mention.form is Form.NAME:
                names[words] += 1
            elif mention.is_description:
                descriptions[words] += 1
    refs = sorted({claims.refs[named.key[0]] for named in chains})
    about = [kind.value for kind, _ in _ranked(kinds)[:_MAX_KINDS]] + [
        text for text, _ in _ranked(descriptions)[:MAX_QUOTES]
    ]
    return DoubtSide(pointer=pointer, names=tuple(_ranked(names)), about=tuple(about), refs=tuple(refs), quotes=quotes)


def _ranked(counts: "Counter[_Text]") -> "list[tuple[_Text, int]]":
    """The texts with their counts, the highest count first, then in alphabetical order."""
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def excerpt(article: Article, span: Span, margin: int = _MARGIN_CHARACTERS) -> Excerpt:
    """The words around a place, no further than its line; words at the edge that would be cut are left out."""
    text = article.text
    first = max(text.rfind("\n", 0, span.start) + 1, span.start - margin)
    last = text.find("\n", span.end)
    last = min(last if last >= 0 else len(text), span.end + margin)
    while first > 0 and first < span.start and not text[first - 1].isspace():
        first += 1
    while last < len(text) and last > span.end and not text[last].isspace():
        last -= 1
    cuts = ((first, span.start), (span.start, span.end), (span.end, last))
    before, here, behind = (_with_plain_spaces(text[start:end]) for start, end in cuts)
    return Excerpt(article.id, article.ref, span, (before.lstrip(), here, behind.rstrip()))


def _with_plain_spaces(text: str) -> str:
    """The text with one space for each run of white space."""
    return _SPACES.sub(" ", text)
