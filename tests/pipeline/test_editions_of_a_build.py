"""Builds that are published as editions."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from dossier.model import Watched
from dossier.pipeline.checking.checks import verify
from dossier.pipeline.destination import EditionRules
from dossier.pipeline.planning.formats import Format
from dossier.pipeline.run import Intake, Job, build
from dossier.publish.editions import approve
from dossier.store import Store

pytestmark = pytest.mark.slow  # each starts the parser
TEXT = "Peter Brandt was arrested in London on 14 March 2019. Police said Brandt had sold the plans in 2016."
MORE = "Peter Brandt was released in Paris on 20 May 2020. The mayor praised Peter Brandt on 21 May 2020."


@pytest.fixture
def project(tmp_path: Path) -> Job:
    """A job that publishes editions of two articles, into a folder among them."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(TEXT)
    (tmp_path / "in" / "b.txt").write_text(MORE)
    return Job(
        intake=Intake(sources=[str(tmp_path / "in")]),
        output=tmp_path / "in" / "out",
        watched=(Watched("Peter Brandt"),),
        formats=frozenset({Format.JSON, Format.PDF}),
        editions=EditionRules(keep=2),
    )


def test_nights_become_editions_and_a_night_that_lost_its_articles_is_held(project: Job, tmp_path: Path) -> None:
    with Store(tmp_path / "s.db") as store:
        first, second = build(project, store), build(project, store)
        (tmp_path / "in" / "b.txt").unlink()
        (tmp_path / "in" / "a.txt").write_text("Peter Brandt lives in London.")
        lost = build(project, store)
        approve(project.output, 1)
        wanted = build(replace(project, editions=EditionRules(keep=1, floor=0)), store)
        assert verify(project.output / "latest", store).issues == ()
    assert [report.issues for report in (first, second)] == [[], []]
    assert (second.unchanged_since, second.made, second.files) == (1, 0, [])
    assert [issue.where for issue in lost.issues][:2] == [str(project.output / "held"), "events"]
    assert lost.files == []
    assert [report.skipped for report in (first, second, lost, wanted)] == [[], [], [], []]
    assert {note.where for note in wanted.notes} == {f"in/out/{name}" for name in ("editions/0001", "held")}
    assert (project.output / "latest").readlink() == Path("editions/0002")
    assert {path.parent.parent.name for path in wanted.files if path.name == "timeline.json"} == {"0002"}
    assert [path.name for path in sorted((project.output / "editions").iterdir())] == [".0001.approved", "0001", "0002"]


def test_an_edition_that_was_removed_by_hand_is_made_again(project: Job, tmp_path: Path) -> None:
    with Store(tmp_path / "s.db") as store:
        build(project, store)
        shutil.rmtree(project.output / "editions" / "0001")
        assert build(project, store).issues == []
    assert (project.output / "latest" / "index.json").is_file()


def test_an_edition_may_have_no_json(project: Job, tmp_path: Path) -> None:
    pages = replace(project, formats=frozenset({Format.HTML}))
    with Store(tmp_path / "s.db") as store:
        first = build(pages, store)
        (tmp_path / "in" / "b.txt").unlink()
        second = build(replace(pages, editions=EditionRules(keep=2, floor=0)), store)
    assert (first.issues, second.issues) == ([], [])
    assert (project.output / "latest").readlink() == Path("editions/0002")
    assert not list((project.output / "latest").rglob("changes.json")), "there are no timelines to compare"


@pytest.mark.parametrize(
    ("change", "is_published"),
    [
        (lambda folder: None, False),
        (lambda folder: (folder / "in" / "c.bin").write_bytes(b"\x00\x01"), True),  # listed as skipped
        (lambda folder: next((folder / "in" / "out" / "latest").glob("*/timeline.json")).write_text("{}"), True),
        (lambda folder: (folder / "in" / "out" / "latest" / "index.html").unlink(), True),
    ],
)
def test_an_edition_is_made_where_something_changed(
    project: Job, tmp_path: Path, change: Callable[[Path], object], is_published: bool
) -> None:
    pages = replace(project, formats=frozenset({Format.JSON}))
    with Store(tmp_path / "s.db") as store:
        build(pages, store)
        change(tmp_path)
        report = build(pages, store)
        assert verify(project.output / "latest", store).issues == ()
    assert (report.unchanged_since is None) == is_published
    assert (project.output / "latest").readlink() == Path("editions/0002" if is_published else "editions/0001")
