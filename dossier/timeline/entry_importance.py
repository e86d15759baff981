"""How much an entry matters to the reader of a timeline: which are its key events."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace

from dossier.model import Citation, Event, Evidence, Polarity, QuantityKind, Tense
from dossier.text.weights import weight_table
from dossier.text.word_lists import word_lists
from dossier.timeline.importance.importance import EVEN, importance_to
from dossier.timeline.importance.retold import Retold
from dossier.timeline.importance.source_counts import in_steps
from dossier.timeline.listing import Listing

_WEIGHTS = weight_table("dossier.timeline", "entry_weights.toml")
_LOG_ODDS = {name: _WEIGHTS.value(name, "log odds") for name in _WEIGHTS.names}
_PLAIN_SPEECH = word_lists("dossier.timeline", "timeline_words.toml")["plain_speech"]
_MOST_RETOLD = 3.5
"""The binary logarithm of the sources that tell alike, above which more change nothing. Set by hand."""
_CANDIDATES = 4
"""Entries of a case that are looked up among all its lines, for each that it tells. Set by hand."""
_FINITE = frozenset((Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT, Tense.PRESENT))
_DIGITS = 6  # behind the point, so that no machine rounds otherwise
_LEAST = 10**-_DIGITS


def weights_for(
    actor: str, listed: Listing, own: Sequence[Event], articles: Mapping[str, Citation]
) -> Mapping[str, float]:
    """The importance of each event of the listing to the reader of the actor's timeline, by its id.

    ``own`` are the same events, weighed among each other.
    """
    retold, weight = Retold(own, articles), {event.id: event.importance for event in own}
    weighed = [replace(event, importance=weight[event.id]) for event in listed.all_events]
    lines = {event.id for event in listed.lines}
    return {
        event.id: entry_importance(event, actor, listed, retold.sources(event) if event.id in lines else 1)
        for event in weighed
    }


def weights_for_case(whole: Listing, retold: Retold | None, most: int) -> Mapping[str, float]:
    """The importance of each event that the listing of a case tells to its reader, by its id.

    Only the weightiest entries are looked up among all lines, for a case that tells ``most``.
    """
    plain = {entry.id: importance_to(entry, None, whole.interest.get(entry.id, EVEN)) for entry in whole.entries}
    near = sorted(whole.entries, key=lambda entry: (-plain[entry.id], entry.id))[: most * _CANDIDATES]
    sources = {entry.id: retold.sources(entry) for entry in near} if retold else {}
    return {event.id: entry_importance(event, None, whole, sources.get(event.id, 1)) for event in whole.told}


def entry_importance(event: Event, actor: str | None, listed: Listing, retold: int) -> float:
    """How much an entry with the line of the event matters to a reader, from 0 to 1, beside others of its timeline.

    That is ``importance_to``, at the odds by which readers take such an entry for a key event: what so many sources
    (``retold``) tell in whatever words, what a verb of its own states, what moves a sum of money, and what happened,
    not what did not.
    """
    own = min(max(importance_to(event, actor, listed.interest.get(event.id, EVEN)), _LEAST), 1 - _LEAST)
    shown = event.evidence[0]
    score = (
        math.log(own / (1 - own))
        + _LOG_ODDS["retold"] * min(math.log2(in_steps(max(retold, event.independent_sources))), _MOST_RETOLD)
        + _beside(shown)
        + _LOG_ODDS["sum"] * _moves_money(event, *listed.parts.get(event.id, ()))
        + _LOG_ODDS["negative"] * (event.factuality.polarity is Polarity.NEGATIVE)
    )
    return round(1 / (1 + math.exp(-score)), _DIGITS)


def _beside(shown: Evidence) -> float:
    """The log odds of what no verb of its own states; half of that for "said", which only hangs on what is said."""
    if shown.tense in _FINITE and shown.hangs_on is None:
        return 0.0
    is_speech = shown.tense in _FINITE and shown.lemma in _PLAIN_SPEECH
    return _LOG_ODDS["speech"] if is_speech else _LOG_ODDS["side"]


def _moves_money(*told: Event) -> bool:
    """Whether one of the events that a line tells has a sum of money."""
    return any(quantity.kind is QuantityKind.MONEY for event in told for quantity in event.evidence[0].quantities)
