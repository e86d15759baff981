"""Builds: the same bytes, nothing annotated twice, every quote verifiable, and files where they belong."""

import contextlib
import hashlib
import io
import json
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from dossier.codec import decode_index, decode_manifest, decode_timeline
from dossier.errors import OutputUnusable
from dossier.model import ActorPointer, Judgement, Renaming, Watched
from dossier.pipeline.checking.checks import verify
from dossier.pipeline.planning.formats import Format
from dossier.pipeline.run import Intake, build
from dossier.store import Store
from tests.pipeline.conftest import NAMES, SEEDS, Built, job

pytestmark = pytest.mark.slow  # all but a few look at the sample case, which takes long to build


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
    assert len(sample.report.annotated) == 22
    assert again.annotated == []
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
    assert result.dossiers == len(sample.index.written)
    assert result.quotes > 200


def test_a_changed_article_is_found(sample: Built, tmp_path: Path) -> None:
    copy = tmp_path / "store.db"
    copy.write_bytes(sample.store.read_bytes())
    with sqlite3.connect(copy) as connection:
        connection.execute("update article set body = replace(body, 'Orsalia', 'Orsalie')")
    connection.close()
    with Store(copy) as store:
        result = verify(sample.output, store)
    assert any("which the store does not hold, or not whole" in issue.what for issue in result.issues)


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


def test_the_manifest_lists_every_file_and_what_it_was_made_from(sample: Built) -> None:
    manifest = decode_manifest((sample.output / "manifest.json").read_bytes())
    found = digests(sample.output)
    assert found.pop("manifest.json")
    assert {file.path: file.sha256 for file in manifest.files} == found
    assert all(file.size == (sample.output / file.path).stat().st_size for file in manifest.files)
    assert len(manifest.articles) == sample.report.articles
    assert manifest.settings["watched"] == list(NAMES)
    assert (manifest.as_of, manifest.edition, manifest.previous) == ("2021-04-30", None, None)


