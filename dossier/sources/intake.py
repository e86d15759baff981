"""Read all sources as one stream of articles, with a Skipped for each thing that is none."""

import io
import os
import re
import sys
from codecs import BOM_UTF8
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, count
from pathlib import Path
from typing import BinaryIO

from dossier.model import Article, Marking, Skipped, When, strictest
from dossier.sources import files, jsonl, markdown, plain_text
from dossier.sources.draft import Draft
from dossier.sources.files import STDIN, SourceFile
from dossier.sources.own_output import OwnOutput
from dossier.sources.place_markings import NO_MARKINGS, PlaceMarkings
from dossier.sources.stated_marking import marked_as_stated, stated_marking
from dossier.sources.unreadable import Unreadable, explain_os_error

MAX_FILE_BYTES = 8_000_000
"""Bytes of the largest file of one article; ``MAX_CHARACTERS`` in UTF-8 take at most half of it. Set by hand."""


def _read_page(data: bytes) -> list[Draft]:
    """The main text of an HTML page, or its stories. trafilatura takes time to load, and many runs see no page."""
    from dossier.sources import html

    return html.read(data)


def _one(read: Callable[[bytes], Draft]) -> Callable[[bytes], list[Draft]]:
    """The reader of a file that is always one article."""
    return lambda data: [read(data)]


_READERS: dict[str, Callable[[bytes], list[Draft]]] = {
    ".txt": _one(plain_text.read),
    ".md": _one(markdown.read),
    ".markdown": _one(markdown.read),
    ".html": _read_page,
    ".htm": _read_page,
    ".xhtml": _read_page,
}
_STDIN = "stdin"
_JSON_OBJECT = re.compile(rb'\s*\{\s*"')
_PAGE = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?s:.*?)-->\s*)?<(?:!doctype\s+html|html|head|body)\b", re.I)


@dataclass(frozen=True, slots=True)
class _ReadItem:
    """A draft read at one place, or why there is none. ``name`` is that of the file, where the file is one article.

    ``marking`` is that of the place.
    """

    place: str
    outcome: Draft | Unreadable
    name: str | None = None
    marking: Marking | None = None


def read(
    sources: Sequence[str],
    *,
    published: When | None = None,
    language: str | None = None,
    stdin: BinaryIO | None = None,
    base: Path = Path(),
    markings: PlaceMarkings = NO_MARKINGS,
) -> Iterator[Article | Skipped]:
    """The articles that ``sources`` lead to, one at a time, and a Skipped for each thing that is none.

    A source is a file, a folder with everything below it, a pattern (``**`` is any number of folders), or ``-`` for
    standard input; it is relative to the folder ``base``, and so are the refs of what is read. Sources come in the
    order given, files in a folder or pattern by their path. A file that two sources lead to is read once; under
    another name it gives a Skipped. ``published`` and ``language`` hold for articles without a date or language in
    their front matter or JSONL line. Each article has the marking that it states or that ``markings`` give to its
    place, whichever is stricter.

    No two articles have one ref: where an id comes again, the URL or the place is the ref of the later article.
    Raises SourceMissing, before anything is read, when a source leads to nothing.
    """
    files.check(sources, base)
    return _with_refs(_items(sources, stdin, base, markings), published, language)


def distinct(items: Iterable[Article | Skipped]) -> Iterator[Article | Skipped]:
    """The same stream, with a Skipped in place of each article whose id has come before; it names the first one."""
    first: dict[str, str] = {}
    for item in items:
        if isinstance(item, Skipped):
            yield item
        elif item.id in first:
            same = first[item.id]
            yield Skipped(item.ref, f"the same article as {same}", duplicate_of=same)
        else:
            first[item.id] = item.ref
            yield item


def _with_refs(
    items: Iterable[_ReadItem | Skipped], published: When | None, language: str | None
) -> Iterator[Article | Skipped]:
    taken: set[str] = set()
    for item in items:
        result = item if isinstance(item, Skipped) else _article(item, published, language, taken)
        if isinstance(result, Article):
            taken.add(result.ref)
        yield result


def _article(item: _ReadItem, published: When | None, language: str | None, taken: set[str]) -> Article | Skipped:
    try:
        if isinstance(item.outcome, Unreadable):
            raise item.outcome
        marking = strictest(item.marking, stated_marking(item.outcome.extra))
        others = (f"{item.place} ({number})" for number in count(2))
        ref = next(ref for ref in chain(item.outcome.refs, [item.place], others) if ref not in taken)
        with marked_as_stated(item.outcome.extra):
            read_article = item.outcome.article(ref, given=published, language=language, name=item.name)
        return replace(read_article, marking=marking) if marking else read_article
    except Unreadable as problem:
        skipped = problem.skipped(item.place)
        return replace(skipped, marking=strictest(item.marking, skipped.marking))


