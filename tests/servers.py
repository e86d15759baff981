"""A real server of PostgreSQL for the tests, started by them; where it cannot be had they are skipped, and say so."""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import psycopg
import pytest

from dossier.model import StoreUrl

_SETTINGS = {"listen_addresses": "", "fsync": "off", "max_connections": "40", "shared_buffers": "16MB"}
"""It is reached by its socket alone, and keeps nothing when the machine fails."""
_numbers = count(1)


class PostgresqlServer:
    """A server in a folder of its own; ``start`` and ``kill`` it as often as you like."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._user = _server_user()
        os.chown(folder, self._user.pw_uid, self._user.pw_gid)
        self._run("initdb", "--pgdata", str(folder / "data"), "--auth=trust", "--username=ada", "--no-sync", "-E=UTF8")

    def start(self) -> None:
        """Start it, and wait until it takes connections."""
        options = " ".join(f"-c {name}='{value}'" for name, value in _SETTINGS.items())
        self._control("start", "-o", f"-k {self.folder} {options}", "-l", str(self.folder / "log"))

    def kill(self) -> None:
        """End it as a failing machine would: with all that it does at the moment."""
        os.kill(int((self.folder / "data/postmaster.pid").read_text().split()[0]), signal.SIGQUIT)
        self._control("status", wanted=3)

    def stop(self) -> None:
        """Stop it, if it runs."""
        self._control("stop", "-m", "immediate", wanted=None)

    def new_store(self) -> StoreUrl:
        """The address of a store that nobody has used: a schema of its own, with a password that nobody asks for."""
        schema = f"store_{next(_numbers)}"
        with psycopg.connect(self._address(), autocommit=True) as connection:
            connection.execute(f"CREATE SCHEMA {schema}".encode())
        return StoreUrl.parse(f"{self._address()}&options=-csearch_path%3D{schema}")

    def _address(self) -> str:
        return f"postgresql://ada:s3cret-word@/postgres?host={self.folder}"

    def _control(self, *arguments: str, wanted: int | None = 0) -> None:
        self._run("pg_ctl", "-w", "-t", "180", "-D", str(self.folder / "data"), *arguments, wanted=wanted)

    def _run(self, program: str, *arguments: str, wanted: int | None = 0) -> None:
        done = subprocess.run(
            [_path_of(program), *arguments],
            check=False,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            user=self._user.pw_uid,
            group=self._user.pw_gid,
            extra_groups=[],
            cwd="/",
        )
        assert wanted in {None, done.returncode}, f"{program}: {done.stderr.decode()}"


@contextmanager
def postgresql_server() -> Iterator[PostgresqlServer]:
    """A server that runs inside the block."""
    folder = Path(tempfile.mkdtemp(prefix="pg-", dir="/tmp"))  # the name of a socket may have 107 letters
    server = PostgresqlServer(folder)
    try:
        server.start()
        yield server
    finally:
        server.stop()
        shutil.rmtree(folder)


def _path_of(program: str) -> str:
    """Where a program of the server is; Debian keeps those of each version apart."""
    installed = [f"{folder}/bin" for folder in sorted(Path("/usr/lib/postgresql").glob("*"), reverse=True)]
    found = shutil.which(program) or shutil.which(program, path=os.pathsep.join(installed))
    return found or pytest.skip(f"there is no {program}: the server of PostgreSQL is not installed")


def _server_user() -> pwd.struct_passwd:
    """Who runs the server: not root, whom it refuses."""
    if os.getuid():
        return pwd.getpwuid(os.getuid())
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    return pytest.skip("there is no user but root, as whom a server of PostgreSQL does not run")
