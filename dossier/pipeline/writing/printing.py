"""Print pages as PDF in child processes, so that a page that takes too much time or memory harms no other."""

import tempfile
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol, TypeVar

from dossier.errors import PrintingUnavailable
from dossier.model import Issue
from dossier.pipeline.workers.limited_pool import LimitedPool
from dossier.pipeline.workers.worker_process import in_turn
from dossier.pipeline.workers.workforce import Workforce
from dossier.render import MissingLetters, Paper, Printout, missing_letters, print_page

T = TypeVar("T")
_OTHER_FILES = "the other files of this dossier are there"


@dataclass(frozen=True, slots=True)
class PrintLimits:
    """What one page may take: seconds of the clock, and bytes of memory of the process that prints it.

    A page may take ``seconds``, and ``seconds_per_character`` for each character of its HTML. The three are set by
    hand. Starting a process takes one to three seconds; a page of 50,000 characters took 1.7 s and 0.33 GB (addresses,
    not what is in use), one of 900,000 characters 35 s and 0.74 GB.
    """

    seconds: float = 60
    seconds_per_character: float = 0.001
    memory: int = 4 << 30

    def seconds_for(self, html: str) -> float:
        """The seconds that this page may take."""
        return self.seconds + self.seconds_per_character * len(html)


@dataclass(frozen=True, slots=True)
class PageToPrint:
    """A page to print on this paper, with its timeline as JSON; ``name`` is what the user is told when that fails."""

    name: str
    html: str
    timeline: bytes = b""
    paper: Paper = Paper.A4


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """A page as PDF, under its name; ``missing`` are the scripts for which no typeface was found."""

    name: str
    pdf: bytes
    missing: tuple[MissingLetters, ...] = ()


class PagePool(Protocol):
    """Workers that print, each within limits."""

    @property
    def ahead(self) -> int:
        """How many pages are to wait for the workers."""

    def schedule(self, work: Callable[..., T], arguments: tuple[Any, ...], seconds: float) -> Future[T]:
        """The result to come of ``work(*arguments)``, which may take so long."""

    def stop(self) -> None:
        """Give up what is not done."""

    def over_limit(self, error: BaseException, seconds: float) -> str:
        """Which limit the work went over, in words; empty where the error is the work's own."""


class Printer:
    """Prints pages in worker processes, or on a cluster, within limits.

    The processes start with the first page and end with the block. Each prints one page after the other; only one that
    ended, or that was ended at a limit, is replaced.
    """

    def __init__(
        self, force: Workforce | int, limits: PrintLimits = PrintLimits(), scratch: Path | None = None
    ) -> None:
        """``scratch`` is a folder for temporary files, which somebody removes where this process is killed."""
        force = Workforce(force) if isinstance(force, int) else force
        self._limits = limits
        self._unavailable: PrintingUnavailable | None = None
        self._folder = tempfile.TemporaryDirectory(prefix="dossier-printing-", dir=scratch)
        self._pool: PagePool = LimitedPool(force.processes, limits.memory, _begin_printing, (self._folder.name,))
        if force.cluster:
            from dossier.pipeline.workers.dask_cluster import ClusterPool  # takes a second

            self._pool = ClusterPool(force.cluster)

    def __enter__(self) -> "Printer":
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.stop()
        self._folder.cleanup()

    def print(self, pages: Iterable[tuple[T, PageToPrint | None]]) -> Iterator[tuple[T, PrintedPage | Issue | None]]:
        """Each key in the order given, with its page as PDF, or with the reason why that could not be made.

        A key without a page passes through. Pages are taken a few at a time, while others are being printed.
        """
        begun = (((key, page), self._begin(page)) for key, page in pages)
        for (key, page), result in in_turn(begun, self._pool.ahead):
            yield key, self._outcome(page, result) if page else None

    def _begin(self, page: PageToPrint | None) -> Future[Printout]:
        """The PDF to come. Without a page, and where none can be printed, nothing is tried."""
        if page is None or self._unavailable:
            untried: Future[Printout] = Future()
            untried.set_exception(self._unavailable)
            return untried
        seconds = self._limits.seconds_for(page.html)
        return self._pool.schedule(print_page, (page.html, page.timeline, page.paper), seconds)

    def _outcome(self, page: PageToPrint, result: Future[Printout]) -> PrintedPage | Issue:
        error = result.exception()
        if error is None:
            printout = result.result()
            return PrintedPage(page.name, printout.pdf, missing_letters(printout.boxed))
        if isinstance(error, PrintingUnavailable):
            self._unavailable = error
            return Issue("PDF", str(error), error.advice)
        return Issue(page.name, f"not printed: {self._reason(page, error)}", _OTHER_FILES)

    def _reason(self, page: PageToPrint, error: BaseException) -> str:
        over = self._pool.over_limit(error, self._limits.seconds_for(page.html))
        return over or f"{type(error).__name__}: {error}"


def _begin_printing(folder: str) -> None:
    """Runs first in a worker: its temporary files go into a folder that the parent removes."""
    tempfile.tempdir = folder
