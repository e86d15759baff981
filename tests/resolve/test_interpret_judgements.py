"""Judgements become rulings on chains and event mentions; those about nothing are reported."""

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.model import (
    ActorChain,
    ActorMention,
    ActorPointer,
    AddedEvent,
    AnalystNote,
    Annotations,
    Citation,
    Decision,
    DescriptionChoice,
    EventMention,
    EventPointer,
    Form,
    Hiding,
    Identity,
    Involvement,
    Judgement,
    Kind,
    MentionIdentity,
    NameRejection,
    NobodyMeant,
    Participation,
    Placement,
    Quote,
    Reclassification,
    Redating,
    Rejection,
    Renaming,
    Retyping,
    Rewording,
    Role,
    Span,
    SpeakerCorrection,
    Verdict,
    When,
    WordsPointer,
    answers_of,
)
from dossier.resolve import RulingReport, effective_judgements, interpret_judgements
from dossier.resolve.rulings.rulings import Rulings
from tests.judgements import different, same, unsure

PERSON, PLACE = Kind.PERSON, Kind.PLACE


def chain(key: str, name: str, *forms: str, kind: Kind = PERSON) -> ActorChain:
    quotes = [Quote(Span(n, n + len(form)), form) for n, form in enumerate((name, *forms))]
    return ActorChain(key, name, kind, tuple(ActorMention(quote, Form.NAME) for quote in quotes))


def word(start: int, text: str) -> Quote:
    return Quote(Span(start, start + len(text)), text)


def event(key: str, start: int, text: str) -> EventMention:
    return EventMention(key, "other", word(start, text), text, Span(0, 200))


CASE = [
    Annotations("a", actors=(chain("1", "Ada Brandt", "Brandt"), chain("2", "Oslo", kind=PLACE))),
    Annotations("b", actors=(chain("1", "ADA BRANDT"), chain("2", "Nora Brandt", "Brandt"))),
    Annotations("c", actors=(chain("1", "A. Brandt"), chain("2", "Oslo")), events=(event("1", 50, "fled"),)),
    Annotations("d", actors=(chain("1", "Brandtner"),), events=(event("1", 60, "fled"), event("2", 70, "met"))),
]
ADA = {("a", "1"), ("b", "1")}
NORA, SHORT = {("b", "2")}, {("c", "1")}
FLED_C, FLED_D, MET = (
    EventPointer("c", word(50, "fled")),
    EventPointer("d", word(60, "fled")),
    EventPointer("d", word(70, "met")),
)


def ruled(*judgements: Judgement, case: Sequence[Annotations] = CASE) -> RulingReport:
    return interpret_judgements(
        judgements, [(Citation(found.article, f"{found.article}.txt", ""), found) for found in case]
    )


def rulings(*judgements: Judgement) -> Rulings:
    found = ruled(*judgements)
    assert (found.issues, found.notes) == ((), ())
    return found.rulings


def by_ada(decision: Decision, made: str = "2026-11-22") -> Judgement:
    return Judgement(decision, "ada", date.fromisoformat(made))


def test_a_name_means_all_chains_with_that_own_name() -> None:
    assert rulings(same("ada brandt", "A. Brandt")).same == (frozenset(ADA | SHORT),)


def test_a_name_with_an_article_means_its_chains_there() -> None:
    found = rulings(different(ActorPointer("Brandt", "b"), ActorPointer("Ada Brandt", "a")))
    assert found.different == ((frozenset({("a", "1")}), frozenset(NORA)),)


def test_all_that_are_the_same_as_one_form_a_group() -> None:
    found = rulings(same("Ada Brandt", "A. Brandt"), same("A. Brandt", "Nora Brandt"))
    assert found.same == (frozenset(ADA | SHORT | NORA),)


def test_a_name_of_place_and_person_has_the_kind_of_the_other_side() -> None:
    assert rulings(same("Oslo", "Ada Brandt")).same == (frozenset(ADA | {("c", "2")}),)


def test_a_chain_is_different_from_all_others_of_its_name() -> None:
    found = rulings(different(ActorPointer("Ada Brandt", "a"), "Ada Brandt"))
    assert found.different == ((frozenset({("b", "1")}), frozenset({("a", "1")})),)


def test_names_are_rejected_and_given() -> None:
    found = rulings(
        by_ada(Rejection(ActorPointer("Brandtner"))),
        by_ada(Renaming(ActorPointer("A. Brandt"), "Ada B. Brandt")),
        same("A. Brandt", "Ada Brandt"),
    )
    assert found.rejected == {("d", "1")}
    assert found.names == dict.fromkeys(ADA | SHORT, "Ada B. Brandt")


