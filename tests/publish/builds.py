"""Small builds without articles: files with a manifest over them. As a program: place one, and be killed on the way."""

import os
import signal
import sys
from collections.abc import Mapping
from pathlib import Path

from dossier.codec import MANIFEST, Generator, ManifestForm, encode_manifest
from dossier.publish.manifest import file_forms
from dossier.publish.placing import place, staging

STEPS = {"open", "os.mkdir", "os.rename", "os.remove", "os.rmdir"}
OLD = {"index.json": "old", "index.html": "old", "ada/a.html": "old", "ada/same.txt": "same", "bert/b.html": "old"}
NEW = {"index.json": "new", "index.html": "new", "ada/a.html": "new", "ada/same.txt": "same", "cleo/c.html": "new"}


def make(folder: Path, files: Mapping[str, str]) -> None:
    """Write the files and their manifest."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    (folder / MANIFEST).write_bytes(encode_manifest(manifest(folder)))


def manifest(folder: Path) -> ManifestForm:
    """A manifest of all files in the folder, with nothing that they were made from."""
    return ManifestForm(
        generator=Generator(name="dossier", version="0", model="m", config="c"),
        as_of=None,
        edition=None,
        previous=None,
        settings={},
        articles=[],
        judgements=[],
        files=file_forms(folder),
    )


def build(output: Path, files: Mapping[str, str]) -> list[str]:
    """Make the files aside and put them in place; the notes."""
    with staging(output) as stage:
        make(stage.new, files)
        return [str(note) for note in place(stage)]


def tree(folder: Path) -> dict[str, str]:
    """The text of each file, by its path in the folder, but for the manifest."""
    paths = [path for path in sorted(folder.rglob("*")) if not path.is_dir() and path.name != MANIFEST]
    return {path.relative_to(folder).as_posix(): path.read_text() for path in paths}


def die_at(step: int) -> None:
    """Have this process killed just before its step number ``step`` that opens, makes, moves or removes something."""
    left = step

    def count(event: str, _: object) -> None:
        nonlocal left
        if event in STEPS:
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(count)


if __name__ == "__main__":
    die_at(int(sys.argv[2]))
    build(Path(sys.argv[1]), NEW)
