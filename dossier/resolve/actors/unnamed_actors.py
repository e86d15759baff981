"""What the articles speak of without a name: "a gunman" in one article and "the gunman" in another.

Two chains are one where their articles tell of the same happenings and each has one thing by that noun in that number:
there "the gunman" is the same man. Where an article has two, it is not known which of them another article means; and
"the housing fund" is not "the hospital fund".
"""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from dossier.model import Annotations, Event, Form, Kind, Number, UnnamedActor, UnnamedChain
from dossier.resolve.clustering import Clusters
from dossier.text.word_lists import word_lists

_DETERMINERS = word_lists("dossier.resolve.actors", "actor_name_words.toml")["determiners"]

_Called = tuple[str, Number | None]
"""The noun of a chain, and its number."""
_Key = tuple[str, _Called]
"""An article's id, and what one chain alone is called in it."""

_PRECISION = 0.9
"""The share of right links between articles, as MUC counts them, on every second topic of ECB+."""

# Set by hand on every second topic of ECB+.
_SHARED_EVENTS = 2
"""How many events two articles share at least that tell of the same happenings."""
_NEAREST = 20
"""With how many other articles one is compared: those with which it shares the most."""
_TOO_COMMON = 50
"""An event that more articles tell does not show which of them are near: the cost is linear in the articles."""
_LEAST = 2
"""How many mentions someone has at least who is listed, and how many articles a thing has without a kind. Other words
of an article stand in its events. Set by hand."""


def resolve_unnamed(read: Iterable[Annotations], events: Iterable[Event]) -> tuple[UnnamedActor, ...]:
    """What takes part in the events and is no actor, those in the most articles first.

    People, bodies and places are mentioned twice or more; other things are spoken of by two articles or more.
    ``events`` are those that were resolved from the annotations. The order of both changes nothing.
    """
    alone: dict[_Key, UnnamedChain] = {}
    others: list[tuple[str, UnnamedChain]] = []
    for found in read:
        called = Counter((chain.noun, chain.number) for chain in found.unnamed)
        for chain in found.unnamed:
            key = chain.noun, chain.number
            if called[key] == 1:
                alone[found.article, key] = chain
            else:
                others.append((found.article, chain))
    groups = [[(article, alone[article, called]) for article, called in group] for group in _joined(alone, events)]
    actors = map(_actor, (*groups, *([one] for one in others)))
    listed = (actor for actor in actors if _is_listed(actor))
    return tuple(sorted(listed, key=lambda actor: (-len(actor.articles), -len(actor.mentions), actor.id)))


def _is_listed(actor: UnnamedActor) -> bool:
    return len(actor.articles if actor.kind is Kind.OTHER else actor.mentions) >= _LEAST


def _joined(alone: Mapping[_Key, UnnamedChain], events: Iterable[Event]) -> list[Sequence[_Key]]:
    """The chains that are called alike in articles near each other, in groups."""
    clusters = Clusters(alone)
    near = _near_articles(events)
    described = {key: _words_before_noun(chain) for key, chain in alone.items()}
    for article, called in alone:
        mine = described[article, called]
        for other in near.get(article, ()):
            theirs = described.get((other, called))
            if theirs is not None and (not mine or not theirs or mine & theirs):
                clusters.join((article, called), (other, called))
    return clusters.all()


def _words_before_noun(chain: UnnamedChain) -> frozenset[str]:
    """The words right before the noun that say which one it is: "housing" in "the housing fund"."""
    phrases = (one.quote.exact.lower().split() for one in chain.mentions if one.form is Form.NOMINAL)
    words = (phrase[-2] for phrase in phrases if len(phrase) > 1)
    return frozenset(word for word in words if word not in _DETERMINERS and not word.endswith(("'s", "’s")))


def _near_articles(events: Iterable[Event]) -> Mapping[str, Sequence[str]]:
    """For each article those with which it shares the most events, two or more."""
    shared: dict[str, Counter[str]] = defaultdict(Counter)
    for event in events:
        articles = sorted({one.article for one in event.evidence})
        if len(articles) <= _TOO_COMMON:
            for article in articles:
                shared[article].update(articles)
    return {article: list(_nearest(article, counts)) for article, counts in shared.items()}


def _nearest(article: str, counts: Mapping[str, int]) -> Iterator[str]:
    others = [(-count, other) for other, count in counts.items() if other != article and count >= _SHARED_EVENTS]
    return (other for _, other in sorted(others)[:_NEAREST])


def _actor(group: Sequence[tuple[str, UnnamedChain]]) -> UnnamedActor:
    """The actor of chains in different articles; its id comes from the place of its first mention."""
    surest = 1.0 if len(group) == 1 else _PRECISION
    mentions = [
        (article, replace(mention, confidence=min(mention.confidence, surest)))
        for article, chain in group
        for mention in chain.mentions
    ]
    mentions.sort(key=lambda one: (one[0], one[1].quote.span.start, one[1].quote.span.end))
    article, first = mentions[0]
    place = f"unnamed:{article}:{first.quote.span.start}:{first.quote.span.end}"
    kinds = Counter(chain.kind for _, chain in group if chain.kind is not Kind.OTHER)
    return UnnamedActor(
        id=hashlib.sha256(place.encode()).hexdigest()[:16],
        label=_label(group),
        kind=min(kinds, key=lambda kind: (-kinds[kind], kind), default=Kind.OTHER),
        mentions=tuple(mentions),
    )


def _label(group: Sequence[tuple[str, UnnamedChain]]) -> str:
    """How most of the mentions call it; of several as frequent the longest."""
    phrases = (one.quote.exact for _, chain in group for one in chain.mentions if one.form is not Form.PRONOUN)
    counts = Counter(_plain(phrase) for phrase in phrases)
    return min(counts, key=lambda phrase: (-counts[phrase], -len(phrase), phrase), default=group[0][1].noun)


def _plain(phrase: str) -> str:
    """The phrase on one line, its article in small letters: "the gunman" for "The gunman"."""
    first, *rest = phrase.split()
    return " ".join([first.lower() if first.lower() in ("a", "an", "the") else first, *rest])
