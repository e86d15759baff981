"""A page that is well-formed is read as XML, and means what it means as HTML."""

import pytest
import tinyhtml5

from dossier.model import Timeline
from dossier.render import Medium, render_html
from dossier.render.pdf.page_tree import page_tree

HEAD = "<!doctype html>\n"


def told(tree) -> list[tuple[object, ...]]:
    """What a tree says, without what stands between its outermost parts."""
    outer = ("html", "head", "body", "main")
    elements = [one for one in tree.iter() if isinstance(one.tag, str) and one.tag not in outer]
    return [(one.tag, attributes(one), one.text or "", one.tail or "") for one in elements]


def attributes(element) -> dict[str, str]:
    return {name: value for name, value in element.attrib.items() if "xmlns" not in name}


def as_html(page: str):
    return tinyhtml5.parse(page.encode(), namespace_html_elements=False, transport_encoding="utf-8")


def test_a_page_of_the_shipped_templates_is_read_as_xml(sample: Timeline):
    page = render_html(sample, "g", medium=Medium.PAPER)
    tree = page_tree(page)
    assert tree is not None
    assert told(tree) == told(as_html(page))


@pytest.mark.parametrize(
    "body",
    [
        "<p>A &amp; B &lt; C&nbsp;&#8288;“d” &#34;</p>",
        "<p>One<br>two<br />three <img alt='a > b' src=\"x\"> four</p>",
        "<p title='&lt;meta&gt;'>A word &lt;br&gt;</p>",
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'><path d='M0,0'/></svg>",
        "<table><tbody><tr><td>1</td></tr></tbody></table>",
    ],
)
def test_well_formed(body: str):
    page = f"{HEAD}<html><head><title>t</title></head><body>{body}</body></html>"
    tree = page_tree(page)
    assert tree is not None
    assert told(tree) == told(as_html(page))


@pytest.mark.parametrize(
    "page",
    [
        "<p>No declaration.</p>",
        f"{HEAD}<p>No end.",
        f"{HEAD}<p class=plain>No quotation marks.</p>",
        f"{HEAD}<p>&copy;</p>",
        f"{HEAD}<p>\x0c</p>",
        f"{HEAD}<body><svg viewBox='0 0 1 1'/></body>",
        f"{HEAD}<body><table><tr><td>1</td></tr></table></body>",
        '<!DOCTYPE html [<!ENTITY a "b">]><p>&a;</p>',
    ],
)
def test_left_to_the_reader_of_html(page: str):
    assert page_tree(page) is None
