"""``case.json``: every event and every actor of the case, in every build."""

import json
import random
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from dossier.codec import CASE, CaseForm, decode_case, decode_index, decode_timeline
from dossier.model import Watched, When
from dossier.pipeline.checking.verified_build import verify_build
from dossier.pipeline.destination import EditionRules
from dossier.pipeline.planning.formats import Format
from dossier.pipeline.run import Intake, Job, build
from dossier.store import Store

pytestmark = pytest.mark.slow  # it starts the parser
ARTICLES = {
    "a": ("2019-03-15", "Peter Brandt was arrested in London on 14 March 2019. Brandt had sold the plans in 2016."),
    "b": ("2020-05-22", "Peter Brandt was released in Paris on 20 May 2020. He is expected to appeal in 2031."),
    "c": ("2020-05-23", "Ada Stahl was appointed director of the port of Orlov on 21 May 2020."),
    "d": (None, "The mayor of Orlov resigned."),
}


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Job, Store]]:
    """A job with a dossier for one of the actors, and its store, in which the articles are annotated."""
    folder = tmp_path_factory.mktemp("case")
    source = written(folder, list(ARTICLES))
    job = Job(
        intake=Intake(sources=[source]),
        output=folder / "out",
        watched=(Watched("Peter Brandt"),),
        formats=frozenset({Format.JSON, Format.HTML}),
    )
    with Store(folder / "s.db") as store:
        build(job, store)
        yield job, store


def written(folder: Path, ids: list[str]) -> str:
    lines = [{"id": key, "published": day, "text": text} for key in ids for day, text in (ARTICLES[key],)]
    path = folder / "articles.jsonl"
    path.write_text("\n".join(json.dumps({key: one for key, one in line.items() if one}) for line in lines))
    return str(path)


def case(job: Job) -> CaseForm:
    return decode_case((job.output / CASE).read_bytes())


def test_each_event_stands_once_in_the_order_of_time(archive: tuple[Job, Store]) -> None:
    job, _ = archive
    found = case(job)
    told = ["acquisition", "arrest", "release", "appointment"]
    assert [event.type for event in found.events if event.type in told] == told
    assert len({event.id for event in found.events}) == len(found.events)
    assert {article.ref for article in found.articles.values()} == {"a", "b", "c", "d"}
    assert found.as_of == "2020-05-23"
    *line, undated, expected = found.events
    assert all(event.reported for event in line)
    assert (undated.summary, undated.reported) == ("The mayor of Orlov resigned.", None)
    assert expected.realis == "forecast"
    assert all(0 < event.importance <= 1 for event in found.events)


def test_each_actor_stands_once_with_all_its_mentions(archive: tuple[Job, Store]) -> None:
    job, _ = archive
    found = case(job)
    assert len({actor.id for actor in found.actors}) == len(found.actors)
    brandt = next(actor for actor in found.actors if actor.name == "Peter Brandt")
    told = [(found.articles[one.article].ref, one.text, str(one.form)) for one in brandt.mentions]
    assert sorted(told) == [
        ("a", "Brandt", "name"),
        ("a", "Peter Brandt", "name"),
        ("b", "He", "pronoun"),
        ("b", "Peter Brandt", "name"),
    ]


def test_the_articles_are_grouped_into_affairs(archive: tuple[Job, Store]) -> None:
    job, _ = archive
    found = case(job)
    grouped = [article for affair in found.affairs for article in affair.articles]
    assert sorted(grouped) == sorted(found.articles)
    assert {event.affair for event in found.events} <= {affair.id for affair in found.affairs}
    assert all(affair.id == affair.articles[0] for affair in found.affairs)
    for affair in found.affairs:
        days = sorted(filter(None, (found.articles[article].published.edtf for article in affair.articles)))
        assert [affair.first, affair.last] == ([days[0], days[-1]] if days else [None, None])


def test_the_order_of_the_articles_changes_nothing(archive: tuple[Job, Store], tmp_path: Path) -> None:
    job, _ = archive
    ids = list(ARTICLES)
    random.Random(15).shuffle(ids)
    other = replace(job, intake=Intake(sources=[written(tmp_path, ids)]), output=tmp_path / "out")
    with Store(tmp_path / "s.db") as store:
        build(other, store)
    assert (other.output / CASE).read_bytes() == (job.output / CASE).read_bytes()


@pytest.mark.parametrize("harm", ["", "update kept_events set body = x'00'", "delete from kept_events"])
def test_a_night_without_news_writes_the_same(archive: tuple[Job, Store], tmp_path: Path, harm: str) -> None:
    job, store = archive
    with closing(sqlite3.connect(store.name)) as connection, connection:
        connection.executescript(harm)
    again = build(replace(job, output=tmp_path / "out"), store)
    assert again.annotated == []
    assert (tmp_path / "out" / CASE).read_bytes() == (job.output / CASE).read_bytes()
    assert store.damage() == []


def test_another_day_makes_no_edition(archive: tuple[Job, Store], tmp_path: Path) -> None:
    job, store = archive
    edition = replace(job, output=tmp_path / "out", editions=EditionRules(keep=3, floor=0))
    build(edition, store)
    later = replace(edition, intake=replace(edition.intake, as_of=When.parse("2021-01-01")))
    assert build(later, store).unchanged_since == 1


def test_the_start_page_leads_to_it_and_first_to_its_dossier(archive: tuple[Job, Store]) -> None:
    job, _ = archive
    page = (job.output / "index.html").read_text("utf-8")
    assert '<a href="case.json">all that was found (JSON)</a>' in page
    main = page.partition("<h1>")[2]
    assert re.findall(r'<a href="([^"]+)">', main)[0] == "case/briefing.html"


def test_the_dossier_of_the_case_tells_what_several_dossiers_tell(archive: tuple[Job, Store]) -> None:
    job, store = archive
    timeline, _ = decode_timeline((job.output / "case" / "timeline.json").read_bytes())
    lines = [event.summary for _, event in timeline.events]
    assert [words for words in ("arrested", "released", "appointed") if any(words in line for line in lines)] == [
        "arrested",
        "released",
        "appointed",
    ]
    assert timeline.actor is None
    assert timeline.overview
    assert timeline.as_of == When.parse("2020-05-23")
    assert {"Peter Brandt", "Ada Stahl"} <= {actor.name for actor in timeline.overview.actors}
    index = decode_index((job.output / "index.json").read_bytes())
    assert index.case_dossier
    assert index.case_dossier.counts["articles"] == 4
    brandt = next(entry for entry in index.dossiers if entry.entity)
    page = (job.output / "case" / "briefing.html").read_text("utf-8")
    assert f'href="../{brandt.files["html"]}"' in page
    assert verify_build(job.output, store).issues == ()


def test_another_set_of_dossiers_makes_the_page_of_the_case_anew(archive: tuple[Job, Store], tmp_path: Path) -> None:
    job, store = archive
    both = replace(job, output=tmp_path / "out", watched=(Watched("Peter Brandt"), Watched("Ada Stahl")))
    build(both, store)
    page = tmp_path / "out" / "case" / "briefing.html"
    assert page.read_text("utf-8").count(">Dossier</a>") == 2
    build(replace(both, watched=(Watched("Ada Stahl"),)), store)
    assert page.read_text("utf-8").count(">Dossier</a>") == 1
    assert verify_build(tmp_path / "out", store).issues == ()
