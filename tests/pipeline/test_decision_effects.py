"""What a decision changes in the sample case, as the analyst is told before it is kept."""

from collections import Counter
from collections.abc import Iterator

import pytest

from dossier.model import (
    WHOLE_CASE,
    ActorPointer,
    Event,
    EventPointer,
    Hiding,
    Identity,
    Judgement,
    MentionIdentity,
    Participation,
    Quote,
    Rejection,
    Renaming,
    Role,
    Span,
    Verdict,
    WordsPointer,
)
from dossier.pipeline.cases.case import Case
from dossier.pipeline.deciding.actor_effects import HowActorChanged
from dossier.pipeline.deciding.decision_effects import DecisionEffects, decision_effects
from dossier.pipeline.deciding.entry_effects import EntryEffect, HowChanged
from dossier.pipeline.opened.live_case import LiveCase
from dossier.pipeline.references.named_entry import told_with
from dossier.render.entries.possible_entries import possible_rows
from dossier.store import Store
from tests.pipeline.conftest import Built

pytestmark = pytest.mark.slow  # it builds the sample case

ADEL, NADIA = ActorPointer("Adel Haddoun"), ActorPointer("Nadia Haddoun")
SAME = Judgement(Identity(ADEL, NADIA, Verdict.SAME), "ada")
RENAMED = Judgement(Renaming(ADEL, "A. Haddoun"), "ada")
REJECTED = Judgement(Rejection(ADEL), "ada")


@pytest.fixture(scope="module")
def live(sample: Built) -> Iterator[LiveCase]:
    with Store(sample.store) as store:
        yield LiveCase(store)


def effects(live: LiveCase, *judgements: Judgement) -> DecisionEffects:
    return decision_effects(live.case, live.with_judgements(judgements))


def hows(found: DecisionEffects, name: str) -> Counter[HowChanged]:
    return Counter(entry.how for one in found.dossiers if one.name == name for entry in one.entries)


def entry(live: LiveCase, name: str, words: str) -> Event:
    """The entry in the dossier of somebody whose line has these words."""
    (key,) = (actor.id for actor in live.case.actors if actor.name == name)
    return next(event for event in live.case.timeline(key).lines if words in event.line)


def pointer(event: Event) -> EventPointer:
    return EventPointer(event.evidence[0].article, event.evidence[0].trigger)


def others(found: DecisionEffects, how: HowChanged) -> set[tuple[str, str]]:
    """In which dossiers entries change so, each with what they have to do with."""
    return {(one.name, entry.other) for one in found.dossiers for entry in one.entries if entry.how is how}


def test_a_decision_without_effect_changes_nothing(live: LiveCase) -> None:
    found = effects(live, Judgement(Identity(ADEL, NADIA, Verdict.UNSURE), "ada"))
    assert not found.is_any
    assert found.entries == 0


def test_two_become_one(live: LiveCase) -> None:
    found = effects(live, SAME)
    assert [(one.name, one.how, one.other) for one in found.actors] == [
        ("Nadia Haddoun", HowActorChanged.MERGED, "Adel Haddoun")
    ]
    of_actors = [one.name for one in found.dossiers if one.key != WHOLE_CASE]
    assert of_actors == ["Adel Haddoun"]  # that others meet her under his name is no change of a line
    (moved,) = {entry.other for entry in found.dossiers[0].entries if entry.how is HowChanged.MOVED_HERE}
    assert moved == "Nadia Haddoun"
    assert {other for _, other in others(found, HowChanged.POSSIBLE_NEW)} == {"Nadia Haddoun"}
    assert found.entries >= len(found.dossiers[0].entries)


def test_one_becomes_two(live: LiveCase) -> None:
    """The same the other way round: what a withdrawal changes."""
    found = decision_effects(live.with_judgements([SAME]), live.case)
    assert [(one.name, one.how, one.other) for one in found.actors] == [
        ("Nadia Haddoun", HowActorChanged.PARTED, "Adel Haddoun")
    ]
    away, here = hows(found, "Adel Haddoun"), hows(found, "Nadia Haddoun")
    assert away[HowChanged.MOVED_AWAY] == here[HowChanged.MOVED_HERE] > 0


