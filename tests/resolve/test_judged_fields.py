"""Fields of an event that the analyst corrects: in the mention, in the event of several, and beside what was read."""

from collections.abc import Callable, Sequence
from datetime import date

import pytest

from dossier.model import (
    ActorPointer,
    Correction,
    Event,
    EventField,
    Judgement,
    Rejection,
    Role,
)
from dossier.resolve import Rulings
from dossier.resolve.rulings.rulings import EventCorrection
from tests.resolve.test_events import MONDAY, Case, read, resolved, told_by, trigger_keys

ADA = Judgement(Rejection(ActorPointer("any")), "ada", date(2026, 11, 22))
"""Whose the corrections are: what the judgement decides is not asked here."""
RAID = (
    (MONDAY, "Omar Haddad was arrested in Varna on 12 March, Ada Brandt said."),
    (MONDAY, "Snow fell. On 12 March Omar Haddad was arrested in Varna."),
)


def fix(field: EventField, value: str, role: Role | None = None) -> tuple[EventField, str, Role | None]:
    return field, value, role


def ruled(case: Case, article: int, *fixes: tuple[EventField, str, Role | None]) -> Rulings:
    """Rulings on "arrested" in one of the articles; a value that is a name there means its bearer."""
    found = case[article][1]
    chains = {chain.name: frozenset([(found.article, chain.id)]) for chain in found.actors}
    made = (EventCorrection(ADA, field, value, chains.get(value, frozenset()), role) for field, value, role in fixes)
    return Rulings(corrections={trigger_keys(case, "arrested")[article]: tuple(made)})


def arrest(articles: int, *fixes: tuple[EventField, str, Role | None]) -> Event:
    """The arrest as so many articles tell it, corrected in the last of them."""
    case = read(*RAID[:articles])
    (event,) = told_by(resolved(case, ruled(case, articles - 1, *fixes)).events, "arrested")
    return event


def parts(event: Event) -> list[str]:
    return sorted(f"{player.name}: {player.role}{'' if player.entity else ', words'}" for player in event.participants)


def source(event: Event) -> tuple[str, str | None] | None:
    said = event.attribution
    return (said.text, said.name) if said else None


VALUES: Sequence[tuple[tuple[EventField, str, Role | None], Callable[[Event], object], object]] = [
    (fix(EventField.SUMMARY, "Haddad [sic] <b>held</b>"), lambda event: event.line, "Haddad [sic] <b>held</b>"),
    (fix(EventField.TYPE, "abduction"), lambda event: event.type, "abduction"),
    (fix(EventField.CERTAINTY, "possible"), lambda event: event.factuality.certainty, "possible"),
    (fix(EventField.POLARITY, "negative"), lambda event: event.factuality.polarity, "negative"),
    (fix(EventField.ATTRIBUTION, "the harbour office"), source, ("the harbour office", None)),
    (fix(EventField.ATTRIBUTION, "Omar Haddad"), source, ("Omar Haddad", "Omar Haddad")),
    (fix(EventField.ATTRIBUTION, ""), source, None),
    (
        fix(EventField.PLACE, "Orlov"),
        lambda event: (event.place and (event.place.name, event.place.entity), parts(event)),
        (("Orlov", None), ["Omar Haddad: patient", "Orlov: place, words"]),
    ),
    (fix(EventField.PLACE, "Varna"), lambda event: event.place and bool(event.place.entity), True),
    (fix(EventField.PLACE, ""), lambda event: (event.place, parts(event)), (None, ["Omar Haddad: patient"])),
    (fix(EventField.PARTICIPANTS, "Omar Haddad", Role.AGENT), parts, ["Omar Haddad: agent", "Varna: place"]),
    (
        fix(EventField.PARTICIPANTS, "the coast guard", Role.AGENT),
        parts,
        ["Omar Haddad: patient", "Varna: place", "the coast guard: agent, words"],
    ),
    (fix(EventField.PARTICIPANTS, "Varna", Role.RECIPIENT), parts, ["Omar Haddad: patient", "Varna: recipient"]),
]


@pytest.mark.parametrize("articles", [1, 2])
@pytest.mark.parametrize(
    ("given", "look", "value"), VALUES, ids=lambda value: str(value[:2]) if isinstance(value, tuple) else ""
)
def test_a_correction_of_one_mention_holds_for_the_event(
    articles: int, given: tuple[EventField, str, Role | None], look: Callable[[Event], object], value: object
) -> None:
    event = arrest(articles, given)
    assert len(event.evidence) == articles
    assert look(event) == value
    assert event.judged == (given[0],)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        (
            fix(EventField.SUMMARY, "Held."),
            Correction(
                EventField.SUMMARY,
                "Held.",
                "Omar Haddad was arrested in Varna on 12 March, Ada Brandt said.",
                ADA.id,
                "ada",
                ADA.made,
            ),
        ),
        (fix(EventField.WHEN, "2021"), Correction(EventField.WHEN, "2021", "2021-03-12", ADA.id, "ada", ADA.made)),
        (
            fix(EventField.TYPE, "abduction"),
            Correction(EventField.TYPE, "abduction", "arrest", ADA.id, "ada", ADA.made),
        ),
        (
            fix(EventField.CERTAINTY, "possible"),
            Correction(EventField.CERTAINTY, "possible", "certain", ADA.id, "ada", ADA.made),
        ),
        (
            fix(EventField.POLARITY, "negative"),
            Correction(EventField.POLARITY, "negative", "positive", ADA.id, "ada", ADA.made),
        ),
        (
            fix(EventField.ATTRIBUTION, ""),
            Correction(EventField.ATTRIBUTION, "", "Ada Brandt", ADA.id, "ada", ADA.made),
        ),
        (fix(EventField.PLACE, "Orlov"), Correction(EventField.PLACE, "Orlov", "Varna", ADA.id, "ada", ADA.made)),
        (
            fix(EventField.PARTICIPANTS, "Omar Haddad", Role.AGENT),
            Correction(EventField.PARTICIPANTS, "agent", "patient", ADA.id, "ada", ADA.made, "Omar Haddad"),
        ),
        (
            fix(EventField.PARTICIPANTS, "a guard", Role.AGENT),
            Correction(EventField.PARTICIPANTS, "agent", "", ADA.id, "ada", ADA.made, "a guard"),
        ),
    ],
    ids=lambda value: str(value[0]) if isinstance(value, tuple) else "",
)
def test_what_was_read_stands_beside_it_with_whose_decision_it_is(
    given: tuple[EventField, str, Role | None], kept: Correction
) -> None:
    event = arrest(1, given)
    assert event.evidence[0].corrections == (kept,)


def test_the_words_of_the_article_stay_those_by_which_events_are_compared() -> None:
    event = arrest(1, fix(EventField.SUMMARY, "Held."))
    assert event.summary == event.evidence[0].summary == arrest(1).summary


def test_who_now_tells_the_contrary_is_no_source() -> None:
    assert (arrest(2).independent_sources, arrest(2, fix(EventField.POLARITY, "negative")).independent_sources) == (
        2,
        1,
    )


def test_a_source_stands_where_the_sentence_has_its_words() -> None:
    said = [arrest(1, fix(EventField.ATTRIBUTION, words)).attribution for words in ("Ada Brandt", "the mayor")]
    assert [one and one.speaker.exact for one in said] == ["Ada Brandt", "said"]
