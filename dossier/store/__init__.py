"""What is remembered between runs: articles, their annotations, which a run was about, and what was judged."""

from dossier.store.location import default_path
from dossier.store.store import Ruled, Run, Store

__all__ = ["Ruled", "Run", "Store", "default_path"]
