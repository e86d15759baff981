"""Small builds without articles: files with a manifest over them.

As a program: put one in place, or publish it, and be killed on the way.
"""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from itertools import count
from pathlib import Path

from dossier.codec import MANIFEST, Generator, ManifestForm, encode_manifest
from dossier.publish.editions import next_number, publish
from dossier.publish.manifest import file_forms
from dossier.publish.placing import place, staging

STEPS = {"open", "os.mkdir", "os.rename", "os.remove", "os.rmdir"}
OLD = {"index.json": "old", "index.html": "old", "ada/a.html": "old", "ada/same.txt": "same", "bert/b.html": "old"}
NEW = {"index.json": "new", "index.html": "new", "ada/a.html": "new", "ada/same.txt": "same", "cleo/c.html": "new"}


def make(folder: Path, files: Mapping[str, str], edition: int | None = None) -> None:
    """Write the files and their manifest."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    (folder / MANIFEST).write_bytes(encode_manifest(manifest(folder, edition)))


def manifest(folder: Path, edition: int | None) -> ManifestForm:
    """A manifest of all files in the folder, with nothing that they were made from."""
    return ManifestForm(
        generator=Generator(name="dossier", version="0", model="m", config="c"),
        as_of=None,
        edition=edition,
        previous=None,
        settings={},
        articles=[],
        judgements=[],
        dossiers=[],
        files=file_forms(folder),
    )


def build(output: Path, files: Mapping[str, str]) -> list[str]:
    """Make the files aside and put them in place; the notes."""
    with staging(output) as stage:
        make(stage.new, files)
        return [str(note) for note in place(stage)]


def publish_next(root: Path, files: Mapping[str, str], keep: int = 2) -> int:
    """Make the files aside and publish them as the next edition; its number."""
    with staging(root) as stage:
        number = next_number(root)
        make(stage.new, {**files, "number": str(number)}, number)
        return publish(stage.new, root, keep).number


def tree(folder: Path) -> dict[str, str]:
    """The text of each file, by its path in the folder, but for the manifest."""
    paths = [path for path in sorted(folder.rglob("*")) if not path.is_dir() and path.name != MANIFEST]
    return {path.relative_to(folder).as_posix(): path.read_text() for path in paths}


def die_at(step: int) -> None:
    """Have this process killed just before its step number ``step`` that opens, makes, moves or removes something."""
    left = step

    def watch(event: str, _: object) -> None:
        nonlocal left
        if event in STEPS:
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(watch)


def killed(output: Path, how: str) -> Iterator[int]:
    """Kill the program before its first step, its second, and so on, until it has none left; the number of each."""
    command = [sys.executable, "-m", "tests.publish.builds", str(output), how]
    root = Path(__file__).parents[2]
    with subprocess.Popen(command, cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as program:
        for step in count(1):
            program.stdin.write(f"{step}\n")
            program.stdin.flush()
            code = int(program.stdout.readline())
            if code == 0:
                program.stdin.close()
                return
            assert code == -signal.SIGKILL
            yield step


def end_of(how: Callable[[Path, Mapping[str, str]], object], output: Path, step: int) -> int:
    """How a process of its own ends that is killed before this step: a fork, since to start anew takes a second."""
    child = os.fork()
    if child == 0:
        die_at(step)
        how(output, NEW)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


if __name__ == "__main__":
    output, how = Path(sys.argv[1]), {"build": build, "publish": publish_next}[sys.argv[2]]
    for line in sys.stdin:
        print(end_of(how, output, int(line)), flush=True)
