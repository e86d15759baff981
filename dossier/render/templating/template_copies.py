"""Copies of the shipped templates, for users who change them."""

from collections.abc import Mapping
from pathlib import Path

from dossier.errors import OutputUnusable, TemplatesUnusable, writable
from dossier.render.options.sections import pieces, sections, styles
from dossier.render.options.template_folder import SUFFIXES
from dossier.render.templating.templates import FOLDER, shipped_sources


def copyable() -> dict[str, str]:
    """What can be copied, by its name, in words: all, a style with its sections, a section, or another file."""
    named = {name: f"the style {name}: its style sheet and its sections" for name in styles() if name != FOLDER}
    others = {name: pieces().get(name, "a part of the page") for name in _shipped() if _section(name) not in sections()}
    return {FOLDER: "all templates and style sheets"} | named | dict(sections()) | others


def copy_templates(name: str, folder: Path, is_forced: bool) -> list[str]:
    """Copy what ``name`` stands for into ``folder``, and give the names of the files.

    Raises TemplatesUnusable when nothing has this name, and OutputUnusable when a file is there already, unless
    ``is_forced``, or cannot be written. Then nothing is copied, or only the files before it.
    """
    files = _files(name)
    there = [file for file in files if (folder / file).exists() or (folder / file).is_symlink()]
    if there and not is_forced:
        raise OutputUnusable(
            f"{folder} has {', '.join(there)} already", "take another folder, or --force to replace them"
        )
    with writable(folder, "name another folder"):
        folder.mkdir(parents=True, exist_ok=True)
        for file, text in files.items():
            (folder / file).unlink(missing_ok=True)  # where it is a link, what it leads to stays as it is
            (folder / file).write_text(text, "utf-8", newline="")
    return list(files)


def _files(name: str) -> Mapping[str, str]:
    shipped = _shipped()
    if name == FOLDER:
        return shipped
    if name in styles() and name not in sections():
        wanted = {f"{name}.css", *(f"{section}.html.j2" for section in styles()[name])}
    else:
        wanted = {name, f"{name}.html.j2", f"{name}.css"}
    found = {file: text for file, text in shipped.items() if file in wanted}
    if not found:
        raise TemplatesUnusable(f"no template has the name {name!r}", "'dossier template list' has the names")
    return found


def _shipped() -> dict[str, str]:
    """The shipped files that a user may change: not the script, whose words the policy of the page knows."""
    return {name: text for name, text in shipped_sources().items() if Path(name).suffix in SUFFIXES}


def _section(file: str) -> str:
    return file.removesuffix(".html.j2")
