"""Settings: what an option is when the command line does not give it.

The command line wins over the environment (``DOSSIER_TOP``), which wins over the project's file (``top``), which wins
over the default. An option is a setting when it has an environment variable of that form; click keeps the order.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click
from click.core import ParameterSource

from dossier.cli.parts import terminal
from dossier.errors import DossierError, ProjectUnusable
from dossier.model import Marking
from dossier.project import FILE_NAME, Project, find_project, read_project

_PREFIX = "DOSSIER_"
_META_KEY = "dossier.project"
"""Where click keeps the project for a command and its subcommands."""


def variable(key: str) -> str:
    """The environment variable of a setting, by its key in the project's file.

    >>> variable("as_of")
    'DOSSIER_AS_OF'
    """
    return _PREFIX + key.upper()


def key_of(param: click.Parameter) -> str | None:
    """The key of an option in the project's file; None for an option that is no setting."""
    named = param.envvar if isinstance(param.envvar, str) else ""
    key = named.removeprefix(_PREFIX).lower()
    return key if named.startswith(_PREFIX) and key in Project.__dataclass_fields__ else None


def current_project() -> Project | None:
    """The project of the command that runs; None where there is none."""
    found = click.get_current_context().meta.get(_META_KEY)
    return found if isinstance(found, Project) else None


def outlets() -> Mapping[str, str]:
    """The reliability of the project's outlets, by their names; empty without a project."""
    project = current_project()
    return {outlet.name: outlet.reliability for outlet in project.outlets} if project else {}


def markings() -> Mapping[str, Marking]:
    """The markings that the project gives to outlets, hosts and paths; empty without a project."""
    project = current_project()
    return {name: Marking.parse(word) for name, word in project.markings.items()} if project else {}


def exports() -> tuple[str, ...]:
    """The formats of other tools that the project's builds are written in; empty without a project."""
    project = current_project()
    return project.export.formats if project else ()


def source_of(name: str) -> ParameterSource | None:
    """Where the value of the running command's parameter ``name`` comes from."""
    return click.get_current_context().get_parameter_source(name)


def _load(context: click.Context, param: click.Parameter, given: Path | None) -> None:
    """Let the project's file give the defaults of the command; ends the program when the file is not understood."""
    if context.resilient_parsing:
        return
    try:
        file = _file(given)
        project = read_project(file) if file else context.meta.get(_META_KEY) or _project_here()
        if project:
            context.meta[_META_KEY] = project
            context.default_map = dict(_defaults(context, project))
    except DossierError as error:
        terminal.fail(str(error), error.advice, terminal.USAGE)


project = click.option(
    "--project",
    type=click.Path(exists=True, path_type=Path),
    envvar=variable("project"),
    is_eager=True,
    expose_value=False,
    callback=_load,
    metavar="DIR",
    help=f"The folder of a project. Default: the nearest folder, from here upwards, with a {FILE_NAME}.",
)


def _file(given: Path | None) -> Path | None:
    """The file of the project that was named, by its folder or itself. Raises ProjectUnusable when there is none."""
    if given is None or given.is_file():
        return given
    file = given / FILE_NAME
    if not file.is_file():
        raise ProjectUnusable(f"there is no {FILE_NAME} in {given}", f"'dossier init {given}' writes one")
    return file


def _project_here() -> Project | None:
    """The project that the working folder belongs to."""
    file = find_project(Path.cwd())
    return read_project(file) if file else None


def _defaults(context: click.Context, project: Project) -> Iterator[tuple[str, object]]:
    """The values of the project for the command's parameters, by name. Raises ProjectUnusable for a wrong one."""
    for param in context.command.params:
        key = key_of(param)
        value = getattr(project, key) if key else None
        if param.name and value not in {None, ()}:
            raw = _as_given(param, value)
            try:
                param.type_cast_value(context, raw)
            except click.BadParameter as error:
                raise ProjectUnusable(f"{project.file}: {key}: {error.message}") from None
            yield param.name, raw


def _as_given(param: click.Parameter, value: Any) -> Any:
    """The value as the command line would give it: a list for an option of one value is one text with commas."""
    if isinstance(value, tuple) and not param.multiple and param.nargs == 1:
        return ",".join(value)
    return list(value) if isinstance(value, tuple) else value
