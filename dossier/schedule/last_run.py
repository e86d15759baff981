"""What is remembered of the last scheduled build: a small file in the project's folder."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

from dossier.errors import writable
from dossier.publish.whole_file import replace

_MOST_AHEAD = timedelta(days=1)
"""How far ahead of the clock a remembered moment may lie: more means that the clock was wrong then. Set by hand."""


class LastRun:
    """The moment of the last build that was made by schedule, as the file in ``folder`` keeps it.

    It is kept in memory as well, so that a disk that is full does not make a running schedule build again and again.
    """

    def __init__(self, folder: Path) -> None:
        self.file = folder / "schedule.json"
        self._moment: datetime | None = None

    def covered(self, now: datetime) -> datetime | None:
        """The moment up to which builds were made; None where nothing usable is remembered.

        A clock that was set back a little repeats no build. A moment more than a day ahead is not believed.
        """
        known = [moment for moment in (self._moment, self._read()) if moment and moment <= now + _MOST_AHEAD]
        return max(known, default=None)

    def remember(self, moment: datetime) -> None:
        """Keep that all moments up to this one have had their build. Raises OutputUnusable."""
        self._moment = moment
        content = {"covered": moment.astimezone(UTC).isoformat(timespec="seconds")}
        with writable(self.file, "let its folder be written to: the schedule keeps there what was built"):
            replace(self.file, json.dumps(content).encode() + b"\n")

    def begin(self, now: datetime) -> datetime:
        """The moment up to which builds were made; where none is remembered, from now on they are."""
        covered = self.covered(now)
        if covered is None:
            self.remember(now)
        return covered or now

    def forget(self) -> None:
        """Remove the file."""
        self.file.unlink(missing_ok=True)

    def _read(self) -> datetime | None:
        """The moment that the file holds; None where it is not there, or holds none."""
        try:
            return datetime.fromisoformat(json.loads(self.file.read_bytes())["covered"]).astimezone(UTC)
        except (OSError, ValueError, KeyError, TypeError, OverflowError):
            return None
