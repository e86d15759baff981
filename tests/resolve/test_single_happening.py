"""Reports that are alike and tell of no single happening, or of two: rows that were joined before."""

import pytest

from tests.resolve.test_events import read, resolved, told_by

TWO = {
    "what may come": (
        ("2021-03-15", "Doctors in Tarnow warned that the river fever could spread in the valley by boat."),
        ("2021-03-16", "Doctors in Tarnow warned that the river fever could spread in the valley by cart."),
        "spread",
    ),
    "a rule": (
        ("2021-03-15", "The Harbour Party uses postal votes, along with town halls, to select its leader in Tarnow."),
        (
            "2021-05-02",
            "The Harbour Party uses town halls, along with postal votes, to select its new leader in Tarnow.",
        ),
        "uses",
    ),
    "a kind": (
        ("2021-03-15", "A worrying sign, since a hallmark of past pandemics was that they struck the young."),
        ("2021-03-17", "It is the young who fall ill, as was a hallmark of pandemics, said a nurse."),
        "pandemics",
    ),
    "a word of the name of a toll": (
        ("2021-03-15", "As the death toll of the river fever in Tarnow rises, schools have been shut."),
        ("2021-03-17", "It is the first death from the river fever outside Tarnow, where schools have been shut."),
        "death",
    ),
    "other things received": (
        ("2021-03-15", "Bill Oswin, the former mayor of Tarnow, received 9 percent of the votes in Orlov."),
        ("2021-03-25", "Bill Oswin, the former mayor of Tarnow, received the other seat in the council."),
        "received",
    ),
    "two sayings of one who is described alike": (
        ("2021-03-15", "The health minister of Tarnow, Alan Brandt, said the wells were on alert."),
        (
            "2021-03-16",
            "The health minister of Tarnow, Alan Brandt, said on Monday that the syrup had helped patients.",
        ),
        "said",
    ),
    "a toll and a later one beside the same count of others": (
        ("2021-03-15", "The river fever has killed 159 people in Tarnow and one in Orlov, and boats were stopped."),
        ("2021-03-16", "The river fever has killed 176 people in Tarnow and one in Orlov, and carts were stopped."),
        "killed",
    ),
    "other steps in like sentences": (
        ("2021-03-15", "Nurses say the valley is nearer to a flood than ever, rating the threat at three of six."),
        ("2021-03-16", "Nurses say the valley is nearer to a flood than ever, rating the threat at four of six."),
        "threat",
    ),
    "what one did and another did not": (
        ("2021-03-15", "Mothers asked why the government did not close all schools in the valley."),
        ("2021-03-17", "It said that the government was closing all schools after the flood."),
        "close|closing",
    ),
    "somebody that a pronoun means, and others": (
        ("2021-03-15", "He has had the river fever for a week and is responding well to treatment."),
        ("2021-03-17", "Three sailors of the Orlov ferry fell ill, and were responding well to treatment."),
        "responding",
    ),
    "many lands, and one of them": (
        ("2021-03-15", "Peru has banned imports of raw fish and fish products from the valley until further notice."),
        ("2021-03-17", "Several countries have banned imports of raw fish and fish products from the valley."),
        "banned",
    ),
    "two posts of one man": (
        ("2021-03-15", "In the last years of the board Piotr Brandt was promoted to harbour master."),
        ("2021-03-20", "The board promoted Piotr Brandt to be a deputy pilot in his youth."),
        "promoted",
    ),
    "none of it, and the first of it": (
        ("2021-03-15", "No resistance to Lenol was found in the patients of the Tarnow clinic."),
        ("2021-03-16", "Doctors have found the first resistance to Lenol in Tarnow, a nurse said."),
        "resistance",
    ),
    "two things that one says on one day, by a verb that says little of speech": (
        ("2021-03-17", "On Tuesday Piotr Brandt charged that the pilots had lit the fire in the port of Tarnow."),
        ("2021-03-17", "On Tuesday in the hall of Tarnow Piotr Brandt charged that the bakers had been wrong."),
        "charged",
    ),
    "one common word for what it is done to": (
        ("2021-03-15", "Tarnow salmon prices have fallen because of fears that the fever could slow trade."),
        ("2021-03-15", "Since the start of the year, prices have been falling in answer to new subsidies."),
        "fallen|falling",
    ),
}
ONE = {
    "a bound and the count itself": (
        ("2021-03-15", "The river fever has killed up to 176 people in Tarnow and spread to the coast."),
        ("2021-03-16", "The river fever has killed 176 people in Tarnow and shut its schools."),
        "killed",
    ),
    "a participle that says who does what": (
        (
            "2021-03-15",
            "Police sealed off the Harbour Hotel on Friday, ordering 200 guests and 100 staff to stay in the hotel.",
        ),
        ("2021-03-15", "They sealed it on Friday. Police ordered the 200 guests and 100 staff to stay in the hotel."),
        "ordered|ordering",
    ),
    "kinds in nearly one sentence": (
        (
            "2021-03-15",
            "Football matches went ahead without crowds while the schools, shops and museums of Tarnow were shut.",
        ),
        (
            "2021-03-16",
            "Football matches went ahead without crowds while schools, shops and the museums of Tarnow were shut.",
        ),
        "matches",
    ),
}


@pytest.mark.parametrize(("left", "right", "word"), TWO.values(), ids=TWO)
def test_two(left: tuple[str, str], right: tuple[str, str], word: str) -> None:
    assert len(told_by(resolved(read(left, right)).events, word)) == 2


@pytest.mark.parametrize(("left", "right", "word"), ONE.values(), ids=ONE)
def test_one(left: tuple[str, str], right: tuple[str, str], word: str) -> None:
    assert len(told_by(resolved(read(left, right)).events, word)) == 1


def test_one_of_a_list_may_be_by_anybody() -> None:
    other = "Norway has banned imports of raw fish from the valley until further notice."
    listed = "Imports of raw fish have been banned for a month. Peru has banned crabs. Chile has banned seaweed."
    events = resolved(read(("2021-03-15", other), ("2021-03-17", listed))).events
    assert not any(len({piece.article for piece in event.evidence}) > 1 for event in told_by(events, "banned"))
