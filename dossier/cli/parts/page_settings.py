"""The options on how the pages look, which become ``render.PageOptions``."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dossier.cli.parts import settings, terminal
from dossier.cli.parts.gathered_options import Command, gathered
from dossier.errors import TemplatesUnusable

if TYPE_CHECKING:
    from dossier.render.options.page_options import PageOptions


class SectionsParam(click.ParamType[tuple[str, ...]]):
    """An option that is a list of sections, separated by commas, in the order of the page.

    Whether there are such sections depends on the user's templates, too: ``paging`` checks it.
    """

    name = "sections"

    def convert(
        self, value: str | tuple[str, ...], param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        """The names as they were given."""
        return tuple(name.strip() for name in value.split(",") if name.strip()) if isinstance(value, str) else value


class StyleParam(click.ParamType[str]):
    """An option that is a style of the pages."""

    name = "style"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The name of the style; fails when there is none of this name."""
        from dossier.render.options.sections import chosen_sections

        try:
            chosen_sections(value)
        except TemplatesUnusable as error:
            self.fail(f"{error}: {error.advice}.", param, ctx)
        return value


_STYLE = click.option(
    "--style",
    type=StyleParam(),
    default="briefing",
    show_default=True,
    envvar=settings.variable("style"),
    metavar="NAME",
    help="Which sections the pages have, and how they look: briefing, one-page (what matters most, on one page), or "
    "chronology (one table of all entries, with their notes).",
)
_SECTIONS = click.option(
    "--sections",
    type=SectionsParam(),
    default="",
    envvar=settings.variable("sections"),
    metavar="NAMES",
    help="The sections of the pages in their order, separated by commas (bottom-line,chronology,sources). Default: "
    "those of the style. A wrong name lists them all.",
)


_PAPER = click.option(
    "--paper",
    type=click.Choice(["a4", "letter"], case_sensitive=False),
    default="a4",
    show_default=True,
    envvar=settings.variable("paper"),
    help="The size of the PDF's pages.",
)
_TEMPLATE = click.option(
    "--template",
    type=click.Path(file_okay=False, path_type=Path),
    envvar=settings.variable("template"),
    metavar="DIR",
    help="A folder with templates and style sheets of your own; the shipped ones stand in for what it lacks. 'dossier "
    "template copy' makes one, docs/templates.md describes it.",
)
_LOGO = click.option(
    "--logo",
    type=click.Path(dir_okay=False, path_type=Path),
    envvar=settings.variable("logo"),
    metavar="FILE",
    help="An image (.png or .svg, less than 300 kB) for the head of the pages.",
)


_LENGTH = click.option(
    "--length",
    type=click.Choice(["short", "standard", "full"], case_sensitive=False),
    default="standard",
    show_default=True,
    envvar=settings.variable("length"),
    help="short: the first page, the key events, and what they cite. full: on paper too all that is only possibly "
    "about the subject, and every ground for what was taken for one.",
)


def paging(command: Command) -> Command:
    """Add the options on how the pages look; the command gets their values as ``page``."""
    return gathered(command, "page", _page, (_STYLE, _SECTIONS, _PAPER, _LENGTH, _TEMPLATE, _LOGO))


def page_files(command: Command) -> Command:
    """Add the options that name the user's own templates and logo; the command gets them as ``at_hand``."""
    return gathered(command, "at_hand", _files, (_TEMPLATE, _LOGO))


def _page(
    style: str, sections: tuple[str, ...], paper: str, length: str, template: Path | None, logo: Path | None
) -> "PageOptions":
    """What is chosen for the pages; ends the program as ``_read`` does."""
    from dossier.render.options.length import Length
    from dossier.render.options.paper import Paper

    files = _read(template, logo, style, sections)
    return replace(files, style=style, sections=sections, paper=Paper(paper), length=Length(length))


def _files(template: Path | None, logo: Path | None) -> "PageOptions":
    return _read(template, logo, "briefing", ())


def _read(template: Path | None, logo: Path | None, style: str, sections: tuple[str, ...]) -> "PageOptions":
    """The user's templates and logo; ends the program where one cannot be read, or has no such style or section."""
    from dossier.render.options.logo import read_logo
    from dossier.render.options.page_options import PageOptions
    from dossier.render.options.sections import chosen_sections
    from dossier.render.options.template_folder import read_template_folder

    try:
        templates = read_template_folder(template) if template else None
        chosen_sections(style, sections, templates.sections if templates else ())
        return PageOptions(templates=templates, logo=read_logo(logo) if logo else None)
    except TemplatesUnusable as error:
        terminal.fail(str(error), error.advice, terminal.USAGE)
