"""Every option that says what a build makes, for ``dossier build`` and ``dossier config``."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.core import ParameterSource

from dossier.cli.parts import options, settings, terminal
from dossier.cli.parts.gathered_options import Command, gathered
from dossier.cli.parts.options import ReadingOptions
from dossier.cli.parts.page_settings import paging
from dossier.model import DocumentStatus, Marking, Stamp, StorePlace, When
from dossier.pipeline.planning.formats import Format

if TYPE_CHECKING:
    from dossier.pipeline.destination import EditionRules
    from dossier.pipeline.intake.article_filter import ArticleFilter
    from dossier.render import PageOptions


class FormatsParam(click.ParamType[frozenset[str]]):
    """An option that is a list of formats, separated by commas: those of a dossier, and those of exports."""

    name = "formats"

    def convert(
        self, value: str | frozenset[str], param: click.Parameter | None, ctx: click.Context | None
    ) -> frozenset[str]:
        """The formats; fails when one of the words is not a format, or when there is no word."""
        if isinstance(value, frozenset):
            return value
        names = [name.strip().lower() for name in value.split(",") if name.strip()]
        others = [name for name in names if name not in set(Format)]
        exports = _export_names() if others else []
        unknown = [name for name in others if name not in exports]
        if unknown or not names:
            choice = ", ".join((*Format, *exports)) if exports else "html, pdf, json"
            self.fail(f"{', '.join(unknown) or 'nothing'} is no format. Choose from {choice}.", param, ctx)
        return frozenset(names)


def _export_names() -> list[str]:
    from dossier.export import exporters

    return [exporter.name for exporter in exporters()]


def _all_formats(_: click.Context, __: click.Parameter, given: tuple[frozenset[str], ...]) -> frozenset[str]:
    return frozenset().union(*given)


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildOptions:
    """The values of the options that ``building`` adds to a command."""

    sources: tuple[str, ...]
    since: When | None
    outlets: tuple[str, ...]
    affairs: tuple[str, ...]
    output: Path | None
    editions: int | None
    entities: tuple[str, ...]
    watchlist: Path | None
    top: int | None
    formats: frozenset[str]
    page: "PageOptions"
    as_of: When | None
    tlp: Marking | None
    status: str | None
    reading: ReadingOptions
    judgements: tuple[Path, ...]
    store: StorePlace | None

    @property
    def exports(self) -> tuple[str, ...]:
        """The formats of other tools: of ``formats``, and of the project's [export] unless --format was given.

        Raises ExporterUnusable where one of them cannot be used here.
        """
        from dossier.export import find_exporter

        is_given = settings.source_of("formats") in {ParameterSource.COMMANDLINE, ParameterSource.ENVIRONMENT}
        names = sorted((self.formats - set(Format)) | (frozenset() if is_given else set(settings.exports())))
        for name in names:
            find_exporter(name).load()
        return tuple(names)

    def require_sources(self) -> None:
        """End the program with what to do when there is nothing to build from."""
        if not self.sources:
            advice = "'dossier init' starts a project; without one, give SOURCES and -o DIR"
            terminal.fail("no sources are given, and no project is here or above", advice, terminal.USAGE)

    def require_output(self) -> Path:
        """The folder for the dossiers.

        Raises UsageError when there is none, and when the articles are not all of the project's but the folder is its
        own: its dossiers would be written over.
        """
        if self.output is None:
            raise click.UsageError("Missing option '-o' / '--output': the folder for the dossiers.")
        is_given = settings.source_of("sources") is ParameterSource.COMMANDLINE or self.wanted.is_set
        if is_given and settings.source_of("output") is ParameterSource.DEFAULT_MAP:
            raise click.UsageError(
                f"These are not the project's own sources, or not all of them, and {self.output} holds its dossiers: "
                "give another folder with -o, or leave out what chooses other articles."
            )
        return self.output

    @property
    def edition_rules(self) -> "EditionRules | None":
        """How editions are published; None for a build into a plain folder.

        What the project says of editions holds for its own folder, not for another one given with -o.
        """
        from dossier.pipeline.destination import EditionRules

        is_projects = settings.source_of("editions") is ParameterSource.DEFAULT_MAP
        is_elsewhere = settings.source_of("output") is ParameterSource.COMMANDLINE
        return None if self.editions is None or (is_projects and is_elsewhere) else EditionRules(self.editions)

    @property
    def wanted(self) -> "ArticleFilter":
        """Which articles are taken."""
        from dossier.pipeline.intake.article_filter import ArticleFilter

        return ArticleFilter(since=self.since, outlets=self.outlets, affairs=self.affairs)

    @property
    def stamp(self) -> Stamp:
        """What stands on each document of the build."""
        return Stamp(self.tlp, DocumentStatus(self.status) if self.status else None, self.wanted.words)

    @property
    def base(self) -> Path:
        """The folder from which the sources are named: the project's for those of its file, else the working folder."""
        project = settings.current_project()
        is_projects = settings.source_of("sources") is ParameterSource.DEFAULT_MAP
        return project.folder if project and is_projects else Path()


