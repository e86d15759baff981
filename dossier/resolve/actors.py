"""One actor for all chains of one name: equal up to case, marks, titles and legal forms, and of one sort."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dossier.model import Actor, ActorChain, ActorMention, Alias, Annotations, Description, Form, Kind
from dossier.text.names import clean, normal

Member = tuple[str, ActorChain]
"""An article's id, and a chain of it."""


@dataclass(frozen=True, slots=True)
class Actors:
    """The actors, the most mentioned first, and for each chain (article id, chain id) its actor's id."""

    actors: tuple[Actor, ...]
    owner: Mapping[tuple[str, str], str]

    def of(self, article: str, chain: str | None) -> Actor | None:
        """The actor of that chain; None for no chain."""
        return None if chain is None else self.by_id[self.owner[article, chain]]

    @property
    def by_id(self) -> dict[str, Actor]:
        """The actors by id."""
        return {actor.id: actor for actor in self.actors}


def resolve_actors(annotations: Iterable[Annotations]) -> Actors:
    """The actors of all the articles. The order in which the articles come changes nothing."""
    groups: dict[tuple[str, str], list[Member]] = {}
    for found in annotations:
        for chain in found.actors:
            groups.setdefault((normal(chain.name), _sort(chain.kind)), []).append((found.article, chain))
    actors = [_actor(key, sorted(members, key=_place)) for key, members in groups.items()]
    owner = {member: actor.id for actor in actors for member in actor.members}
    return Actors(tuple(sorted(actors, key=_rank)), owner)


def _sort(kind: Kind) -> str:
    """People and places never merge with anything else of their name; the rest are often mistaken for each other."""
    return kind.value if kind in (Kind.PERSON, Kind.PLACE) else "body"


def _place(member: Member) -> tuple[str, str]:
    article, chain = member
    return article, chain.id


def _rank(actor: Actor) -> tuple[int, int, str, str]:
    return -len(actor.articles), -actor.mentions, actor.name, actor.id


def _actor(key: tuple[str, str], members: list[Member]) -> Actor:
    names = Counter(chain.name for _, chain in members for _ in chain.mentions)
    name = max(names, key=lambda text: (names[text], len(text), text))
    kinds = Counter(chain.kind for _, chain in members for _ in chain.mentions)
    return Actor(
        id=hashlib.sha256("\n".join(key).encode()).hexdigest()[:16],
        name=name,
        kind=max(kinds, key=lambda kind: (kinds[kind], kind.value)),
        members=tuple((article, chain.id) for article, chain in members),
        mentions=kinds.total(),
        aliases=tuple(_aliases(name, members)),
        descriptions=tuple(_descriptions(members)),
    )


def _aliases(name: str, members: list[Member]) -> Iterator[Alias]:
    """The other names, the most used first."""
    used: Counter[str] = Counter()
    articles: dict[str, set[str]] = {}
    for article, mention in _mentions(members, Form.NAME):
        text = clean(mention.quote.exact)
        used[text] += 1
        articles.setdefault(text, set()).add(article)
    for text in sorted(used, key=lambda text: (-used[text], text)):
        if text != name:
            yield Alias(text, used[text], tuple(sorted(articles[text])))


def _descriptions(members: list[Member]) -> Iterator[Description]:
    """What the actor is called, each wording once, the most used first."""
    used: Counter[str] = Counter()
    first: dict[str, Description] = {}
    for article, mention in _mentions(members, Form.NOMINAL):
        text = " ".join(mention.quote.exact.split())
        used[text.casefold()] += 1
        first.setdefault(text.casefold(), Description(text, article, mention.quote))
    for folded in sorted(used, key=lambda folded: (-used[folded], folded)):
        yield first[folded]


def _mentions(members: list[Member], form: Form) -> Iterator[tuple[str, ActorMention]]:
    for article, chain in members:
        for mention in chain.mentions:
            if mention.form is form:
                yield article, mention
