"""A file that was read is not read again, and what is kept of it is what was read."""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from dossier.model import Article, Skipped, When
from dossier.pipeline.intake import kept_readings
from dossier.pipeline.intake.kept_readings import KeptReadings
from dossier.sources import intake, read
from dossier.store import Store

SEEDS = Path(__file__).parents[2] / "seeds"
PAGE = """<html lang="en"><head><title>Fire in the port - Orlov Press</title>
<meta property="article:published_time" content="2021-03-14T23:30:00+02:00"></head>
<body><article><h1>Fire in the port</h1><p>The port of Orlov burnt all night, and ships left for the sea at dawn.</p>
<p>The mayor said that nobody was hurt, and that the port would be open again within a week of the fire.</p></article>
</body></html>"""
MAIL = "From: ada@orlov.example\nDate: Mon, 15 Mar 2021 08:00:00 +0300\nSubject: Fire\n\nThe port of Orlov burnt.\n"
LINES = '{"id": "a", "text": "The port burnt.", "deep": {"n": [1, null]}}\n{"id": "b", "text": "It is shut."}\n'
NOTE = "---\ntitle: Fire\ndate: 2021-03-15\ntags: [port, fire]\n---\nThe port of Orlov burnt all night.\n"
FILES = {"mail.eml": MAIL, "note.txt": NOTE, "page.html": PAGE, "two.jsonl": LINES}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "s.db") as opened:
        yield opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    for name, text in FILES.items():
        (tmp_path / "in" / name).write_text(text)
    return tmp_path


def taken(folder: Path, store: Store, **options: Any) -> list[Article | Skipped]:
    return list(read(["in"], base=folder, known=KeptReadings(store.readings), **options))


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The places of files that are read, and not only known."""
    places: list[str] = []

    def noted(file: object, place: str, readers: object) -> object:
        places.append(place)
        return original(file, place, readers)  # type: ignore[arg-type]

    original = intake.read_items
    monkeypatch.setattr(intake, "read_items", noted)
    return places


def test_what_is_kept_is_what_was_read(folder: Path, store: Store, reads: list[str]) -> None:
    expected = list(read(["in"], base=folder))
    assert len([one for one in expected if isinstance(one, Article)]) == 5
    reads.clear()
    assert taken(folder, store) == expected
    assert len(reads) == len(FILES)
    assert taken(folder, store) == expected
    assert len(reads) == len(FILES)


@pytest.mark.parametrize(
    ("change", "again"),
    [
        (lambda folder: (folder / "in/note.txt").write_text("The port is open."), ["in/note.txt"]),
        (lambda folder: (folder / "in/note.txt").rename(folder / "in/moved.txt"), ["in/moved.txt"]),
        (lambda folder: (folder / "in/page.html").touch(), []),
    ],
)
def test_only_a_file_with_other_bytes_or_another_name_is_read(
    folder: Path, store: Store, reads: list[str], change: object, again: list[str]
) -> None:
    taken(folder, store)
    reads.clear()
    change(folder)  # type: ignore[operator]
    found = taken(folder, store)
    assert reads == again
    assert found == list(read(["in"], base=folder))


def test_of_one_place_the_last_reading_is_kept(folder: Path, store: Store) -> None:
    for text in ("The port burnt.", "The port is open.", "The port burnt."):
        (folder / "in" / "note.txt").write_text(text)
        taken(folder, store)
    kept = [row for row in map(json.loads, store.dump()) if row.get("table") == "kept_reading"]
    assert len(kept) == len(FILES)


@pytest.mark.parametrize(
    "options", [{"columns": {"text": "body"}}, {"published": When.parse("2021-03-16")}, {"language": "fr"}]
)
def test_other_options_are_other_readings(
    folder: Path, store: Store, reads: list[str], options: dict[str, Any]
) -> None:
    taken(folder, store)
    reads.clear()
    assert taken(folder, store, **options) == list(read(["in"], base=folder, **options))
    assert len(reads) == 2 * len(FILES)


def test_an_article_whose_id_comes_again_has_its_place_as_ref_each_night(folder: Path, store: Store) -> None:
    (folder / "in" / "again.jsonl").write_text('{"id": "b", "text": "The port is open again."}\n')
    expected = list(read(["in"], base=folder))
    assert [one.ref for one in expected if one.ref.startswith("in/two")] == ["in/two.jsonl:2"]
    assert taken(folder, store) == taken(folder, store) == expected


def test_what_cannot_be_read_is_tried_each_time(folder: Path, store: Store, reads: list[str]) -> None:
    (folder / "in" / "empty.txt").write_text("")
    for _ in range(2):
        reads.clear()
        assert [one.ref for one in taken(folder, store) if isinstance(one, Skipped)] == ["in/empty.txt"]
    assert reads == ["in/empty.txt"]


def test_a_file_whose_name_is_no_utf8_is_read_each_time(folder: Path, store: Store, reads: list[str]) -> None:
    (folder / "in" / "note.txt").rename(folder / "in" / os.fsdecode(b"note\xff.txt"))
    for _ in range(2):
        assert len(taken(folder, store)) == len(FILES) + 1
    assert reads.count("in/note\\xff.txt") == 2


def test_another_library_reads_anew(
    folder: Path, store: Store, reads: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    taken(folder, store)
    reads.clear()
    monkeypatch.setattr(kept_readings.metadata, "distributions", lambda: iter(()))
    taken(folder, store)
    assert len(reads) == len(FILES)


def test_the_sample_is_kept_whole(store: Store) -> None:
    known = KeptReadings(store.readings)
    first = list(read([str(SEEDS / "articles")], known=known))
    assert list(read([str(SEEDS / "articles")], known=known)) == first == list(read([str(SEEDS / "articles")]))