def test_events_are_joined_parted_dated_and_hidden() -> None:
    when = When.parse("2021-03-02")
    found = rulings(
        by_ada(Identity(FLED_C, FLED_D, Verdict.SAME)),
        by_ada(Identity(FLED_C, MET, Verdict.DIFFERENT)),
        by_ada(Redating(FLED_C, when)),
        by_ada(Hiding(MET)),
    )
    fled_c, fled_d, met = ("c", Span(50, 54), 1), ("d", Span(60, 64), 1), ("d", Span(70, 73), 1)
    assert found.same_events == (frozenset({fled_c, fled_d}),)
    assert found.different_events == ((frozenset({fled_c}), frozenset({met})),)
    assert found.dates == {fled_c: when}
    assert found.hidden == {met}


@pytest.mark.parametrize(
    ("judgements", "verdict"),
    [
        pytest.param([same("Ada Brandt", "A. Brandt", "2026-01-01"), different("A. Brandt", "Ada Brandt")], 1),
        pytest.param([different("A. Brandt", "Ada Brandt"), same("Ada Brandt", "A. Brandt", "2026-01-01")], 1),
        pytest.param([different("A. Brandt", "Ada Brandt"), same("ADA BRANDT", "a. brandt")], 0),
        pytest.param([same("ADA BRANDT", "a. brandt"), different("A. Brandt", "Ada Brandt")], 1),
        pytest.param([same("Ada Brandt", "A. Brandt"), different("A. Brandt", "Ada Brandt", "")], 1),
        pytest.param([different("A. Brandt", "Ada Brandt", ""), same("Ada Brandt", "A. Brandt", "2020-01-01")], 0),
        pytest.param(
            [
                by_ada(Rejection(ActorPointer("Brandtner"))),
                same("Ada Brandt", "A. Brandt", "2020-01-01"),
                different("A. Brandt", "Ada Brandt", ""),
            ],
            1,
        ),
        pytest.param([same("Ada Brandt", "A. Brandt", ""), different("A. Brandt", "Ada Brandt", "")], 1),
    ],
    ids=[
        "later",
        "later, listed first",
        "of one day the last",
        "of one day the last, again",
        "no day: after those before it",
        "no day: before those after it",
        "no day: after all before it",
        "no days: the last",
    ],
)
def test_the_later_judgement_on_a_subject_is_in_effect(judgements: list[Judgement], verdict: int) -> None:
    found = rulings(*judgements)
    assert (len(found.same), len(found.different)) == (1 - verdict, verdict)


def test_a_contradiction_is_reported_and_different_wins() -> None:
    chained = [same("Ada Brandt", "A. Brandt"), same("A. Brandt", "Nora Brandt")]
    apart = different("Ada Brandt", "Nora Brandt")
    beside = same("Nora Brandt", "Brandtner")
    found = ruled(*chained, apart, beside)
    (issue,) = found.issues
    assert all(one.id in issue.where for one in (*chained, apart))
    assert beside.id not in issue.where
    assert "'Ada Brandt', 'Nora Brandt'" in issue.what
    assert found.rulings.same == (frozenset(NORA | {("d", "1")}),)
    assert len(found.rulings.different) == 1


def test_names_of_one_chain_cannot_be_different() -> None:
    case = [Annotations("a", actors=(chain("1", "Ada Brandt", "Ada B."),))]
    (issue,) = ruled(different("Ada Brandt", "Ada B."), case=case).issues
    assert "one actor's in a.txt" in issue.what


def test_unsure_has_no_effect_where_other_judgements_decide() -> None:
    assert len(rulings(unsure("Ada Brandt", "Nora Brandt")).unsure) == 1
    pair = [same("Ada Brandt", "A. Brandt"), same("A. Brandt", "Nora Brandt")]
    assert rulings(*pair, unsure("Ada Brandt", "Nora Brandt")).unsure == ()


@pytest.mark.parametrize(
    ("decision", "said"),
    [
        (Rejection(ActorPointer("Nobody")), "'Nobody' is read as nobody's name"),
        (Rejection(ActorPointer("Oslo", "b")), "'Oslo' in b.txt is read as nobody's name"),
        (Rejection(ActorPointer("Brandt")), "'Brandt' is said of several (Ada Brandt, Nora Brandt)"),
        (Hiding(EventPointer("c", word(51, "fled"))), "'fled' at c.txt:51-55 is not read as an event"),
        (Hiding(EventPointer("c", word(50, "sped"))), "'sped' at c.txt:50-54 is not read as an event"),
        (
            Identity(ActorPointer("Ada Brandt"), ActorPointer("Nobody"), Verdict.SAME),
            "'Nobody' is read as nobody's name",
        ),
    ],
)
def test_a_judgement_about_nothing_is_reported(decision: Decision, said: str) -> None:
    found = ruled(by_ada(decision))
    (issue,) = found.issues
    assert said in issue.what
    assert issue.advice
    assert found.rulings == Rulings()


