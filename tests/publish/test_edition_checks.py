"""What holds an edition back."""

from pathlib import Path

import pytest

from dossier.codec import (
    MANIFEST,
    Generator,
    IndexEntityForm,
    IndexEntryForm,
    IndexForm,
    ManifestArticleForm,
    ManifestForm,
    encode_index,
    encode_manifest,
)
from dossier.model import Kind
from dossier.publish.edition_checks import Counts, check_files, check_floors, counts
from dossier.publish.manifest import file_forms

GENERATOR = Generator(name="dossier", version="0", model="m", config="c")


def edition(folder: Path, articles: int, events: list[int]) -> Path:
    """A build of so many articles and a dossier for each number of events."""
    folder.mkdir()
    entries = [
        IndexEntryForm(
            query=None,
            entity=IndexEntityForm(id=str(number), name="Ada", kind=Kind.PERSON),
            files={},
            counts={"events": count, "undated": 1},
        )
        for number, count in enumerate(events)
    ]
    index = IndexForm(as_of=None, generator=GENERATOR, dossiers=entries, skipped=[])
    (folder / "index.json").write_bytes(encode_index(index))
    manifest = ManifestForm(
        generator=GENERATOR,
        as_of=None,
        edition=1,
        previous=None,
        settings={},
        articles=[ManifestArticleForm(id=str(number), ref="a", sha256="", url=None) for number in range(articles)],
        judgements=[],
        dossiers=[],
        files=file_forms(folder),
    )
    (folder / MANIFEST).write_bytes(encode_manifest(manifest))
    return folder


@pytest.mark.parametrize(
    ("articles", "events", "floor", "short"),
    [
        (10, [5, 3], 0.5, []),
        (20, [9, 9, 9], 0.5, []),
        (5, [4], 0.5, []),
        (4, [5, 3], 0.5, ["articles: 4, where the edition before has 10"]),
        (10, [3], 0.5, ["events: 4, where the edition before has 10"]),
        (10, [], 0.5, ["dossiers: 0, where the edition before has 2", "events: 0, where the edition before has 10"]),
        (9, [5, 3], 1.0, ["articles: 9, where the edition before has 10"]),
        (0, [], 0.0, []),
    ],
)
def test_an_edition_that_lost_too_much_is_named(
    tmp_path: Path, articles: int, events: list[int], floor: float, short: list[str]
) -> None:
    before, now = edition(tmp_path / "before", 10, [5, 3]), edition(tmp_path / "now", articles, events)
    assert [f"{one.where}: {one.what}" for one in check_floors(now, before, floor)] == short


def test_a_dossier_that_two_names_ask_for_counts_once(tmp_path: Path) -> None:
    folder = edition(tmp_path / "a", 1, [2, 2])
    index = (folder / "index.json").read_text().replace('"id": "1"', '"id": "0"')
    (folder / "index.json").write_text(index)
    assert counts(folder) == Counts(articles=1, dossiers=1, events=3)


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("briefing.pdf", b"", "cannot be read"),
        ("briefing.pdf", b"%PDF-1.7\n%%EOF\n", "cannot be read"),
        ("briefing.pdf", b"no PDF", "cannot be read"),
        ("timeline.json", b"{}", "cannot be read"),
        ("timeline.json", b'{"schema": "dossier/index/1"}', "cannot be read"),
        ("briefing.html", b"", ""),
    ],
)
def test_a_file_is_what_its_name_says(tmp_path: Path, name: str, data: bytes, said: str) -> None:
    folder = edition(tmp_path / "a", 1, [1])
    (folder / name).write_bytes(data)
    manifest = ManifestForm(
        generator=GENERATOR,
        as_of=None,
        edition=1,
        previous=None,
        settings={},
        articles=[],
        judgements=[],
        dossiers=[],
        files=file_forms(folder),
    )
    (folder / MANIFEST).write_bytes(encode_manifest(manifest))
    found = list(check_files(folder))
    assert [issue.where for issue in found] == ([name] if said else [])
    assert all(said in issue.what for issue in found)


def test_a_file_that_is_missing_or_changed_is_named(tmp_path: Path) -> None:
    folder = edition(tmp_path / "a", 1, [1])
    assert list(check_files(folder)) == []
    (folder / "index.json").write_text("{}")
    assert [str(issue) for issue in check_files(folder)] == ["index.json: it is not as the manifest says (build again)"]
    (folder / "index.json").unlink()
    assert "is not there" in next(check_files(folder)).what
    (folder / MANIFEST).unlink()
    assert next(check_files(folder)).what == "it has no manifest"
