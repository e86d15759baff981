"""Across articles: which chains are one actor, which mentions are one event, and which articles are copies."""

from dossier.resolve.actors import Actors, possible_ids, resolve_actors, resolve_unnamed
from dossier.resolve.claim_lookup import ClaimIndex, common_kinds
from dossier.resolve.doubts import bits_to_merge, most_valuable_first
from dossier.resolve.effective_judgements import effective_judgements, new_judgements, overridden, subject_of
from dossier.resolve.event_corrections import named_in
from dossier.resolve.event_relations import StatedRelation, resolve_relations, stated_relations
from dossier.resolve.events import Events, OverruledCorrection, resolve_events
from dossier.resolve.interpret_judgements import RulingReport, interpret_judgements
from dossier.resolve.judged_claims import WordsDecision
from dossier.resolve.judgement_wording import describe_judgement, describe_pointer
from dossier.resolve.origins import Origins, find_origins
from dossier.resolve.rulings import NoteRuling, Rulings
from dossier.resolve.watchlist_matching import WatchlistMatcher

__all__ = [
    "Actors",
    "ClaimIndex",
    "Events",
    "NoteRuling",
    "Origins",
    "OverruledCorrection",
    "RulingReport",
    "Rulings",
    "StatedRelation",
    "WatchlistMatcher",
    "WordsDecision",
    "bits_to_merge",
    "common_kinds",
    "describe_judgement",
    "describe_pointer",
    "effective_judgements",
    "find_origins",
    "interpret_judgements",
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
]
