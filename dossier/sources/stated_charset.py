"""Decode text whose charset is stated beside it: in a header of a mail, of a saved page, of a record of a crawl."""

from dossier.sources.decode import charset_meant

_IN_SEVEN_BITS = "iso-2022"
"""Charsets that write other letters with the bytes of ASCII."""


def decoded(data: bytes, charset: str | None) -> tuple[str, bool]:
    """The characters of the bytes, and whether all of them are sure.

    UTF-8 is tried first, then the charset that is stated, then windows-1252: a header may be wrong, or missing.
    """
    stated = charset_meant((charset or "").strip().strip("\"'"))
    is_in_seven_bits = (stated or "").lower().startswith(_IN_SEVEN_BITS)
    for codec in (stated, "utf-8") if is_in_seven_bits else ("utf-8-sig", stated):
        try:
            if codec:
                return data.decode(codec), True
        except (UnicodeError, LookupError):
            continue
    return data.decode("cp1252", "replace"), False
