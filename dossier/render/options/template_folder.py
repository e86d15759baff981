"""A user's own templates and style sheets: read from one folder, and nothing outside it."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from dossier.errors import TemplatesUnusable
from dossier.render.options.sections import pieces

SUFFIXES = (".j2", ".css")
"""The endings of the files that are read; others may lie beside them."""
MAX_FILES = 200
"""Files of a folder of templates. Set by hand: the shipped one has under 40."""
MAX_FILE_BYTES = 1_000_000
"""Bytes of the largest file. Set by hand: far more than anyone writes."""
_SECTION_SUFFIX = ".html.j2"


@dataclass(frozen=True, slots=True)
class TemplateFolder:
    """The files of a folder of templates, by their paths within it, and a hash of all of them."""

    files: Mapping[str, str]
    sha256: str

    @property
    def sections(self) -> tuple[str, ...]:
        """The names of the sections that it has templates of, shipped or not."""
        names = (path.removesuffix(_SECTION_SUFFIX) for path in self.files if path.endswith(_SECTION_SUFFIX))
        return tuple(name for name in names if f"{name}{_SECTION_SUFFIX}" not in pieces() and "/" not in name)


def read_template_folder(folder: Path) -> TemplateFolder:
    """The templates and style sheets in a folder and in those below it.

    Raises TemplatesUnusable, naming the file, when there are none, when one cannot be read, is too long or no UTF-8, or
    when a link leads out of the folder.
    """
    if not folder.is_dir():
        raise TemplatesUnusable(f"there is no folder {folder}", "'dossier template copy briefing DIR' makes one")
    try:
        paths = sorted(path for path in folder.rglob("*") if _is_template(path.relative_to(folder)))
        files = dict(_read(folder, paths))
    except OSError as error:
        raise TemplatesUnusable(f"{error.filename}: {error.strerror}", "check its permissions") from None
    if not files:
        raise TemplatesUnusable(
            f"{folder} holds no template (.html.j2) and no style sheet (.css)", "'dossier template copy' writes some"
        )
    digest = hashlib.sha256()
    for name, text in files.items():
        digest.update(f"{len(name.encode())} {name} {len(text.encode())}\n".encode() + text.encode())
    return TemplateFolder(files, digest.hexdigest())


def _is_template(path: Path) -> bool:
    return path.suffix in SUFFIXES and not any(part.startswith(".") for part in path.parts)


def _read(folder: Path, paths: list[Path]) -> Iterator[tuple[str, str]]:
    if len(paths) > MAX_FILES:
        raise TemplatesUnusable(f"{folder} holds more than {MAX_FILES} templates and style sheets", "take some out")
    root = folder.resolve()
    for path in paths:
        if not path.resolve().is_relative_to(root):
            raise TemplatesUnusable(f"{path} leads out of {folder}", "put the file itself there")
        if not path.is_file():
            continue
        with path.open("rb") as file:
            data = file.read(MAX_FILE_BYTES + 1)
        if len(data) > MAX_FILE_BYTES:
            raise TemplatesUnusable(f"{path} has more than {MAX_FILE_BYTES:,} bytes", "shorten it")
        try:
            yield path.relative_to(folder).as_posix(), data.decode("utf-8-sig").replace("\r\n", "\n")
        except UnicodeDecodeError as error:
            raise TemplatesUnusable(f"{path} is not UTF-8 at byte {error.start}", "save it as UTF-8") from None
