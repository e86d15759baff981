"""Options that several commands have, and the types of their values."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dossier.annotate.fingerprint import DEFAULT_MODEL
from dossier.errors import OntologyUnusable, SourceMissing
from dossier.model import Issue, When

if TYPE_CHECKING:
    from dossier.sources.stated_judgements import Stated

Command = Callable[..., Any]


class EdtfDate(click.ParamType[When]):
    """A date as EDTF."""

    name = "date"

    def convert(self, value: str | When, param: click.Parameter | None, ctx: click.Context | None) -> When:
        """The date; fails with what is wrong and how to write it."""
        if isinstance(value, When):
            return value
        try:
            return When.parse(value)
        except ValueError as error:
            self.fail(f"{error}. Write 2025-03-14, 2025-03 or 2025.", param, ctx)


class Name(click.ParamType[str]):
    """A name, as it would stand in an article."""

    name = "name"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The name on one line; fails where there is none, or its bytes are no text."""
        if not value.strip():
            self.fail("a name has letters", param, ctx)
        if not value.isprintable() and any("\ud800" <= char <= "\udfff" for char in value):
            self.fail(f"{value!r} is not UTF-8", param, ctx)
        return " ".join(value.split())


class Language(click.ParamType[str]):
    """A language, by tag or English name."""

    name = "language"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Its tag; fails where there is no such language."""
        from dossier.annotate.languages import tag

        return tag(value) or self.fail(f"{value!r} is no language. Write en, fr or pt-BR, or French.", param, ctx)


class OntologyFile(click.ParamType[str]):
    """A file of event types, of which the text is handed on."""

    name = "file"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Its text; fails with what is wrong in it."""
        from dossier.annotate.ontology import read_ontology

        try:
            return read_ontology(Path(value)) if value else ""
        except OntologyUnusable as error:
            self.fail(f"{error} ({error.advice}).", param, ctx)


def sources(required: bool) -> Callable[[Command], Command]:
    """The argument SOURCES…."""
    return click.argument("sources", nargs=-1, required=required, metavar="SOURCES...")


published = click.option(
    "--published",
    type=EdtfDate(),
    metavar="DATE",
    help="Publication date of the articles that do not state their own (2025-03-14, 2025-03 or 2025).",
)
language = click.option(
    "--language",
    type=Language(),
    metavar="LANG",
    help="Language of the articles that do not state their own (en, fr, …). Default: it is detected.",
)
model = click.option(
    "--model", default=DEFAULT_MODEL, show_default=True, metavar="NAME", help="An installed spaCy pipeline."
)
ontology = click.option(
    "--ontology",
    type=OntologyFile(),
    default="",
    metavar="FILE",
    help="A file (TOML) of event types and their words, beside those known. docs/ontology.md describes it.",
)
workers = click.option(
    "--workers", type=click.IntRange(min=1), default=1, show_default=True, help="Processes that annotate."
)
judgements = click.option(
    "--judgements",
    type=click.Path(dir_okay=False, path_type=Path),
    multiple=True,
    metavar="FILE",
    help="Judgements (YAML) that hold beside those in the store. Can be given several times.",
)
store = click.option(
    "--store",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Where articles and annotations are kept. Default: one file for each folder you work in, in your data "
    "folder; 'dossier doctor' says where.",
)


def store_path(given: Path | None) -> Path:
    """The store to use."""
    from dossier.store import default_path

    return given or default_path(Path.cwd())


def known_store_path(given: Path | None) -> Path:
    """The store to look into. Raises SourceMissing where the one that is named is not there: none is made by a slip."""
    if given and not given.exists():
        raise SourceMissing(f"there is no store {given}", "'dossier doctor' says where the one of this folder lies")
    return store_path(given)


def stated(files: Iterable[Path]) -> "tuple[list[Stated], list[Issue]]":
    """The judgements in the files, and the entries that are none.

    Raises JudgementsUnusable when a file cannot be read.
    """
    from dossier.sources.judgement_file import read_judgements

    read = [one for file in files for one in read_judgements(file)]
    issues = [one for one in read if isinstance(one, Issue)]
    return [one for one in read if not isinstance(one, Issue)], issues
