"""``dossier entities``: who is in the articles."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dossier.cli.parts import options, tables, terminal
from dossier.cli.parts.opened_case import opened_case
from dossier.model import StorePlace

if TYPE_CHECKING:
    from dossier.codec import ListedEntityForm

HEADER = ("ARTICLES", "MENTIONS", "ENTRIES", "KIND", "NAME", "ALSO")


@click.command(short_help="List the people, organisations and places.")
@options.sources(required=False)
@options.reading
@options.judgements
@options.store
@options.as_json("dossier/entities/1")
@terminal.explained
def entities(
    sources: tuple[str, ...],
    reading: options.ReadingOptions,
    judgements: tuple[Path, ...],
    store: StorePlace | None,
    as_json: bool,
) -> None:
    """List who is in the articles: name, kind, articles, mentions, entries of the timeline and other names.

    Without SOURCES, list who is in the articles of the last build or listing in the store.

    \b
    Examples:
      dossier entities articles/
      dossier entities --store case.db
      dossier entities --json > entities.json
    """
    from dossier.codec import encode_entity_list, listed_entities

    with opened_case(reading.intake(sources) if sources else None, judgements, store) as (case, report):
        contents = case.contents
    if as_json:
        sys.stdout.buffer.write(encode_entity_list(contents))
    else:
        tables.show([HEADER, *map(_row, listed_entities(contents))], numbers=3, folded=2)
    terminal.list_problems("Skipped", report.unread)
    terminal.list_problems("Not done", report.issues)
    terminal.list_problems("To note", report.notes)
    if report.is_partial:
        sys.exit(terminal.PARTIAL)


def _row(entity: "ListedEntityForm") -> tuple[str, ...]:
    """The fields of one row, in the order of ``HEADER``."""
    counts = (entity.articles, entity.mentions, entity.entries)
    return (*map(str, counts), entity.kind.value, entity.name, "; ".join(entity.aliases))
