"""Across articles: which chains are one actor, which mentions are one event, whose words they are."""

from dossier.resolve.actors import Actors, resolve_actors
from dossier.resolve.claim_lookup import Claims
from dossier.resolve.doubts import most_valuable_first, needed
from dossier.resolve.effective_judgements import news, overridden, standing, subject_of
from dossier.resolve.event_relations import resolve_relations
from dossier.resolve.events import Events, resolve_events
from dossier.resolve.interpret_judgements import Ruled, rule
from dossier.resolve.judgement_wording import decided, pointed
from dossier.resolve.origins import Origins, find_origins
from dossier.resolve.rulings import Rulings
from dossier.resolve.watchlist_matching import Watching

__all__ = [
    "Actors",
    "Claims",
    "Events",
    "Origins",
    "Ruled",
    "Rulings",
    "Watching",
    "decided",
    "find_origins",
    "most_valuable_first",
    "needed",
    "news",
    "overridden",
    "pointed",
    "resolve_actors",
    "resolve_events",
    "resolve_relations",
    "rule",
    "standing",
    "subject_of",
]
