"""A build that is made again from its store is the same, whatever went before it."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from dossier.model import ActorPointer, Judgement, Rejection, Watched
from dossier.pipeline.checking.rebuilding import Remaking
from dossier.pipeline.checking.verified_build import VerifiedBuild, verify_build
from dossier.pipeline.destination import EditionRules
from dossier.pipeline.planning.formats import Format
from dossier.pipeline.run import Intake, Job, build
from dossier.sources.judgement_file import read_judgements
from dossier.sources.stated_judgements import StatedJudgement
from dossier.store import Store

pytestmark = pytest.mark.slow  # it starts the parser
ARTICLES = {
    "a.md": "---\npublisher: Midsea Press\npublished: 2019-03-15\n---\nPeter Brandt was arrested in London in 2019.",
    "b.txt": "Peter Brandt was released in Paris on 20 May 2020. The mayor praised Peter Brandt on 21 May 2020.",
}
MORE = {"c.txt": "Ada Stahl left London on 2 June 2020. Ada Stahl resigned on 3 June 2020."}
STATED = "- reject: London\n  by: Ada\n"


@pytest.fixture
def job(tmp_path: Path) -> Job:
    write(tmp_path, ARTICLES)
    (tmp_path / "in" / "empty.txt").write_text("")
    (tmp_path / "judgements.yaml").write_text(STATED)
    return Job(
        intake=Intake(sources=["in"], base=tmp_path),
        output=tmp_path / "out",
        watched=(Watched("Peter Brandt", ("Brandt",)), Watched("Ada Stahl"), Watched("Nobody")),
        outlets={"Midsea Press": "B"},
        formats=frozenset({Format.JSON, Format.HTML}),
    )


def write(folder: Path, articles: dict[str, str]) -> None:
    (folder / "in").mkdir(exist_ok=True)
    for name, text in articles.items():
        (folder / "in" / name).write_text(text)


def stated(job: Job) -> list[StatedJudgement]:
    return [one for one in read_judgements(job.output.parent / "judgements.yaml") if isinstance(one, StatedJudgement)]


def verified(job: Job, store: Store, judgements: list[StatedJudgement] | None = None) -> VerifiedBuild:
    folder = job.output / "latest" if job.editions else job.output
    return verify_build(folder, store, Remaking(judgements=judgements or []))


def nothing(job: Job) -> Job:
    return job


def editions(job: Job) -> Job:
    return replace(job, editions=EditionRules(keep=9, floor=0))


def most_active(job: Job) -> Job:
    return replace(job, watched=(), top=2)


def of_files(job: Job) -> Job:
    return replace(job, judgements=stated(job))


@pytest.mark.parametrize("change", [nothing, editions, most_active, of_files])
def test_a_second_night_is_made_again(job: Job, tmp_path: Path, change: Callable[[Job], Job]) -> None:
    night = change(job)
    with Store(tmp_path / "s.db") as store:
        store.add_judgements([Judgement(Rejection(ActorPointer("Paris")), "Ada")])
        build(night, store)
        write(tmp_path, MORE)
        build(night, store)
        result = verified(night, store, list(night.judgements))
        assert (result.issues, result.notes) == ((), ())


def test_judgements_of_files_must_be_given_again(job: Job, tmp_path: Path) -> None:
    with Store(tmp_path / "s.db") as store:
        build(of_files(job), store)
        assert verified(job, store, stated(job)).issues == ()
        assert any("judgements[0]" in issue.what for issue in verified(job, store).issues)


def test_where_the_edition_before_is_gone_that_is_said(job: Job, tmp_path: Path) -> None:
    night = editions(job)
    with Store(tmp_path / "s.db") as store:
        build(night, store)
        write(tmp_path, MORE)
        build(night, store)
        shutil.rmtree(night.output / "editions" / "0001")
        result = verified(night, store)
    assert result.issues == ()
    assert [note.where for note in result.notes] == ["changes.json"]


def test_another_store_does_not_make_it(job: Job, tmp_path: Path) -> None:
    with Store(tmp_path / "s.db") as store:
        build(job, store)
    with Store(tmp_path / "other.db") as store:
        write(tmp_path, MORE)
        build(replace(job, output=tmp_path / "other"), store)
        found = [issue.what for issue in verified(job, store).issues]
    assert any("holds no run with its articles" in what for what in found)
