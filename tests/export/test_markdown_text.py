"""Text from outside stays text in Markdown, whatever it holds and wherever it stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from dossier.export.markdown_text import escaped
from dossier.text.printable import printable

SIGNS = "\\`*_[](){}<>#+-.!|~$^=%@&;:/\"' \n\t1a"
PIECES = [*SIGNS, "http://", "www.a.example", "a@b.example", "&amp;", "![x](y)", "1. ", "::"]
TEXTS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=12).map("".join).filter(str.strip)
READER = MarkdownIt("gfm-like")


@pytest.mark.parametrize("before", ["", "# ", "- ", "> ", "> — ", "- word: "])
@given(text=TEXTS)
def test_text_stays_text(before: str, text: str) -> None:
    found = [child for token in READER.parse(f"{before}{escaped(text)}") for child in token.children or ()]
    assert {token.type for token in found} <= {"text"}
    seen = "".join(token.content for token in found)
    assert seen.removeprefix(before.lstrip("#->").lstrip()) == printable(" ".join(text.split()))


@given(text=TEXTS)
def test_a_link_leads_where_it_should(text: str) -> None:
    found = [child for token in READER.parse(f"- [{escaped(text)}](note.md)") for child in token.children or ()]
    assert [token.type for token in found] == ["link_open", "text", "link_close"]
    assert (found[0].attrs["href"], found[1].content) == ("note.md", printable(" ".join(text.split())))
