"""``dossier timeline``: the events of one actor, or of the whole case, in the terminal."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dossier.cli.parts import options, tables, terminal
from dossier.cli.parts.opened_case import opened_case
from dossier.model import WHOLE_CASE, Actor, Event, Factuality, Realis, StorePlace, Timeline, Watched

if TYPE_CHECKING:
    from dossier.pipeline.report import BuildReport

_MAX_ALIASES = 3
"""How many other names are told of an actor that shares its name. Set by hand."""


@click.command(short_help="Show the timeline of one actor, or of the case.")
@click.argument("name", required=False)
@options.judgements
@options.store
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="What to write.",
)
@click.option("--json", "format_", flag_value="json", help="The same as --format json.")
@click.option("--most", type=click.IntRange(min=1), metavar="N", help="Only the N most important events.")
@terminal.explained
def timeline(
    name: str | None, judgements: tuple[Path, ...], store: StorePlace | None, format_: str, most: int | None
) -> None:
    """Show the timeline of NAME (a name or an alias) from the last build or listing in the store.

    Without NAME, show that of the whole case: its most important events, whoever they are about. If several have the
    name, you are asked which on a terminal; into a pipe go the timelines of all, and a note says so.

    \b
    Examples:
      dossier timeline "Abu Khadija"
      dossier timeline ISIS --json > isis.json
      dossier timeline ISIS --most 10
      dossier timeline                        # the whole case
    """
    from dossier.codec import encode_timeline

    with opened_case(None, judgements, store) as (case, report):
        keys = _keys(name, case.actors, report)
        unread = case.contents.unread_languages
        terminal.list_problems("Not done", [issue for issue in report.issues if issue not in unread])
        terminal.list_problems("To note", report.notes)
        for key in keys:
            shown = _shortened(case.timeline(key), most)
            if format_ == "json":
                sys.stdout.buffer.write(encode_timeline(shown, case.generator))
            else:
                _show(shown)


def _keys(name: str | None, actors: Sequence[Actor], report: "BuildReport") -> list[str]:
    """The ids of the actors with the name; that of the whole case without one. The report gets what is to be noted."""
    from dossier.pipeline.planning.requested_dossiers import report_match
    from dossier.pipeline.references.name_matching import match_names

    if name is None:
        return [WHOLE_CASE]
    match = match_names([Watched(name)], actors)[0]
    if not match.actors:
        what = f"{name}: {match.why_nobody}" if match.rejected else f"no actor has the name {name!r}"
        terminal.fail(what, match.way_out)
    if len(match.actors) > 1 and sys.stdin.isatty() and sys.stdout.isatty():
        return _asked(match.query, match.actors)
    report_match(match, report, "is shown")
    return [actor.id for actor in match.actors]


def _asked(name: str, actors: Sequence[Actor]) -> list[str]:
    """The id of the actor that the user chooses, or of all."""
    click.echo(terminal.printable(f"{len(actors)} are called {name}:"))
    rows = [(f"{number}.", one.name, one.kind.value, _told_of(one)) for number, one in enumerate(actors, start=1)]
    tables.show(rows)
    numbers = click.IntRange(0, len(actors))
    chosen = int(click.prompt("Which? (0: all)", type=numbers, default=0))
    return [actor.id for number, actor in enumerate(actors, start=1) if chosen in (0, number)]


def _told_of(actor: Actor) -> str:
    """What tells an actor from others of the name: other names, and how many articles speak of it."""
    also = "; ".join(alias.text for alias in actor.aliases[:_MAX_ALIASES])
    return f"{terminal.plural(len(actor.articles), 'article')}{f', also {also}' if also else ''}"


def _shortened(whole: Timeline, most: int | None) -> Timeline:
    if most is None:
        return whole
    from dossier.timeline import shortened

    return shortened(whole, most)


def _show(shown: Timeline) -> None:
    """Write whose it is, then the events in line, undated, expected and possible, and the notes, one a line."""
    click.echo(terminal.printable(f"{shown.actor.name} ({shown.actor.kind})" if shown.actor else "The whole case"))
    placed = [event for _, event in shown.events]
    parts = (("", placed), ("Undated", shown.undated), ("Expected", shown.expected), ("Possible", shown.possible))
    for title, events in parts:
        if title and events:
            click.echo(f"\n{title}")
        for event in events:
            click.echo(terminal.printable(_line(event, shown)))
    if shown.notes:
        click.echo("\nNotes of the analyst")
    for note in shown.notes:
        click.echo(terminal.printable(f"{' '.join(note.text.split())}  ({note.by})"))


def _line(event: Event, shown: Timeline) -> str:
    """The event's date, trigger, factuality and line, where its first evidence is, and what the analyst corrected."""
    from dossier.render.wording.analyst_wording import corrected_fields
    from dossier.render.wording.event_dates import short_date

    evidence = event.evidence[0]
    span = evidence.quote.span
    where = f"{shown.articles[evidence.article].ref}:{span.start}-{span.end}"
    judged = ", ".join(corrected_fields([event]))
    what = f"{evidence.trigger.exact}{_factuality(event.factuality)}: {event.line}"
    return f"{short_date(event):<22}  {what}  ({where}{f'; analyst: {judged}' if judged else ''})"


def _factuality(value: Factuality) -> str:
    """In brackets the certainty, the polarity, and a realis other than "actual"; nothing for a fact."""
    scales = [value.certainty, value.polarity, *([] if value.realis is Realis.ACTUAL else [value.realis])]
    return "" if value.is_fact else f" [{', '.join(scales)}]"
