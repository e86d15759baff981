"""Fetch what a project names: pages, and the pages that its feeds list."""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

from dossier.fetch.client import Client, NotFetched, Response
from dossier.fetch.kept_pages import KeptPages
from dossier.fetch.robots import Robots
from dossier.model import Issue
from dossier.sources import Unreadable
from dossier.sources.feed import links

Advance = Callable[[int], None]
MAX_PAGES_OF_FEED = 200
"""Pages that one feed may lead to at a time. Set by hand: feeds list some dozens."""


@dataclass(slots=True)
class FetchReport:
    """The addresses of new pages, the number of those that are as they were, and what was not fetched (``issues``)."""

    new: list[str] = field(default_factory=list)
    unchanged: int = 0
    issues: list[Issue] = field(default_factory=list)
    notes: list[Issue] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class Fetching:
    """One round over the pages and the feeds of a project.

    ``pause`` are the seconds between two requests to one host at least; ``hosts`` are those that a feed may lead to
    beside its own.
    """

    folder: Path
    client: Client = field(default_factory=Client)
    pause: float = 2
    hosts: Sequence[str] = ()
    sleep: Callable[[float], None] = time.sleep
    report: FetchReport = field(default_factory=FetchReport)
    _kept: KeptPages = field(init=False)
    _robots: Robots = field(init=False)
    _asked: dict[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._kept, self._robots = KeptPages(self.folder), Robots(self.client)

    def fetch(self, pages: Sequence[str], feeds: Sequence[str], advance: Advance = lambda done: None) -> FetchReport:
        """Fetch the pages, then those that the feeds list and that are not there yet; what went wrong is reported.

        ``advance`` is told of each page.
        """
        try:
            for url in self._wanted(pages, feeds):
                self._page(url)
                advance(1)
        finally:
            self._kept.remember()
        return self.report

    def _wanted(self, pages: Sequence[str], feeds: Sequence[str]) -> Iterator[str]:
        yield from pages
        for feed in feeds:
            yield from (url for url in self._listed(feed) if self._kept.of(url) is None)

    def _page(self, url: str) -> None:
        try:
            known = self._kept.of(url)
            answer = self._answer(url, known.conditions if known else {})
            if not answer.is_unchanged and self._kept.keep(url, answer, datetime.now(UTC)):
                self.report.new.append(url)
            else:
                self.report.unchanged += 1
        except NotFetched as problem:
            self.report.issues.append(Issue(url, str(problem), problem.advice))

    def _listed(self, feed: str) -> Iterator[str]:
        """The addresses that a feed lists, of its own site or of the hosts that the project names."""
        try:
            urls = links(self._answer(feed, {}).body)[:MAX_PAGES_OF_FEED]
        except NotFetched as problem:
            self.report.issues.append(Issue(feed, str(problem), problem.advice))
            return
        except Unreadable as problem:
            self.report.issues.append(Issue(feed, problem.reason, problem.advice))
            return
        own = [url for url in urls if self._is_of(feed, url)]
        elsewhere = sorted({urlsplit(url).hostname or url for url in urls if url not in own})
        if elsewhere:
            what = f"it lists pages of other sites, which are not fetched: {', '.join(elsewhere[:5])}"
            self.report.notes.append(Issue(feed, what, "name those that you want under hosts"))
        yield from own

    def _is_of(self, feed: str, url: str) -> bool:
        home, host = (_bare(urlsplit(one).hostname) for one in (feed, url))
        allowed = (home, *map(_bare, self.hosts))
        return any(host == one or host.endswith(f".{one}") for one in allowed if one)

    def _answer(self, url: str, conditions: Mapping[str, str]) -> Response:
        host = urlsplit(url).netloc
        self._robots.refuse_forbidden(url)
        pause = max(self.pause, self._robots.pause(url))
        if host in self._asked and (rest := self._asked[host] + pause - time.monotonic()) > 0:
            self.sleep(rest)
        self._asked[host] = time.monotonic()
        return self.client.get(url, conditions)


def _bare(host: str | None) -> str:
    return (host or "").removeprefix("www.")
