"""The styles, on the dossiers of the sample case."""

import io
from dataclasses import replace

import pypdf
import pytest
from lxml import html as lxml_html

from dossier.codec import decode_timeline
from dossier.render import Medium, PageOptions, Paper, briefing, render_html, render_pdf
from dossier.render.one_page import on_one_page
from tests.pipeline.conftest import Built

pytestmark = pytest.mark.slow


def test_one_page_is_one_page(sample: Built) -> None:
    fullest = sorted(sample.output.glob("*/timeline.json"), key=lambda path: path.stat().st_size)[-4:]
    for path in fullest:
        timeline, _ = decode_timeline(path.read_bytes())
        page = render_html(timeline, "g", options=PageOptions(style="one-page"), medium=Medium.PAPER)
        root = lxml_html.document_fromstring(page)
        events = root.xpath("//section[@class='key-events']//li")
        assert events
        assert all(event.xpath("a[@class='ref']") for event in events), "each key event cites its sources"
        printed = pypdf.PdfReader(io.BytesIO(render_pdf(page, b"{}", Paper.A4)))
        assert len(printed.pages) == 1, path


@pytest.mark.parametrize("paper", list(Paper))
def test_key_events_that_do_not_fit_one_page_are_left_out(sample: Built, paper: Paper) -> None:
    timeline, _ = decode_timeline((sample.output / "case" / "timeline.json").read_bytes())
    whole = briefing(timeline, "g", has_chronology=False)
    longest = tuple(replace(entry, line=entry.line * 4) for entry in whole.highlights)
    fitted = on_one_page(replace(whole, highlights=longest), paper)
    assert 0 < len(fitted.highlights) < len(longest)
    weights = {mark.number: mark.importance for mark in whole.marks}
    kept = {entry.row for entry in fitted.highlights}
    assert min(weights[row] for row in kept) >= max(weights[one.row] for one in longest if one.row not in kept)
