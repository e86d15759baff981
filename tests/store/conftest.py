"""The places of stores: a test that takes ``place`` runs once for each engine."""

from pathlib import Path

import pytest

from dossier.model import StorePlace
from tests.servers import PostgresqlServer
from tests.store.filled_store import filled

ENGINES = ("sqlite", "postgresql")


@pytest.fixture(params=ENGINES)
def place(request: pytest.FixtureRequest, tmp_path: Path) -> StorePlace:
    """Where a new store can be made: a file, then a database on a server."""
    if request.param == "sqlite":
        return tmp_path / "s.db"
    server: PostgresqlServer = request.getfixturevalue("postgresql")
    return server.new_store()


@pytest.fixture
def filled_place(place: StorePlace) -> StorePlace:
    """The place, with a store in it."""
    return filled(place)
