"""The entry point: from the chains of all articles to actors."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from dossier.memo import NO_MEMO, Memo, ids
from dossier.model import Actor, Annotations, Article, EventTypes, Link, Watched
from dossier.resolve.actors import actor_links
from dossier.resolve.actors.actor_assembly import ActorAssembly, with_distinct_ids
from dossier.resolve.actors.actor_blocking import candidate_pairs
from dossier.resolve.actors.actor_clustering import cluster_groups
from dossier.resolve.actors.actor_comparison import ScoredPair, score_pair
from dossier.resolve.actors.alias_statements import AliasStatements
from dossier.resolve.actors.canonical_names import canonical_name
from dossier.resolve.actors.chain_groups import ChainGroup
from dossier.resolve.actors.corpus import Corpus
from dossier.resolve.actors.initial_groups import group_chains
from dossier.resolve.actors.profiles import Profile, profile_chains
from dossier.resolve.actors.watchlist_matches import WatchlistMatches
from dossier.resolve.judged_facts import with_judged_facts
from dossier.resolve.rulings import NO_RULINGS, ChainKey, Rulings


@dataclass(frozen=True, slots=True)
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
        return _resolved(read, types, rulings, watched, memo)
    every, last = list(read), memo.table("what actors rest on")
    about, names = last.same("rulings", rulings.without_events), last.same("watched", watched)
    held = about, names, types, *(part for one in every for part in one)
    made = partial(_resolved, every, types, about, names, memo)
    return memo.table("actors").recall(ids(held), made, held)  # type: ignore[no-any-return]


def _resolved(
    read: Iterable[tuple[Article, Annotations]],
    types: EventTypes,
    rulings: Rulings,
    watched: Sequence[Watched],
    memo: Memo,
) -> Actors:
    profiles = _profiles(read, types, rulings, memo)
    corpus = Corpus(profiles)
    groups, doubts = group_chains(profiles, corpus, rulings)
    statements = AliasStatements(groups)
    matches = WatchlistMatches(groups, watched)
    pairs = [*_scored_pairs(groups, corpus, statements, watched), *matches.pairs()]
    clusters = cluster_groups(groups, pairs, rulings)
    shown = list(actor_links.shown_links(groups, pairs, clusters))
    assembly = ActorAssembly(
        groups=groups,
        clusters=clusters,
        shown=shown,
        statements=statements,
        rulings=rulings,
        matches=matches,
    )
    known = memo.table("actor")
    actors = [known.same(actor.id, actor) for actor in with_distinct_ids(assembly.actors(memo))]
    doubts += [link for actor in actors for link in actor.links if actor_links.is_posthumous(link)]
    return Actors(
        actors=tuple(_by_articles(actors, profiles)),
        owner={member: actor for actor in actors for member in actor.members},
        doubts=tuple(actor_links.doubtful_links(groups, shown, doubts, rulings)),
    )


def _profiles(
    read: Iterable[tuple[Article, Annotations]], types: EventTypes, rulings: Rulings, memo: Memo
) -> list[Profile]:
    """The profiles of all chains that no judgement rejects, sorted by article and chain."""
    known = memo.table("profiles")
    profiles = (
        profile
        for one in with_judged_facts(read, rulings)
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
