"""Lines that are drawn in less time are drawn as WeasyPrint draws them."""

import io
from contextlib import nullcontext

import pypdf
import pytest

from dossier.render import render_pdf
from dossier.render.pdf import render_pdf as pdf

PAGE = (
    "<html lang=en><head><title>t</title><style>@page {{ size: 90mm 60mm; margin: 5mm }} body {{ font-family: "
    "'Source Serif Pro', 'Dossier Arabic', 'Dossier Hebrew', 'Dossier Devanagari' }} .j {{ text-align: justify }} "
    ".u {{ text-decoration: underline line-through }} .s {{ letter-spacing: 2px }} .o {{ overflow: hidden; "
    "text-overflow: ellipsis; white-space: nowrap }} pre {{ tab-size: 40px }}</style></head><body>{}</body></html>"
)
BROKEN = "A ship left the port of Arvika at dawn, and no one has seen her since then or heard of the crew. " * 2


@pytest.mark.parametrize(
    "body",
    [
        "<p>Officials AVTo: “fjord”, office, waffle – [1] 2019.</p>",
        f"<p>{BROKEN}</p>",
        f"<p class=j>{BROKEN}</p>",
        "<pre>1\tone\n22\ttwo</pre>",
        "<p>US-\N{WORD JOINER}built, long\N{ZERO WIDTH SPACE}word, soft\N{SOFT HYPHEN}hyphen.</p>",
        "<p class=u>Struck out.</p><p class=s>Letters apart.</p>",
        f"<p class=o>{BROKEN}</p>",
        "<p>A courier, <bdi dir=rtl>أبو سالم בן</bdi>, and हिन्दी शब्द e\N{COMBINING ACUTE ACCENT}.</p>",
        "<p>No typeface has \U0001234f, and \N{GRINNING FACE}.</p>",
        "<p>One <b>bold</b> and <i>two</i><sup>3</sup>.</p>",
    ],
    ids="kerning broken justified tabs unseen lines ellipsis scripts boxes faces".split(),
)
def test_a_line_is_drawn_as_by_weasyprint(monkeypatch: pytest.MonkeyPatch, body: str) -> None:
    quick = drawn(body)
    monkeypatch.setattr(pdf, "quick_lines", lambda *_: nullcontext())
    assert quick == drawn(body)


def drawn(body: str) -> tuple[list[bytes], str, list[object]]:
    """What each page shows, its words, and the widths of the letters of each typeface."""
    pages = pypdf.PdfReader(io.BytesIO(render_pdf(PAGE.format(body)))).pages
    shown = [page.get_contents().get_data() for page in pages]
    for nothing, left in ((b">0<", b""), (b">0]", b">]"), (b"><", b""), (b"<>", b"")):
        shown = [one.replace(nothing, left) for one in shown]
    faces = [face.get_object() for page in pages for face in page["/Resources"].get("/Font", {}).values()]
    widths = [face["/DescendantFonts"][0].get_object()["/W"] for face in faces]
    return shown, " ".join(page.extract_text() for page in pages), [list(map(str, one)) for one in widths]