def _items(
    sources: Sequence[str], stdin: BinaryIO | None, base: Path, markings: PlaceMarkings
) -> Iterator[_ReadItem | Skipped]:
    seen: dict[str, str] = {}
    reported: set[Skipped] = set()
    own = OwnOutput()
    for source in dict.fromkeys(sources):
        for found in [None] if source == STDIN else files.find(source, base, own):
            if found is None:
                yield from _from_stdin(stdin)
            elif isinstance(found, SourceFile) and found.real not in seen:
                seen[found.real] = found.ref
                marking = markings.of(found.ref, found.real, os.path.relpath(found.real, os.path.realpath(base)))
                yield from (replace(item, marking=marking) for item in _from_file(found))
            elif (skipped := _again(found, seen)) and skipped not in reported:
                reported.add(skipped)
                yield replace(skipped, marking=markings.of(skipped.ref, *filter(None, [skipped.duplicate_of])))


def _again(found: SourceFile | Skipped, seen: dict[str, str]) -> Skipped | None:
    """What to report of a Skipped (itself), or of a file that was read before.

    A file gives a Skipped under another name than before; under the same name it gives None.
    """
    if isinstance(found, Skipped):
        return found
    first = seen[found.real]
    return None if first == found.ref else Skipped(found.ref, f"the same file as {first}", duplicate_of=first)


def _from_file(found: SourceFile) -> Iterator[_ReadItem]:
    try:
        reader = _READERS.get(found.path.suffix.lower())
        if reader:
            yield from _from_drafts(found.ref, reader(_content(found.path)), found.path.name)
            return
        with found.path.open("rb") as stream:
            yield from _from_lines(found.ref, jsonl.lines(stream))
    except Unreadable as problem:
        yield _ReadItem(found.ref, problem)
    except OSError as error:
        yield _ReadItem(found.ref, explain_os_error(error))


def _from_drafts(place: str, drafts: Sequence[Draft], name: str | None = None) -> Iterator[_ReadItem]:
    """The article of a file; of several each has its number in its place ("page.html:2"), and no date by the name."""
    if len(drafts) == 1:
        yield _ReadItem(place, drafts[0], name)
    else:
        yield from (_ReadItem(f"{place}:{number}", draft) for number, draft in enumerate(drafts, start=1))


def _from_lines(place: str, lines: Iterable[bytes]) -> Iterator[_ReadItem]:
    for number, outcome in jsonl.read(lines):
        yield _ReadItem(f"{place}:{number}", outcome)


def _from_stdin(stdin: BinaryIO | None) -> Iterator[_ReadItem]:
    """The articles on standard input: JSON Lines if its first line begins an object, else one page or one text."""
    stream = stdin if stdin is not None else getattr(sys.stdin, "buffer", io.BytesIO())
    try:
        lines = jsonl.lines(stream)
        head = _head(lines)
        if head and _JSON_OBJECT.match(head[-1].removeprefix(BOM_UTF8)):
            yield from _from_lines(_STDIN, chain(head, lines))
        else:
            data = _limited(b"".join(head) + stream.read(MAX_FILE_BYTES + 1))
            is_page = _PAGE.match(data.removeprefix(BOM_UTF8))
            yield from _from_drafts(_STDIN, (_read_page if is_page else _one(plain_text.read))(data))
    except Unreadable as problem:
        yield _ReadItem(_STDIN, problem)
    except OSError as error:
        yield _ReadItem(_STDIN, explain_os_error(error))


def _head(lines: Iterator[bytes]) -> list[bytes]:
    """The lines up to the first that is not blank, or to ``MAX_FILE_BYTES`` of blank ones."""
    head: list[bytes] = []
    size = 0
    for line in lines:
        head.append(line)
        size += len(line)
        if line.strip() or size > MAX_FILE_BYTES:
            break
    return head


def _content(path: Path) -> bytes:
    _refuse_large(path.stat().st_size)
    with path.open("rb") as stream:
        return _limited(stream.read(MAX_FILE_BYTES + 1))


def _limited(data: bytes) -> bytes:
    _refuse_large(len(data))
    return data


def _refuse_large(size: int) -> None:
    if size > MAX_FILE_BYTES:
        raise Unreadable(f"larger than {MAX_FILE_BYTES:,} bytes", "split it into several articles")
