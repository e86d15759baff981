"""``dossier schedule install`` and ``remove``: let the machine build the project, or no longer."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from dossier.cli.parts import settings, terminal
from dossier.cli.scheduled_project import current_plan, moment_line, schedule_words

if TYPE_CHECKING:
    from dossier.schedule import Plan
    from dossier.schedule.systemd import UnitFolder


@click.command(short_help="Let systemd or cron build the project.")
@click.option("--system", "is_system", is_flag=True, help="Units of the system, not of the user. Takes root.")
@click.option("--crontab", "is_crontab", is_flag=True, help="A line of the crontab, also where systemd runs.")
@click.option("--print", "is_printed", is_flag=True, help="Print what would be installed, and change nothing.")
@settings.project
@terminal.explained
def install(is_system: bool, is_crontab: bool, is_printed: bool) -> None:
    """Let this machine build the project by its schedule: by a timer of systemd, or else by a line of the crontab.

    A second time, it brings what is installed up to date with dossier.toml. Other projects and other lines stay.

    \b
    Examples:
      dossier schedule install
      dossier schedule install --print
      dossier schedule install --crontab --project ~/cases/orlov
      sudo dossier schedule install --system --project /srv/orlov
    """
    from dossier.schedule import crontab, systemd

    if is_system and is_crontab:
        raise click.UsageError("--system and --crontab exclude each other.")
    plan, now = current_plan(), datetime.now(UTC)
    units = systemd.UnitFolder(is_system=is_system)
    by_systemd = is_system or (not is_crontab and systemd.is_running())
    if is_printed:
        texts = zip(units.files(plan), units.texts(plan, now), strict=True)
        both = "\n".join(f"# {file}\n{text}" for file, text in texts)
        click.echo(both if by_systemd else crontab.entry(plan, now), nl=False)
        return
    if by_systemd:
        _install_units(plan, units, now)
    else:
        _install_line(plan, now)
    terminal.say(f"Installed for {schedule_words(plan)}.")
    if plan.schedule.time_zone is None:
        terminal.say(f"{plan.zone.key} is the time zone of this machine: 'time_zone' in dossier.toml names another.")
    terminal.say(f"Next: {moment_line(plan, next(plan.after(now)))}")


def _install_units(plan: "Plan", units: "UnitFolder", now: datetime) -> None:
    """Install the units, and say what is to be known of them."""
    from dossier.schedule import systemd

    units.install(plan, now)
    for file in units.files(plan):
        click.echo(str(file))
    if not units.is_system and not systemd.lingers():
        terminal.say("The timer stops when you log out: 'loginctl enable-linger' lets it go on.")


def _install_line(plan: "Plan", now: datetime) -> None:
    """Install the line, from now on."""
    from dossier.schedule import crontab
    from dossier.schedule.last_run import LastRun

    before = crontab.read()
    after = crontab.with_entry(before, plan, now)
    LastRun(plan.folder).begin(now)
    if after != before:
        crontab.write(after)
    click.echo(crontab.entry(plan, now), nl=False)


@click.command(short_help="Take away what 'install' installed.")
@settings.project
@terminal.explained
def remove() -> None:
    """Take away what 'dossier schedule install' installed for this project, wherever that is. The rest stays.

    \b
    Examples:
      dossier schedule remove
      dossier schedule remove --project ~/cases/orlov
    """
    from dossier.schedule import crontab, systemd
    from dossier.schedule.last_run import LastRun

    plan, gone = current_plan(), []
    for is_system in (False, True):
        gone += [str(file) for file in systemd.UnitFolder(is_system=is_system).remove(plan)]
    if crontab.is_there():
        before = crontab.read()
        after = crontab.without_entry(before, plan)
        if after != before:
            crontab.write(after)
            gone.append("the line of the crontab")
    LastRun(plan.folder).forget()
    for what in gone:
        click.echo(f"Removed {terminal.printable(what)}")
    if not gone:
        terminal.say("Nothing was installed.")
