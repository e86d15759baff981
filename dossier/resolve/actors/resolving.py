"""One actor for all chains of one name: equal up to case, marks, titles and legal forms, or its acronym."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dossier.model import (
    Actor,
    ActorChain,
    ActorMention,
    Alias,
    Annotations,
    Citation,
    Description,
    Form,
    Kind,
    Link,
    Watched,
)
from dossier.resolve.rulings import NO_RULINGS, Rulings
from dossier.text.names import clean, is_acronym_of, normal

Member = tuple[str, ActorChain]
"""An article's id, and a chain of it."""


@dataclass(frozen=True, slots=True)
class Actors:
    """The actors, the most mentioned first, and for each chain (article id, chain id) its actor.

    ``doubts`` are the pairs that an analyst should look at, the most valuable first: merged on little, or kept apart
    though much speaks for their being one.
    """

    actors: tuple[Actor, ...]
    owner: Mapping[tuple[str, str], Actor]
    doubts: tuple[Link, ...] = ()

    def of(self, article: str, chain: str | None) -> Actor | None:
        """The actor of that chain; None for no chain, or one that was judged to be nobody."""
        return None if chain is None else self.owner.get((article, chain))


def resolve_actors(
    read: Iterable[tuple[Citation, Annotations]], rulings: Rulings = NO_RULINGS, watched: Sequence[Watched] = ()
) -> Actors:
    """The actors of all the articles. The order in which the articles come changes nothing.

    ``rulings`` say what the analyst decided, ``watched`` which names belong to one actor.
    """
    members = [(found.article, chain) for _, found in read for chain in found.actors]
    full = _expansions(members)
    named: dict[str, list[Member]] = {}
    for article, chain in members:
        name = normal(chain.name)
        named.setdefault(full.get(name, name), []).append((article, chain))
    actors = [
        _actor(name, sort, sorted(group, key=_place))
        for name, same in named.items()
        for sort, group in _sorts(name, same).items()
    ]
    owner = {member: actor for actor in actors for member in actor.members}
    return Actors(tuple(sorted(actors, key=_rank)), owner)


def _expansions(members: Iterable[Member]) -> dict[str, str]:
    """For each acronym (normal form) that articles give for one full name alone, that name."""
    names: dict[str, set[str]] = {}
    for _, chain in members:
        for mention in chain.mentions:
            if mention.form is Form.NAME and is_acronym_of(clean(mention.quote.exact), chain.name):
                names.setdefault(normal(mention.quote.exact), set()).add(normal(chain.name))
    return {acronym: found.pop() for acronym, found in names.items() if len(found) == 1}


def _sorts(name: str, members: list[Member]) -> dict[str, list[Member]]:
    """Those of one name by what they are: a person, a place, or a body; rare readings follow the most frequent.

    A recogniser often mistakes one for the other, so a sort stands apart only for a name of one word that is read
    so in at least a third of its mentions.
    """
    counts: Counter[str] = Counter()
    for _, chain in members:
        counts[_sort(chain.kind)] += len(chain.mentions)
    main = max(counts, key=lambda sort: (counts[sort], sort))
    apart = {sort for sort in counts if " " not in name and 3 * counts[sort] >= counts.total()}
    groups: dict[str, list[Member]] = {}
    for member in members:
        sort = _sort(member[1].kind)
        groups.setdefault(sort if sort in apart else main, []).append(member)
    return groups


def _sort(kind: Kind) -> str:
    return kind.value if kind in (Kind.PERSON, Kind.PLACE) else "body"


def _place(member: Member) -> tuple[str, str]:
    article, chain = member
    return article, chain.id


def _rank(actor: Actor) -> tuple[int, int, str, str]:
    return -len(actor.articles), -actor.mentions, actor.name, actor.id


def _actor(normal_name: str, sort: str, members: list[Member]) -> Actor:
    names = Counter(chain.name for _, chain in members for _ in chain.mentions)
    name = max(names, key=lambda text: (names[text], len(text), text))
    kinds = Counter(chain.kind for _, chain in members for _ in chain.mentions)
    return Actor(
        id=hashlib.sha256(f"{normal_name}\n{sort}".encode()).hexdigest()[:16],
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
    for article, mention in _mentions(members, lambda mention: mention.form is Form.NAME):
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
    for article, mention in _mentions(members, lambda mention: mention.is_description):
        text = " ".join(mention.quote.exact.split())
        used[text.casefold()] += 1
        first.setdefault(text.casefold(), Description(text, article, mention.quote))
    for folded in sorted(used, key=lambda folded: (-used[folded], folded)):
        yield first[folded]


def _mentions(members: list[Member], wanted: Callable[[ActorMention], bool]) -> Iterator[tuple[str, ActorMention]]:
    for article, chain in members:
        yield from ((article, mention) for mention in chain.mentions if wanted(mention))
