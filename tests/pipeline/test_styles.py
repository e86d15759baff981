"""The styles, on the dossiers of the sample case."""

import io

import pypdf
import pytest
from lxml import html as lxml_html

from dossier.codec import decode_timeline
from dossier.render import Medium, PageOptions, Paper, render_html, render_pdf
from tests.pipeline.conftest import Built

pytestmark = pytest.mark.slow


def test_one_page_is_one_page(sample: Built) -> None:
    for path in sorted(sample.output.glob("*/timeline.json")):
        timeline, _ = decode_timeline(path.read_bytes())
        page = render_html(timeline, "g", options=PageOptions(style="one-page"), medium=Medium.PAPER)
        root = lxml_html.document_fromstring(page)
        events = root.xpath("//section[@class='key-events']//li")
        assert events
        assert all(event.xpath("a[@class='ref']") for event in events), "each key event cites its sources"
        printed = pypdf.PdfReader(io.BytesIO(render_pdf(page, b"{}", Paper.A4)))
        assert len(printed.pages) == 1, path
