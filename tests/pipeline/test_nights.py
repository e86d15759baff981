"""Whatever happened in the nights before: the result is that of a build from nothing."""

import hashlib
import re
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from dossier.model import (
    ActorPointer,
    Identity,
    Judgement,
    Rejection,
    Renaming,
    Verdict,
    Watched,
)
from dossier.pipeline.destination import EditionRules
from dossier.pipeline.planning.formats import Format
from dossier.pipeline.report import BuildReport
from dossier.pipeline.run import Intake, Job, build, read_and_annotate
from dossier.store import Store
from tests.depth import examples
from tests.pipeline.conftest import SEEDS, Built
from tests.pipeline.large_cases import on_shelves

pytestmark = pytest.mark.slow

FILES = {
    path.name: path.read_bytes()
    for path in sorted((SEEDS / "articles").rglob("*"))
    if path.suffix in {".txt", ".md", ".html"}
}
REVISED = "haddoun-denies-role.txt"
FILES_REVISED = {REVISED: FILES[REVISED] + b"\nThe statement was corrected after it came out.\n"}
NAMES = ("Adel Haddoun", "Abu Sanad", "Limassol")
DAY = date(2026, 11, 22)
JUDGEMENTS = tuple(
    Judgement(decision, "ada", DAY)
    for decision in (
        Identity(ActorPointer("Adel Haddoun"), ActorPointer("Nadia Haddoun"), Verdict.SAME),
        Renaming(ActorPointer("Abu Sanad"), "The man from Zliten"),
        Rejection(ActorPointer("Limassol")),
    )
)
NIGHTS = st.lists(
    st.one_of(
        st.tuples(st.sampled_from(["add", "remove"]), st.sampled_from(sorted(FILES))),
        st.tuples(st.just("revise"), st.just(REVISED)),
        st.tuples(st.sampled_from(["judge", "undo"]), st.sampled_from(JUDGEMENTS)),
        st.tuples(st.just("watch"), st.integers(0, len(NAMES))),
        st.tuples(st.just("nothing"), st.none()),
    ),
    min_size=1,
    max_size=4,
)


