"""Briefings and the index as HTML: one file each, without scripts, and nothing to fetch."""

from collections.abc import Mapping
from types import MappingProxyType

from dossier.codec import DossierChangesForm
from dossier.model import Timeline
from dossier.render import charts
from dossier.render.briefing import briefing
from dossier.render.index_context import Index
from dossier.render.picture import picture
from dossier.render.templates import template


def render_html(
    timeline: Timeline,
    generator: str,
    history: DossierChangesForm | None = None,
    links: Mapping[str, str] = MappingProxyType({}),
    style: str = "briefing",
) -> str:
    """The briefing of one timeline as a self-contained page.

    ``generator`` names the program and its version; ``history`` is what the dossier said otherwise when it changed
    last; ``links`` lead from the page of a case to those of its actors, by their ids; ``style`` is the name of a folder
    of templates.
    Raises jinja2.TemplateNotFound when there is no such folder.
    """
    page = briefing(timeline, generator, history, links)
    drawn, density = picture(page.marks, page.unplaced), charts.density(page.marks, page.unplaced)
    return template(f"{style}/briefing.html.j2").render(briefing=page, picture=drawn, density=density)


def render_index(index: Index, style: str = "briefing") -> str:
    """The start page of an output folder: its dossiers, and what was skipped. ``style`` is as in ``render_html``."""
    return template(f"{style}/index.html.j2").render(index=index)
