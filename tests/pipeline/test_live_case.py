"""A case held open shows each judgement as a build would, and shows what others would change without saving them."""

from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dossier.errors import NothingRead
from dossier.model import (
    WHOLE_CASE,
    ActorPointer,
    AddedEvent,
    AnalystNote,
    Certainty,
    CertaintyCorrection,
    Decision,
    Event,
    EventPointer,
    Hiding,
    Identity,
    Involvement,
    Judgement,
    Kind,
    MentionIdentity,
    NobodyMeant,
    Participation,
    Placement,
    Reclassification,
    Redating,
    Rejection,
    Renaming,
    Retyping,
    Rewording,
    Role,
    SpeakerCorrection,
    Verdict,
    When,
    WordsPointer,
)
from dossier.pipeline.cases.case import Case
from dossier.pipeline.opened.live_case import LiveCase
from dossier.pipeline.opened.open_case import case_anew
from dossier.store import Store
from tests.depth import examples
from tests.pipeline.large_cases import on_shelves

pytestmark = pytest.mark.slow  # it builds the sample case

DAY = date(2026, 11, 22)
_MAIN = 12
ADEL, NADIA = ActorPointer("Adel Haddoun"), ActorPointer("Nadia Haddoun")
SAME = Judgement(Identity(ADEL, NADIA, Verdict.SAME), "ada", DAY)
RENAMED = Judgement(Renaming(ADEL, "A. Haddoun"), "ada", DAY)


def whole(case: Case) -> list[bytes | object]:
    """A case with the timelines of its main actors, in an order of its own; timelines give the numbers of entries."""
    timelines = (case.encoded_timeline(key) for key in (WHOLE_CASE, *case.contents.active[:_MAIN]))
    return [replace(case.contents, entry_counts={}), list(case.encoded_findings()), *timelines]


def from_nothing(store: Store) -> list[bytes | object]:
    run = store.last_run()
    assert run
    return whole(case_anew(store, run, (), {}, None))


@pytest.fixture(params=[nullcontext, on_shelves])
def of_any_size(request: pytest.FixtureRequest) -> Iterator[None]:
    """A small case, and one that stands on shelves."""
    with request.param():
        yield


@pytest.mark.usefixtures("of_any_size")
def test_each_step_gives_what_a_build_from_nothing_gives(store: Store) -> None:
    live = LiveCase(store)
    before = whole(live.case)
    assert not live.refresh()
    for change in (
        lambda: store.add_judgements([SAME]),
        lambda: store.add_judgements([RENAMED]),
        lambda: store.add_judgements([SAME]),  # it moves behind the other
        lambda: store.withdraw(SAME.id, "ada", DAY),
    ):
        change()
        assert live.refresh()
        assert whole(live.case) == from_nothing(store)
    store.withdraw(RENAMED.id, "ada", DAY)
    assert live.refresh()
    assert whole(live.case) == before


@pytest.mark.usefixtures("of_any_size")
def test_a_new_name_changes_what_is_read_and_no_event(store: Store) -> None:
    live = LiveCase(store)
    before = live.case.timeline(WHOLE_CASE)
    actor = next(one for one in live.case.actors if one.name == ADEL.name)
    store.add_judgements([RENAMED])
    assert live.refresh()
    after = live.case.timeline(WHOLE_CASE)
    assert [(event.id, event.links) for event in after.lines] == [(event.id, event.links) for event in before.lines]
    parts = [part for event in after.lines for piece in (event, *event.evidence) for part in piece.participants]
    assert {part.name for part in parts if part.entity == actor.id} == {"A. Haddoun"}
    speakers = [piece.attribution for event in after.lines for piece in event.evidence if piece.attribution]
    assert {said.name for said in speakers if said.actor == actor.id} <= {"A. Haddoun"}


@pytest.mark.usefixtures("of_any_size")
def test_a_preview_shows_what_saving_gives_and_saves_nothing(store: Store) -> None:
    store.add_judgements([RENAMED])
    live = LiveCase(store)
    before = whole(live.case)
    preview = whole(live.with_judgements([SAME], [RENAMED]))
    assert preview != before
    assert not live.refresh()
    assert whole(live.case) == before
    store.withdraw(RENAMED.id, "ada", DAY)
    store.add_judgements([SAME])
    assert preview == from_nothing(store)


