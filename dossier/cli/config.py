"""``dossier config``: the settings that hold, and where each comes from."""

import calendar
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click
from click.core import ParameterSource

from dossier.cli.parts import options, settings, tables, terminal
from dossier.cli.parts.build_options import BuildOptions, building
from dossier.model import Marking, StorePlace, When
from dossier.project import FetchSettings, NoticeSettings, Project, Schedule

if TYPE_CHECKING:
    from dossier.codec import ConfigForm, ConfigSettingForm, Setting, SettingSource

NOT_SET = "-"
"""What the table shows for a setting without a value."""


@click.command(short_help="Show every setting, and where it comes from.")
@building
@options.as_json("dossier/config/1")
@terminal.explained
def config(building: BuildOptions, as_json: bool) -> None:
    """Show every setting of 'dossier build', its value, and where it comes from.

    An option wins over the environment (DOSSIER_TOP), which wins over the project's file, which wins over the default.
    The options are those of 'dossier build', so that you see what they would change.

    \b
    Examples:
      dossier config
      dossier config --project ~/cases/orlov --json
      DOSSIER_TOP=5 dossier config --format json
    """
    from dossier.codec import encode_config

    form = _config()
    if as_json:
        sys.stdout.buffer.write(encode_config(form))
        return
    click.echo(terminal.printable(f"project  {form.project or 'none here or above (dossier init starts one)'}\n"))
    tables.show(
        ((one.key, _words(one.value), f"{one.source} {one.where or ''}".rstrip()) for one in form.settings), folded=2
    )


def _config() -> "ConfigForm":
    """The settings of the running command, in the order of its help, those of the file alone last."""
    from dossier.codec import ConfigForm

    project = settings.current_project()
    return ConfigForm(project=str(project.file) if project else None, settings=[*_of_options(), *_of_tables(project)])


def _of_tables(project: Project | None) -> "Iterator[ConfigSettingForm]":
    """The settings that stand in the project's file alone."""
    from dossier.codec import ConfigSettingForm, SettingSource

    values = {
        "outlets": [f"{outlet.name}: {outlet.reliability}" for outlet in project.outlets] if project else [],
        "markings": [f"{name}: {word}" for name, word in project.markings.items()] if project else [],
        "notices": _notices(project.notices) if project and project.notices else [],
        "export": [f"formats: {name}" for name in project.export.formats] if project else [],
        "fetch": _fetch(project.fetch) if project and project.fetch else [],
        "schedule": _schedule(project.schedule) if project and "schedule" in project.stated else [],
    }
    for key, value in values.items():
        is_stated = project is not None and key in project.stated
        source = SettingSource.FILE if is_stated else SettingSource.DEFAULT
        yield ConfigSettingForm(
            key=key, value=value, source=source, where=str(project.file) if project and is_stated else None
        )


def _schedule(schedule: Schedule) -> list[str]:
    """The schedule, a line a key."""
    return [
        f"at: {' '.join(f'{at:%H:%M}' for at in schedule.at)}",
        f"days: {' '.join(calendar.day_abbr[day].lower() for day in sorted(schedule.days))}",
        f"time_zone: {schedule.time_zone or 'of the machine'}",
        f"random_delay: {schedule.random_delay}",
        f"grace: {schedule.grace}",
    ]


def _fetch(wanted: FetchSettings) -> list[str]:
    """What is fetched, an address a line, then how."""
    named = {"feed": wanted.feeds, "page": wanted.pages, "host": wanted.hosts}
    how = [f"folder: {wanted.folder}", f"pause: {wanted.pause}", f"before_build: {str(wanted.before_build).lower()}"]
    return [*(f"{kind}: {address}" for kind, addresses in named.items() for address in addresses), *how]


def _notices(notices: NoticeSettings) -> list[str]:
    """Whom builds tell, and of what; addresses without their secrets."""
    from dossier.notices.address import masked

    heartbeat = [f"heartbeat: {masked(notices.heartbeat)}"] if notices.heartbeat else []
    on = f"on: {' '.join(sorted(notices.on))}"
    return [*(f"to: {masked(address)}" for address in notices.to), on, *heartbeat, f"detail: {notices.detail}"]


def _of_options() -> "Iterator[ConfigSettingForm]":
    """The settings that are options of the running command."""
    from dossier.codec import ConfigSettingForm

    context = click.get_current_context()
    for param in context.command.params:
        key = settings.key_of(param)
        if key and param.name:
            source, where = _origin(param, key)
            yield ConfigSettingForm(key=key, value=_value(key, context.params[param.name]), source=source, where=where)


def _origin(param: click.Parameter, key: str) -> "tuple[SettingSource, str | None]":
    """Where the value of a setting comes from, and the name of that place."""
    from dossier.codec import SettingSource

    project = settings.current_project()
    match settings.source_of(param.name or ""):
        case ParameterSource.COMMANDLINE:
            return SettingSource.OPTION, param.opts[-1] if isinstance(param, click.Option) else "SOURCES"
        case ParameterSource.ENVIRONMENT:
            return SettingSource.ENVIRONMENT, settings.variable(key)
        case ParameterSource.DEFAULT_MAP if project and key in project.stated:
            return SettingSource.FILE, str(project.file)
        case _:
            return SettingSource.DEFAULT, None


def _value(key: str, value: object) -> "Setting":
    """The value as JSON has it; of the store, where it lies though nothing is set."""
    if key == "store":
        return str(options.store_path(value if isinstance(value, StorePlace) else None))
    if isinstance(value, tuple | frozenset):
        return [str(item) for item in (value if isinstance(value, tuple) else sorted(value))]
    if isinstance(value, When):
        return value.edtf
    if isinstance(value, Marking):
        return value.word
    return value if isinstance(value, int) or value is None else str(value)


def _words(value: "Setting") -> str:
    """The value in a table."""
    return (", ".join(value) if isinstance(value, list) else str(value or "")) or NOT_SET
