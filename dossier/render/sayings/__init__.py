"""Sayings: what the subject of a dossier said, and what others said of it, verbatim."""

from dossier.render.sayings.newest_sayings import sayings
from dossier.render.sayings.saying_context import Saying, Sayings

__all__ = ["Saying", "Sayings", "sayings"]
