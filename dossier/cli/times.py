"""``dossier times``: what each temporal expression of a text means, and which rule says so."""

import io
import json
import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from dossier.cli.parts import options, terminal
from dossier.model import Annotations, Article, Method, Skipped, TimeMention, TimexType, When

HEADER = ("ID", "TEXT", "TYPE", "VALUE", "EDTF", "EARLIEST", "LATEST", "RULE", "ANCHOR")
PIPE_COLUMNS = 120
"""The width of the table when standard output is not a terminal. Set by hand."""
_MAX_FILE_NAME_BYTES = 255
"""A longer text is not tested for being a file. Names of files on Linux have at most 255 bytes (NAME_MAX)."""
_UNSPECIFIC_VALUES = ("PAST_REF", "PRESENT_REF", "FUTURE_REF")
"""TIMEX3 values that no publication date makes a calendar time: "recently", "now", "soon"."""


@click.command(short_help="Explain the times in a text.")
@click.argument("text")
@options.published
@options.language
@click.option("--json", "as_json", is_flag=True, help="Write a JSON array, with the fields of 'dossier annotate'.")
@options.model
@terminal.explained
def times(text: str, published: When | None, language: str | None, as_json: bool, model: str) -> None:
    """Explain each time found in TEXT, or in standard input where TEXT is '-'.

    \b
    One row a time:
      TEXT              its words
      TYPE, VALUE       what it means as TIMEX3 (TimeML)
      EDTF              its calendar time; '-' where none follows
      EARLIEST, LATEST  the first and last day that it can be
      RULE              the rule that read it
      ANCHOR            what it rests on: the publication date, or the time with that ID

    Without --published, a time such as "yesterday" has no calendar time: the machine's clock is not asked.

    The text is read as 'dossier annotate' reads it: all times in English; explicit dates in Arabic, French, German,
    Italian, Portuguese, Russian and Spanish. A text of fewer than 60 letters counts as English unless --language says
    otherwise.

    \b
    Examples:
      dossier times "He fled last Tuesday and was caught two days later." --published 2025-03-14
      dossier times "The fund collapsed in early 2010." --json
      dossier times "Le maire a démissionné le 14 mars 2019." --language fr
      dossier times - --published 2025-03-14 < article.txt
    """
    from dossier.annotate import nlp

    article = _article(text, published, language)
    (found,) = nlp.annotate([article], model)
    _say_language(article, found.language or "")
    if as_json:
        _show_json(article, found)
    else:
        _show_table(article, found)


def _say_language(article: Article, language: str) -> None:
    """Say which language the text was taken for, where that is not stated; and where none of its dates are read.

    Ends the program as done in part where they are not.
    """
    from dossier.annotate import languages

    primary, name = languages.primary_language(language or languages.ENGLISH), languages.language_name(language)
    if primary not in (languages.ENGLISH, *languages.WITH_DATES):
        terminal.fail(f"no dates are read in {name}", "give --language if the text is in another", terminal.PARTIAL)
    if primary != languages.ENGLISH and not article.language:
        terminal.say(f"Read as {name}; if it is in another language, give that with --language.")


def _article(text: str, published: When | None, language: str | None) -> Article:
    """The text, or standard input, as one article; ends the program when there is no text, or more than one article."""
    from dossier.sources import read

    if len(text.encode("utf-8", "surrogateescape")) <= _MAX_FILE_NAME_BYTES and Path(text).is_file():
        terminal.fail(f"{text} is the name of a file", f"dossier times - < {text}", terminal.USAGE)
    stdin = None if text == "-" else io.BytesIO(text.encode("utf-8", "surrogateescape"))
    found = read(["-"], published=published, language=language, stdin=stdin)
    first, *others = [item for item in found if not (isinstance(item, Skipped) and item.is_note)]
    if others:
        terminal.fail(f"{1 + len(others)} articles at once", "'dossier annotate' reads many")
    if isinstance(first, Skipped):
        terminal.fail(f"there is no text to read: {first.reason}", first.advice)
    return first


def _show_json(article: Article, found: Annotations) -> None:
    """Write the times as 'dossier annotate' writes them."""
    from dossier.codec import encode_annotations

    written = json.loads(encode_annotations(article, found))["times"]
    click.echo(json.dumps(written, indent=2, ensure_ascii=False))


def _show_table(article: Article, found: Annotations) -> None:
    """Write the table, and what publication date its times rest on."""
    if not found.times:
        terminal.say("No time found.")
        return
    columns = shutil.get_terminal_size((PIPE_COLUMNS, 0)).columns
    for line in _table_lines([_cells(time) for time in found.times], columns):
        click.echo(terminal.printable(line))
    published = article.published
    if published.when is None and any(_is_open(time) for time in found.times):
        terminal.say("A time that rests on the publication date stays open: give that date with --published.")
    elif published.when and published.method is not Method.GIVEN:
        terminal.say(f"Taken to be published {published.when.edtf} (by its {published.method}); else give --published.")


def _is_open(time: TimeMention) -> bool:
    """Whether it is a point in time that would get a calendar time from a publication date."""
    points = (TimexType.DATE, TimexType.TIME)
    return time.dating.when is None and time.type in points and time.value not in _UNSPECIFIC_VALUES


def _cells(time: TimeMention) -> tuple[str, ...]:
    """The fields of one row, in the order of ``HEADER``; "-" where a field has no value."""
    when, anchor = time.dating.when, time.dating.anchor
    known = (when.edtf, when.earliest, when.latest) if when else (None, None, None)
    words = " ".join(time.quote.exact.split())
    cells = (time.id, words, time.type.value, time.value, *known, time.rule, anchor)
    return tuple("-" if cell is None else str(cell) for cell in cells)


def _table_lines(rows: Sequence[tuple[str, ...]], columns: int) -> Iterable[str]:
    """A table with a header when it fits ``columns``; else for each row a block with one field a line."""
    widths = [max(map(len, column)) for column in zip(HEADER, *rows, strict=True)]
    if sum(widths) + 2 * (len(widths) - 1) <= columns:
        for row in (HEADER, *rows):
            yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        return
    label = max(map(len, HEADER))
    for number, row in enumerate(rows):
        if number:
            yield ""
        yield from (f"{name:<{label}}  {cell}" for name, cell in zip(HEADER, row, strict=True))
