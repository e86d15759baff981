"""The notes at the edge of entries, put on a page after its layout, stand where WeasyPrint would put their elements."""

import io

import pypdf
import pytest

from dossier.model import Timeline
from dossier.render import Medium, Paper, render_html, render_pdf

EDGE = 100
"""Points: as wide is the tab that ends the element of notes at the edge; put late, the link is as wide as they are."""

FIRST_HIDDEN = ".lines > li:first-child > a[class^=edg] { display: none }"
"""Then nothing is left of which the others could take the look."""

Link = tuple[int, str, list[float]]


def read(page: str, paper: Paper) -> tuple[list[Link], list[str]]:
    """The links with page, target and place, and the words of the pages."""
    pdf = pypdf.PdfReader(io.BytesIO(render_pdf(page, paper=paper)))
    links = sorted(
        (number, str(link.get("/Dest") or link["/A"]["/URI"]), [float(side) for side in link["/Rect"]])
        for number, sheet in enumerate(pdf.pages)
        for link in (one.get_object() for one in sheet.get("/Annots", []))
    )
    return links, [sheet.extract_text() for sheet in pdf.pages]


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("more", ["", ".lines > li { padding-right: 30mm }", FIRST_HIDDEN])
def test_late_edges_stand_where_elements_would(sample: Timeline, paper: Paper, more: str):
    page = render_html(sample, "g", medium=Medium.PAPER).replace("</style>", f"{more}</style>", 1)
    assert page.count('class="edge"') > 1
    late, told = read(page, paper)
    early, said = read(page.replace("</style>", ".edge { direction: ltr }</style>", 1), paper)
    assert told == said
    assert [(sheet, to) for sheet, to, _ in late] == [(sheet, to) for sheet, to, _ in early]
    for (_, _, place), (_, _, there) in zip(late, early, strict=True):
        is_edge = there[2] - there[0] > EDGE
        assert place[: 2 if is_edge else 4] == pytest.approx(there[: 2 if is_edge else 4], abs=1)
