"""The settings of a project, as its file states them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from dossier.model import StorePlace
from dossier.project.export_settings import ExportSettings
from dossier.project.fetch_settings import FetchSettings
from dossier.project.notice_settings import NoticeSettings
from dossier.project.outlet import Outlet
from dossier.project.schedule import Schedule

DEFAULT_SOURCES = ("articles",)
"""Where the articles of a project lie when its file does not say."""
DEFAULT_OUTPUT = "dossiers"
"""The folder for the dossiers of a project when its file does not say."""
DEFAULT_STORE = "dossier.db"
"""The store of a project when its file does not say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """What holds for every command in a project's folder.

    ``file`` is the project's file, and ``stated`` are the keys that it states. ``sources`` are relative to the folder
    of the file, as in the file; all other paths have been made absolute. A setting that is None or empty is left to
    the commands' own default.
    """

    file: Path
    stated: frozenset[str] = frozenset()
    sources: tuple[str, ...] = DEFAULT_SOURCES
    output: Path
    store: StorePlace
    editions: int | None = None
    entities: tuple[str, ...] = ()
    watchlist: Path | None = None
    judgements: tuple[Path, ...] = ()
    outlets: tuple[Outlet, ...] = ()
    markings: Mapping[str, str] = field(default_factory=dict)
    notices: NoticeSettings | None = None
    export: ExportSettings = field(default_factory=ExportSettings)
    fetch: FetchSettings | None = None
    formats: tuple[str, ...] = ()
    style: str | None = None
    sections: tuple[str, ...] = ()
    paper: str | None = None
    template: Path | None = None
    logo: Path | None = None
    length: str | None = None
    top: int | None = None
    as_of: str | None = None
    tlp: str | None = None
    status: str | None = None
    language: str | None = None
    model: str | None = None
    ontology: Path | None = None
    columns: tuple[str, ...] = ()
    workers: int | None = None
    executor: str | None = None
    schedule: Schedule = field(default_factory=Schedule)

    @property
    def folder(self) -> Path:
        """The folder that holds the project's file."""
        return self.file.parent
