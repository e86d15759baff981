"""``dossier schedule show``: what builds the project, when next, and how the last build went."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from dossier.cli.parts import settings, terminal
from dossier.cli.parts.terminal import plural
from dossier.cli.scheduled_project import current_plan, moment_line, schedule_words

if TYPE_CHECKING:
    from dossier.schedule import Plan

_OUTDATED = "not what dossier.toml says now: 'dossier schedule install' brings it up to date"


@click.command(short_help="Say what is installed, when it builds next, and how it went.")
@click.option("--form", type=click.Choice(["github", "kubernetes"]), help="Print the schedule as such a file instead.")
@settings.project
@terminal.explained
def show(form: str | None) -> None:
    """Say what builds the project by itself, when next, and how the last build went.

    With --form, print a workflow of GitHub Actions, or a CronJob of Kubernetes, to be kept where it belongs.

    \b
    Examples:
      dossier schedule show
      dossier schedule show --form github > .github/workflows/dossier.yml
      dossier schedule show --form kubernetes | kubectl apply -f -
    """
    from dossier.schedule.cron_job import cron_jobs
    from dossier.schedule.workflow import workflow

    plan, now = current_plan(), datetime.now(UTC)
    if form:
        click.echo(workflow(plan) if form == "github" else cron_jobs(plan, now), nl=False)
        return
    click.echo(f"Schedule   {schedule_words(plan)}")
    for line in _installed(plan, now) or ["nothing: see 'dossier schedule install', 'dossier schedule run'"]:
        click.echo(f"Installed  {terminal.printable(line)}")
    click.echo(f"Next       {moment_line(plan, next(plan.after(now)))}")
    click.echo(f"Last       {terminal.printable(_last(plan))}")


def _installed(plan: "Plan", now: datetime) -> list[str]:
    """What is installed for the project, in words."""
    return [*_units(plan, now), *_line(plan, now)]


def _units(plan: "Plan", now: datetime) -> Iterator[str]:
    from dossier.schedule import systemd

    for is_system in (False, True):
        units = systemd.UnitFolder(is_system=is_system)
        if units.is_installed(plan):
            age = "" if units.is_current(plan, now) else f"; {_OUTDATED}"
            state = "" if units.is_active(plan) else "; systemd does not run it: 'dossier schedule install' starts it"
            yield f"{units.files(plan)[1]}{age}{state}"


def _line(plan: "Plan", now: datetime) -> Iterator[str]:
    from dossier.schedule import crontab

    found = crontab.found_entry(crontab.read(), plan) if crontab.is_there() else None
    if found is not None:
        yield "a line of the crontab" + ("" if found == crontab.entry(plan, now) else f"; {_OUTDATED}")


def _last(plan: "Plan") -> str:
    """How the last build by schedule went, as its report says."""
    from dossier.codec import decode_run_report

    try:
        report = decode_run_report(plan.report.read_bytes())
        ended = datetime.fromtimestamp(plan.report.stat().st_mtime, plan.zone)
    except FileNotFoundError:
        return "none yet"
    except (OSError, ValueError):
        return f"{plan.report} cannot be read"
    said = report.error or f"{plural(report.new, 'new article')}, {plural(report.dossiers, 'dossier')}"
    return f"{ended:%a %Y-%m-%d %H:%M %Z}  {report.outcome.value}, exit code {report.exit_code}: {said}"
