"""Find exporters: each is a function that an entry point names, in Dossier or in a package of somebody else."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.metadata import EntryPoint, entry_points

from dossier.codec import is_inside
from dossier.errors import ExporterUnusable
from dossier.export.export_result import Export, with_about
from dossier.export.published_build import PublishedBuild

GROUP = "dossier.exporters"
"""The group of entry points."""
OWN_NAMES = ("html", "json", "pdf")
"""What a build writes itself: no exporter can have these names."""
_OWN_MODULES = "dossier."
_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,39}", re.ASCII)


@dataclass(frozen=True, slots=True)
class InstalledExporter:
    """An exporter by the name of its format; nothing of it is imported before it is asked."""

    name: str
    entry: EntryPoint

    @property
    def missing(self) -> str:
        """Why it cannot be used here, with the command that helps; empty where it can."""
        try:
            self.load()
        except ExporterUnusable as error:
            return f"{error} ({error.advice})"
        return ""

    @property
    def description(self) -> str:
        """What it writes, in a line; empty where that cannot be asked."""
        return "" if self.missing else (self.load().__doc__ or "").strip().partition("\n")[0]

    def load(self) -> Callable[[PublishedBuild], Export]:
        """The function. Raises ExporterUnusable, with the command that helps, where its library is not installed."""
        try:
            loaded: Callable[[PublishedBuild], Export] = self.entry.load()
        except ImportError as error:
            what = f"the export {self.name!r} needs a library that is not installed: {error.name or error}"
            raise ExporterUnusable(what, f'pip install "{self.package}"') from None
        except AttributeError as error:
            what = f"the export {self.name!r} cannot be loaded: {error}"
            raise ExporterUnusable(what, f'pip install --upgrade "{self.package}"') from None
        return loaded

    @property
    def package(self) -> str:
        """The distribution of the exporter, with the extra that brings what it needs."""
        extras = f"[{','.join(self.entry.extras)}]" if self.entry.extras else ""
        return f"{self.entry.dist.name if self.entry.dist else self.entry.module}{extras}"

    def export(self, published: PublishedBuild) -> Export:
        """The files, with ``about.txt``. Raises ExporterUnusable where it fails, or names a file outside its folder."""
        make = self.load()
        try:
            made = make(published)
        except Exception as error:
            what = f"the export {self.name!r} failed: {type(error).__name__}: {error}"
            raise ExporterUnusable(what, f"leave it out, and tell who made {self.package}") from error
        if outside := sorted(name for name in made.files if not is_inside(name)):
            what = f"the export {self.name!r} names a file outside its folder: {outside[0]!r}"
            raise ExporterUnusable(what, f"leave it out, and tell who made {self.package}")
        return with_about(self.name, made, published)


def exporters() -> Sequence[InstalledExporter]:
    """All exporters that are installed, by name, each name once: those that come with Dossier before others."""
    found = sorted(entry_points(group=GROUP), key=lambda entry: not entry.module.startswith(_OWN_MODULES))
    usable = (entry for entry in found if _NAME.fullmatch(entry.name) and entry.name not in OWN_NAMES)
    by_name: dict[str, EntryPoint] = {}
    for entry in usable:
        by_name.setdefault(entry.name, entry)
    return [InstalledExporter(name, by_name[name]) for name in sorted(by_name)]


def find_exporter(name: str) -> InstalledExporter:
    """The exporter of this name. Raises ExporterUnusable where there is none."""
    known = {exporter.name: exporter for exporter in exporters()}
    if name not in known:
        raise ExporterUnusable(f"there is no export {name!r}", f"choose from {', '.join(known)}")
    return known[name]
