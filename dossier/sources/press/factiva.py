"""Read text that Factiva exports: many articles in one file, each closed by "Document " and its number."""

import re
from collections.abc import Sequence

from dossier.sources.draft import Draft
from dossier.sources.press.database_dates import line_date
from dossier.sources.press.nexis import joined_paragraphs
from dossier.sources.unreadable import Unreadable
from dossier.text.word_lists import word_lists

_CODES = word_lists("dossier.sources.press", "bundle_words.toml")["factiva_codes"]
_END = re.compile(r"^[ \t]*(?:AN[ \t]+)?Document[ \t]+([A-Za-z]{2,}\d\w{8,})[ \t]*$", re.M)
_WORDS = re.compile(r"\s*[\d,.]+ words\s*", re.I)
_CODED = re.compile(r"[ \t]*([A-Z]{2,3})(?:[ \t]+(.*))?")
_CLOCK = re.compile(r"\d\d?[:.]\d\d.*")
_COPYRIGHT = re.compile(r"(?:Copyright\b|\(c\)\s|©)", re.I)
_UNREADABLE = "an article of an export by Factiva whose head or text is missing", "export it again, with its indexing"
_BY = re.compile(r"by:?\s+", re.I)
_MAX_LINES_BELOW_DATE = 8
"""Lines from the date to the end of the head: outlet, code, page, language, copyright. Set by hand."""


def drafts(text: str) -> list[Draft | Unreadable]:
    """The articles of an export, or why one cannot be read; none where the text is no export of Factiva."""
    parts = _END.split("\n".join(text.splitlines()))
    found = [_draft(part.split("\n"), number) for part, number in zip(parts[::2], parts[1::2], strict=False)]
    return [draft or Unreadable(*_UNREADABLE) for draft in found] if any(found) else []


def _draft(lines: list[str], number: str) -> Draft | None:
    fields = _fields(lines)
    if fields.keys() >= {"HD", "PD"}:
        return _of_fields(fields, number)
    return _of_lines(lines, number)


def _of_fields(fields: dict[str, list[str]], number: str) -> Draft | None:
    """The draft of an article whose lines have codes before them."""
    line = {code: " ".join(" ".join(values).split()) or None for code, values in fields.items()}
    text = joined_paragraphs([*fields.get("LP", []), "", *fields.get("TD", [])])
    if not text:
        return None
    return Draft(
        text=text,
        id=number,
        title=line.get("HD"),
        given=line_date(line.get("PD") or ""),
        publisher=line.get("SN"),
        author=_BY.sub("", line.get("BY") or "", count=1) or None,
        language=line.get("LA"),
    )


def _fields(lines: Sequence[str]) -> dict[str, list[str]]:
    """The lines under each code; a code stands before its first line, or in a line of its own."""
    fields: dict[str, list[str]] = {}
    code = ""
    for line in lines:
        found = _CODED.fullmatch(line)
        if found and found[1] in _CODES and found[1] not in fields:
            code = found[1]
            fields[code] = [found[2] or ""]
        elif code:
            fields[code].append(line)
    return fields


def _of_lines(lines: list[str], number: str) -> Draft | None:
    """The draft of an article whose head is one field a line: words, date, outlet, code, language, copyright."""
    count = next((place for place, line in enumerate(lines) if _WORDS.fullmatch(line)), None)
    if count is None:
        return None
    head = lines[count + 1 : count + 1 + _MAX_LINES_BELOW_DATE]
    length = next((place for place, line in enumerate(head) if not line.strip()), len(head))
    below = [line.strip() for line in head[:length]]
    given = line_date(below[0]) if below else None
    text = joined_paragraphs(lines[count + 1 + length :])
    if given is None or not text:
        return None
    told = [line for line in below[1:] if not (_CLOCK.fullmatch(line) or _COPYRIGHT.match(line))]
    title, author = _title_and_author(lines[:count])
    return Draft(
        text=text,
        id=number,
        title=title,
        given=given,
        publisher=told[0] if told else None,
        author=author,
        language=next((line for line in reversed(told[1:]) if line.isalpha() and not line.isupper()), None),
    )


def _title_and_author(lines: Sequence[str]) -> tuple[str | None, str | None]:
    """The title and the author above the number of words; the author stands right above it, apart from the title."""
    groups = [group.splitlines() for group in re.split(r"\n\s*\n", "\n".join(lines).strip("\n")) if group.strip()]
    last = [line.strip() for line in groups[-1]] if groups else []
    is_apart = bool(lines) and bool(lines[-1].strip())
    if len(groups) > 1 and is_apart:
        return groups[-2][-1].strip(), _BY.sub("", last[-1], count=1)
    if len(last) > 1 and is_apart and _BY.match(last[-1]):
        return last[-2], _BY.sub("", last[-1], count=1)
    return (last[-1] if last else None), None
