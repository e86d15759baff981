"""``dossier entities``: who is in the articles."""

import sys
from pathlib import Path

import click

from dossier.cli import options, terminal
from dossier.cli.opened_case import opened_case
from dossier.model import EntryCounts


@click.command(short_help="List the people, organisations and places.")
@options.sources(required=False)
@options.reading
@options.judgements
@options.store
@terminal.explained
def entities(
    sources: tuple[str, ...],
    reading: options.ReadingOptions,
    judgements: tuple[Path, ...],
    store: Path | None,
) -> None:
    """List who is in the articles: name, kind, articles, mentions, entries of the timeline and other names.

    Without SOURCES, list who is in the articles of the last build or listing in the store.

    \b
    Examples:
      dossier entities articles/
      dossier entities --store case.db
    """
    with opened_case(reading.intake(sources) if sources else None, judgements, store) as (case, report):
        contents = case.contents
    rows: list[tuple[str, ...]] = [("ARTICLES", "MENTIONS", "ENTRIES", "KIND", "NAME", "ALSO")]
    for actor in contents.actors:
        also = "; ".join(alias.text for alias in actor.aliases)
        counts = (len(actor.articles), actor.mentions, contents.entry_counts.get(actor.id, EntryCounts()).all)
        rows.append((*map(str, counts), actor.kind.value, actor.name, also))
    for articles, mentions, events, kind, name, also in rows:
        line = f"{articles:>8}  {mentions:>8}  {events:>7}  {kind:<12}  {name:<32}  {also}"
        click.echo(terminal.printable(line.rstrip()))
    terminal.list_problems("Skipped", report.unread)
    terminal.list_problems("Not done", report.issues)
    terminal.list_problems("To note", report.notes)
    if report.is_partial:
        sys.exit(terminal.PARTIAL)