@pytest.mark.parametrize(
    "decision",
    [Hiding(EventPointer("gone", word(50, "fled"))), Rejection(ActorPointer("Ada Brandt", "gone"))],
    ids=["event", "name"],
)
def test_a_judgement_on_an_article_of_another_case_is_noted(decision: Decision) -> None:
    found = ruled(by_ada(decision))
    (note,) = found.notes
    assert "article gone is not in this case" in note.what
    assert (found.issues, found.rulings) == ((), Rulings())


NAMES = ["Ada Brandt", "A. Brandt", "Nora Brandt", "Brandtner", "Nobody"]
_pairs = st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)).filter(lambda pair: pair[0] != pair[1])
_made = st.builds(
    lambda pair, verdict, day: by_ada(
        Identity(ActorPointer(pair[0]), ActorPointer(pair[1]), verdict), f"2026-01-{day:02}"
    ),
    _pairs,
    st.sampled_from(Verdict),
    st.integers(1, 28),
)


_decisions: list[Decision] = [
    MentionIdentity(WordsPointer("b", word(0, "ADA BRANDT")), ActorPointer("A. Brandt"), is_meant=True),
    MentionIdentity(WordsPointer("b", word(0, "ADA BRANDT")), ActorPointer("Nora Brandt"), is_meant=True),
    MentionIdentity(WordsPointer("b", word(0, "ADA BRANDT")), ActorPointer("Ada Brandt"), is_meant=False),
    MentionIdentity(WordsPointer("a", word(0, "Oslo")), ActorPointer("A. Brandt"), is_meant=True),
    NobodyMeant(WordsPointer("c", word(0, "A. Brandt"))),
    NobodyMeant(WordsPointer("d", word(90, "them"))),
    AddedEvent(WordsPointer("a", word(0, "Ada Brandt")), "arrest", When.parse("2021"), "Brandt was held"),
    AddedEvent(WordsPointer("d", word(60, "fled")), "arrest"),
    Rewording(EventPointer("a", word(0, "Ada Brandt")), "Brandt was let go"),
    Participation(FLED_D, ActorPointer("A. Brandt"), Role.AGENT),
    Involvement(FLED_D, ActorPointer("A. Brandt"), is_involved=False),
    Placement(MET, "Oslo"),
    SpeakerCorrection(MET, "the police"),
    Retyping(MET, "arrest"),
    Hiding(FLED_C),
    Reclassification(ActorPointer("Oslo"), Kind.PERSON),
    Renaming(ActorPointer("Brandtner"), "B."),
    NameRejection(ActorPointer("Ada Brandt"), "Brandt"),
    DescriptionChoice(ActorPointer("Ada Brandt"), "a clerk"),
    AnalystNote(MET, "when?"),
    AnalystNote(ActorPointer("Ada Brandt"), "who?"),
]
_any = st.builds(lambda made, day: by_ada(made, f"2026-02-{day:02}"), st.sampled_from(_decisions), st.integers(1, 28))


@given(
    st.lists(_made | _any, max_size=12, unique_by=lambda one: one.made),
    st.randoms(use_true_random=False),
)
def test_the_order_of_judgements_of_different_days_changes_nothing(judgements: list[Judgement], random: object) -> None:
    shuffled = list(judgements)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert ruled(*shuffled) == ruled(*judgements)


@given(st.lists(_made, max_size=12))
def test_what_is_different_is_never_in_one_group(judgements: list[Judgement]) -> None:
    found = ruled(*judgements).rulings
    for left, right in found.different:
        assert not any(group & left and group & right for group in found.same)
    assert all(not (one & other) for one in found.same for other in found.same if one is not other)


@given(st.lists(_made, max_size=12))
def test_one_judgement_for_each_subject_is_in_effect(judgements: list[Judgement]) -> None:
    assert len(effective_judgements(judgements)) == len({one.subject for one in judgements})


@given(st.lists(_made | _any, max_size=12))
def test_what_is_in_effect_answers_each_question_once_and_is_in_effect_by_itself(judgements: list[Judgement]) -> None:
    held = effective_judgements(judgements)
    assert effective_judgements(held) == held
    answers: dict[object, set[object]] = {}
    for judgement in held:
        for question, answer in answers_of(judgement.decision).items():
            answers.setdefault(question, set()).add(answer)
    assert all(len(given) == 1 for given in answers.values())


def test_of_two_without_a_day_neither_replaces_the_other() -> None:
    she = WordsPointer("b", word(0, "ADA BRANDT"))
    made = [
        Judgement(MentionIdentity(she, ActorPointer(name), is_meant=True), "ada") for name in ("A. Brandt", "Brandtner")
    ]
    assert effective_judgements(made) == made
    later = by_ada(MentionIdentity(she, ActorPointer("Nora Brandt"), is_meant=True))
    assert effective_judgements([*made, later]) == [later]