_OUTPUT = click.option(
    "-o",
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    envvar=settings.variable("output"),
    metavar="DIR",
    help="Folder for the dossiers; made if it is not there.",
)
_EDITIONS = click.option(
    "--editions",
    type=click.IntRange(min=1),
    envvar=settings.variable("editions"),
    metavar="N",
    help="Make a numbered edition in DIR, to which DIR/latest leads, and keep the N newest. Default: the dossiers "
    "stand in DIR itself.",
)
_ENTITY = click.option(
    "--entity",
    "entities",
    type=options.NameParam(),
    multiple=True,
    envvar=settings.variable("entities"),
    metavar="NAME",
    help="A name or alias to build a dossier for.",
)
_WATCHLIST = click.option(
    "--watchlist",
    type=click.Path(dir_okay=False, path_type=Path),
    envvar=settings.variable("watchlist"),
    metavar="FILE",
    help="Whom to build dossiers for: one name a line, or YAML, CSV or FollowTheMoney JSON with aliases, kinds and "
    "identifiers.",
)
_TOP = click.option(
    "--top",
    type=click.IntRange(min=1),
    envvar=settings.variable("top"),
    metavar="N",
    help="Build dossiers for the N most active. Default: 20 when no name is given, else none.",
)
_FORMAT = click.option(
    "--format",
    "formats",
    type=FormatsParam(),
    multiple=True,
    callback=_all_formats,
    default=["html,pdf,json"],
    show_default=True,
    envvar=settings.variable("formats"),
    help="What to write: formats, separated by commas; 'dossier export --list' has more of them. Can be given several "
    "times.",
)
_SINCE = click.option(
    "--since",
    type=options.EdtfParam(),
    metavar="DATE",
    help="Leave out articles that were published before this day. Those without a date stay.",
)
_OUTLET = click.option(
    "--outlet",
    "outlets",
    type=options.NameParam(),
    multiple=True,
    metavar="NAME",
    help="Take only articles of this outlet: its name, or the host of its addresses. Can be given several times.",
)
_AFFAIR = click.option(
    "--affair",
    "affairs",
    multiple=True,
    metavar="ARTICLE",
    help="Take only articles that tell of the same affair as this one: its path as it was read, or its id in "
    "case.json. Can be given several times.",
)
_AS_OF = click.option(
    "--as-of",
    type=options.EdtfParam(),
    envvar=settings.variable("as_of"),
    metavar="DATE",
    help="The day the dossiers speak for. Default: the newest publication date among the articles.",
)
_TLP = click.option(
    "--tlp",
    type=options.MarkingParam(),
    envvar=settings.variable("tlp"),
    metavar="MARKING",
    help="Mark every page by the Traffic Light Protocol 2.0: clear, green, amber, amber+strict or red. What is "
    "marked above it is left out.",
)
_STATUS = click.option(
    "--status",
    type=click.Choice([status.value for status in DocumentStatus]),
    envvar=settings.variable("status"),
    help="Print on page one that this is a draft, or approved.",
)
_ALL: tuple[Callable[[Command], Command], ...] = (
    options.project_sources,
    _SINCE,
    _OUTLET,
    _AFFAIR,
    _OUTPUT,
    _EDITIONS,
    _ENTITY,
    _WATCHLIST,
    _TOP,
    _FORMAT,
    paging,
    _AS_OF,
    _TLP,
    _STATUS,
    options.reading,
    options.judgements,
    options.store,
)


def building(command: Command) -> Command:
    """Add the options that say what a build makes; the command gets their values as ``building``."""
    return gathered(command, "building", BuildOptions, _ALL)
