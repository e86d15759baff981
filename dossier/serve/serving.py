"""What every page of the server needs: the case, who is let in, and who signs."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import cast

from flask import current_app, g

from dossier.serve.laying_ahead import LayingAhead
from dossier.serve.project_build import ProjectBuild
from dossier.serve.served_case import CaseSnapshot, ServedCase
from dossier.serve.sessions import Session, Sessions

_KEY = "dossier"


@dataclass(frozen=True, kw_only=True)
class Serving:
    """One server: the ``case`` that it shows, the ``sessions`` that it lets in, and who signs (``by``).

    ``ahead`` lays out dossiers before somebody asks, None where that is not wanted.
    ``editions`` is the folder of the builds and ``build`` makes one, None without a project. ``hosts`` are the names
    under which it may be asked. Where it ``is_read_only``, nothing can be decided.
    """

    case: ServedCase
    sessions: Sessions
    by: str
    ahead: LayingAhead | None = None
    editions: Path | None = None
    build: ProjectBuild | None = None
    hosts: tuple[str, ...] = ("127.0.0.1", "localhost")
    is_read_only: bool = False

    def keep_in(self, extensions: dict[str, object]) -> None:
        """Keep this among the extensions of an application, where ``serving`` finds it."""
        extensions[_KEY] = self


def serving() -> Serving:
    """What the running request belongs to."""
    return cast("Serving", current_app.extensions[_KEY])


def session() -> Session:
    """The session of the running request, which the guard has found."""
    return cast("Session", g.session)


def snapshot() -> CaseSnapshot:
    """The case as the store has it now; the same one all through a request."""
    if "snapshot" not in g:
        g.snapshot = serving().case.now()
    return cast("CaseSnapshot", g.snapshot)


def today() -> date:
    """Today by the machine's clock: the day of a decision is no date of the news."""
    return datetime.now().astimezone().date()
