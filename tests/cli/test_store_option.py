"""The option --store: a file or the address of a database, and never a password on the screen."""

from pathlib import Path

import pytest

from dossier.store import Store
from tests.commands import run
from tests.servers import PostgresqlServer
from tests.store.filled_store import filled

REFUSED = ["postgresql://ada:s3@cr@et/x", "postgresql://ada:s3 cret@db/x", "mysql://ada:s3cret@db/x"]


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("written", REFUSED)
def test_an_address_that_is_none_is_refused_and_not_repeated(tmp_path: Path, written: str) -> None:
    by_option = run("entities", "--store", written)
    by_environment = run("entities", DOSSIER_STORE=written)
    (tmp_path / "dossier.toml").write_text(f'store = "{written}"\n')
    for result in (by_option, by_environment, run("entities")):
        assert result.exit_code == 2
        assert "postgresql://USER@HOST/DATABASE" in result.stderr
        assert "cret" not in result.output + result.stderr


def test_the_settings_show_no_password(tmp_path: Path) -> None:
    (tmp_path / "dossier.toml").write_text('store = "postgresql://ada:s3cret@db/press"\n')
    for result in (
        run("config"),
        run("config", "--json"),
        run("config", DOSSIER_STORE="postgres://ada:s3cret@db/press"),
    ):
        assert "postgresql://ada@db/press" in result.stdout
        assert "s3cret" not in result.output


def test_a_database_is_a_store_as_a_file_is(postgresql: PostgresqlServer) -> None:
    url = postgresql.new_store()
    missing = run("review", "list", "--store", url.secret)
    assert (missing.exit_code, f"there is no store {url}" in missing.stderr) == (2, True)
    assert "not made yet" in run("doctor", "--store", url.secret).output
    filled(url)
    assert "UTC" in run("review", "list", DOSSIER_STORE=url.secret).stdout
    assert f"{url} (3 articles, 1 run)" in run("doctor", "--store", url.secret).output
    with Store(url) as store:
        (first, *_) = store.judgements()
    assert run("review", "undo", first.id, "--by", "bob", "--store", url.secret).exit_code == 0
    assert "UTC" not in run("review", "list", "--store", url.secret).stdout
