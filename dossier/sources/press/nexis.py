"""Read what Nexis exports as text: many articles in a file, below "1 of 20 DOCUMENTS" or above "End of Document"."""

import re
from collections.abc import Iterator, Sequence

from dossier.model import Method, When
from dossier.sources.dates.publication_signs import PublicationSign
from dossier.sources.draft import Draft
from dossier.sources.press.database_dates import line_date
from dossier.sources.unreadable import Unreadable
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.sources.press", "bundle_words.toml")
_ABOVE, _BELOW = _WORDS["nexis_fields_above"], _WORDS["nexis_fields_below"]
_COUNTER = re.compile(r"^[ \t]*(?:FOCUS - )?\d+ of \d+ DOCUMENTS?[ \t]*$", re.M)
_END = re.compile(r"^[ \t]*End of Document[ \t]*$", re.M | re.I)
_FIELD = re.compile(r"([A-Z][A-Za-z-]+):[ \t]*(.*)")
_BODY = re.compile(r"^[ \t]*Body[ \t]*$", re.M)
_COPYRIGHT = re.compile(r"\s*(?:Copyright\b|\(c\)\s|©)", re.I)
_INDENT = 8
"""Blanks before a line that is set in the middle. Set by hand."""
_BY = re.compile(r"by:?\s+", re.I)
_UNREADABLE = "an article of an export by Nexis whose head or text is missing", "export it again, as whole text"


def drafts(text: str) -> list[Draft | Unreadable]:
    """The articles of an export, or why one cannot be read; none where the text is no export of Nexis."""
    lines = "\n".join(text.splitlines())
    counted = _COUNTER.split(lines)[1:] if "LENGTH:" in lines else []
    ended = _END.split(lines)
    parts = counted or (ended[:-1] if _BODY.search(lines) else [])
    return [_draft(part.split("\n")) for part in parts]


def _draft(lines: list[str]) -> Draft | Unreadable:
    start = _start_of_text(lines)
    if start is None:
        return Unreadable(*_UNREADABLE)
    above, rest = lines[:start], lines[start:]
    end = next((number for number, line in enumerate(rest) if _is_below(line)), len(rest))
    fields = dict(_fields(above)) | dict(_fields(rest[end:]))
    text = joined_paragraphs(rest[:end])
    if not text:
        return Unreadable(*_UNREADABLE)
    title, publisher, given = _head(above)
    loaded = line_date(fields.get("LOAD-DATE", ""))
    loaded_day = loaded.known_day if loaded else None
    return Draft(
        text=text,
        title=fields.get("HEADLINE") or title,
        given=given,
        stated=(PublicationSign.by(loaded_day, None, Method.METADATA),) if loaded_day and not given else (),
        publisher=publisher,
        author=_BY.sub("", fields.get("BYLINE", ""), count=1) or None,
        language=fields.get("LANGUAGE", "").partition(";")[0].title() or None,
        extra={"section": fields["SECTION"]} if "SECTION" in fields else {},
    )


def _start_of_text(lines: list[str]) -> int | None:
    """The line behind "Body", or behind the last of the fields above the text."""
    bodies = [number for number, line in enumerate(lines) if _BODY.fullmatch(line)]
    if bodies:
        return bodies[0] + 1
    last = None
    for number, line in enumerate(lines):
        name = _name(line)
        if name in _BELOW:
            break
        if name in _ABOVE:
            last = number
    if last is None:
        return None
    while last < len(lines) and lines[last].strip():
        last += 1
    return last


def _head(lines: Sequence[str]) -> tuple[str | None, str | None, When | None]:
    """The title, the publisher and the date above an article.

    The publisher stands right above the date. The title is what is not set in the middle below it; else it stands above
    the publisher.
    """
    plain = [line for line in lines if line.strip()]
    dated = [(number, when) for number, line in enumerate(plain) if (when := line_date(line))]
    if not dated:
        return None, None, None
    place, when = dated[-1]
    before = [line.strip() for line in plain[:place] if not _COPYRIGHT.match(line)]
    below = [line for line in plain[place + 1 :] if not _is_set_apart(line)]
    titles = [line.strip() for line in below if not _FIELD.match(line) and not _BODY.fullmatch(line)]
    publisher = before[-1] if before else None
    is_first = len(before) > 1
    return (before[-2] if is_first else titles[0] if titles else None), publisher, when


def _is_set_apart(line: str) -> bool:
    return len(line) - len(line.lstrip()) >= _INDENT or _COPYRIGHT.match(line) is not None


def _is_below(line: str) -> bool:
    is_copyright = _COPYRIGHT.match(line) is not None and _is_set_apart(line) and line[:1].isspace()
    return is_copyright or _name(line) in _BELOW or line.strip() == "Classification"


def _fields(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The fields with their values, which go on to the next blank line."""
    name, value = "", ""
    for line in (*lines, ""):
        if not line.strip() or _BODY.fullmatch(line):
            if name:
                yield name, " ".join(value.split())
            name, value = "", ""
        elif _name(line) in _ABOVE | _BELOW:
            if name:
                yield name, " ".join(value.split())
            name, value = _name(line), line.partition(":")[2]
        elif name:
            value += " " + line


def _name(line: str) -> str:
    found = _FIELD.match(line.strip())
    return found[1].upper() if found else ""


def joined_paragraphs(lines: Sequence[str]) -> str:
    """The paragraphs of a text that was broken into lines, each in one line, with a blank line between two."""
    paragraphs = re.split(r"\n\s*\n", "\n".join(lines).strip())
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs if paragraph.strip())
