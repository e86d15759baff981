"""Make the pages of a build: with the shipped templates here, with those of a user in a worker process with limits."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from dossier.codec import DossierChangesForm
from dossier.errors import TemplatesUnusable
from dossier.model import Timeline
from dossier.pipeline.workers.limited_pool import LimitedPool
from dossier.render import Index, Medium, PageOptions, briefing_page, index_page, render_html, render_index
from dossier.render.index_context import StartFile
from dossier.render.templating.sandbox import UserTemplates

_ADVICE = "look for loops without end, or leave --template out"
_MARKS = 2
"""How often a page has its marking: at the head and at the foot."""
_GIVEN_UP = "the templates went over their limits on the pages before it, so it was not tried"


@dataclass(frozen=True, slots=True)
class RenderLimits:
    """What a page by a user's templates may take: seconds of the clock, and bytes of memory of its process.

    After ``failures`` pages in a row that took more, no further one is tried. All are set by hand: a page of a thousand
    entries takes two seconds, and the process has half of this memory (addresses, not what is in use) when it begins.
    """

    seconds: float = 30
    memory: int = 1 << 30
    failures: int = 2


class PageRenderer:
    """Makes pages by the user's options. The worker process, if any is needed, ends with the block."""

    def __init__(self, options: PageOptions, limits: RenderLimits = RenderLimits()) -> None:
        self._options = options
        self._limits = limits
        self._failures = 0
        files = dict(options.templates.files) if options.templates else {}
        self._pool = LimitedPool(1, limits.memory, _begin_rendering, (files,)) if files else None

    def __enter__(self) -> "PageRenderer":
        return self

    def __exit__(self, *_: object) -> None:
        if self._pool:
            self._pool.stop()

    def briefing(
        self,
        timeline: Timeline,
        generator: str,
        history: DossierChangesForm | None = None,
        links: Mapping[str, str] = MappingProxyType({}),
        medium: Medium = Medium.SCREEN,
    ) -> str:
        """The page of a dossier; the arguments, and what it raises, are those of ``render_html``."""
        if self._pool is None:
            return render_html(timeline, generator, history, links, self._options, medium)
        values = briefing_page(timeline, generator, history, links, self._options, medium)
        page = self._by_user_templates(self._pool, "briefing.html.j2", values)
        return _marked(page, timeline.stamp.marking, medium)

    def start_file(self, name: StartFile, index: Index) -> str:
        """A page beside the dossiers. Raises TemplatesUnusable when the user's templates make none."""
        if self._pool is None:
            return render_index(index, self._options, name)
        page = self._by_user_templates(self._pool, f"{name}.j2", index_page(index, self._options))
        return _marked(page, index.marking.label if index.marking else None)

    def _by_user_templates(self, pool: LimitedPool, name: str, values: dict[str, Any]) -> str:
        if self._failures == self._limits.failures:
            raise TemplatesUnusable(_GIVEN_UP, _ADVICE)
        result = pool.schedule(_render, (name, values), self._limits.seconds)
        if (error := result.exception()) is None:
            self._failures = 0
            return result.result()
        if isinstance(error, TemplatesUnusable):
            raise error
        self._failures += 1
        raise TemplatesUnusable(pool.over_limit(error, self._limits.seconds) or str(error), _ADVICE)


def _marked(page: str, label: str | None, medium: Medium = Medium.SCREEN) -> str:
    """The page, if it has its marking at its head and its foot: in its style where it is for paper, else in its body.

    Raises TemplatesUnusable when the user's templates leave it out: nobody would know to whom the page may go.
    """
    shown = page if medium is Medium.PAPER else page.rpartition("</head>")[2]
    if label and shown.count(label) < _MARKS:
        what = f"the templates do not print the marking {label} at the head and at the foot"
        raise TemplatesUnusable(what, "include briefing/head.html.j2, and call the macro tlp twice")
    return page


_templates: UserTemplates | None = None
"""In a worker: the templates that it renders."""


def _begin_rendering(files: dict[str, str]) -> None:
    """Runs first in a worker."""
    global _templates  # noqa: PLW0603 - pebble hands nothing from the start of a process to its work
    _templates = UserTemplates(files)


def _render(name: str, values: dict[str, Any]) -> str:
    """Runs in a worker."""
    if _templates is None:
        raise RuntimeError("the process was not begun")
    return _templates.render(name, values)
