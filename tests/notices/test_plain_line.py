"""Text of articles in a message: a table of what an article may try, and what a reader sees."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.notices.plain_line import MAX_LINE, plain_line

ROWS = [
    ("Ada Brandt was arrested on 14 March.", "Ada Brandt was arrested on 14 March."),
    ("“Müller & Söhne” – Владимир 李", "“Müller ＆ Söhne” – Владимир 李"),
    ("two\nlines\r\nand\u2028more\x0b", "two lines and more"),
    ("  many \t blanks ", "many blanks"),
    ("<script>alert(1)</script>", "＜script＞alert(1)＜/script＞"),
    ("<!channel> @everyone *now*", "＜!channel＞ ＠everyone ＊now＊"),
    ("[click](https://evil.example)", "［click］(https：//evil.example)"),
    ("`code` ~~gone~~ __x__ # head", "｀code｀ ～～gone～～ ＿＿x＿＿ ＃ head"),
    ("Ada\x1b[2J\u202eBrandt\x00", "Ada�［2J�Brandt�"),
    ("Subject: x\nBcc: evil@post.example", "Subject: x Bcc: evil＠post.example"),
    ("", ""),
]


@pytest.mark.parametrize(("said", "shown"), ROWS)
def test_a_line_does_nothing(said: str, shown: str) -> None:
    assert plain_line(said) == shown


@given(st.text(max_size=3 * MAX_LINE))
def test_any_text_is_one_plain_line(said: str) -> None:
    line = plain_line(said)
    assert len(line) <= MAX_LINE
    assert line.isprintable()
    assert not set(line) & set("<>&*_~`|[]\\#@")
    assert "://" not in line


def test_a_long_line_is_cut() -> None:
    assert plain_line("x" * 400) == "x" * (MAX_LINE - 1) + "…"
    assert plain_line("x" * MAX_LINE) == "x" * MAX_LINE
