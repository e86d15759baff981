"""The options on how the pages look, which become ``render.PageOptions``."""

from functools import wraps
from typing import Any

import click

from dossier.cli import settings
from dossier.cli.options import Command
from dossier.errors import TemplatesUnusable


class SectionsParam(click.ParamType[tuple[str, ...]]):
    """An option that is a list of sections, separated by commas, in the order of the page."""

    name = "sections"

    def convert(
        self, value: str | tuple[str, ...], param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        """The names as they were given; fails when one is no section."""
        from dossier.render.sections import chosen_sections

        names = tuple(name.strip() for name in value.split(",") if name.strip()) if isinstance(value, str) else value
        try:
            chosen_sections(names=names)
        except TemplatesUnusable as error:
            self.fail(f"{error}: {error.advice}.", param, ctx)
        return names


class StyleParam(click.ParamType[str]):
    """An option that is a style of the pages."""

    name = "style"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The name of the style; fails when there is none of this name."""
        from dossier.render.sections import chosen_sections

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
    help="Which sections the pages have, and how they look: briefing.",
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


def paging(command: Command) -> Command:
    """Add the options on how the pages look; the command gets their values as ``page``."""

    @wraps(command)
    def with_page_options(*args: Any, style: str, sections: tuple[str, ...], paper: str, **values: Any) -> Any:
        from dossier.render.page_options import PageOptions
        from dossier.render.paper import Paper

        page = PageOptions(style=style, sections=sections, paper=Paper(paper))
        return command(*args, page=page, **values)

    return _STYLE(_SECTIONS(_PAPER(with_page_options)))
