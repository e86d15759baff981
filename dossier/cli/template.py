"""``dossier template``: the templates that make the pages, to look at and to change."""

import sys
from pathlib import Path

import click

from dossier.cli.parts import options, tables, terminal


@click.group(short_help="List the templates of the pages, and copy them to change them.")
def template() -> None:
    """The templates and style sheets that make the pages.

    Copy what you want to change into a folder, change it there, and name the folder with --template (or 'template' in
    the project's file). What the folder lacks is taken from the shipped ones, so keep only what you change.
    docs/templates.md says what a template gets.

    \b
    Examples:
      dossier template list
      dossier template copy chronology house/
      dossier build articles/ -o out --template house/
    """


@template.command("list", short_help="What can be copied.")
@options.as_json("dossier/templates/1")
@terminal.explained
def list_(as_json: bool) -> None:
    """List what 'dossier template copy' copies, each with what it is.

    \b
    Examples:
      dossier template list
      dossier template list --json
    """
    from dossier.codec import TemplateNamesForm, encode_installed
    from dossier.render.templating.template_copies import copyable

    named = copyable()
    if as_json:
        sys.stdout.buffer.write(encode_installed(TemplateNamesForm(templates=dict(named))))
    else:
        tables.show(named.items())


@template.command(short_help="Copy templates into a folder, to change them there.")
@click.argument("name")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), metavar="DIR")
@click.option("--force", is_flag=True, help="Replace files that are there.")
@terminal.explained
def copy(name: str, folder: Path, force: bool) -> None:
    """Copy the shipped templates and style sheets that NAME stands for into DIR.

    NAME is "briefing" (all of them), a style, a section, or a file; 'dossier template list' has all names. No file is
    replaced without --force.

    \b
    Examples:
      dossier template copy briefing house/
      dossier template copy key-events house/
      dossier template copy page.css house/ --force
    """
    from dossier.render.templating.template_copies import copy_templates

    files = copy_templates(name, folder, force)
    terminal.say(f"{terminal.plural(len(files), 'file')} written to {folder}: {', '.join(files)}")
