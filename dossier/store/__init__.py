"""What is remembered between runs: articles, their annotations, runs, and judgements."""

from dossier.store.location import default_path
from dossier.store.store import Run, Store, StoredJudgement

__all__ = ["Run", "Store", "StoredJudgement", "default_path"]