def test_another_name_alone_changes_no_entry(live: LiveCase) -> None:
    found = effects(live, RENAMED)
    assert [(one.name, one.how, one.other) for one in found.actors] == [
        ("Adel Haddoun", HowActorChanged.RENAMED, "A. Haddoun")
    ]
    assert not found.dossiers


def test_what_is_no_name_has_no_dossier(live: LiveCase) -> None:
    found = effects(live, REJECTED)
    assert [(one.name, one.how) for one in found.actors] == [("Adel Haddoun", HowActorChanged.GONE)]
    assert set(hows(found, "Adel Haddoun")) == {HowChanged.GONE}
    assert found.dossiers[-1].key == WHOLE_CASE


def test_events_that_are_parted_stand_as_two_entries(live: LiveCase) -> None:
    doubts = (link for link in live.case.contents.doubts if link.is_merged and not link.is_about_actors)
    merged = next(link for link in doubts if "released" in {link.left.trigger.exact, link.right.trigger.exact})
    apart = Judgement(Identity(merged.left, merged.right, Verdict.DIFFERENT), "ada")
    found = effects(live, apart)
    back = decision_effects(live.with_judgements([apart]), live.case)
    parted = sum(HowChanged.PARTED is entry.how for one in found.dossiers for entry in one.entries)
    joined = sum(HowChanged.JOINED is entry.how for one in back.dossiers for entry in one.entries)
    assert parted == joined > 0


def test_an_entry_comes_from_the_dossier_that_loses_it(live: LiveCase) -> None:
    """It stands in those of the Sabkha Brigade and Wadi Kaam, too, and stays there."""
    officers = ActorPointer("JASU officers"), ActorPointer("Two JASU officers")
    found = effects(live, Judgement(Identity(*officers, Verdict.SAME), "ada"))
    assert others(found, HowChanged.MOVED_HERE) == {("Two JASU officers", "JASU officers")}


def test_an_entry_that_stays_where_it_was_moves_nowhere(live: LiveCase) -> None:
    event = pointer(entry(live, "Adel Haddoun", "dismissed"))
    given = Judgement(Participation(event, ActorPointer("Huda Masallati"), Role.AGENT), "ada")
    found, back = effects(live, given), decision_effects(live.with_judgements([given]), live.case)
    assert others(found, HowChanged.HERE_TOO) == {("Huda Masallati", "Adel Haddoun")}
    assert others(back, HowChanged.HERE_NO_LONGER) == {("Huda Masallati", "Adel Haddoun")}
    assert not others(found, HowChanged.MOVED_HERE) | others(back, HowChanged.MOVED_AWAY)


HE = 'client denied all wrongdoing. "He'
"""Before what Loukaridis is possibly said to have done."""


@pytest.mark.parametrize(
    ("name", "is_meant", "how", "other"),
    [
        ("Adel Haddoun", True, HowChanged.MOVED_UNTOLD, "Adel Haddoun"),
        ("Antonis Loukaridis", True, HowChanged.POSSIBLE_GONE, ""),
        ("Antonis Loukaridis", False, HowChanged.POSSIBLE_GONE, ""),
    ],
)
def test_what_is_worth_no_line_where_it_belongs_says_so(
    live: LiveCase, sample: Built, name: str, is_meant: bool, how: HowChanged, other: str
) -> None:
    """A pronoun that gets another actor, or is sure, or nobody's; the other name of an actor makes no other actor."""
    with Store(sample.store) as store:
        (article,) = (one for one in store.articles(live.case.run.articles) if HE in one.text)
    end = article.text.index(HE) + len(HE)
    words = WordsPointer(article.id, Quote(Span(end - 2, end), "He"))
    found = effects(live, Judgement(MentionIdentity(words, ActorPointer(name), is_meant), "ada"))
    told = [entry for one in found.dossiers if one.name == "Antonis Loukaridis" for entry in one.entries]
    assert [(entry.how, entry.other, bool(entry.reason)) for entry in told] == [(how, other, is_meant)]
    assert hows(found, "Despina Kallinikou") == ({HowChanged.CHANGED: 1} if is_meant else {})  # she says it, possibly
    assert all(one.how is HowActorChanged.RENAMED for one in found.actors)


