"""Briefings and the index as HTML: one file each, no script, nothing fetched."""

from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from dossier.model import Timeline
from dossier.render import charts, markup
from dossier.render.briefing import briefing
from dossier.render.context import Index

if TYPE_CHECKING:
    from jinja2 import Environment


def render_html(timeline: Timeline, generator: str, style: str = "briefing") -> str:
    """The briefing of one timeline as a self-contained page.

    ``generator`` names the program and its version; ``style`` is a folder of templates. Raises
    jinja2.TemplateNotFound when there is no such style.
    """
    page = briefing(timeline, generator)
    chart = charts.timeline(page.marks, page.unplaced)
    return _environment().get_template(f"{style}/briefing.html.j2").render(briefing=page, chart=chart)


def render_index(index: Index, style: str = "briefing") -> str:
    """The start page of an output folder: its dossiers, and what was skipped."""
    return _environment().get_template(f"{style}/index.html.j2").render(index=index)


@cache
def _environment() -> "Environment":
    # Imported here: the command line must not wait for Jinja to say what it can do.
    from jinja2 import FileSystemLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    environment = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(_folder()),
        autoescape=True,  # always, not by the template's suffix
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(foreign=markup.foreign, words=markup.words)
    return environment


def _folder() -> Path:
    """The templates shipped in the package, else those of the repository it lies in."""
    shipped = Path(str(files("dossier") / "templates"))
    return shipped if shipped.is_dir() else Path(__file__).parents[2] / "templates"
