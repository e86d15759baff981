"""Options that several commands share, and the types of their values."""

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dossier.annotate.fingerprint import DEFAULT_MODEL
from dossier.cli.parts import settings
from dossier.cli.parts.executor_param import ExecutorParam
from dossier.cli.parts.gathered_options import Command, gathered
from dossier.cli.parts.store_param import StoreParam
from dossier.errors import SourceMissing
from dossier.model import Issue, Marking, StorePlace, When
from dossier.pipeline.workers.workforce import PROCESSES, Workforce, cluster_of
from dossier.text.typed_dates import as_iso

if TYPE_CHECKING:
    from dossier.pipeline.run import Intake
    from dossier.sources.stated_judgements import StatedJudgement


class EdtfParam(click.ParamType[When]):
    """An option or argument that is a date in EDTF."""

    name = "date"

    def convert(self, value: str | When, param: click.Parameter | None, ctx: click.Context | None) -> When:
        """The date; fails with what is wrong and how to write it."""
        if isinstance(value, When):
            return value
        try:
            return When.parse(as_iso(value))
        except ValueError as error:
            self.fail(f"{error}. Write 2025-03-14, 2025-03 or 2025.", param, ctx)


class MarkingParam(click.ParamType[Marking]):
    """An option that is a marking of the Traffic Light Protocol."""

    name = "marking"

    def convert(self, value: str | Marking, param: click.Parameter | None, ctx: click.Context | None) -> Marking:
        """The marking; fails with the words that there are."""
        try:
            return Marking.parse(value)
        except ValueError as error:
            self.fail(f"{error}.", param, ctx)


class NameParam(click.ParamType[str]):
    """An option or argument that is a name as an article prints it, or the place of an event (ARTICLE:START-END)."""

    name = "name"
    envvar_list_splitter = ";"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The value with single spaces and no line breaks; fails when it is blank or not UTF-8."""
        if not value.strip():
            self.fail("it is blank. Write a name.", param, ctx)
        if not value.isprintable() and any("\ud800" <= char <= "\udfff" for char in value):
            self.fail(f"{value!r} is not UTF-8. Write it in UTF-8.", param, ctx)
        return " ".join(value.split())


class LanguageParam(click.ParamType[str]):
    """An option that is a language, by its BCP 47 tag or its English name."""

    name = "language"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The tag of the language; fails when there is no such language."""
        from dossier.annotate.languages import language_tag

        return language_tag(value) or self.fail(
            f"{value!r} is no language. Write en, fr or pt-BR, or French.", param, ctx
        )


class SourceParam(click.ParamType[str]):
    """A source as the user names it: a file, a folder, a pattern, or "-"."""

    name = "source"
    envvar_list_splitter = os.pathsep


class ColumnParam(click.ParamType[tuple[str, str]]):
    """An option that says which part of an article a column of a table holds: "text=Body"."""

    name = "column"
    envvar_list_splitter = "\n"

    def convert(
        self, value: str | tuple[str, str], param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, str]:
        """The part and the name of the column; fails for a part that there is none of."""
        from dossier.sources.records.record_parts import OWN_KEYS

        if isinstance(value, tuple):
            return value
        part, _, column = (piece.strip() for piece in value.partition("="))
        parts = ("text", "published", *OWN_KEYS)
        if part not in parts or not column:
            self.fail(f"{value!r} names no column. Write PART=COLUMN; parts are {', '.join(parts)}.", param, ctx)
        return part, column


def sources(required: bool) -> Callable[[Command], Command]:
    """The argument SOURCES: files, folders, patterns, or "-" for standard input."""
    return click.argument("sources", nargs=-1, required=required, metavar="SOURCES...")


project_sources = click.argument(
    "sources", nargs=-1, type=SourceParam(), envvar=settings.variable("sources"), metavar="[SOURCES]..."
)


