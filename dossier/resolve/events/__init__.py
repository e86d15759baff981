"""Which mentions, in one article or in many, tell of one event."""

from dossier.resolve.events.event_weights import MOST_DOUBTS
from dossier.resolve.events.judged.judged_event import OverruledCorrection
from dossier.resolve.events.resolve_events import Events, resolve_events

__all__ = ["MOST_DOUBTS", "Events", "OverruledCorrection", "resolve_events"]
