"""What is remembered between runs: articles, their annotations, and which articles a run was about."""

from dossier.store.location import default_path
from dossier.store.store import Run, Store

__all__ = ["Run", "Store", "default_path"]
