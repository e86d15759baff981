"""Across articles: which chains are one actor, which mentions are one event, and which articles are copies."""

from dossier.resolve.actors import (
    NO_TRAITS,
    Actors,
    JoinedActors,
    ShelfActor,
    ShelfTraits,
    Traits,
    canonical_names,
    join_actors,
    possible_ids,
    resolve_actors,
    resolve_unnamed,
    traits_on_shelf,
)
from dossier.resolve.actors.traits.life_spans import DatedAct
from dossier.resolve.doubts import bits_to_merge, most_valuable_first
from dossier.resolve.event_relations import StatedRelation, resolve_relations, stated_relations
from dossier.resolve.events import MOST_DOUBTS, Events, OverruledCorrection, resolve_events
from dossier.resolve.interpreting.claim_lookup import ClaimIndex, common_kinds
from dossier.resolve.interpreting.event_corrections import named_in
from dossier.resolve.interpreting.interpret_judgements import RulingReport, interpret_judgements
from dossier.resolve.interpreting.judged_claims import WordsDecision
from dossier.resolve.interpreting.judgement_wording import describe_judgement, describe_pointer
from dossier.resolve.origins import Origins, find_origins
from dossier.resolve.rulings.effective_judgements import effective_judgements, new_judgements, overridden, subject_of
from dossier.resolve.rulings.rulings import NO_RULINGS, NoteRuling, Rulings
from dossier.resolve.watchlists.watchlist_matching import WatchlistMatcher

__all__ = [
    "MOST_DOUBTS",
    "NO_RULINGS",
    "NO_TRAITS",
    "Actors",
    "ClaimIndex",
    "DatedAct",
    "Events",
    "JoinedActors",
    "NoteRuling",
    "Origins",
    "OverruledCorrection",
    "RulingReport",
    "Rulings",
    "ShelfActor",
    "ShelfTraits",
    "StatedRelation",
    "Traits",
    "WatchlistMatcher",
    "WordsDecision",
    "bits_to_merge",
    "canonical_names",
    "common_kinds",
    "describe_judgement",
    "describe_pointer",
    "effective_judgements",
    "find_origins",
    "interpret_judgements",
    "join_actors",
    "most_valuable_first",
    "named_in",
    "new_judgements",
    "overridden",
    "possible_ids",
    "resolve_actors",
    "resolve_events",
    "resolve_relations",
    "resolve_unnamed",
    "stated_relations",
    "subject_of",
    "traits_on_shelf",
]
