"""Which articles copy, quote or are credited to others, and how many independent sources that leaves."""

from dossier.resolve.origins.find_origins import find_origins
from dossier.resolve.origins.origins import NO_COPIES, Origins

__all__ = ["NO_COPIES", "Origins", "find_origins"]
