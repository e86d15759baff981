"""Events that a text only names: which words, of what type, and that nothing is told of them."""

import pytest

from dossier.model import Certainty, EventMention, Polarity
from tests.conftest import Annotate

_PROSE = "The inspectors sealed both of the warehouses in the early morning on Monday."


def bare(annotate: Annotate, text: str) -> list[EventMention]:
    """The bare mentions of the text."""
    return [event for event in annotate(text, "2021-03-03").events if event.is_bare]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        # an event noun before another noun; a weak one may mean a thing there
        ("The murder trial opened in Varna.", {"murder": "killing"}),
        ("The earthquake zone was closed.", {"earthquake": "disaster"}),
        ("The transport minister left Varna.", {}),
        ("The surgeon of an abortion clinic and the festival director left Varna.", {}),
        ("The fire department left Varna.", {}),
        ("The fatality rate, the death row and the war hero were forgotten in Varna.", {}),
        # nouns that name and seldom tell, and weak nouns without evidence
        ("He was injured in the final round.", {"round": "contest"}),
        ("The actress went into rehab in May.", {"rehab": "treatment"}),
        ("He was arrested on suspicion of theft.", {"suspicion": "charge"}),
        ("Haddad was late for the game.", {"game": "contest"}),
        ("The bank granted the loan.", {}),
        # outcomes
        ("The captain was found dead.", {"dead": "death"}),
        ("The dead captain was buried.", {}),
        ("The deal is dead.", {}),
        # acronyms; other names are no events
        ("He was charged with DUI.", {"DUI": "crime"}),
        ("Rehab Haddad arrived.", {}),
    ],
)
def test_what_is_named(annotate: Annotate, text: str, named: dict[str, str]) -> None:
    assert {event.trigger.exact: event.type for event in bare(annotate, text)} == named


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The port will close in the event of a strike.", "event"),
        ("The fleet was ready for war-games off Varna.", "war"),
        ("The fleet was ready for the war games off Varna.", "war"),
        ("Ada Brandt is the agent in charge of the port.", "charge"),
        ("Ada Brandt took charge of the port.", "charge"),
    ],
)
def test_an_idiom_tells_of_no_event(annotate: Annotate, text: str, word: str) -> None:
    assert word not in {event.trigger.exact for event in annotate(text, "2021-03-03").events}


@pytest.mark.parametrize(
    ("title", "named"),
    [
        ("Two sailors killed in ferry crash", {"killed", "crash"}),
        ("The Fatal Collision of the Ferries", {"Collision"}),
        ("The Arrest of the Engineer", {"Arrest"}),
        ("The Engineers of Varna", set()),
    ],
)
def test_a_title_without_a_clause_names_events(annotate: Annotate, title: str, named: set[str]) -> None:
    assert {event.trigger.exact for event in bare(annotate, f"{title}\n{_PROSE}")} == named


def test_a_title_within_the_text_names_nothing(annotate: Annotate) -> None:
    assert bare(annotate, f"{_PROSE}\nThe Arrest of the Engineer\n{_PROSE}") == []


def test_nothing_is_told_of_a_bare_mention(annotate: Annotate) -> None:
    (murder,) = bare(annotate, "On Monday Brandt attended the murder trial.")
    assert (murder.participants, murder.dating.when, murder.summary, murder.stands_alone) == ((), None, None, False)
    factuality = murder.factuality
    assert (factuality.certainty, factuality.polarity) == (Certainty.UNDERSPECIFIED, Polarity.UNDERSPECIFIED)


def test_who_takes_part_in_a_headline(annotate: Annotate) -> None:
    first, *_ = bare(annotate, f"Two sailors killed in ferry crash\n{_PROSE}")
    assert [part.quote.exact for part in first.participants] == ["Two sailors", "ferry crash"]


def test_what_is_denied_is_named_as_denied(annotate: Annotate) -> None:
    (dead,) = bare(annotate, "The captain is not dead.")
    assert dead.factuality.polarity is Polarity.NEGATIVE


def test_an_event_that_a_correction_takes_back_is_not_named(annotate: Annotate) -> None:
    text = "Brandt was late for the game. Correction: An earlier version said that Brandt lost the game."
    assert [event.trigger.exact for event in bare(annotate, text)] in ([], ["game"])


def test_bare_mentions_stand_behind_the_others(annotate: Annotate) -> None:
    flags = [event.is_bare for event in annotate("The murder trial opened. He was found dead.").events]
    assert flags == sorted(flags)
