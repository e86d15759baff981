"""Builds: the same bytes, nothing annotated twice, every quote verifiable, and files where they belong."""

import hashlib
import io
import sqlite3
from pathlib import Path

import pytest
from pypdf import PdfReader

from dossier.build.checks import verify
from dossier.build.formats import Format
from dossier.build.run import Intake, build
from dossier.codec import decode_timeline
from dossier.errors import OutputUnusable
from dossier.model import Watched
from dossier.store import Store
from tests.build.conftest import SEEDS, Built, job


def digests(folder: Path) -> dict[str, str]:
    """The hash of each file, by its path in the folder."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_a_second_build_annotates_nothing_and_writes_the_same_bytes(sample: Built, tmp_path: Path) -> None:
    with Store(sample.store) as store:
        again = build(job(tmp_path / "again"), store)
    assert sample.report.annotated == 22
    assert again.annotated == 0
    assert digests(tmp_path / "again") == digests(sample.output)
    assert {Path(name).suffix for name in digests(sample.output)} == {".json", ".html", ".pdf"}


def test_the_order_and_the_number_of_workers_change_nothing(sample: Built, tmp_path: Path) -> None:
    folders = sorted((SEEDS / "articles").iterdir(), reverse=True)
    intake = Intake(sources=[str(folder) for folder in folders], as_of=job(tmp_path).intake.as_of, workers=2)
    with Store(tmp_path / "other.db") as store:
        build(job(tmp_path / "out", intake=intake, formats=frozenset({Format.JSON})), store)
    first = {name: value for name, value in digests(sample.output).items() if name.endswith("timeline.json")}
    assert first == {name: value for name, value in digests(tmp_path / "out").items() if name.endswith("timeline.json")}


def test_every_quote_stands_in_its_article(sample: Built) -> None:
    with Store(sample.store) as store:
        result = verify(sample.output, store)
    assert result.issues == ()
    assert result.dossiers == len([entry for entry in sample.index.dossiers if entry.entity])
    assert result.quotes > 200


def test_a_changed_article_is_found(sample: Built, tmp_path: Path) -> None:
    copy = tmp_path / "store.db"
    copy.write_bytes(sample.store.read_bytes())
    with sqlite3.connect(copy) as connection:
        connection.execute("update article set body = replace(body, 'Orsalia', 'Orsalie')")
    connection.close()
    with Store(copy) as store:
        result = verify(sample.output, store)
    assert any("is not what stands there" in issue.what for issue in result.issues)
    assert any("another SHA-256" in issue.what for issue in result.issues)


def test_a_folder_without_dossiers_is_refused(tmp_path: Path) -> None:
    with Store(tmp_path / "s.db") as store, pytest.raises(OutputUnusable, match="no dossiers"):
        verify(tmp_path, store)


def test_an_index_that_leads_out_of_its_folder_is_not_followed(sample: Built, tmp_path: Path) -> None:
    path = next(entry.files["json"] for entry in sample.index.dossiers if entry.files)
    (tmp_path / "secret.json").write_bytes((sample.output / path).read_bytes())
    folder = tmp_path / "out"
    folder.mkdir()
    changed = (sample.output / "index.json").read_text("utf-8").replace(path, "../secret.json")
    (folder / "index.json").write_text(changed, "utf-8")
    with Store(sample.store) as store:
        assert any("outside its folder" in issue.what for issue in verify(folder, store).issues)


def test_the_pdf_holds_every_quote_verbatim(sample: Built) -> None:
    for entry in sample.index.dossiers:
        if not entry.files:
            continue
        timeline, _ = decode_timeline((sample.output / entry.files["json"]).read_bytes())
        pages = PdfReader(io.BytesIO((sample.output / entry.files["pdf"]).read_bytes())).pages
        text = "".join("".join(page.extract_text().split()) for page in pages)
        quotes = {piece.quote.exact for event in timeline.all_events for piece in event.evidence}
        assert quotes
        assert [quote for quote in quotes if "".join(quote.split()) not in text] == []


def test_names_from_articles_stay_in_the_output_folder(tmp_path: Path) -> None:
    article = tmp_path / "in.txt"
    article.write_text(
        "Police said ../../etc/passwd arrested Peter <script>alert(1)</script> Brandt in London in 2019."
    )
    intake = Intake(sources=[str(article)])
    with Store(tmp_path / "s.db") as store:
        report = build(
            job(tmp_path / "a" / "b" / "out", intake=intake, watched=(Watched("../../etc/passwd"), Watched("London"))),
            store,
        )
    root = tmp_path / "a" / "b" / "out"
    assert report.files
    assert all(path.resolve().is_relative_to(root) for path in report.files)
    assert {path.name for path in (tmp_path / "a").rglob("*") if path.is_file()} == {
        "index.json", "index.html", "timeline.json", "briefing.html", "briefing.pdf",
    }  # fmt: skip
    assert all("<script" not in path.read_text("utf-8") for path in report.files if path.suffix == ".html")
