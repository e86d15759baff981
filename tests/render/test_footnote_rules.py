"""A page without footnotes is the same without the rules for them, and a page with footnotes has them."""

import io

import pypdf
import weasyprint

from dossier.model import Timeline
from dossier.render import Medium, render_html, render_pdf
from dossier.render.pdf.footnote_rules import has_footnotes, without_footnotes


def test_nothing_else_is_left_out():
    rules = weasyprint.html.UA
    gone = set(rules.splitlines()) - set(without_footnotes(rules).splitlines())
    assert len(gone) == 5
    assert all(line.startswith(("::footnote-", "::note-")) for line in gone)


def test_a_page_without_footnotes_is_the_same(sample: Timeline):
    page = render_html(sample, "g", medium=Medium.PAPER)
    assert not has_footnotes(page)
    assert render_pdf(page) == render_pdf(page.replace("</style>", "/* footnote */</style>", 1))


def test_a_page_of_the_user_has_its_footnotes():
    page = "<html lang=en><title>t</title><style>i { float: footnote }</style><p>Word<i>said below</i>.</p>"
    words = pypdf.PdfReader(io.BytesIO(render_pdf(page))).pages[0].extract_text()
    assert words.count("1") == 2
