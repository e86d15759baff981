"""Plain text: every character of a UTF-8 file, or the reason why it is none."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.sources import MAX_CHARACTERS, MAX_FILE_BYTES, decode
from dossier.sources.unreadable import Unreadable

PLAIN = st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\0\ufeff"), min_size=1)


def _is_prose(written: str) -> bool:
    try:
        decode.refuse_binary(written.encode())
    except Unreadable:
        return False
    return bool(written.strip())


@settings(deadline=None)
@given(PLAIN.filter(_is_prose))
def test_what_is_written_as_utf8_is_read_back_exactly(written: str) -> None:
    assert decode.text(written.encode()) == written


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        pytest.param(b"One line.", "One line.", id="no newline at the end"),
        pytest.param(b"One.\r\nTwo.\rThree.\n", "One.\r\nTwo.\rThree.\n", id="line ends stay"),
        pytest.param(b"  \n\tIndented. \n\n", "  \n\tIndented. \n\n", id="white space stays"),
        pytest.param(b"\xef\xbb\xbfMarked.", "Marked.", id="byte order mark goes"),
        pytest.param("A\ufeffB".encode(), "A\ufeffB", id="a mark inside stays"),
        pytest.param("\ufeff\ufeffA".encode(), "\ufeffA", id="only one mark goes"),
        pytest.param("Cafe\u0301 \u2028 x".encode(), "Cafe\u0301 \u2028 x", id="nothing is normalised"),
        pytest.param("\U0001f6a8 alarm".encode(), "\U0001f6a8 alarm", id="beyond the basic plane"),
        pytest.param(b"---\ntitle: no\n---\nText.", "---\ntitle: no\n---\nText.", id="no front matter in .txt"),
    ],
)
def test_text_is_exact(data: bytes, expected: str) -> None:
    assert decode.text(data) == expected


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        pytest.param(b"", "empty", id="empty"),
        pytest.param(b"\xef\xbb\xbf", "empty", id="a byte order mark and no more"),
        pytest.param(b" \n\t\r\n ", "nothing but white space", id="white space"),
        pytest.param("\u00a0\u2003\n".encode(), "nothing but white space", id="white space of Unicode"),
        pytest.param(b"caf\xe9", "not UTF-8: byte 0xE9 at position 3", id="Latin-1"),
        pytest.param("Zürich".encode("cp1252"), "not UTF-8: byte 0xFC at position 1", id="windows-1252"),
        pytest.param(b"cut \xe2\x82", "not UTF-8: byte 0xE2 at position 4", id="cut in a character"),
        pytest.param(b"\xed\xa0\x80", "not UTF-8: byte 0xED at position 0", id="a surrogate in UTF-8"),
        pytest.param("Hello".encode("utf-16"), "UTF-16, not UTF-8", id="UTF-16 with its mark"),
        pytest.param("Hello".encode("utf-16-le"), "binary: a NUL byte at position 1", id="UTF-16 without"),
        pytest.param(b"text\0text", "binary: a NUL byte at position 4", id="NUL"),
        pytest.param(b"\x89PNG\r\n\x1a\n\0\0", "a PNG image, not text", id="PNG"),
        pytest.param(b"\xff\xd8\xff\xe0", "a JPEG image, not text", id="JPEG"),
        pytest.param(b"%PDF-1.7 all ASCII", "a PDF document, not text", id="PDF"),
        pytest.param(b"PK\x03\x04", "a ZIP archive (or a Word or EPUB document), not text", id="ZIP"),
        pytest.param(b"\x1f\x8b\x08", "gzip-compressed, not text", id="gzip"),
        pytest.param(b"{\\rtf1 words}", "an RTF document, not text", id="RTF"),
    ],
)
def test_what_is_no_text_says_why(data: bytes, reason: str) -> None:
    with pytest.raises(Unreadable) as refused:
        decode.text(data)
    assert refused.value.reason == reason


@pytest.mark.parametrize(
    ("data", "advice"),
    [
        pytest.param(b"caf\xe9", "iconv -f CP1252 (or CP1251, SHIFT_JIS …) -t UTF-8", id="Latin-1"),
        pytest.param("Hello".encode("utf-16"), "iconv -f UTF-16 -t UTF-8", id="UTF-16"),
    ],
)
def test_a_wrong_encoding_comes_with_the_way_out(data: bytes, advice: str) -> None:
    with pytest.raises(Unreadable) as refused:
        decode.text(data)
    assert advice in refused.value.advice


def test_the_longest_text_is_the_longest_that_spacy_takes() -> None:
    from spacy.language import Language

    assert MAX_CHARACTERS == Language(max_length=MAX_CHARACTERS).max_length == Language().max_length
    assert MAX_FILE_BYTES >= 4 * MAX_CHARACTERS
