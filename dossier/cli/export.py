"""``dossier export``: the last build in the forms of other tools."""

import sys
from pathlib import Path

import click

from dossier.cli.parts import settings, tables, terminal
from dossier.cli.parts.published_folder import published_folder
from dossier.cli.parts.terminal import plural
from dossier.errors import writable


@click.command(short_help="Write the last build in the forms of other tools.")
@click.argument("name", required=False, metavar="[FORMAT]")
@click.option(
    "--from",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    envvar=settings.variable("output"),
    metavar="DIR",
    help="The folder of the dossiers. Default: that of the project; of editions, the latest.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="Folder for the files; made if it is not there. Default: FORMAT, in the working folder.",
)
@click.option("--entity", metavar="NAME", help="The timeline of this person, organisation or place alone (name or id).")
@click.option("--list", "is_list", is_flag=True, help="List the formats, and what each lacks here.")
@click.option("--json", "as_json", is_flag=True, help="With --list: write JSON (dossier/exporters/1).")
@settings.project
@terminal.explained
def export(
    name: str | None, folder: Path | None, output: Path | None, entity: str | None, is_list: bool, as_json: bool
) -> None:
    """Write the timelines and the case of the last build as FORMAT: csv, graphml and so on.

    It takes the JSON files of the published dossiers, so it holds nothing that these do not hold. Each export says what
    it could not carry, here and in its about.txt. docs/exports.md says what each format carries.

    \b
    Examples:
      dossier export --list
      dossier export csv
      dossier export graphml --from out -o graph
      dossier export markdown --entity "Abu Khadija"
    """
    if is_list:
        _list(as_json)
        return
    if name is None:
        raise click.UsageError("Missing argument FORMAT: 'dossier export --list' has all of them.")
    if folder is None:
        raise click.UsageError("No project is here or above: name the folder of the dossiers with --from.")
    _export(name, published_folder(folder), output or Path(name), entity)


def _export(name: str, folder: Path, output: Path, entity: str | None) -> None:
    """Write an export of the build in ``folder``; say what it could not carry."""
    from dossier.export import find_exporter
    from dossier.pipeline.writing.exporting import read_published, require_own_folder, write_files

    exporter = find_exporter(name)
    exporter.load()
    published = read_published(folder)
    made = exporter.export(published.only(_entity(entity, folder)) if entity else published)
    require_own_folder(output, made)
    with writable(output):
        files = write_files(made, output)
    terminal.list_problems("Not carried", made.lost)
    terminal.say(f"{plural(len(files), 'file')} in {output}: {made.summary}")


def _entity(name: str, folder: Path) -> str:
    """The id of the entity of this name that has a dossier; ends the program where there is none, or several."""
    from dossier.pipeline.writing.exporting import entities_named

    match = entities_named(name, folder)
    if len(match.actors) > 1:
        several = "; ".join(f"{actor.id} ({actor.kind})" for actor in match.actors)
        terminal.fail(f"several have the name {name!r}", f"give an id: {several}")
    if not match.actors:
        near = f"near names: {', '.join(match.near)}" if match.near else "dossiers are listed in its index.html"
        terminal.fail(f"no dossier in {folder} is on {name!r}", near)
    return match.actors[0].id


def _list(as_json: bool) -> None:
    """List the exports that are installed."""
    from dossier.codec import ExporterForm, ExportersForm, encode_exporters
    from dossier.export import exporters

    forms = [
        ExporterForm(
            name=one.name, package=one.package, description=one.description or None, missing=one.missing or None
        )
        for one in exporters()
    ]
    if as_json:
        sys.stdout.buffer.write(encode_exporters(ExportersForm(exporters=forms)))
        return
    tables.show((form.name, form.description or f"not here: {form.missing}") for form in forms)
