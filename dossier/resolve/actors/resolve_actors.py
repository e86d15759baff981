"""The door: from the chains of all articles to actors."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dossier.model import Actor, Annotations, Article, EventTypes, Link, Watched
from dossier.resolve.actors import actor_links as linking
from dossier.resolve.actors.actor_assembly import Assembly, distinct
from dossier.resolve.actors.actor_blocking import candidates
from dossier.resolve.actors.actor_clustering import decide
from dossier.resolve.actors.actor_comparison import compare
from dossier.resolve.actors.alias_statements import Statements
from dossier.resolve.actors.canonical_names import canonical
from dossier.resolve.actors.corpus import Corpus
from dossier.resolve.actors.initial_groups import gather
from dossier.resolve.actors.profiles import profiles
from dossier.resolve.actors.watchlist_matches import Anchors
from dossier.resolve.rulings import NO_RULINGS, Member, Rulings


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
    read: Iterable[tuple[Article, Annotations]],
    types: EventTypes,
    rulings: Rulings = NO_RULINGS,
    watched: Sequence[Watched] = (),
) -> Actors:
    """The actors of all the articles. The order in which the articles come changes nothing.

    ``types`` are those of the events in the annotations, ``rulings`` say what the analyst decided, ``watched`` which
    names belong to one actor.
    """
    known = sorted(
        (profile for article, found in read for profile in profiles(article, found, types)), key=lambda one: one.member
    )
    known = [profile for profile in known if profile.member not in rulings.rejected]
    corpus = Corpus(known)
    groups, doubts = gather(known, corpus, rulings)
    statements = Statements(groups)
    names = frozenset(canonical(name, is_person=True) for entry in watched for name in entry.names)
    compared = (compare(groups, left, right, corpus, statements, names) for left, right in candidates(groups))
    pairs = [pair for pair in compared if pair is not None]
    anchors = Anchors(groups, watched)
    pairs += anchors.pairs()
    clusters = decide(groups, pairs, rulings)
    found = list(linking.links(groups, pairs, clusters))
    actors = distinct(Assembly(groups, clusters, found, statements, rulings.names, anchors).actors())
    owner = {member: actor for actor in actors for member in actor.members}
    outlets = frozenset(profile.member for profile in known if profile.is_outlet)
    ranked = sorted(actors, key=lambda actor: _rank(actor, outlets))
    doubts += [link for actor in actors for link in actor.links if linking.is_of_lives(link)]
    return Actors(tuple(ranked), owner, tuple(linking.doubts(groups, found, doubts, rulings)))


def _rank(actor: Actor, outlets: frozenset[Member]) -> tuple[int, int, str, str]:
    """Most articles first, not counting those that it printed itself; then most mentions."""
    articles = {member[0] for member in actor.members if member not in outlets}
    return -len(articles), -actor.mentions, actor.name, actor.id
