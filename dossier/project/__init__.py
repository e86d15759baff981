"""The project folder: what its file ``dossier.toml`` says, where it is, and how a new one begins."""

from dossier.project.fetch_settings import FetchSettings
from dossier.project.find_project import FILE_NAME, find_project
from dossier.project.notice_settings import NoticeDetail, NoticeSettings, Occasion
from dossier.project.outlet import Outlet
from dossier.project.project import Project
from dossier.project.project_file import read_project
from dossier.project.schedule import Schedule
from dossier.project.starter import start_project

__all__ = [
    "FILE_NAME",
    "FetchSettings",
    "NoticeDetail",
    "NoticeSettings",
    "Occasion",
    "Outlet",
    "Project",
    "Schedule",
    "find_project",
    "read_project",
    "start_project",
]
