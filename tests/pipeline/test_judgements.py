"""Judgements on the sample case: taken in by a build, and undone to the byte."""

from datetime import date
from pathlib import Path

import pytest

from dossier.model import (
    Actor,
    ActorPointer,
    Decision,
    Event,
    EventPointer,
    Hiding,
    Identity,
    Involvement,
    Judgement,
    Redating,
    Rejection,
    Renaming,
    Verdict,
    Watched,
    When,
)
from dossier.pipeline.cases.case import Case
from dossier.pipeline.opened.open_case import open_case
from dossier.pipeline.planning.formats import Format
from dossier.pipeline.run import build
from dossier.sources.judgement_file import read_judgements
from dossier.sources.stated_judgements import StatedJudgement
from dossier.store import Store
from tests.pipeline.builds import files, last_case
from tests.pipeline.conftest import job

pytestmark = pytest.mark.slow  # all but a few look at the sample case, which takes long to build

DAY = date(2026, 11, 22)
WRONG = Judgement(Identity(ActorPointer("Adel Haddoun"), ActorPointer("Nadia Haddoun"), Verdict.SAME), "ada", DAY)


def named(case: Case, name: str) -> Actor:
    (actor,) = [one for one in case.actors if one.name == name]
    return actor


def test_a_wrong_merge_that_is_undone_leaves_no_trace(store: Store, tmp_path: Path) -> None:
    watched = tuple(map(Watched, ("Adel Haddoun", "Nadia Haddoun", "CHRF")))

    def built(name: str) -> dict[str, bytes]:
        build(job(tmp_path / name, watched=watched), store)
        return files(tmp_path / name)

    before = built("before")
    store.add_judgements([WRONG])
    wrong = built("wrong")
    assert not any("nadia" in name for name in wrong)
    assert sum(name.endswith(".pdf") for name in before) == len(watched) + 1  # that of the case, too
    assert store.withdraw(WRONG.id, "ada", DAY)
    assert built("after") == before


def test_two_that_are_judged_the_same_are_one(store: Store) -> None:
    case = last_case(store)
    both = named(case, "Adel Haddoun").members + named(case, "Nadia Haddoun").members
    store.add_judgements([WRONG])
    assert set(named(last_case(store), "Adel Haddoun").members) == set(both)


def test_two_that_are_judged_different_are_two(store: Store) -> None:
    assert "Khalid al-Zarruni" in {one.text for one in named(last_case(store), "Khaled al-Zarrouni").aliases}
    apart = Identity(ActorPointer("Khaled al-Zarrouni"), ActorPointer("Khalid al-Zarruni"), Verdict.DIFFERENT)
    store.add_judgements([Judgement(apart, "ada", DAY)])
    case = last_case(store)
    left, right = named(case, "Khaled al-Zarrouni"), named(case, "Khalid al-Zarruni")
    assert not set(left.members) & set(right.members)


def test_a_name_is_given_and_rejected(store: Store) -> None:
    store.add_judgements([Judgement(Renaming(ActorPointer("Orsalia"), "MV Orsalia"), "ada", DAY)])
    store.add_judgements([Judgement(Rejection(ActorPointer("Limassol")), "ada", DAY)])
    names = {actor.name for actor in last_case(store).actors}
    assert "MV Orsalia" in names
    assert not names & {"Orsalia", "Limassol"}


def first_event(case: Case, name: str) -> tuple[EventPointer, Event]:
    event = case.timeline(named(case, name).id).events[0][1]
    return EventPointer(event.evidence[0].article, event.evidence[0].trigger), event


def told_of(case: Case, pointer: EventPointer) -> list[Event]:
    found = {event.id: event for actor in case.actors for event in case.timeline(actor.id).all_events}
    places = {event.id: {EventPointer(one.article, one.trigger) for one in event.evidence} for event in found.values()}
    return [event for key, event in found.items() if pointer in places[key]]


@pytest.mark.parametrize("decision", [Redating, Hiding])
def test_an_event_is_dated_and_hidden(store: Store, decision: type[Redating | Hiding]) -> None:
    pointer, _ = first_event(last_case(store), "Orsalia")
    when = When.parse("2020-12-24")
    made: Decision = Redating(pointer, when) if decision is Redating else Hiding(pointer)
    store.add_judgements([Judgement(made, "ada", DAY)])
    found = told_of(last_case(store), pointer)
    assert [event.dating.when for event in found] == ([when] if decision is Redating else [])


@pytest.mark.parametrize("is_involved", [True, False])
def test_whom_an_event_concerns_is_decided(store: Store, is_involved: bool) -> None:
    case = last_case(store)
    listed = [(actor, event) for actor in case.actors for event in case.timeline(actor.id).possible]
    actor, event = listed[0]
    piece = event.evidence[0]
    decision = Involvement(EventPointer(piece.article, piece.trigger), ActorPointer(actor.name), is_involved)
    store.add_judgements([Judgement(decision, "ada", DAY)])
    after = last_case(store)
    timeline = after.timeline(named(after, actor.name).id)
    found = {e.id for e in timeline.all_events}
    possible = {e.id for e in timeline.possible}
    assert event.id not in possible
    assert (event.id in found) == is_involved


def test_judgements_of_a_file_come_after_those_of_the_store_and_are_not_kept(store: Store, tmp_path: Path) -> None:
    store.add_judgements([WRONG])
    path = tmp_path / "j.yaml"
    path.write_text(
        "- {different: [Adel Haddoun, Nadia Haddoun], by: bob, made: 2026-11-22}\n"
        "- {reject: Nobody Here, by: bob}\n"
        "- {hide: {article: gone.txt, text: fled}, by: bob}\n"
    )
    run = store.last_run()
    assert run
    stated = [one for one in read_judgements(path) if isinstance(one, StatedJudgement)]
    case = open_case(store, run, stated=stated)
    assert named(case, "Nadia Haddoun")
    assert store.judgements() == [WRONG]
    (undone,), (idle,) = case.contents.judgement_issues, case.contents.judgement_notes
    assert "Nobody Here" in undone.what
    assert idle.where == f"{path}:3"


def test_a_judgement_that_comes_to_nothing_makes_a_build_partial(store: Store, tmp_path: Path) -> None:
    store.add_judgements([Judgement(Rejection(ActorPointer("Nobody Here")), "ada", DAY)])
    report = build(job(tmp_path / "out", formats=frozenset([Format.JSON]), watched=()), store)
    assert any("Nobody Here" in issue.what for issue in report.issues)
    assert report.is_partial
