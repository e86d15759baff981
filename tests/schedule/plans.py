"""Plans to test with."""

from datetime import UTC, datetime
from pathlib import Path

from dossier.project import FILE_NAME, read_project
from dossier.schedule import Plan, plan_of

NOW = datetime(2026, 11, 29, 2, 0, tzinfo=UTC)
ODD = "Ärger 5% of \"it\" $HOME 'x' ${y} #1"
"""A folder's name with all that systemd, cron and a shell read in a way of their own."""


def plan(folder: Path, table: str = 'time_zone = "Europe/London"') -> Plan:
    """The plan of a new project in the folder, with this table of a schedule."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / FILE_NAME).write_text(f"[schedule]\n{table}\n", "utf-8")
    return plan_of(read_project(folder / FILE_NAME))


def utc(text: str) -> datetime:
    """A moment of UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)