def test_a_note_makes_no_other_timeline_anew(store: Store) -> None:
    live = LiveCase(store)
    notes = [Judgement(AnalystNote(one, "Ask again."), "ada", DAY) for one in (ADEL, NADIA)]

    def encoded(*added: Judgement) -> dict[str, bytes]:
        case = live.with_judgements(added)
        return {actor.id: case.encoded_timeline(actor.id) for actor in case.actors}

    before, after = encoded(notes[0]), encoded(*notes)
    (nadia,) = (actor.id for actor in live.case.actors if actor.name == NADIA.name)
    assert [key for key, found in after.items() if found is not before[key]] == [nadia]


def test_a_store_without_a_run_is_refused(tmp_path: Path) -> None:
    with Store(tmp_path / "new.db") as store, pytest.raises(NothingRead):
        LiveCase(store)


def pointer(event: Event) -> EventPointer:
    shown = event.evidence[0]
    return EventPointer(shown.article, shown.trigger, shown.occurrence)


def decisions(told: Sequence[Event]) -> list[Decision]:
    """One of each kind that changes something, on these events and on the people of the case."""
    first, second, third, *_ = map(pointer, told)
    words = WordsPointer(first.article, first.trigger)
    return [
        Identity(ADEL, NADIA, Verdict.SAME),
        Identity(ActorPointer("Adel Haddoun", first.article), ADEL, Verdict.DIFFERENT),
        Identity(first, second, Verdict.SAME),
        Renaming(ADEL, "A. Haddoun"),
        Rejection(NADIA),
        Reclassification(ActorPointer("Orsalia"), Kind.PERSON),
        Redating(first, When.parse("2020-05")),
        Hiding(second),
        Involvement(third, NADIA, True),
        Involvement(first, ADEL, False),
        Retyping(third, "arrest"),
        CertaintyCorrection(first, Certainty.POSSIBLE),
        Placement(second, "Limassol"),
        SpeakerCorrection(third, "the port"),
        Participation(first, NADIA, Role.AGENT),
        Rewording(third, "It happened otherwise."),
        MentionIdentity(words, NADIA, True),
        NobodyMeant(WordsPointer(third.article, third.trigger)),
        AddedEvent(words, "arrest", When.parse("2021-03-01")),
        AnalystNote(ADEL, "Ask again."),
    ]


@settings(
    max_examples=examples(2, 4),
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(data=st.data())
def test_any_sequence_of_articles_and_judgements_gives_the_same(store: Store, data: st.DataObject) -> None:
    check_sequence(store, data)


@settings(max_examples=1, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_sequence_gives_the_same_on_shelves(store: Store, data: st.DataObject) -> None:
    with on_shelves():
        check_sequence(store, data)


def check_sequence(store: Store, data: st.DataObject) -> None:
    """Whether a case that is held open is, after each change, what a build from nothing gives."""
    whole_run = store.last_run()
    assert whole_run
    run = replace(whole_run, articles=whole_run.articles[::2])  # the others come and go
    store.record_run(run)
    live = LiveCase(store)
    assert {ADEL.name, NADIA.name} <= {actor.name for actor in live.case.actors}
    told = [event for _, event in live.case.timeline(WHOLE_CASE).events]
    judged = [Judgement(decision, "ada", DAY) for decision in decisions(told)]
    changes = st.sampled_from(judged) | st.sampled_from(whole_run.articles)
    for change in data.draw(st.lists(changes, min_size=5, max_size=5)):
        if isinstance(change, str):
            articles = {*run.articles} ^ {change}
            run = replace(whole_run, articles=tuple(key for key in whole_run.articles if key in articles))
            store.record_run(run)
        elif change in store.judgements():
            store.withdraw(change.id, "ada", DAY)
        else:
            store.add_judgements([change])
        assert live.refresh()
        assert whole(live.case) == from_nothing(store)
    for one in store.judgements():
        store.withdraw(one.id, "ada", DAY)
    store.record_run(whole_run)
