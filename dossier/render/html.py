"""Briefings and the index as HTML: one file each, with nothing to fetch, complete without its script."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from dossier.codec import DossierChangesForm
from dossier.model import Timeline
from dossier.render.briefing import briefing
from dossier.render.briefing_page import CONTEXT_VERSION, BriefingPage, IndexPage, Medium
from dossier.render.index_context import Index, StartFile
from dossier.render.one_page import on_one_page
from dossier.render.options.page_options import DEFAULT_PAGE, PageOptions
from dossier.render.options.sections import ONE_PAGE, chosen_sections
from dossier.render.picture import NARROW, charts, picture
from dossier.render.templating.live_links import without_dead_links
from dossier.render.templating.plain_data import plain
from dossier.render.templating.templates import template


def render_html(
    timeline: Timeline,
    generator: str,
    history: DossierChangesForm | None = None,
    links: Mapping[str, str] = MappingProxyType({}),
    options: PageOptions = DEFAULT_PAGE,
    medium: Medium = Medium.SCREEN,
) -> str:
    """The briefing of one timeline as a self-contained page.

    ``generator`` names the program and its version; ``history`` is what the dossier said otherwise when it changed
    last; ``links`` lead to other pages, as in ``briefing``; ``options`` say what is printed; a page for paper is one to
    be printed by ``render_pdf``.
    Raises TemplatesUnusable when there is no such style or section.
    """
    page = briefing_page(timeline, generator, history, links, options, medium)
    return without_dead_links(template("briefing/briefing.html.j2").render(page))


def briefing_page(
    timeline: Timeline,
    generator: str,
    history: DossierChangesForm | None = None,
    links: Mapping[str, str] = MappingProxyType({}),
    options: PageOptions = DEFAULT_PAGE,
    medium: Medium = Medium.SCREEN,
) -> dict[str, Any]:
    """What the templates of a briefing get, as plain data: the fields of a ``BriefingPage``.

    The arguments are those of ``render_html``, and so is what it raises.
    """
    own = options.templates.sections if options.templates else ()
    sections = chosen_sections(options.style, options.sections, own, options.length)
    told = briefing(timeline, generator, history, links, options.length, "chronology" in sections)
    if options.style == ONE_PAGE:
        told = on_one_page(told, options.paper)
    page = BriefingPage(
        context_version=CONTEXT_VERSION,
        medium=medium,
        style=options.style,
        length=options.length,
        sections=sections,
        logo=options.logo.uri if options.logo else "",
        briefing=told,
        picture=picture(told.marks, told.unplaced),
        narrow_picture=picture(told.marks, told.unplaced, NARROW) if medium is Medium.SCREEN else None,
        density=charts.density(told.marks, told.unplaced),
        narrow_density=charts.density(told.marks, told.unplaced, NARROW) if medium is Medium.SCREEN else None,
    )
    return {name: plain(getattr(page, name)) for name in BriefingPage.__dataclass_fields__}


def index_page(index: Index, options: PageOptions = DEFAULT_PAGE) -> dict[str, Any]:
    """What the template of the start page gets, as plain data: the fields of an ``IndexPage``."""
    page = IndexPage(CONTEXT_VERSION, options.style, options.logo.uri if options.logo else "", index)
    return {name: plain(getattr(page, name)) for name in IndexPage.__dataclass_fields__}


def render_index(index: Index, options: PageOptions = DEFAULT_PAGE, name: StartFile = StartFile.INDEX) -> str:
    """A page beside the dossiers: which there are and what was skipped, or how to read one."""
    return template(f"briefing/{name}.j2").render(index_page(index, options))
