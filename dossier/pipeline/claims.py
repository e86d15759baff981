"""What the articles of a run say, with the names of its watchlist found in them."""

from dossier.model import Annotations
from dossier.resolve import Watching
from dossier.store import Run, Store


def claims_of(store: Store, run: Run) -> list[Annotations]:
    """The annotations of the articles of ``run``, in its order."""
    found = list(store.annotations(run.annotator, run.articles))
    if not run.watched:
        return found
    watching = Watching(run.watched)
    return [watching.read(*one) for one in zip(store.articles(run.articles), found, strict=True)]
