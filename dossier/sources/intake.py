"""Read all sources as one stream of articles, with a Skipped for each thing that is none."""

import io
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain, count
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO

from dossier.model import Article, Marking, Skipped, When, strictest
from dossier.sources import files
from dossier.sources.allowance import Allowance
from dossier.sources.draft import DraftNote
from dossier.sources.files import STDIN, SourceFile
from dossier.sources.known_readings import NOTHING_KNOWN, KnownReadings, reading_key
from dossier.sources.opened import ReadItem, read_items
from dossier.sources.own_output import OwnOutput
from dossier.sources.place_markings import NO_MARKINGS, PlaceMarkings
from dossier.sources.reader import MAX_FILE_BYTES, InputFile
from dossier.sources.registry import Readers, installed_readers
from dossier.sources.standard_input import from_stdin
from dossier.sources.stated_marking import stated_marking
from dossier.sources.unreadable import Unreadable, explain_os_error


def read(
    sources: Sequence[str],
    *,
    published: When | None = None,
    language: str | None = None,
    stdin: BinaryIO | None = None,
    base: Path = Path(),
    markings: PlaceMarkings = NO_MARKINGS,
    columns: Mapping[str, str] = MappingProxyType({}),
    known: KnownReadings = NOTHING_KNOWN,
) -> Iterator[Article | Skipped]:
    """The articles that ``sources`` lead to, one at a time, and a Skipped for each thing that is none.

    A source is a file, a folder with everything below it, a pattern (``**`` is any number of folders), or ``-`` for
    standard input; it is relative to the folder ``base``, and so are the refs of what is read. Sources come in the
    order given, files in a folder or pattern by their path. A file that two sources lead to is read once; under
    another name it gives a Skipped. ``published`` and ``language`` hold for articles without a date or language in
    their front matter or JSONL line. Each article has the marking that it states or that ``markings`` give to its
    place, whichever is stricter. ``columns`` names the part of an article ("text") that a column of a table holds.
    Files that are ``known`` are not read again.

    No two articles have one ref: where an id comes again, the URL or the place is the ref of the later article.
    Raises SourceMissing, before anything is read, when a source leads to nothing.
    """
    files.check(sources, base)
    from_file = partial(_from_file, columns=columns, known=known, given=published, language=language)
    return _with_refs(_items(sources, stdin, base, markings, from_file), published, language)


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
    items: Iterable[ReadItem | Skipped], published: When | None, language: str | None
) -> Iterator[Article | Skipped]:
    taken: set[str] = set()
    told: set[DraftNote] = set()
    for item in items:
        if isinstance(item, Skipped):
            yield item
            continue
        result = _article(item, published, language, taken)
        yield result
        if isinstance(result, Article):
            taken.add(result.ref)
            for note in (note for note in item.draft.notes if note not in told):
                told |= {note} if note.is_once else set()
                yield Skipped(result.ref, note.reason, note.advice, is_note=True, marking=result.marking)


def _article(item: ReadItem, published: When | None, language: str | None, taken: set[str]) -> Article | Skipped:
    try:
        draft = item.draft
        marking = strictest(item.marking, stated_marking(draft.extra))
        others = (f"{item.place} ({number})" for number in count(2))
        ref = next(ref for ref in chain(draft.refs, [item.place], others) if ref not in taken)
        read_article = item.made(ref, published, language)
        return replace(read_article, marking=marking) if marking else read_article
    except Unreadable as problem:
        skipped = problem.skipped(item.place)
        return replace(skipped, marking=strictest(item.marking, skipped.marking))


def _items(
    sources: Sequence[str],
    stdin: BinaryIO | None,
    base: Path,
    markings: PlaceMarkings,
    from_file: Callable[[SourceFile, Readers], Iterator[ReadItem]],
) -> Iterator[ReadItem | Skipped]:
    readers = installed_readers()
    yield from readers.problems
    seen: dict[str, str] = {}
    reported: set[Skipped] = set()
    own = OwnOutput()
    for source in dict.fromkeys(sources):
        for found in [None] if source == STDIN else files.find(source, base, own):
            if found is None:
                yield from from_stdin(_standard_input() if stdin is None else stdin, readers)
            elif isinstance(found, SourceFile) and found.real not in seen:
                seen[found.real] = found.ref
                marking = markings.of(found.ref, found.real, os.path.relpath(found.real, os.path.realpath(base)))
                yield from (_marked(item, found, marking, markings) for item in from_file(found, readers))
            elif (skipped := _again(found, seen)) and skipped not in reported:
                reported.add(skipped)
                yield replace(skipped, marking=markings.of(skipped.ref, *filter(None, [skipped.duplicate_of])))


def _marked(item: ReadItem, found: SourceFile, marking: Marking | None, markings: PlaceMarkings) -> ReadItem:
    """The item with the marking of its file; a member of an archive may have a stricter one of its own."""
    is_member = "/" in item.place.removeprefix(found.ref)
    own = markings.of(item.place) if is_member else None
    return replace(item, marking=strictest(item.marking, marking, own))


def _standard_input() -> BinaryIO:
    """Standard input, or nothing where the process has none."""
    found: BinaryIO = getattr(sys.stdin, "buffer", io.BytesIO())
    return found


def _again(found: SourceFile | Skipped, seen: dict[str, str]) -> Skipped | None:
    """What to report of a Skipped (itself), or of a file that was read before.

    A file gives a Skipped under another name than before; under the same name it gives None.
    """
    if isinstance(found, Skipped):
        return found
    first = seen[found.real]
    return None if first == found.ref else Skipped(found.ref, f"the same file as {first}", duplicate_of=first)


def _with_articles(
    file: InputFile, place: str, readers: Readers, given: When | None, language: str | None
) -> Iterator[ReadItem]:
    for item in read_items(file, place, readers):
        yield item.with_article(given, language)


def _from_file(
    found: SourceFile,
    readers: Readers,
    columns: Mapping[str, str],
    known: KnownReadings,
    given: When | None,
    language: str | None,
) -> Iterator[ReadItem]:
    try:
        with found.path.open("rb") as stream:
            size = found.path.stat().st_size
            file = InputFile.of(found.path.name, stream, Allowance(size), columns)
            if size > MAX_FILE_BYTES:  # of many articles: as much work to keep as to read
                yield from read_items(file, found.ref, readers)
            else:
                key = reading_key(stream, found.path.name, columns, given, language)
                yield from known.recall(found.ref, key, _with_articles(file, found.ref, readers, given, language))
    except OSError as error:
        yield ReadItem(found.ref, explain_os_error(error))
