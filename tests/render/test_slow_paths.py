"""What the mended paths of the libraries give is what the libraries gave, and it is made once."""

import pydyf
import pytest
from tinyhtml5 import inputstream

from dossier.render.slow_paths import mend_slow_paths, page_references


@pytest.mark.parametrize(
    ("characters", "opposite", "text", "found"),
    [
        (("&", "<", "\0"), False, "Ada Brandt &amp; Co", "Ada Brandt "),
        (("&", "<", "\0"), False, "<p>", ""),
        (("]", "^", "-"), False, "a-b", "a"),
        (frozenset("abc"), True, "cabin", "cab"),
        (frozenset(" \n"), True, "  \n x", "  \n "),
    ],
)
def test_a_run_of_characters_is_found_and_its_pattern_kept(characters, opposite: bool, text: str, found: str):
    mend_slow_paths()
    for _ in range(2):
        stream = inputstream.HTMLUnicodeInputStream(text)
        stream.read_chunk()
        assert stream.chars_until(characters, opposite) == found
        kept = dict(inputstream.characters_until_regex)
    assert stream.chars_until(characters, opposite) == ""
    assert inputstream.characters_until_regex == kept
    assert (characters, opposite) in kept


def test_the_pages_are_those_that_were_added():
    pdf = pydyf.PDF()
    for pages in range(1, 4):
        pdf.add_object(pydyf.Dictionary({}))
        pdf.add_page(pydyf.Dictionary({"Type": "/Page"}))
        told = page_references(pdf)
        assert told == tuple(pdf.objects[2 * n + 4].reference for n in range(pages))
        assert page_references(pdf) is told
