"""Options of commands that make judgements: by whom, on which day, why; and the run that they are about."""

import getpass
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dossier.cli import options, terminal

if TYPE_CHECKING:
    from dossier.store import Run, Store

Command = Callable[..., Any]


@dataclass(frozen=True, slots=True)
class Signature:
    """By whom, on which day and why something is decided."""

    by: str
    on: date
    why: str


class Day(click.ParamType[date]):
    """A calendar day."""

    name = "day"

    def convert(self, value: str | date, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day; fails with how to write one."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is no day. Write 2026-03-14.", param, ctx)


by = click.option("--by", type=options.Name(), metavar="NAME", help="Who decides. Default: your login name.")
on = click.option("--on", type=Day(), metavar="DAY", help="When it is decided. Default: today.")
why = click.option("--why", default="", metavar="TEXT", help="Why; it is kept with the judgement.")


def signed(command: Command) -> Command:
    """The options --by, --on, --why and --store."""
    return by(on(why(options.store(command))))


def signature(given: str | None, day: date | None, reason: str = "") -> Signature:
    """The signature; the day that a decision is made on may come from the clock, as it is no news time."""
    return Signature(given or _login(), day or datetime.now().astimezone().date(), reason)


def last_run(store: "Store") -> "Run":
    """The run that judgements are about; ends the program where there is none."""
    run = store.last_run()
    if run is None or not run.articles:
        terminal.fail(f"there is no article in {store.path}", "run 'dossier build' first, or name its --store")
    return run


def tell_kept(count: int) -> None:
    """Say what was kept, and when it takes effect."""
    if count:
        terminal.say(f"{terminal.plural(count, 'judgement')} kept; the next 'dossier build' takes it in.")
    else:
        terminal.say("Nothing new was kept.")


def store_of(given: Path | None) -> Path:
    """The store to use: the command's own --store, else the one given to 'dossier review'."""
    context = click.get_current_context()
    outer = context.parent.params.get("store") if context.parent else None
    return options.known_store_path(given or outer)


def _login() -> str:
    try:
        name = getpass.getuser().strip()
    except (KeyError, OSError):
        name = ""
    return name or terminal.fail("nobody signs it", "give your name with --by", terminal.USAGE)
