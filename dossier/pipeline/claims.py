"""The annotations of a run, with mentions added for the names of its watchlist."""

from dossier.model import Annotations
from dossier.resolve import WatchlistMatcher
from dossier.store import Run, Store


def claims_of(store: Store, run: Run) -> list[Annotations]:
    """The annotations of the articles of ``run``, in the order of the run; names of its watchlist are mentions too."""
    found = list(store.annotations(run.annotator, run.articles))
    if not run.watched:
        return found
    matcher = WatchlistMatcher(run.watched)
    return [matcher.add_mentions(*one) for one in zip(store.articles(run.articles), found, strict=True)]
