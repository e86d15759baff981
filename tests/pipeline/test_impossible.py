"""What one person cannot have done: shown in the dossier and in that of the case, and asked about first."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from dossier.codec import decode_index, decode_timeline
from dossier.model import ActorPointer, Identity, Judgement, Signal, Timeline, Verdict, Watched
from dossier.pipeline.checking.verified_build import verify_build
from dossier.pipeline.deciding.doubt_evidence import undecided_doubts
from dossier.pipeline.opened.open_case import open_case
from dossier.pipeline.planning.formats import Format
from dossier.pipeline.run import Intake, Job, build
from dossier.store import Store

pytestmark = pytest.mark.slow  # it starts the parser
ARTICLES = [
    ("a", "2019-03-15", "Peter Brandt, the mayor of Varna, died on 14 March 2019. Brandt had led the port since 2016."),
    ("b", "2020-05-22", "Peter Brandt, the mayor of Varna, was arrested in Paris on 20 May 2020, police said."),
    ("c", "2020-05-23", "Ada Stahl, a trader, was released in Orlov on 21 May 2020. Stahl left for Varna at once."),
]
LEFT, RIGHT = ActorPointer("Peter Brandt", "a"), ActorPointer("Peter Brandt", "b")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Job, Store]]:
    folder = tmp_path_factory.mktemp("impossible")
    lines = [json.dumps({"id": key, "published": day, "text": text}) for key, day, text in ARTICLES]
    (folder / "a.jsonl").write_text("\n".join(lines))
    intake = Intake(sources=[str(folder / "a.jsonl")])
    formats = frozenset({Format.JSON, Format.HTML})
    job = Job(intake=intake, output=folder / "out", watched=(Watched("Peter Brandt"),), formats=formats)
    with Store(folder / "s.db") as store:
        build(job, store)
        yield job, store


def timelines(output: Path) -> list[Timeline]:
    index = decode_index((output / "index.json").read_bytes())
    return [decode_timeline((output / dossier.files["json"]).read_bytes())[0] for _, dossier in index.written]


def test_both_dossiers_show_it_with_both_sources(built: tuple[Job, Store]) -> None:
    job, store = built
    for timeline in timelines(job.output):
        (conflict,) = [one for one in timeline.conflicts if one.field == "life"]
        assert [reading.value for reading in conflict.readings] == ["2019-03-14", "2020-05-20"]
        refs = {
            timeline.articles[event.evidence[0].article].ref for event in timeline.told if event.id in conflict.events
        }
        assert refs == {"a", "b"}
    page = (job.output / "case" / "briefing.html").read_text("utf-8")
    assert "whether alive" in page
    assert verify_build(job.output, store).issues == ()


def test_it_is_the_first_doubt_until_it_is_decided(built: tuple[Job, Store]) -> None:
    _, store = built
    run = store.last_run()
    assert run
    case = open_case(store, run)
    first, *others = undecided_doubts(case, ())
    ids = {citation.ref: key for key, citation in case.contents.citations.items()}
    sides = [ActorPointer(one.name, ids[one.article]) for one in (LEFT, RIGHT)]
    assert [first.left, first.right] == sides
    assert [reason.signal for reason in first.reasons] == [Signal.LIFE]
    assert first.is_merged
    assert [first.left, first.right] not in [[one.left, one.right] for one in others]
    decided = Judgement(Identity(*sides, Verdict.DIFFERENT), "ada")
    assert first not in undecided_doubts(case, [decided])
