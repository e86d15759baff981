"""Load templates, in a sandbox that escapes every value. No other module loads any."""

import hashlib
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from dossier.render.templating import date_column, markup, page_code
from dossier.render.wording import note_ranges

if TYPE_CHECKING:
    from jinja2 import Template
    from jinja2.sandbox import SandboxedEnvironment

FOLDER = "briefing"
"""The folder of the templates of a briefing; a template includes another as "briefing/NAME"."""
Source = tuple[str, str, Callable[[], bool]] | None
"""What Jinja takes of a template: its text, its file, and a function that says whether it is up to date."""


def template(name: str) -> "Template":
    """The template of that name ("briefing/index.html.j2"). Raises jinja2.TemplateNotFound."""
    return _environment().get_template(name)


@cache
def templates_digest() -> bytes:
    """The SHA-256 of all templates and style sheets, with their names."""
    digest, folder = hashlib.sha256(), _folder()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\n" + path.read_bytes())
    return digest.digest()


@cache
def _environment() -> "SandboxedEnvironment":
    return new_environment(_shipped)


def new_environment(source: Callable[[str], Source]) -> "SandboxedEnvironment":
    """An environment without templates in it yet; ``source`` gives the text of one by its name, None for an unknown."""
    # imported here, since the help of the command line must not wait for Jinja
    from jinja2 import FunctionLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    environment = ImmutableSandboxedEnvironment(
        loader=FunctionLoader(source),
        autoescape=True,  # whatever the suffix of the template
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(foreign=markup.foreign, words=markup.words)
    environment.filters.update(source_of_note=markup.source_of_note, source_refs=markup.source_refs)
    environment.filters.update(note_refs=note_ranges.note_refs, in_short=note_ranges.in_short)
    environment.filters.update(fits_date_column=date_column.fits_date_column)
    environment.filters.update(contents=page_code.contents, code_source=page_code.code_source)
    return environment


def shipped_sources() -> dict[str, str]:
    """The texts of the templates and style sheets of a briefing, by their names below their folder."""
    folder = _folder() / FOLDER
    paths = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in paths}


def _shipped(name: str) -> Source:
    path = _folder() / name
    return (path.read_text("utf-8"), str(path), lambda: True) if path.is_file() else None


def _folder() -> Path:
    """The folder of templates in the package, else that of the repository around it."""
    shipped = Path(str(files("dossier") / "templates"))
    return shipped if shipped.is_dir() else Path(__file__).parents[3] / "templates"