def test_a_manifest_names_the_judgements_and_no_path_of_the_machine(sample: Built, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Peter Brandt was arrested in London in 2019.")
    made = Judgement(Renaming(ActorPointer("Peter Brandt"), "Peter Brand"), "Ada")
    with Store(tmp_path / "s.db") as store, contextlib.chdir(tmp_path):
        store.add_judgements([made])
        build(job(tmp_path / "out", intake=Intake(sources=["a.txt"]), formats=frozenset({Format.JSON})), store)
    data = (tmp_path / "out" / "manifest.json").read_bytes()
    assert [judgement.id for judgement in decode_manifest(data).judgements] == [made.id]
    assert str(tmp_path).encode() not in data


def test_a_folder_keeps_its_name_when_its_entity_is_renamed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Peter Brandt was arrested in London in 2019.")
    intake = Intake(sources=[str(tmp_path / "a.txt")])
    one = job(tmp_path / "out", intake=intake, watched=(), formats=frozenset({Format.JSON}))
    with Store(tmp_path / "s.db") as store:
        build(one, store)
        before = {path.relative_to(tmp_path) for path in (tmp_path / "out").rglob("*")}
        store.add_judgements([Judgement(Renaming(ActorPointer("Peter Brandt"), "Walter Stahl"), "Ada")])
        build(one, store)
        build(replace(one, output=tmp_path / "new"), store)
    assert {path.relative_to(tmp_path) for path in (tmp_path / "out").rglob("*")} == before
    index = decode_index((tmp_path / "out" / "index.json").read_bytes())
    assert "Walter Stahl" in [entry.entity.name for entry in index.dossiers if entry.entity]
    assert [path for path in before if path.name.startswith("peter-brandt-")]
    assert list((tmp_path / "new").glob("walter-stahl-*"))
    assert not list((tmp_path / "new").glob("peter-brandt-*"))


def test_what_is_no_longer_made_goes_and_the_output_is_no_source(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("Peter Brandt was arrested in London in 2019.")
    output = tmp_path / "in" / "out"
    two = job(
        output,
        intake=Intake(sources=[str(tmp_path / "in")]),
        watched=(Watched("Brandt"), Watched("London")),
        formats=frozenset({Format.JSON, Format.HTML}),
    )
    with Store(tmp_path / "s.db") as store:
        assert build(two, store).skipped == []
        whole = digests(output)
        again = build(two, store)
        assert (again.articles, again.skipped) == (1, [])
        assert [(note.where, note.what) for note in again.notes] == [
            ("in/out", "dossiers of an earlier build, passed over")
        ]
        assert digests(output) == whole
        fewer = build(replace(two, watched=(Watched("London"),)), store)
    assert set(digests(output)) == {path.relative_to(output).as_posix() for path in fewer.files}
    assert not list(output.glob("peter-brandt-*"))


def test_the_pdf_holds_every_quote_verbatim(sample: Built) -> None:
    for entry in sample.index.dossiers:
        if not entry.files:
            continue
        timeline, _ = decode_timeline((sample.output / entry.files["json"]).read_bytes())
        pages = PdfReader(io.BytesIO((sample.output / entry.files["pdf"]).read_bytes())).pages
        text = "".join("".join(page.extract_text().split()) for page in pages)
        quotes = {piece.quote.exact for event in timeline.told for piece in event.evidence}
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
        "case.json", "index.json", "index.html", "reading.html", "manifest.json", "timeline.json", "briefing.html",
        "briefing.pdf",
    }  # fmt: skip
    assert all("<script>alert" not in path.read_text("utf-8") for path in report.files if path.suffix == ".html")


def quotes_in(form: object, path: str = "") -> Iterator[tuple[str, dict[str, object]]]:
    """Every quote in the JSON of a timeline, with the keys that lead to it."""
    if isinstance(form, list):
        for one in form:
            yield from quotes_in(one, path)
    elif isinstance(form, dict):
        if {"start", "end"} < form.keys():
            yield path, form
        for key, one in form.items():
            yield from quotes_in(one, f"{path}.{key}")


def test_a_quote_is_read_again_wherever_it_stands(sample: Built, tmp_path: Path) -> None:
    missed, seen = set(), set()
    with Store(sample.store) as store:
        for entry in (entry for entry in sample.index.dossiers if entry.entity):
            form = json.loads((sample.output / entry.files["json"]).read_text("utf-8"))
            for path, quote in quotes_in(form):
                if path not in seen:
                    seen.add(path)
                    key = "exact" if "exact" in quote else "text"
                    said, quote[key] = quote[key], "§" * len(str(quote[key]))
                    if not found_in(form, entry.files["json"], sample, tmp_path / str(len(seen)), store):
                        missed.add(path)
                    quote[key] = said
    assert missed == set()
    assert {
        ".entity.descriptions.mention",
        ".events.links.left.trigger",
        ".events.attribution.cue",
    } <= seen


def found_in(form: object, path: str, sample: Built, folder: Path, store: Store) -> list[str]:
    """What a check finds in a timeline that was changed, in a folder beside the index of the sample."""
    target = folder / path
    target.parent.mkdir(parents=True)
    target.write_text(json.dumps(form), "utf-8")
    (folder / "index.json").write_bytes((sample.output / "index.json").read_bytes())
    return [issue.what for issue in verify(folder, store).issues if issue.where == path]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            lambda form, key: form["entity"]["links"][0]["reasons"][0].update(
                article=key, quote={"start": 0, "end": 2, "exact": "§§"}
            ),
            "the dossier quotes '§§' from characters 0 to 2 of ",
        ),
        (
            lambda form, key: form["entity"]["links"][0]["reasons"][0].update(
                article="0" * 16, quote={"start": 0, "end": 2, "exact": "§§"}
            ),
            "the dossier quotes article 0000000000000000, which the store does not hold",
        ),
        (
            lambda form, key: form["conflicts"][0]["readings"][0].update(mentions=[99]),
            " cites missing evidence",
        ),
    ],
    ids=["a reason", "a reason in an article that is not there", "a mention that is not there"],
)
def test_what_a_timeline_rests_on_is_checked(
    sample: Built, tmp_path: Path, change: Callable[[Any, str], None], said: str
) -> None:
    forms = ((path, json.loads((sample.output / path).read_text("utf-8"))) for path in timelines(sample))
    path, form = next((path, form) for path, form in forms if form["conflicts"] and form["entity"]["links"])
    change(form, min(form["articles"]))
    with Store(sample.store) as store:
        assert any(said in what for what in found_in(form, path, sample, tmp_path / "out", store))


def timelines(sample: Built) -> list[str]:
    return [entry.files["json"] for entry in sample.index.dossiers if entry.entity]