published = click.option(
    "--published",
    type=EdtfParam(),
    metavar="DATE",
    help="Publication date of the articles that do not state their own (2025-03-14, 2025-03 or 2025).",
)
language = click.option(
    "--language",
    type=LanguageParam(),
    envvar=settings.variable("language"),
    metavar="LANG",
    help="Language of the articles that do not state their own (en, fr, …). Default: it is detected.",
)
model = click.option(
    "--model",
    default=DEFAULT_MODEL,
    show_default=True,
    envvar=settings.variable("model"),
    metavar="NAME",
    help="An installed spaCy pipeline.",
)
ontology = click.option(
    "--ontology",
    type=click.Path(dir_okay=False, path_type=Path),
    envvar=settings.variable("ontology"),
    metavar="FILE",
    help="A file (TOML) that adds event types and words to the shipped ones. docs/ontology.md describes it.",
)
columns = click.option(
    "--columns",
    type=ColumnParam(),
    multiple=True,
    envvar=settings.variable("columns"),
    metavar="PART=COLUMN",
    help="The column of a table (CSV, Excel) that holds a part of an article: text=Body. Can be given several times.",
)
workers = click.option(
    "--workers",
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    envvar=settings.variable("workers"),
    help="Processes that annotate, and that print PDF.",
)
executor = click.option(
    "--executor",
    type=ExecutorParam(),
    default=PROCESSES,
    show_default=True,
    envvar=settings.variable("executor"),
    metavar="NAME",
    help="What annotates and prints: processes of this machine, or those of a Dask cluster, dask://HOST:PORT.",
)
judgements = click.option(
    "--judgements",
    type=click.Path(dir_okay=False, path_type=Path),
    multiple=True,
    envvar=settings.variable("judgements"),
    metavar="FILE",
    help="Judgements (YAML) to apply with those in the store. Can be given several times.",
)
_store = click.option(
    "--store",
    type=StoreParam(),
    envvar=settings.variable("store"),
    metavar="FILE|URL",
    help="Where articles, annotations and judgements are kept: a file, or a database (postgresql://USER@HOST/NAME). "
    "Default: the project's; without a project a file for each folder you work in, in your data folder. 'dossier "
    "doctor' says where.",
)


def store(command: Command) -> Command:
    """Add --store, and --project, which says where the store lies when --store does not."""
    return _store(settings.project(command))


def as_json(form: str) -> Callable[[Command], Command]:
    """Add --json, which writes what a command lists as JSON; ``form`` names the JSON form in the help."""
    return click.option("--json", "as_json", is_flag=True, help=f"Write JSON ({form}).")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingOptions:
    """The values of the options on how articles are read, which ``reading`` adds to a command."""

    published: When | None
    language: str | None
    model: str
    ontology: Path | None
    workers: int
    executor: str
    columns: tuple[tuple[str, str], ...]

    @property
    def workforce(self) -> Workforce:
        """Who annotates and prints."""
        return Workforce(self.workers, cluster_of(self.executor))

    def event_types(self) -> str:
        """The text of the file of event types, empty where none is given. Raises OntologyUnusable."""
        from dossier.annotate.ontology import read_ontology

        return read_ontology(self.ontology) if self.ontology else ""

    @property
    def part_by_column(self) -> dict[str, str]:
        """The part of an article that each of the columns holds."""
        return {column: part for part, column in self.columns}

    def intake(self, sources: tuple[str, ...], as_of: When | None = None, base: Path = Path()) -> "Intake":
        """What the pipeline is to read: these sources, from the folder ``base`` on, under these options."""
        from dossier.pipeline.run import Intake

        return Intake(
            sources=sources,
            base=base,
            published=self.published,
            language=self.language,
            as_of=as_of,
            model=self.model,
            ontology=self.event_types(),
            workers=self.workers,
            cluster=self.workforce.cluster,
            columns=self.part_by_column,
        )


def reading(command: Command) -> Command:
    """Add the options on how articles are read; the command gets their values as ``reading``."""
    own = (published, language, model, ontology, workers, executor, columns)
    return gathered(command, "reading", ReadingOptions, own)


def store_path(given: StorePlace | None) -> StorePlace:
    """The place of the store: the one given with --store, else the file of the working folder."""
    from dossier.store import default_path

    return given or default_path(Path.cwd())


def known_store_path(given: StorePlace | None) -> StorePlace:
    """The place of a store to look into.

    Raises SourceMissing when there is none at the given one, so that a typo makes no new store.
    """
    from dossier.store import is_there

    if given and not is_there(given):
        raise SourceMissing(
            f"there is no store {given}", "'dossier build' makes it; 'dossier doctor' says where it lies"
        )
    return store_path(given)


def stated_judgements(files: Iterable[Path]) -> "tuple[list[StatedJudgement], list[Issue]]":
    """The judgements in the files, and an issue for each entry that is not a judgement.

    Raises JudgementsUnusable when a file cannot be read.
    """
    paths = list(files)
    if not paths:
        return [], []  # without importing what reads them
    from dossier.sources.judgement_file import read_judgements

    entries = [entry for file in paths for entry in read_judgements(file)]
    issues = [entry for entry in entries if isinstance(entry, Issue)]
    return [entry for entry in entries if not isinstance(entry, Issue)], issues
