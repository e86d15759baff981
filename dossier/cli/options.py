"""Options that several commands share, and the types of their values."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dossier.annotate.fingerprint import DEFAULT_MODEL
from dossier.errors import OntologyUnusable, SourceMissing
from dossier.model import Issue, When

if TYPE_CHECKING:
    from dossier.pipeline.run import Intake
    from dossier.sources.stated_judgements import StatedJudgement

Command = Callable[..., Any]


class EdtfParam(click.ParamType[When]):
    """An option or argument that is a date in EDTF."""

    name = "date"

    def convert(self, value: str | When, param: click.Parameter | None, ctx: click.Context | None) -> When:
        """The date; fails with what is wrong and how to write it."""
        if isinstance(value, When):
            return value
        try:
            return When.parse(value)
        except ValueError as error:
            self.fail(f"{error}. Write 2025-03-14, 2025-03 or 2025.", param, ctx)


class NameParam(click.ParamType[str]):
    """An option or argument that is a name as an article prints it, or the place of an event (ARTICLE:START-END)."""

    name = "name"

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


class OntologyParam(click.ParamType[str]):
    """An option that is a file of event types; its value is the text of the file."""

    name = "file"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The text of the file; fails with what is wrong in it."""
        from dossier.annotate.ontology import read_ontology

        try:
            return read_ontology(Path(value)) if value else ""
        except OntologyUnusable as error:
            self.fail(f"{error} ({error.advice}).", param, ctx)


def sources(required: bool) -> Callable[[Command], Command]:
    """The argument SOURCES: files, folders, patterns, or "-" for standard input."""
    return click.argument("sources", nargs=-1, required=required, metavar="SOURCES...")


published = click.option(
    "--published",
    type=EdtfParam(),
    metavar="DATE",
    help="Publication date of the articles that do not state their own (2025-03-14, 2025-03 or 2025).",
)
language = click.option(
    "--language",
    type=LanguageParam(),
    metavar="LANG",
    help="Language of the articles that do not state their own (en, fr, …). Default: it is detected.",
)
model = click.option(
    "--model", default=DEFAULT_MODEL, show_default=True, metavar="NAME", help="An installed spaCy pipeline."
)
ontology = click.option(
    "--ontology",
    type=OntologyParam(),
    default="",
    metavar="FILE",
    help="A file (TOML) that adds event types and words to the shipped ones. docs/ontology.md describes it.",
)
workers = click.option(
    "--workers", type=click.IntRange(min=1), default=1, show_default=True, help="Processes that annotate."
)
judgements = click.option(
    "--judgements",
    type=click.Path(dir_okay=False, path_type=Path),
    multiple=True,
    metavar="FILE",
    help="Judgements (YAML) to apply with those in the store. Can be given several times.",
)
store = click.option(
    "--store",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="The file with articles, annotations and judgements. Default: one for each folder you work in, in your data "
    "folder; 'dossier doctor' says where.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingOptions:
    """The values of the options on how articles are read, which ``reading`` adds to a command."""

    published: When | None
    language: str | None
    model: str
    ontology: str
    workers: int

    def intake(self, sources: tuple[str, ...], as_of: When | None = None) -> "Intake":
        """What the pipeline is to read: these sources, under these options."""
        from dossier.pipeline.run import Intake

        return Intake(
            sources=sources,
            published=self.published,
            language=self.language,
            as_of=as_of,
            model=self.model,
            ontology=self.ontology,
            workers=self.workers,
        )


def reading(command: Command) -> Command:
    """Add the options on how articles are read; the command gets their values as ``reading``."""

    @wraps(command)
    def with_reading_options(
        *args: Any,
        published: When | None,
        language: str | None,
        model: str,
        ontology: str,
        workers: int,
        **values: Any,
    ) -> Any:
        given = ReadingOptions(published=published, language=language, model=model, ontology=ontology, workers=workers)
        return command(*args, reading=given, **values)

    return published(language(model(ontology(workers(with_reading_options)))))


def store_path(given: Path | None) -> Path:
    """The path of the store: the one given with --store, else the one of the working folder."""
    from dossier.store import default_path

    return given or default_path(Path.cwd())


def known_store_path(given: Path | None) -> Path:
    """The path of a store to look into.

    Raises SourceMissing when the given one does not exist, so that a typo makes no new store.
    """
    if given and not given.exists():
        raise SourceMissing(f"there is no store {given}", "'dossier doctor' says where the one of this folder lies")
    return store_path(given)


def stated_judgements(files: Iterable[Path]) -> "tuple[list[StatedJudgement], list[Issue]]":
    """The judgements in the files, and an issue for each entry that is not a judgement.

    Raises JudgementsUnusable when a file cannot be read.
    """
    from dossier.sources.judgement_file import read_judgements

    entries = [entry for file in files for entry in read_judgements(file)]
    issues = [entry for entry in entries if isinstance(entry, Issue)]
    return [entry for entry in entries if not isinstance(entry, Issue)], issues
