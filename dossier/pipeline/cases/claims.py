"""What a case is made of: the articles of a run, and their annotations with mentions for the names of its watchlist."""

import itertools
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cached_property, partial
from operator import itemgetter

from dossier.errors import StoreUnusable
from dossier.memo import NO_MEMO, Memo
from dossier.model import Annotations, Article
from dossier.resolve import WatchlistMatcher
from dossier.store import Run, Store

_NAMED = 3
"""How many of the missing articles are named. Set by hand."""


class CaseClaims:
    """The articles of a run and what was read in them, each time from the store, or as the memo remembers them."""

    def __init__(self, store: Store, run: Run, memo: Memo = NO_MEMO) -> None:
        self.store = store
        self.run = run
        self.memo = memo

    def articles(self) -> Iterable[Article]:
        """The articles in the order of the run. Without a memo they are read anew each time, so no text is held."""
        if not self.memo.is_kept:
            return self.store.articles(self.run.articles)
        return [article for article, _ in self._remembered]

    def annotations(self) -> list[Annotations]:
        """The annotations in the order of the run; names of its watchlist are mentions too.

        Raises StoreUnusable when the store does not hold all of them whole.
        """
        if self.memo.is_kept:
            return [found for _, found in self._remembered]
        return claims_of(self.store, self.run)

    def each_annotated(self, articles: Collection[str] | None = None) -> Iterator[Annotations]:
        """The annotations one at a time, so that none need be held; of ``articles`` only, where these are given."""
        if self.memo.is_kept:
            return (found for found in self.annotations() if articles is None or found.article in articles)
        wanted = [article for article in self.run.articles if articles is None or article in articles]
        return _read(self.store, self.run, wanted)

    @cached_property
    def _remembered(self) -> list[tuple[Article, Annotations]]:
        """Each article with its annotations: as they are remembered, where their rows are as they were."""
        _require_all(self.store, self.run)
        annotator, articles = self.run.annotator, self.run.articles
        rows = self.store.checksums(annotator, articles)
        row_of = {article: (article, next(rows), next(rows)) for article in sorted(articles)}
        known, named = self.memo.table("article"), self.memo.table("annotations with names")
        new = [article for article in articles if row_of[article] not in known]
        read_anew = zip(self.store.articles(new), self.store.annotations(annotator, new), strict=True)
        watched = self.memo.table("watchlist").same("watchlist", self.run.watched)
        matcher = WatchlistMatcher(watched)
        found: list[tuple[Article, Annotations]] = []
        for article in articles:
            read = known.recall(row_of[article], partial(next, read_anew))
            with_names = partial(matcher.add_mentions, *read) if watched else partial(itemgetter(1), read)
            found.append((read[0], named.recall((id(read), id(watched)), with_names, (read, watched))))
        return found


def claims_of(store: Store, run: Run) -> list[Annotations]:
    """The annotations of the articles of ``run``, in the order of the run; names of its watchlist are mentions too.

    Raises StoreUnusable when the store does not hold all of them whole.
    """
    _require_all(store, run)
    return list(_read(store, run, run.articles))


def _read(store: Store, run: Run, articles: Sequence[str]) -> Iterator[Annotations]:
    found = store.annotations(run.annotator, articles)
    if not run.watched:
        return found
    matcher = WatchlistMatcher(run.watched)
    return itertools.starmap(matcher.add_mentions, zip(store.articles(articles), found, strict=True))


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
