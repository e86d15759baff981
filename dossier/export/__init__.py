"""What a build published, in the forms of other tools; ``docs/exports.md`` says what each form carries and loses.

An exporter is a function from ``PublishedBuild`` to ``Export``, named by an entry point of the group
``dossier.exporters``. Those that come with Dossier are found in the same way; each stands in a module of its own here.
"""

from dossier.export.export_result import ABOUT, Export, with_about
from dossier.export.exported_event import Dispute, ExportedEvent, Listed
from dossier.export.exporters import InstalledExporter, exporters, find_exporter
from dossier.export.published_build import PublishedBuild

__all__ = [
    "ABOUT",
    "Dispute",
    "Export",
    "ExportedEvent",
    "InstalledExporter",
    "Listed",
    "PublishedBuild",
    "exporters",
    "find_exporter",
    "with_about",
]
