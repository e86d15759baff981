"""``dossier store``: check, export, import, vacuum."""

from functools import partial
from pathlib import Path

import pytest

from dossier.pipeline.destination import only_user
from dossier.store import Run, Store
from tests import commands
from tests.servers import PostgresqlServer
from tests.store.filled_store import IDS, do, filled

run = partial(commands.run, "store")


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return filled(tmp_path / "s.db")


def test_check_counts_and_names_what_is_damaged(case: Path) -> None:
    whole = run("check", "--store", case)
    held = "3 articles, annotations of 3 articles, 1 run, 3 judgements; 0.1 MB"
    assert (whole.exit_code, whole.stdout) == (0, f"{case}: {held}\n")
    do(case, f"update article set body = convert_to('x', 'UTF8') where id = '{IDS[0]}'")
    damaged = run("check", "--store", case)
    assert damaged.exit_code == 1
    assert "article" in damaged.stderr
    assert "(0.txt)" in damaged.stderr
    assert "1 row of" in damaged.stderr


@pytest.mark.parametrize("arguments", [("check",), ("export", "x.gz"), ("vacuum", "--dry-run")])
def test_looking_into_a_store_makes_none(
    arguments: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    looked = run(*arguments)
    assert (looked.exit_code, "there is no store" in looked.stderr) == (2, True)
    assert list(tmp_path.iterdir()) == []


def test_a_store_is_carried_to_a_server_and_back(case: Path, tmp_path: Path, postgresql: PostgresqlServer) -> None:
    url = postgresql.new_store().secret
    files = [tmp_path / "one.gz", tmp_path / "two.gz"]
    assert run("export", files[0], "--store", case).exit_code == 0
    into = run("import", files[0], "--store", url)
    assert (into.exit_code, "22 rows imported into postgresql://ada@/" in into.stderr) == (0, True), into.stderr
    assert "s3cret" not in into.output
    assert run("export", files[1], "--store", url).exit_code == 0
    assert files[0].read_bytes() == files[1].read_bytes()
    assert files[0].stat().st_mode & 0o077 == 0
    assert run("check", "--store", url).exit_code == 0


@pytest.mark.parametrize("harm", [lambda data: data[: len(data) // 2], lambda data: b"", lambda data: b"notes" + data])
def test_what_is_no_export_is_refused(case: Path, tmp_path: Path, harm: object) -> None:
    file = tmp_path / "one.gz"
    assert run("export", file, "--store", case).exit_code == 0
    file.write_bytes(harm(file.read_bytes()))  # type: ignore[operator]
    refused = run("import", file, "--store", tmp_path / "new.db")
    assert (refused.exit_code, "is no whole export of a store" in refused.stderr) == (1, True)
    assert "0 articles" in run("check", "--store", tmp_path / "new.db").stdout


def test_a_file_that_cannot_be_written_or_read_is_named(case: Path, tmp_path: Path) -> None:
    assert f"cannot write to {tmp_path}/no/one.gz" in run("export", tmp_path / "no/one.gz", "--store", case).stderr
    assert "there is no file" in run("import", tmp_path / "no.gz", "--store", tmp_path / "new.db").stderr
    assert "is not empty" in run("import", made(case, tmp_path), "--store", case).stderr


def made(case: Path, folder: Path) -> Path:
    run("export", folder / "made.gz", "--store", case)
    return folder / "made.gz"


def test_vacuum_says_what_it_would_do_and_does_it(case: Path) -> None:
    with Store(case) as store:
        store.put_annotations("two", [(IDS[0], b"{}")])
        store.record_run(Run("two", "model 2", None, tuple(IDS[:1])))
    told = "1 run, annotations of 3 articles by 1 other annotator"
    for _ in range(2):
        assert (
            f"Would be removed from {case} (0.1 MB): {told}."
            in run("vacuum", "--runs", "1", "--dry-run", "--store", case).stderr
        )
    assert f"Removed from {case}: {told}; 0.1 MB before" in run("vacuum", "--runs", "1", "--store", case).stderr
    assert "annotations of 1 article, 1 run, 3 judgements" in run("check", "--store", case).stdout


def test_vacuum_waits_for_no_build(case: Path) -> None:
    with Store(case) as store, only_user(store):
        busy = run("vacuum", "--store", case)
    assert (busy.exit_code, "another build is using the store" in busy.stderr) == (4, True)
