"""``dossier open``: a page of the last build, in the browser."""

import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dossier.cli.parts import settings, terminal
from dossier.cli.parts.editions_folder import editions_folder
from dossier.cli.parts.published_folder import published_folder
from dossier.errors import SourceMissing

if TYPE_CHECKING:
    from dossier.codec import IndexForm


@click.command("open", short_help="Open a dossier in the browser.")
@click.argument("name", required=False)
@click.option("--pdf", is_flag=True, help="Open the PDF instead.")
@editions_folder
@settings.project
@terminal.explained
def open_page(name: str | None, pdf: bool, root: Path) -> None:
    """Open the dossier of NAME from the last build; without NAME, the page to start from.

    NAME is what the start page calls it, or a part of that which no other has. Where no browser can be started, the
    path of the page is all that is written.

    \b
    Examples:
      dossier open
      dossier open "Abu Sanad"
      dossier open "Abu Sanad" --pdf -o out
    """
    from dossier.codec import decode_index

    folder = published_folder(root)
    index = folder / "index.json"
    if not index.is_file():
        raise SourceMissing(f"there is no build in {root}", "'dossier build' makes one")
    path = folder / _page(decode_index(index.read_bytes()), name, "pdf" if pdf else "html")
    click.echo(terminal.printable(str(path)))
    if not webbrowser.open(path.resolve().as_uri()):
        terminal.say("No browser could be started: open that file yourself.")


def _page(index: "IndexForm", name: str | None, format_: str) -> str:
    """The path of the page below the folder of the build; ends the program where the build has none, or several."""
    if name is None and format_ == "html":
        return "index.html"
    if name is None:
        found = {"the case": index.case_dossier.files if index.case_dossier else {}}
    else:
        found = _called(index, name)
    if len(found) != 1:
        near = ", ".join(sorted(found)) or "'dossier open' shows all"
        terminal.fail(f"{len(found) or 'no'} dossiers of this build are called {name!r}", near)
    ((title, files),) = found.items()
    if format_ not in files:
        there = ", ".join(sorted(files)) or "nothing"
        terminal.fail(f"there is no {format_} of {title}", f"the build wrote {there}: see 'dossier build --format'")
    return files[format_]


def _called(index: "IndexForm", name: str) -> dict[str, dict[str, str]]:
    """The files of the dossiers whose name is this, else of those with it in their name, by name and kind."""
    wanted = name.casefold()
    named = [(entry.entity, entry.files) for entry in index.dossiers if entry.entity]
    exact = [one for one in named if one[0].name.casefold() == wanted]
    within = [one for one in named if wanted in one[0].name.casefold()]
    return {f"{entity.name} ({entity.kind})": files for entity, files in exact or within}
