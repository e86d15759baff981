"""Briefings and the index as HTML: one file each, without scripts, and nothing to fetch."""

from collections.abc import Mapping
from types import MappingProxyType

from dossier.codec import DossierChangesForm
from dossier.model import Timeline
from dossier.render import charts
from dossier.render.briefing import briefing
from dossier.render.index_context import Index
from dossier.render.live_links import without_dead_links
from dossier.render.page_options import DEFAULT_PAGE, PageOptions
from dossier.render.picture import picture
from dossier.render.sections import chosen_sections
from dossier.render.templates import template


def render_html(
    timeline: Timeline,
    generator: str,
    history: DossierChangesForm | None = None,
    links: Mapping[str, str] = MappingProxyType({}),
    options: PageOptions = DEFAULT_PAGE,
) -> str:
    """The briefing of one timeline as a self-contained page.

    ``generator`` names the program and its version; ``history`` is what the dossier said otherwise when it changed
    last; ``links`` lead from the page of a case to those of its actors, by their ids; ``options`` say what is printed.
    Raises TemplatesUnusable when there is no such style or section.
    """
    sections = chosen_sections(options.style, options.sections)
    page = briefing(timeline, generator, history, links)
    drawn, density = picture(page.marks, page.unplaced), charts.density(page.marks, page.unplaced)
    written = template("briefing/briefing.html.j2").render(
        briefing=page, picture=drawn, density=density, sections=sections
    )
    return without_dead_links(written)


def render_index(index: Index) -> str:
    """The start page of an output folder: its dossiers, and what was skipped."""
    return template("briefing/index.html.j2").render(index=index)
