"""Render one timeline as a briefing (HTML in one file, and PDF), and the start page that lists all briefings."""

from dossier.render.briefing import briefing
from dossier.render.briefing_page import Medium
from dossier.render.context import Briefing
from dossier.render.entries.neighbours import START_PAGE
from dossier.render.html import briefing_page, index_page, render_html, render_index
from dossier.render.index_context import File, Index, IndexEntry, IndexGroup, Refused
from dossier.render.options.page_options import DEFAULT_PAGE, PageOptions
from dossier.render.options.paper import Paper
from dossier.render.pdf.render_pdf import Printout, print_page, render_pdf
from dossier.render.templating.rendering_digest import rendering_digest
from dossier.render.typefaces.missing_letters import MissingLetters, missing_letters
from dossier.render.typefaces.printing_versions import printing_versions

__all__ = [
    "DEFAULT_PAGE",
    "START_PAGE",
    "Briefing",
    "File",
    "Index",
    "IndexEntry",
    "IndexGroup",
    "Medium",
    "MissingLetters",
    "PageOptions",
    "Paper",
    "Printout",
    "Refused",
    "briefing",
    "briefing_page",
    "index_page",
    "missing_letters",
    "print_page",
    "printing_versions",
    "render_html",
    "render_index",
    "render_pdf",
    "rendering_digest",
]