_BY_NIGHTS = settings(
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # a night takes a second: to shrink takes minutes
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


class Desk:
    """A folder of articles, a store in which all of them are annotated already, and a build of it each night."""

    def __init__(self, folder: Path, archive: Path) -> None:
        self.sources = folder / "in"
        self.sources.mkdir()
        for name in (*sorted(FILES)[:8], REVISED):
            (self.sources / name).write_bytes(FILES[name])
        self.folder, self.names = folder, len(NAMES)
        self.store = Store(shutil.copy(archive, folder / "s.db"))

    def does(self, what: str, which: object) -> None:
        """One thing that happens between two nights."""
        if what == "add":
            (self.sources / str(which)).write_bytes(FILES[str(which)])
        elif what == "remove":
            (self.sources / str(which)).unlink(missing_ok=True)
        elif what == "revise":
            (self.sources / str(which)).write_bytes(FILES_REVISED[str(which)])
        elif what == "judge" and isinstance(which, Judgement):
            self.store.add_judgements([which])
        elif what == "undo" and isinstance(which, Judgement):
            self.store.withdraw(which.id, "ada", DAY)
        elif what == "watch" and isinstance(which, int):
            self.names = which

    def build(self, output: Path, **changes: object) -> BuildReport:
        """Build what lies in the folder tonight."""
        names = tuple(map(Watched, NAMES[: self.names]))
        job = Job(
            intake=Intake(sources=["in"], base=self.folder),
            output=output,
            watched=names,
            top=5,
            formats=frozenset({Format.JSON, Format.HTML}),
        )
        return build(replace(job, **changes), self.store)  # type: ignore[arg-type]

    def from_nothing(self, archive: Path, output: Path) -> None:
        """Build the same with a store that has no case of an earlier night."""
        fresh = Desk.__new__(Desk)
        fresh.__dict__ = {**self.__dict__, "store": Store(shutil.copy(archive, self.folder / "fresh.db"))}
        with fresh.store:
            fresh.store.add_judgements(self.store.judgements())
            fresh.build(output)


@pytest.fixture(scope="module")
def archive(sample: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the annotations of all files, in both versions where there are two."""
    folder = tmp_path_factory.mktemp("archive")
    path = Path(shutil.copy(sample.store, folder / "store.db"))
    (folder / "in").mkdir()
    for name, content in FILES_REVISED.items():
        (folder / "in" / name).write_bytes(content)
    with Store(path) as store:
        read_and_annotate(Intake(sources=["in"], base=folder), store, BuildReport())
    return path


@contextmanager
def desk(archive: Path) -> Iterator[Desk]:
    with TemporaryDirectory() as folder:
        one = Desk(Path(folder), archive)
        with one.store:
            yield one


def digests(folder: Path) -> Mapping[str, str]:
    files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def timelines(folder: Path) -> Mapping[str, str]:
    return {name: digest for name, digest in digests(folder).items() if name.endswith("timeline.json")}


@settings(_BY_NIGHTS, max_examples=examples(3, 10))
@given(nights=NIGHTS)
def test_any_nights_give_what_a_build_from_nothing_gives(archive: Path, nights: list[tuple[str, object]]) -> None:
    check_nights(archive, nights)


@settings(_BY_NIGHTS, max_examples=examples(2, 3))
@given(nights=NIGHTS)
def test_any_nights_of_a_large_case_do(archive: Path, nights: list[tuple[str, object]]) -> None:
    with on_shelves():
        check_nights(archive, nights)


def check_nights(archive: Path, nights: list[tuple[str, object]]) -> None:
    """Whether the last of these nights gives what a build from nothing gives, with editions and without."""
    with desk(archive) as one:
        output, editions = one.folder / "out", one.folder / "editions"
        for what, which in [("nothing", None), *nights]:
            one.does(what, which)
            assert one.build(output).annotated == []
            one.build(editions, editions=EditionRules(keep=2, floor=0))
        one.from_nothing(archive, one.folder / "fresh")
        assert _without_renamed(output) == _without_renamed(one.folder / "fresh")
        assert sorted(timelines(editions / "latest").values()) == sorted(timelines(output).values())


def _without_renamed(folder: Path) -> object:
    """The files of the dossiers, with the id alone of each folder: one keeps the name that its entity had first."""
    id_alone = partial(re.sub, rb"[a-z0-9-]+-([0-9a-f]{8}/)", rb"\1")
    files = ((path.relative_to(folder).as_posix(), path.read_bytes()) for path in folder.glob("*/*"))
    return sorted((id_alone(name.encode()), hashlib.sha256(id_alone(content)).digest()) for name, content in files)


def test_a_night_makes_only_the_dossiers_that_changed(archive: Path) -> None:
    with desk(archive) as one:
        output = one.folder / "out"
        first, second = one.build(output), one.build(output)
        kept = digests(output)
        one.does("add", "profile-abu-sanad.txt")
        third = one.build(output)
        assert (first.made, second.made) == (first.dossiers, 0)
        assert 0 < third.made < third.dossiers
        unchanged = {one.subject for one in third.explanations if one.reason.startswith("kept")}
        assert len(unchanged) == third.dossiers - third.made
        same = [name for name, digest in timelines(output).items() if kept.get(name) == digest]
        assert len(unchanged) <= len(same)
        led_elsewhere = {one.subject for one in third.explanations if "leads to" in one.reason}
        assert len(same) - len(unchanged) == len(led_elsewhere)
        reasons = {one.subject: one.reason for one in third.explanations}
        assert reasons["in/profile-abu-sanad.txt"] == "new; annotations kept"
        assert reasons[f"in/{REVISED}"] == "as before; annotations kept"


@pytest.mark.parametrize(
    ("what", "which", "said"),
    [
        ("revise", REVISED, {f"in/{REVISED}": "revised; annotations kept"}),
        ("remove", REVISED, {f"in/{REVISED}": "withdrawn: the build before had it"}),
        ("nothing", None, {f"in/{REVISED}": "as before; annotations kept"}),
    ],
)
def test_what_happened_to_an_article_is_said(archive: Path, what: str, which: object, said: dict[str, str]) -> None:
    with desk(archive) as one:
        output = one.folder / "out"
        one.build(output)
        one.does(what, which)
        found = {one.subject: one.reason for one in one.build(output).explanations}
        assert {key: found[key] for key in said} == said
