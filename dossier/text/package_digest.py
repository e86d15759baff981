"""A hash of the code and data of our own packages: what they made and was kept holds while they stay the same."""

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib import metadata, resources
from importlib.resources.abc import Traversable


@cache
def package_digest(package: str) -> bytes:
    """The SHA-256 of all Python and TOML files of a package ("dossier.text") and those below it, with their names."""
    digest = hashlib.sha256()
    for name, file in _files(resources.files(package), package):
        digest.update(name.encode() + b"\n" + file.read_bytes())
    return digest.digest()


def versions(libraries: tuple[str, ...]) -> bytes:
    """The installed version of each of these distributions, one a line."""
    return "".join(f"{library} {metadata.version(library)}\n" for library in libraries).encode()


def _files(folder: Traversable, name: str) -> Iterator[tuple[str, Traversable]]:
    """The code and data in a folder and below it, in the order of their names, each with its path from ``name`` on."""
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        path = f"{name}/{entry.name}"
        if entry.is_dir():
            yield from _files(entry, path)
        elif entry.name.endswith((".py", ".toml")):
            yield path, entry
