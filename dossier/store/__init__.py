"""What is remembered between runs: articles, their annotations, runs, and judgements."""

from dossier.store.file_readings import FileReadings
from dossier.store.kept_shelves import KeptShelves
from dossier.store.location import default_path, is_there
from dossier.store.pruning import Prunable
from dossier.store.records import DamagedRow, Run, StoredJudgement
from dossier.store.search_index import SearchedText, SearchIndex
from dossier.store.search_words import SearchQuery
from dossier.store.store import Store

__all__ = [
    "DamagedRow",
    "FileReadings",
    "KeptShelves",
    "Prunable",
    "Run",
    "SearchIndex",
    "SearchQuery",
    "SearchedText",
    "Store",
    "StoredJudgement",
    "default_path",
    "is_there",
]
