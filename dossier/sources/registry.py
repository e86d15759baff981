"""Find the readers that are installed, and the one that reads a file."""

from collections.abc import Sequence
from functools import cache
from importlib.metadata import EntryPoint, entry_points

from dossier.model import Skipped
from dossier.sources.file_kinds import endings, unknown_kind, unread_kind
from dossier.sources.reader import InputFile, Reader
from dossier.sources.readers import READERS
from dossier.sources.unreadable import Unreadable

GROUP = "dossier.readers"
"""The group of entry points; the value of each is a Reader, or several."""
_OWN_PACKAGE = "dossier-timelines"


class Readers:
    """The readers, those of plug-ins first; ``problems`` are plug-ins that cannot be used."""

    def __init__(self, readers: Sequence[Reader], problems: Sequence[Skipped] = ()) -> None:
        self.problems = tuple(problems)
        self._all = tuple(readers)
        self._by_suffix = {suffix: reader for reader in reversed(readers) for suffix in reader.suffixes}

    def reader_for(self, file: InputFile) -> Reader:
        """The reader of a file: by its name, unless its first bytes show that it is of another kind.

        Raises Unreadable when there is none, with the kind of the file and the way out.
        """
        found = endings(file.name)
        by_name = next((self._by_suffix[ending] for ending in found if ending in self._by_suffix), None)
        if by_name is None and (problem := unread_kind(file.name)):
            raise problem
        start = file.start()
        if by_name and by_name.recognises(start):
            return by_name
        reader = next((reader for reader in self._all if reader.recognises(start)), by_name)
        if reader is None:
            raise unknown_kind(file.name)
        return reader


@cache
def installed_readers() -> Readers:
    """The readers of all packages that are installed."""
    readers: list[Reader] = []
    problems: list[Skipped] = []
    for entry in sorted(entry_points(group=GROUP), key=_rank):
        try:
            readers += _loaded(entry)
        except Unreadable as problem:
            problems.append(problem.skipped(f"{_package(entry)}: {entry.name}"))
    # code that runs without being installed, or is newer than its installation, has no entry point of its own
    missing = [reader for reader in READERS if reader not in readers]
    return Readers([*readers, *missing], problems)


def _loaded(entry: EntryPoint) -> list[Reader]:
    """The readers of a plug-in. Raises Unreadable when it cannot be used."""
    try:
        value = entry.load()
        found = [value] if isinstance(value, Reader) else list(value)
    except Exception as error:
        # a plug-in may raise anything, and must not end the run
        raise _unusable(f"{type(error).__name__}: {error}") from error
    if not all(isinstance(reader, Reader) for reader in found):
        raise _unusable("its value is no Reader")
    return found


def _unusable(reason: str) -> Unreadable:
    return Unreadable(f"a plug-in of the group {GROUP} that cannot be used ({reason})", "mend or uninstall its package")


def _rank(entry: EntryPoint) -> tuple[bool, str, str]:
    """The order: a user installs a plug-in to be asked before what is shipped."""
    return _package(entry) == _OWN_PACKAGE, entry.name, entry.value


def _package(entry: EntryPoint) -> str:
    return entry.dist.name if entry.dist else ""
