"""Paragraphs and headings of plain text."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.text.segments import segments

PROSE = "The inspectors came back to the harbour in the early morning and sealed both of the warehouses."


@pytest.mark.parametrize(
    ("text", "headings"),
    [
        (f"The Harbour Under Seal\n{PROSE}", ["The Harbour Under Seal"]),
        (
            f"{PROSE}\nReactions from the Port and the Unions\n{PROSE}",
            ["Reactions from the Port and the Unions"],
        ),
        (f"{PROSE}\n\nWhat happens next\n\n{PROSE}", ["What happens next"]),
        (f"BACKGROUND\n\n{PROSE}", ["BACKGROUND"]),
        (f"## What the inspectors found\n{PROSE}", ["## What the inspectors found"]),
        (f"Who Sealed the Warehouses?\n{PROSE}", ["Who Sealed the Warehouses?"]),
        (f"Why did they come back?\n{PROSE}", []),
        (f"They came back.\n{PROSE}", []),
        (f"{PROSE}\n{PROSE}", []),
        (f"{PROSE}\nThe End", []),
        (f"The clerk who sealed it\n\nBackground\n\n{PROSE}", ["The clerk who sealed it", "Background"]),
        ("Ada Brandt\nPort of Varna\nSofia", []),
        (f"- the harbour,\n{PROSE}", []),
        # the first line may be longer
        (
            f"Port of Orlov shuts after its workers reject the offer\n\n{PROSE}",
            ["Port of Orlov shuts after its workers reject the offer"],
        ),
        (f"{PROSE}\n\nPort of Orlov shuts after its workers reject the offer\n\n{PROSE}", []),
        ("", []),
        (" \n\n\t", []),
    ],
)
def test_headings(text: str, headings: list[str]) -> None:
    assert [text[s.start : s.end] for s in segments(text) if s.heading] == headings


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        (f"{PROSE}\n{PROSE}", 2),
        (f"{PROSE}\r\n\r\n{PROSE}", 2),
        (f"{PROSE}\u2029{PROSE}", 2),
        (f"  {PROSE}  ", 1),
        # a page cut at the ends of its links
        (f"Ada Brandt (D-Orlov)\n, {PROSE}", 1),
        (f"Ada Brandt (D-Orlov)\nsaid that {PROSE}", 1),
        (f"Ada Brandt (D-Orlov)\n{PROSE}", 2),
        ("\n".join([PROSE[:60], PROSE[:64] + " and", PROSE[:58] + " of", "the quay."]), 1),
        ("\n".join([PROSE[:60], PROSE[:64] + " and", "", PROSE[:58] + " of", "the quay."]), 2),
        # an indent opens a paragraph of wrapped text; below a line that breaks off, or in most lines, it does not
        ("\n".join([PROSE[:60], "both stores.", f"    {PROSE[:58]}", "the quay.", f"\t{PROSE[:60]}", "it."]), 3),
        ("\n".join([f"- {PROSE[:60]}", f"  {PROSE[:64]} and", f"- {PROSE[:58]}", "  the quay."]), 1),
        ("\n".join([f"    {PROSE[:60]}", f"    {PROSE[:64]} and", f"    {PROSE[:58]} of", "    the quay."]), 1),
    ],
)
def test_paragraphs(text: str, paragraphs: int) -> None:
    assert len(segments(text)) == paragraphs


@given(st.text(alphabet=st.sampled_from("aB .\n\r\t#?!\u2028é"), max_size=300))
def test_segments_hold_all_that_is_no_space(text: str) -> None:
    found = segments(text)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert "".join("".join(text[s.start : s.end].split()) for s in found) == "".join(text.split())
    assert all(text[s.start : s.end].strip() == text[s.start : s.end] for s in found)
