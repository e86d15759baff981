"""``dossier search``: where words stand, in the articles, the names and the lines of a case."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dossier.cli.parts import options, settings, terminal
from dossier.cli.parts.terminal import plural
from dossier.model import Kind, StorePlace

if TYPE_CHECKING:
    from dossier.codec import FoundWordsForm, SearchForm
    from dossier.pipeline.opened.search_case import FoundArticle, FoundLine, FoundName, SearchResults
    from dossier.pipeline.opened.search_snippets import MarkedWords

_PLACES = ("names", "lines", "articles")
_MAX_OWNERS = 3
"""How many actors of a line are named. Set by hand."""


@click.command(short_help="Find words in the articles, names and lines.")
@click.argument("words", nargs=-1, required=True)
@click.option(
    "--in", "within", type=click.Choice(_PLACES), multiple=True, help="Where to look; may be repeated. [default: all]"
)
@click.option("--limit", type=click.IntRange(min=1), default=10, show_default=True, help="How many of each are shown.")
@options.judgements
@options.store
@options.as_json("dossier/search/1")
@terminal.explained
def search(
    words: tuple[str, ...],
    within: tuple[str, ...],
    limit: int,
    judgements: tuple[Path, ...],
    store: StorePlace | None,
    as_json: bool,
) -> None:
    """Find WORDS in the articles, the names and the lines of the last build, the best first.

    All words have to be there; accents and capitals do not matter. Words in double quotes stand one behind the other,
    and a star leaves the end of a word open. Where nothing fits, words that begin so are shown.

    \b
    Examples:
      dossier search Haddoun arrest*
      dossier search '"Cape Arnaut" blast' --in articles
      dossier search zurich --in names --json
    """
    from dossier.codec import encode_search
    from dossier.pipeline.opened.open_case import open_case
    from dossier.pipeline.opened.search_case import CaseSearch, Searched
    from dossier.store import Store

    query = " ".join(words)
    if not any(map(str.isalnum, query)):
        raise click.UsageError("There is no word to look for.")
    stated, broken = options.stated_judgements(judgements)
    path = options.known_store_path(store)
    with Store(path) as opened:
        run = opened.last_run()
        if run is None or not run.articles:
            terminal.fail(f"there is no article in {path}", "run 'dossier build' first, or name its --store")
        case = open_case(opened, run, stated, settings.outlets())
        places = tuple(Searched(place) for place in within or _PLACES)
        found = CaseSearch(case, opened).find(query, places, limit)
    terminal.list_problems("Not done", broken)
    if as_json:
        sys.stdout.buffer.write(encode_search(_form(found)))
        return
    for line in _lines(found):
        click.echo(terminal.printable(line))
    if not found.count:
        terminal.fail("nothing has all these words", "give fewer, or the beginning of one with a star: arrest*")


def _lines(found: "SearchResults") -> Iterator[str]:
    parts = (
        ("Names", map(_name_line, found.names)),
        ("Lines", map(_line_line, found.lines)),
        ("Articles", map(_article_line, found.articles)),
    )
    for title, lines in parts:
        listed = list(lines)
        yield from (title, *listed, "") if listed else ()


def _name_line(found: "FoundName") -> str:
    actor = found.actor
    also = "" if found.name.words == actor.name else f", also {found.name.words}"
    return f"  {actor.name} ({actor.kind}{also}): {plural(actor.mentions, 'mention')}"


def _line_line(found: "FoundLine") -> str:
    owners = ", ".join(actor.name for actor in found.actors[:_MAX_OWNERS])
    more = f" and {len(found.actors) - _MAX_OWNERS} more" if len(found.actors) > _MAX_OWNERS else ""
    return f"  {found.date or 'no date'}  {found.line.words}" + (f"  ({owners}{more})" if owners else "")


def _article_line(found: "FoundArticle") -> str:
    span, ref = found.snippet.span, found.citation.ref
    return f"  {ref}:{span.start}-{span.end}  … {' '.join(found.snippet.words.split())} …"


def _form(found: "SearchResults") -> "SearchForm":
    from dossier.codec import FoundArticleForm, FoundLineForm, FoundNameForm, SearchForm

    return SearchForm(
        names=[
            FoundNameForm(
                id=one.actor.id,
                name=one.actor.name,
                kind=Kind(one.actor.kind),
                mentions=one.actor.mentions,
                found=_words(one.name),
            )
            for one in found.names
        ],
        lines=[
            FoundLineForm(
                event=one.event,
                date=one.date or None,
                found=_words(one.line),
                actors=[actor.id for actor in one.actors],
            )
            for one in found.lines
        ],
        articles=[
            FoundArticleForm(
                id=one.citation.id,
                ref=one.citation.ref,
                published=one.citation.published.when.edtf if one.citation.published.when else None,
                title=_words(one.title),
                found=_words(one.snippet),
            )
            for one in found.articles
        ],
    )


def _words(found: "MarkedWords") -> "FoundWordsForm":
    from dossier.codec import FoundWordsForm, WordsPlaceForm

    marks = [WordsPlaceForm(start=mark.start, end=mark.end) for mark in found.marks]
    return FoundWordsForm(words=found.words, start=found.span.start, end=found.span.end, marks=marks)
