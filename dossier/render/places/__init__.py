"""Places: where the entries of a timeline happened, as a table and on a map that is drawn here."""

from dossier.render.places.place_context import EventPlaces, PlaceEntry
from dossier.render.places.place_rows import event_places

__all__ = ["EventPlaces", "PlaceEntry", "event_places"]
