"""Options of commands that save or withdraw judgements (--by, --on, --why), and the run that judgements are about."""

import getpass
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

import click
from click.core import ParameterSource

from dossier.cli.parts import options, settings, terminal
from dossier.cli.parts.gathered_options import Command, gathered
from dossier.cli.parts.published_folder import published_folder
from dossier.model import StorePlace

if TYPE_CHECKING:
    from dossier.pipeline.deciding.numbered_entries import NumberedEntries
    from dossier.store import Run, Store


@dataclass(frozen=True, slots=True)
class Signature:
    """Who decides, on which day, and why."""

    by: str
    on: date
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SigningOptions:
    """The values of --by, --on, --why and --store, which ``signed`` adds to a command."""

    by: str | None
    on: date | None
    why: str
    store: StorePlace | None

    def signature(self) -> Signature:
        """The signature that the options give; see ``signature``."""
        return signature(self.by, self.on, self.why)


class DayParam(click.ParamType[date]):
    """An option that is a calendar day."""

    name = "day"

    def convert(self, value: str | date, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day; fails with an example of how to write one."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is no day. Write 2026-03-14.", param, ctx)


by = click.option("--by", type=options.NameParam(), metavar="NAME", help="Who decides. Default: your login name.")
on = click.option("--on", type=DayParam(), metavar="DAY", help="When it is decided. Default: today.")
why = click.option("--why", default="", metavar="TEXT", help="Why; it is saved with the judgement.")


def signed(command: Command) -> Command:
    """Add --by, --on, --why and --store; the command gets their values as ``signing``."""
    return gathered(command, "signing", SigningOptions, (by, on, why, options.store))


def signature(name: str | None, day: date | None, reason: str = "") -> Signature:
    """The signature: the login name where ``name`` is None, and today where ``day`` is None.

    The machine's clock may be asked here: the day of a decision is no date of the news.
    """
    return Signature(name or _login(), day or datetime.now().astimezone().date(), reason)


def last_run(store: "Store") -> "Run":
    """The last run in the store, which judgements are about; ends the program when there is none."""
    run = store.last_run()
    if run is None or not run.articles:
        terminal.fail(f"there is no article in {store.name}", "run 'dossier build' first, or name its --store")
    return run


def entries(store: "Store") -> "NumberedEntries":
    """The entries that NAME#12 names: those of the project's last build, else those of the store's case."""
    from dossier.pipeline.deciding.numbered_entries import NumberedEntries

    project = settings.current_project()
    return NumberedEntries(store, published_folder(project.output) if project else None)


def tell_saved(count: int) -> None:
    """Say how many judgements were saved, and that the next build applies them."""
    if count:
        them = "it" if count == 1 else "them"
        terminal.say(f"{terminal.plural(count, 'judgement')} saved; the next 'dossier build' applies {them}.")
    else:
        terminal.say("Nothing new was saved.")


def store_of(given: StorePlace | None) -> StorePlace:
    """The path of the store: the command's own --store, else that of 'dossier review', else the setting.

    Raises SourceMissing when a given store does not exist.
    """
    outer = click.get_current_context().parent
    if outer and settings.source_of("store") is not ParameterSource.COMMANDLINE:
        is_outer = outer.get_parameter_source("store") is ParameterSource.COMMANDLINE
        given = outer.params["store"] if is_outer else given
    return options.known_store_path(given)


def _login() -> str:
    """The login name; ends the program when the system gives none."""
    try:
        name = getpass.getuser().strip()
    except (KeyError, OSError):
        name = ""
    return name or terminal.fail("there is no login name to sign with", "give your name with --by", terminal.USAGE)
