"""The entry point: from the chains of all articles to actors."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial

from dossier.memo import NO_MEMO, Memo, ids
from dossier.model import Actor, Annotations, Article, EventTypes, Link, Watched
from dossier.resolve.actors.actor_assembly import ActorAssembly, with_distinct_ids
from dossier.resolve.actors.clustering.actor_blocking import candidate_pairs
from dossier.resolve.actors.clustering.actor_clustering import cluster_groups
from dossier.resolve.actors.clustering.initial_groups import group_chains
from dossier.resolve.actors.clustering.watchlist_matches import WatchlistMatches
from dossier.resolve.actors.evidence import actor_links
from dossier.resolve.actors.evidence.actor_comparison import ScoredPair, score_pair
from dossier.resolve.actors.evidence.alias_statements import AliasStatements
from dossier.resolve.actors.evidence.corpus import Corpus
from dossier.resolve.actors.traits.canonical_names import canonical_name
from dossier.resolve.actors.traits.chain_groups import ChainGroup
from dossier.resolve.actors.traits.profiles import Profile, profile_chains
from dossier.resolve.clustering import Clusters
from dossier.resolve.rulings.judged_facts import with_judged_facts
from dossier.resolve.rulings.rulings import NO_RULINGS, ChainKey, Rulings


@dataclass(frozen=True)
class Actors:
    """The actors of a case."""

    actors: tuple[Actor, ...]
    """Those in the most articles first."""
    owner: Mapping[ChainKey, Actor]
    """The actor of each chain that no judgement rejects."""
    doubts: tuple[Link, ...] = ()
    """The pairs that an analyst should look at, the most valuable first.

    They were merged on little evidence or in spite of a contradiction, or kept apart in spite of much evidence.
    """

    def of(self, article: str, chain: str | None) -> Actor | None:
        """The actor of the chain; None where there is no chain, or a judgement rejected it."""
        return None if chain is None else self.owner.get((article, chain))

    @cached_property
    def as_read(self) -> "Actors":
        """The same actors, those whom the analyst renamed under the names that the articles give them."""
        read = {actor.id: actor.read_name for actor in self.actors if actor.read_name != actor.name}
        if not read:
            return self
        named = {actor.id: replace(actor, name=read.get(actor.id, actor.name)) for actor in self.actors}
        return Actors(tuple(named.values()), {chain: named[actor.id] for chain, actor in self.owner.items()})

    @cached_property
    def given_names(self) -> Mapping[str, str]:
        """By actor the name that the analyst gave it, where he gave it one."""
        return {actor.id: actor.name for actor in self.actors if actor.read_name != actor.name}


def resolve_actors(
    read: Iterable[tuple[Article, Annotations]],
    types: EventTypes,
    rulings: Rulings = NO_RULINGS,
    watched: Sequence[Watched] = (),
    memo: Memo = NO_MEMO,
) -> Actors:
    """The actors of all the articles. The order of the articles changes nothing.

    ``types`` are those of the events in the annotations. ``rulings`` are the analyst's decisions, and ``watched`` the
    entries of a watchlist. With a memo, what was decided on events alone resolves no actors again.
    """
    if not memo.is_kept:
        return _actors(_grouped(with_judged_facts(read, rulings), types, rulings, watched, memo), rulings, memo)
    every, last = list(read), memo.table("what actors rest on")
    about, names = last.same("rulings", rulings.without_events), last.same("watched", watched)
    held = about, names, types, *(part for one in every for part in one)
    made = partial(_resolved, every, types, about, names, memo)
    return memo.table("actors").recall(ids(held), made, held)  # type: ignore[no-any-return]


@dataclass(frozen=True, slots=True)
class _Grouped:
    """The names of all articles in groups, and which groups are one actor; nothing here rests on how one is called."""

    profiles: Sequence[Profile]
    groups: Sequence[ChainGroup]
    clusters: Clusters[int]
    shown: Sequence[actor_links.ShownLink]
    doubts: Sequence[Link]
    statements: AliasStatements
    matches: WatchlistMatches


def _resolved(
    read: Sequence[tuple[Article, Annotations]],
    types: EventTypes,
    rulings: Rulings,
    watched: Sequence[Watched],
    memo: Memo,
) -> Actors:
    """The actors, with the groups of the last pass where the facts are the same and nobody decided who is who."""
    judged = _judged(read, rulings, memo)
    decided = rulings.same, rulings.different, rulings.unsure, rulings.rejected
    decided = memo.table("what groups rest on").same("decided", decided)
    held = types, watched, decided, *(part for one in judged for part in one)
    made = partial(_grouped, judged, types, rulings, watched, memo)
    return _actors(memo.table("groups").recall(ids(held), made, held), rulings, memo)


def _actors(found: _Grouped, rulings: Rulings, memo: Memo) -> Actors:
    assembly = ActorAssembly(
        groups=found.groups,
        clusters=found.clusters,
        shown=found.shown,
        statements=found.statements,
        rulings=rulings,
        matches=found.matches,
    )
    known = memo.table("actor")
    actors = [known.same(actor.id, actor) for actor in with_distinct_ids(assembly.actors(memo))]
    posthumous = (link for actor in actors for link in actor.links if actor_links.is_posthumous(link))
    doubts = (*found.doubts, *posthumous)
    return Actors(
        actors=tuple(_by_articles(actors, found.profiles)),
        owner={member: actor for actor in actors for member in actor.members},
        doubts=tuple(actor_links.doubtful_links(found.groups, found.clusters, found.shown, doubts, rulings)),
    )


def _judged(
    read: Sequence[tuple[Article, Annotations]], rulings: Rulings, memo: Memo
) -> list[tuple[Article, Annotations]]:
    """The articles with their judged facts: the objects of the last pass, where the rulings give the same."""
    known = memo.table("judged facts")
    pairs = zip(read, with_judged_facts(read, rulings), strict=True)
    return [one if one[1] is unjudged[1] else (one[0], known.same(one[0].id, one[1])) for unjudged, one in pairs]


def _grouped(
    judged: Iterable[tuple[Article, Annotations]],
    types: EventTypes,
    rulings: Rulings,
    watched: Sequence[Watched],
    memo: Memo,
) -> _Grouped:
    profiles = _profiles(judged, types, rulings, memo)
    corpus = Corpus.of(profiles)
    groups, doubts = group_chains(profiles, corpus, rulings)
    statements = AliasStatements(groups)
    matches = WatchlistMatches(groups, watched)
    pairs = [*_scored_pairs(groups, corpus, statements, watched), *matches.pairs()]
    clusters = cluster_groups(groups, pairs, rulings)
    shown = list(actor_links.shown_links(groups, pairs, clusters))
    return _Grouped(profiles, groups, clusters, shown, doubts, statements, matches)


def _profiles(
    judged: Iterable[tuple[Article, Annotations]], types: EventTypes, rulings: Rulings, memo: Memo
) -> list[Profile]:
    """The profiles of all chains that no judgement rejects, sorted by article and chain."""
    known = memo.table("profiles")
    profiles = (
        profile
        for one in judged
        for profile in known.recall((*map(id, one), id(types)), partial(_profiles_of, *one, types), (one, types))
    )
    return [one for one in sorted(profiles, key=lambda one: one.member) if one.member not in rulings.rejected]


def _profiles_of(article: Article, annotations: Annotations, types: EventTypes) -> list[Profile]:
    return list(profile_chains(article, annotations, types))


def _scored_pairs(
    groups: Sequence[ChainGroup], corpus: Corpus, statements: AliasStatements, watched: Iterable[Watched]
) -> Iterator[ScoredPair]:
    watched_names = frozenset(canonical_name(name, is_person=True) for entry in watched for name in entry.names)
    for left, right in candidate_pairs(groups):
        pair = score_pair(groups, left, right, corpus, statements, watched_names)
        if pair is not None:
            yield pair


def _by_articles(actors: Iterable[Actor], profiles: Iterable[Profile]) -> list[Actor]:
    """The actors, those in the most articles first, then by mentions. Articles that they printed do not count."""
    outlets = frozenset(profile.member for profile in profiles if profile.is_outlet)
    return sorted(actors, key=lambda actor: _rank(actor, outlets))


def _rank(actor: Actor, outlets: frozenset[ChainKey]) -> tuple[int, int, str, str]:
    articles = {member[0] for member in actor.members if member not in outlets}
    return -len(articles), -actor.mentions, actor.name, actor.id