def test_whom_an_event_is_given_to_is_told_that_it_is_worth_no_line_there(live: LiveCase) -> None:
    event = pointer(entry(live, "Adel Haddoun", "told a news conference"))
    given = Judgement(Participation(event, ActorPointer("Nadia Haddoun"), Role.RECIPIENT), "ada")
    assert hows(effects(live, given), "Nadia Haddoun") == {HowChanged.UNTOLD_HERE: 1}


def test_a_line_that_another_word_of_its_sentence_tells_stays_in_the_case(live: LiveCase) -> None:
    raided = entry(live, "Joint Anti-Smuggling Unit", "raided")
    found = effects(live, Judgement(Hiding(pointer(raided)), "ada"))
    assert hows(found, "")[HowChanged.SAME_LINE] == 1


def test_what_is_told_with_an_entry_takes_its_line_out_of_every_dossier(live: LiveCase) -> None:
    """The fund has a part in what its line tells, and the minister has none in that."""
    dismissed = entry(live, "Adel Haddoun", "dismissed")
    (adel, fund) = (
        live.case.timeline(actor.id)
        for actor in sorted(live.case.actors, key=lambda one: one.name)
        if actor.name in ("Adel Haddoun", "Coastal Hospitals Reconstruction Fund")
    )
    beside = told_with(dismissed, adel, fund)
    assert [one.evidence[0].trigger.exact for one in beside] == ["paid"]
    after = live.with_judgements([Judgement(Hiding(pointer(one)), "ada") for one in (dismissed, *beside)])
    keys = (*(actor.id for actor in after.actors), WHOLE_CASE)
    assert dismissed.line not in {event.line for key in keys for event in after.timeline(key).lines}


def rows(case: Case, name: str) -> dict[str, set[WordsPointer]]:
    """The printed rows of what may be about somebody by their lines, with the words that may mean him."""
    (actor,) = (one for one in case.actors if name in {one.name, *(alias.text for alias in one.aliases)})
    timeline = case.timeline(actor.id)
    return {
        row.line: {WordsPointer(row.events[0].evidence[0].article, one) for one in row.doubtful_words(actor.id)}
        for row in possible_rows(timeline.possible, actor, timeline.told)
    }


STAYS = {HowChanged.POSSIBLE_STAYS, HowChanged.POSSIBLE_ELSEWHERE}


@pytest.mark.parametrize(
    ("name", "stay"),
    [("Nadia Haddoun", 1), ("Coastal Hospitals Reconstruction Fund", 1)],
)
def test_a_word_that_is_given_away_leaves_or_takes_its_row_as_is_told(live: LiveCase, name: str, stay: int) -> None:
    """The row stays by another word of its sentence, or by the same sentence in another article."""
    before, stayed = rows(live.case, name), 0
    for words in sorted(set().union(*before.values())):
        given = Judgement(MentionIdentity(words, ActorPointer("Khaled al-Zarrouni"), True), "ada")
        found, now = effects(live, given), rows(live.with_judgements([given]), name)
        own = next(one.entries for one in found.dossiers if one.name == name)
        gone = {line for line in before if line not in now}
        assert gone == {line for line in map(_line_then, own) if line not in now}
        stayed += sum(one.how in STAYS for one in own)
    assert stayed == stay


def _line_then(entry: EntryEffect) -> str:
    """The line of the entry before the decision."""
    return next((one.old or "" for one in entry.change.fields if one.field == "summary"), entry.change.summary)
