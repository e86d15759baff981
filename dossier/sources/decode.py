"""Decode bytes as text: UTF-8, or the encoding that a page declares. No encoding is guessed."""

import codecs
import re

from dossier.sources.unreadable import Unreadable

_KIND_BY_FIRST_BYTES = {
    b"\x89PNG\r\n": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"%PDF-": "a PDF document",
    b"PK\x03\x04": "a ZIP archive (or a Word or EPUB document)",
    b"\x1f\x8b": "gzip-compressed",
    b"\xd0\xcf\x11\xe0": "an old Word document",
    b"{\\rtf": "an RTF document",
    b"\x7fELF": "a program",
    b"SQLite format 3\0": "an SQLite database",
    b"7z\xbc\xaf\x27\x1c": "a 7-Zip archive",
    b"\xfd7zXZ\0": "xz-compressed",
}
_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_DECLARATION = re.compile(rb"""<(?:meta|\?xml)\b[^>]{0,400}?\b(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.I)
# The codecs of Python that pages may declare: the character sets of the web. Python has others, as "unicode_escape",
# that no page means.
_CHARSETS = re.compile(
    r"iso-?8859-?\d+|latin-?\d+|windows-?\d+|cp-?\d+|koi8-?[rut]|mac-?\w+|us-ascii|ascii|gb-?k|gb-?2312"
    r"|gb-?18030|big5(-hkscs)?|euc-?(jp|kr)|shift[-_]jis|iso-2022-jp|tis-620",
    re.I,
)
# Web browsers read these labels as windows-1252, and pages rely on it for their quotation marks.
_MEANS_1252 = re.compile(r"iso-?8859-?1|latin-?1|us-ascii|ascii", re.I)
_DECLARATION_BYTES = 4096
"""Bytes of a page in which a declaration is looked for. Set by hand; browsers look at 1024."""


def refuse_binary(start: bytes) -> None:
    """Raise Unreadable when the first bytes show a known kind of file that is no text."""
    for magic, kind in _KIND_BY_FIRST_BYTES.items():
        if start.startswith(magic):
            raise Unreadable(f"{kind}, not text", "save or extract its text first")


def text(data: bytes) -> str:
    """The characters of a UTF-8 text without its byte order mark; line ends stay as they are.

    Raises Unreadable when the bytes are binary, in another encoding, or blank.
    """
    refuse_binary(data)
    if data[:2] in _UTF16_MARKS:
        raise Unreadable("UTF-16, not UTF-8", "convert it: iconv -f UTF-16 -t UTF-8 OLD > NEW")
    if b"\0" in data:
        raise Unreadable(f"binary: a NUL byte at position {data.index(0)}", "save its text as UTF-8 first")
    return refuse_blank(utf8(data).removeprefix("\ufeff"))


def utf8(data: bytes) -> str:
    """The characters of UTF-8 bytes. Raises Unreadable with the first byte that is not UTF-8, and its position."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Unreadable(
            f"not UTF-8: byte 0x{data[error.start]:02X} at position {error.start}",
            "convert it from the encoding that it is in: iconv -f CP1252 (or CP1251, SHIFT_JIS …) -t UTF-8 OLD > NEW",
        ) from None


def refuse_blank(text: str) -> str:
    """The same text. Raises Unreadable when it is empty or has only white space."""
    if not text:
        raise Unreadable("empty")
    if not text.strip():
        raise Unreadable("nothing but white space")
    return text


def page(data: bytes) -> str:
    """The characters of an HTML page: as UTF-16 by its byte order mark, as UTF-8, or in the charset that it declares.

    UTF-8 is tried before the declaration: valid UTF-8 is hardly ever anything else, while a declaration is often left
    over from before a conversion. Raises Unreadable when neither fits, and for binary or blank pages.
    """
    refuse_binary(data)
    if data[:2] in _UTF16_MARKS:
        return refuse_blank(_in_charset(data, "utf-16"))
    if b"\0" in data:
        raise Unreadable(f"binary: a NUL byte at position {data.index(0)}", "save the page again as UTF-8")
    try:
        return refuse_blank(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        charset = _declared(data)
        return _in_charset(data, charset) if charset else utf8(data)


def charset_meant(label: str) -> str | None:
    """The codec of Python for the label of a charset, as browsers read it; None for what is no charset of the web."""
    if _MEANS_1252.fullmatch(label):
        return "cp1252"
    return label if _CHARSETS.fullmatch(label) else None


def _declared(data: bytes) -> str | None:
    found = _DECLARATION.search(data[:_DECLARATION_BYTES])
    return charset_meant(found[1].decode("ascii", "replace")) if found else None


def _in_charset(data: bytes, charset: str) -> str:
    try:
        return data.decode(charset)
    except (UnicodeError, LookupError):
        raise Unreadable(f"not {charset}, as it says it is", "save the page again as UTF-8") from None
