"""``dossier schedule``: when the project is built by itself, and what sees to it."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import islice
from typing import TYPE_CHECKING

import click

from dossier.cli.parts import settings, terminal
from dossier.cli.parts.stopping import Stopped, stoppable
from dossier.cli.schedule_installing import install, remove
from dossier.cli.schedule_showing import show
from dossier.cli.scheduled_project import current_plan, moment_line
from dossier.errors import AlreadyRunning

if TYPE_CHECKING:
    from dossier.schedule import Plan

STOP_SECONDS = 6.0
"""How long the schedule may take to end: longer than a build that it ends. Set by hand."""
EXAMPLES = """\b
Examples:
  dossier schedule next                      when the project is built
  dossier schedule install                   a timer of systemd, or else a line of the crontab
  dossier schedule show                      what is installed, and how the last build went
  dossier schedule show --form kubernetes    the same for a cluster, to be kept elsewhere
  dossier schedule run                       stay in the foreground and build when it is time: for containers
  dossier schedule remove
"""


@click.group(epilog=EXAMPLES, short_help="Build the project by itself, by night.")
def schedule() -> None:
    """Build the project by itself, at the times that the table [schedule] of its dossier.toml says.

    Without that table: at 03:15 each night, by the machine's clock.
    """


for command in (install, show, remove):
    schedule.add_command(command)


@schedule.command("next", short_help="Say when the next builds are due.")
@click.option("--count", type=click.IntRange(1, 1000), default=5, show_default=True, metavar="N", help="How many.")
@settings.project
@terminal.explained
def next_(count: int) -> None:
    """List the next builds, by the clock of the project's time zone and by UTC.

    A time that the clock skips, when summer time begins, is built when the clock has skipped it. A time that it shows
    twice is built the first time.

    \b
    Examples:
      dossier schedule next
      dossier schedule next --count 14 --project ~/cases/orlov
    """
    plan = current_plan()
    for moment in islice(plan.after(datetime.now(UTC)), count):
        click.echo(moment_line(plan, moment))
    if plan.schedule.random_delay:
        minutes = terminal.plural(plan.schedule.random_delay, "minute")
        terminal.say(f"Each begins up to {minutes} later.")


@schedule.command(short_help="Stay in the foreground, and build when it is time.", epilog=terminal.EXIT_CODES)
@click.option("--if-due", is_flag=True, help="Build if a build is due and was not made, and end. For cron.")
@settings.project
@terminal.explained
def run(if_due: bool) -> None:
    """Stay in the foreground, and build the project whenever that is due: for containers.

    One build at a time, each as a process of its own. What was missed is made up once, for the hours of 'grace'. The
    file schedule.json in the project's folder keeps what was built. Ctrl-C and SIGTERM end it, and a build that goes on
    with it. With --if-due the exit code is that of the build, and 0 if none was due.

    \b
    Examples:
      dossier schedule run --project ~/cases/orlov
      dossier schedule run --if-due
    """
    plan = current_plan()
    if not if_due:
        with _sole(plan), stoppable(STOP_SECONDS):
            _stay(plan)
    try:
        with _sole(plan), stoppable(STOP_SECONDS):
            sys.exit(_build_if_due(plan))
    except AlreadyRunning:  # it makes the build that is due
        return


@contextmanager
def _sole(plan: "Plan") -> Iterator[None]:
    """Be the only process that builds this project by schedule. Raises AlreadyRunning."""
    from dossier.publish.lock import held

    with held(plan.folder / "schedule.lock", f"the schedule of {plan.folder}"):
        yield


def _stay(plan: "Plan") -> None:
    """Build whenever that is due, until a signal ends it."""
    from dossier.schedule.foreground import Foreground

    try:
        Foreground(plan, _say_with_time).run()
    except Stopped as stop:
        stop.kept = "What is due by then is built at the next start."
        raise


def _build_if_due(plan: "Plan") -> int:
    """The exit code of the build that was due; 0 where none was."""
    from dossier.schedule.scheduled_build import ScheduledBuild

    return ScheduledBuild(plan, lambda line: None).make() or 0


def _say_with_time(line: str) -> None:
    terminal.say(f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ} {line}")
