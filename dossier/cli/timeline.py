"""``dossier timeline``: one actor's events in the terminal."""

import sys
from pathlib import Path

import click

from dossier.cli import options, terminal
from dossier.cli.opened_case import opened_case
from dossier.model import Event, Factuality, Realis, Timeline, Watched


@click.command(short_help="Show one actor's timeline.")
@click.argument("name")
@options.judgements
@options.store
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="What to write.",
)
@click.option("--most", type=click.IntRange(min=1), metavar="N", help="Only the N most important events.")
@terminal.explained
def timeline(name: str, judgements: tuple[Path, ...], store: Path | None, form: str, most: int | None) -> None:
    """Show the timeline of NAME (a name or an alias) from the last build in the store.

    \b
    Examples:
      dossier timeline "Abu Khadija"
      dossier timeline ISIS --format json > isis.json
      dossier timeline ISIS --most 10
    """
    from dossier.codec import encode_timeline
    from dossier.pipeline.name_matching import match_names
    from dossier.timeline import shortened

    case, report = opened_case((), None, None, "", "", 1, judgements, store)
    terminal.list_problems("Not done", [issue for issue in report.issues if issue not in case.unread_languages])
    match = match_names([Watched(name)], case.actors)[0]
    if not match.actors:
        near = f"near names: {', '.join(match.near)}" if match.near else "'dossier entities' lists all names"
        terminal.fail(f"no actor has the name {name!r}", near)
    for actor in match.actors:
        found = shortened(case.timeline(actor), most) if most else case.timeline(actor)
        if form == "json":
            sys.stdout.buffer.write(encode_timeline(found, case.generator))
        else:
            _show(found)


def _show(found: Timeline) -> None:
    click.echo(terminal.printable(f"{found.actor.name} ({found.actor.kind})"))
    dated = [event for _, event in found.events]
    for title, events in (("", dated), ("Undated", found.undated), ("Expected", found.expected)):
        if title and events:
            click.echo(f"\n{title}")
        for event in events:
            _line(event.dating.when.edtf if event.dating.when else "", event, found)


def _doubt(value: Factuality) -> str:
    """Where an event is no fact, its scales in brackets; realis only where it is not told as having taken place."""
    scales = [value.certainty, value.polarity, *([] if value.realis is Realis.ACTUAL else [value.realis])]
    return "" if value.is_fact else f" [{', '.join(scales)}]"


def _line(date: str, event: Event, found: Timeline) -> None:
    evidence = event.evidence[0]
    doubt = _doubt(event.factuality)
    span = evidence.quote.span
    where = f"{found.articles[evidence.article].ref}:{span.start}-{span.end}"
    line = f"{date:<22}  {evidence.trigger.exact}{doubt}: {event.summary}  ({where})"
    click.echo(terminal.printable(line))
