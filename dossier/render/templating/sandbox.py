"""Render a user's templates: in a sandbox, on plain data.

A worker process with limits runs this (``pipeline/writing/page_rendering.py``), since a template may take any time
and memory.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import Any

from dossier.errors import TemplatesUnusable
from dossier.render.templating.live_links import without_dead_links
from dossier.render.templating.offline import offline
from dossier.render.templating.templates import FOLDER, new_environment, shipped_sources
from dossier.render.templating.unescaped import marked_safe

MAX_PAGE_CHARACTERS = 20_000_000
"""Characters of the longest page. Set by hand: a page of a thousand entries has two million."""
_MAX_WORDS_CHARACTERS = 300
"""Characters of a message of Jinja that is passed on: it may quote a value. Set by hand."""
_SCRIPT = "page.js"
_NO_FIELD = re.compile(r"'(?:dict|list|str|int) object' has no attribute ('[^']*')")
_SHIPPED = " (shipped)"
"""Stands in messages behind the name of a file that is not the user's."""
_ADVICE = "mend the template, or leave --template out; docs/templates.md says what a template gets"


class UserTemplates:
    """The templates of a user's folder, and below them the shipped ones."""

    def __init__(self, files: Mapping[str, str]) -> None:
        """``files`` are those of a ``TemplateFolder``."""
        self._files = files
        self._shipped = shipped_sources()
        self._environment = new_environment(self._source)
        for table, name in ((self._environment.globals, "lipsum"), (self._environment.filters, "random")):
            table.pop(name)  # the same input gives the same page

    @cached_property
    def _safe(self) -> frozenset[str]:
        """What the shipped templates take for safe: the charts."""
        return frozenset(
            repr(node) for text in self._shipped.values() for node in marked_safe(self._environment.parse(text))
        )

    def render(self, name: str, values: Mapping[str, Any]) -> str:
        """The page of the template ``name`` for values of plain data.

        Raises TemplatesUnusable, with file and line, when the template is wrong or asks for what it may not; and
        MemoryError where this process has a limit.
        """
        try:
            page = without_dead_links("".join(self._pieces(name, values)))
            return offline(page, self._shipped[_SCRIPT].rstrip("\n"))
        except (MemoryError, TemplatesUnusable):
            raise
        except Exception as error:  # noqa: BLE001 - a template can raise anything
            raise TemplatesUnusable(f"{self._place(error)}{_words(error)}", _ADVICE) from None

    def _pieces(self, name: str, values: Mapping[str, Any]) -> Iterator[str]:
        length = 0
        for piece in self._environment.get_template(f"{FOLDER}/{name}").generate(values):
            length += len(piece)
            if length > MAX_PAGE_CHARACTERS:
                raise TemplatesUnusable(f"the page has more than {MAX_PAGE_CHARACTERS:,} characters", _ADVICE)
            yield piece

    def _source(self, asked: str) -> tuple[str, str, Callable[[], bool]] | None:
        """The text of a template, its name in messages, and that it is up to date; None where there is none."""
        name = asked.removeprefix(f"{FOLDER}/")
        if name not in self._files:
            shipped = self._shipped.get(name)
            return None if shipped is None else (shipped, name + _SHIPPED, lambda: True)
        text = self._files[name]
        for node in marked_safe(self._environment.parse(text, filename=name)):
            if repr(node) not in self._safe:
                where = f"{name}, line {node.lineno}"
                what = "it takes a value for safe, so that the words of an article would be read as HTML"
                raise TemplatesUnusable(f"{where}: {what}", "take '|safe' or the block without autoescape away")
        return text, name, lambda: True

    def _place(self, error: Exception) -> str:
        """Where in the templates the error arose: in the innermost of them that was being rendered, or was not read."""
        from jinja2 import TemplateSyntaxError

        if isinstance(error, TemplateSyntaxError):
            return f"{error.filename or error.name}, line {error.lineno}: "
        places = [place for place in _frames(error) if self._is_template(place[0])]
        return f"{places[-1][0]}, line {places[-1][1]}: " if places else ""

    def _is_template(self, name: str) -> bool:
        return name in self._files or name.removesuffix(_SHIPPED) in self._shipped


def _frames(error: Exception) -> Iterator[tuple[str, int]]:
    step = error.__traceback__
    while step:
        yield step.tb_frame.f_code.co_filename, step.tb_lineno
        step = step.tb_next


def _words(error: Exception) -> str:
    from jinja2 import TemplateNotFound

    if isinstance(error, TemplateNotFound):
        return f"there is no template {error.name!r}, in your folder or among the shipped ones"[:_MAX_WORDS_CHARACTERS]
    if isinstance(error, RecursionError):
        return "it calls or includes itself without end"
    said = _NO_FIELD.sub(r"there is no field \1 here", " ".join(str(error).split()))[:_MAX_WORDS_CHARACTERS]
    return said or type(error).__name__
