"""A watchlist of many names that nobody has: those that somebody has are answered, the others listed in a file."""

from dataclasses import replace
from pathlib import Path

import pytest

from dossier.codec import IndexUnmatchedForm, decode_index, decode_manifest
from dossier.model import Watched
from dossier.pipeline.checking.rebuilding import Remaking
from dossier.pipeline.checking.verified_build import verify_build
from dossier.pipeline.planning.formats import Format
from dossier.pipeline.planning.requested_dossiers import MAX_UNMATCHED, UNMATCHED
from dossier.pipeline.run import Intake, Job, build
from dossier.store import Store

pytestmark = pytest.mark.slow  # it starts the parser
MANY = tuple(Watched(f"Nemo Nusquam {number}") for number in range(MAX_UNMATCHED + 1))


@pytest.fixture
def job(tmp_path: Path) -> Job:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("Peter Brandt was arrested in London on 14 March 2019.")
    formats = frozenset({Format.JSON, Format.HTML})
    return Job(intake=Intake(sources=["in"], base=tmp_path), output=tmp_path / "out", formats=formats)


@pytest.mark.parametrize("count", [MAX_UNMATCHED, MAX_UNMATCHED + 1])
def test_the_index_names_few_and_counts_many(job: Job, tmp_path: Path, count: int) -> None:
    job = replace(job, watched=(MANY[0], Watched("Peter Brandt"), *MANY[1:count]))
    with Store(tmp_path / "s.db") as store:
        report = build(job, store)
        checked = verify_build(job.output, store, Remaking())
    assert checked.issues == ()
    index = decode_index((job.output / "index.json").read_bytes())
    page = (job.output / "index.html").read_text()
    watched = decode_manifest((job.output / "manifest.json").read_bytes()).settings["watched"]
    is_long = count > MAX_UNMATCHED
    assert [entry.query for entry in index.dossiers if entry.entity] == ["Peter Brandt"]
    assert len(index.dossiers) == (1 if is_long else count + 1) == len(watched if isinstance(watched, list) else [])
    assert index.unmatched == (IndexUnmatchedForm(count, UNMATCHED) if is_long else None)
    assert (job.output / UNMATCHED).exists() == is_long
    assert ("Nemo Nusquam 7" in page, "201 names" in page) == (not is_long, is_long)
    assert len(report.issues) == (1 if is_long else count)
    if is_long:
        assert (job.output / UNMATCHED).read_text().splitlines() == [entry.name for entry in MANY]
        assert "201 of the 202 that were asked for are nobody's" in str(report.issues[0])


def test_the_file_goes_when_the_list_is_short_again(job: Job, tmp_path: Path) -> None:
    with Store(tmp_path / "s.db") as store:
        build(replace(job, watched=MANY), store)
        assert (job.output / UNMATCHED).exists()
        build(job, store)
    assert not (job.output / UNMATCHED).exists()
