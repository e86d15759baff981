"""The only place where templates are loaded: sandboxed, and escaping all that is not ours."""

from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from dossier.render import markup

if TYPE_CHECKING:
    from jinja2 import Template
    from jinja2.sandbox import SandboxedEnvironment


def template(name: str) -> "Template":
    """The template of that name ("briefing/index.html.j2"). Raises jinja2.TemplateNotFound."""
    return _environment().get_template(name)


@cache
def _environment() -> "SandboxedEnvironment":
    # Imported here: the command line must not wait for Jinja to say what it can do.
    from jinja2 import FileSystemLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    environment = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(_folder()),
        autoescape=True,  # always, not by the template's suffix
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(foreign=markup.foreign, words=markup.words)
    return environment


def _folder() -> Path:
    """The templates shipped in the package, else those of the repository it lies in."""
    shipped = Path(str(files("dossier") / "templates"))
    return shipped if shipped.is_dir() else Path(__file__).parents[2] / "templates"
