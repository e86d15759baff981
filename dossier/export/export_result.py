"""What an exporter gives: files, and what they could not carry."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dossier.export.published_build import PublishedBuild

ABOUT = "about.txt"
"""The file beside each export that says what it was made of, how it is marked, and what it could not carry."""

_MAX_NAMED = 10
"""Files that a summary names. Set by hand."""


@dataclass(frozen=True, slots=True)
class Export:
    """The files of an export: bytes by path, with forward slashes, below a folder of its own.

    ``lost`` says in sentences what the published timelines hold and the files do not.
    """

    files: Mapping[str, bytes]
    lost: Sequence[str] = ()

    @property
    def summary(self) -> str:
        """The names of its files, the first few of many."""
        names = sorted(self.files)
        more = f" and {len(names) - _MAX_NAMED} more" if len(names) > _MAX_NAMED else ""
        return ", ".join(names[:_MAX_NAMED]) + more


def with_about(name: str, export: Export, published: PublishedBuild) -> Export:
    """The export of this format with ``about.txt``; its ``lost`` names what no export carries, too."""
    lost = (*export.lost, *published.left_behind)
    case = published.case
    whom = ", ".join(published.subjects)
    lines = [
        f"Export of dossiers: {name}",
        f"Made from: {case.generator.name} {case.generator.version}, JSON of the build",
        f"Speaks for: {case.as_of or 'no day is known'}",
        f"Marking: {case.marking.value if case.marking else 'none'}",
        f"Status: {case.status.value if case.status else 'none'}",
        f"Timelines: {whom}",
        "",
        "What is not in these files:",
        *(f"- {one}" for one in lost),
    ]
    text = "\n".join(" ".join(line.splitlines()) for line in lines) + "\n"
    return Export({**export.files, ABOUT: text.encode("utf-8", "replace")}, lost)
