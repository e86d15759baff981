"""The annotations of a run, with mentions added for the names of its watchlist."""

from dossier.errors import StoreUnusable
from dossier.model import Annotations
from dossier.resolve import WatchlistMatcher
from dossier.store import Run, Store

_NAMED = 3
"""How many of the missing articles are named. Set by hand."""


def claims_of(store: Store, run: Run) -> list[Annotations]:
    """The annotations of the articles of ``run``, in the order of the run; names of its watchlist are mentions too.

    Raises StoreUnusable when the store does not hold all of them whole.
    """
    _require_all(store, run)
    found = list(store.annotations(run.annotator, run.articles))
    if not run.watched:
        return found
    matcher = WatchlistMatcher(run.watched)
    return [matcher.add_mentions(*one) for one in zip(store.articles(run.articles), found, strict=True)]


def _require_all(store: Store, run: Run) -> None:
    """Raise StoreUnusable when the store lacks an article of the run, or its annotations."""
    lacking = store.unknown(run.articles) or store.unannotated(run.annotator, run.articles)
    if lacking:
        what = (
            f"{store.name} lacks {len(lacking)} of the {len(run.articles)} articles of its last run, or what was read"
        )
        raise StoreUnusable(f"{what} in them: {', '.join(lacking[:_NAMED])}", "'dossier build' reads them again")


def text_of(store: Store, article: str) -> str:
    """The text of a stored article; empty where the store does not hold it whole."""
    found = store.by_id([article]).get(article)
    return found.text if found else ""
