"""Which mention of an event the timeline of Ada Brandt shows: the mentions in, the line out."""

from dataclasses import replace

import pytest

from dossier.model import (
    CERTAIN,
    Attribution,
    Certainty,
    Event,
    Factuality,
    Polarity,
    Realis,
    Role,
    Tense,
)
from dossier.timeline.worth.shown_mention import claims_against, shown_to
from tests.timeline.events import ADA, told, words

FIRST, SECOND = "Two ships were sold.", "Ada Brandt sold two ships."


def event(first: dict, second: dict) -> Event:
    """An event with two mentions, which tell it in the lines FIRST and SECOND."""
    one, other = (told("e", line, "sold", **about) for line, about in ((FIRST, first), (SECOND, second)))
    pieces = [replace(it.evidence[0], summary=it.summary) for it in (one, other)]
    dating = one.dating if one.dating.when else other.dating
    return replace(one, evidence=tuple(pieces), participants=one.participants + other.participants, dating=dating)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ({"role": None}, {}, SECOND),
        ({"role": Role.OTHER}, {}, SECOND),
        ({"role": Role.OTHER}, {"role": Role.PATIENT}, SECOND),
        # the first has her in it, or the second no better
        ({}, {}, FIRST),
        ({"role": Role.PATIENT}, {}, FIRST),
        ({"role": Role.OTHER}, {"role": Role.OTHER}, FIRST),
        # the second is unsure, cannot be read by itself, or has another date
        ({"role": None}, {"confidence": 0.9}, FIRST),
        ({"role": None}, {"stands_alone": False}, FIRST),
        ({"role": None, "date": "2019"}, {"date": "2020"}, FIRST),
        ({"role": None, "date": "2019"}, {"date": "2019-05"}, SECOND),
        # the first only touches on the event, by a noun or as a part of another statement
        ({"tense": None}, {}, SECOND),
        ({"hangs_on": "were"}, {}, SECOND),
        ({"tense": None}, {"points_back": 1}, FIRST),
        ({"tense": None}, {"role": Role.OTHER}, FIRST),
    ],
)
def test_the_mention_that_tells_of_the_actor_is_shown(first: dict, second: dict, expected: str) -> None:
    shown = shown_to(event(first, second), ADA)
    assert shown.summary == shown.evidence[0].summary == expected
    assert {piece.summary for piece in shown.evidence} == {FIRST, SECOND}


def test_a_line_without_the_step_is_not_shown_for_one_with_it() -> None:
    lines = "Since the alert was raised to level five, schools are shut.", "Ada Brandt raised the alert."
    one, other = (told("e", line, "raised", hangs_on=above) for line, above in zip(lines, ("shut", ""), strict=True))
    pieces = [replace(it.evidence[0], summary=it.summary) for it in (one, other)]
    assert shown_to(replace(one, evidence=tuple(pieces)), ADA).summary == lines[0]


def test_of_two_mentions_that_have_her_that_with_a_tense_is_shown() -> None:
    lines = ("By selling ships Ada Brandt grew rich.", "They cheered after Ada Brandt had sold ships.")
    triggers = (("selling", Tense.BARE, "grew"), ("sold", Tense.PAST, "cheered"))
    others = [
        replace(told("e", line, word, tense=tense, hangs_on=head).evidence[0], summary=line)
        for line, (word, tense, head) in zip(lines, triggers, strict=True)
    ]
    first = told("e", FIRST, "sold", role=None)
    assert shown_to(replace(first, evidence=(*first.evidence, *others)), ADA).summary == "Ada Brandt had sold ships."


FACT, CLAIM = "Roth was killed at home.", "Ada Brandt killed Roth."
CHARGE, ALLEGATION = "Ada Brandt is charged with killing Roth.", "Ada Brandt allegedly killed Roth."
ALLEGED = Factuality(Certainty.UNDERSPECIFIED, Polarity.POSITIVE)
SAID = "Ada Brandt killed Roth, police said."
POLICE = Attribution(words(SAID, "police"), words(SAID, "said"))


@pytest.mark.parametrize(
    ("second", "line", "factuality", "is_claimed"),
    [
        # only allegations or the police say that she did it: so does her dossier
        (told("e", ALLEGATION, "killed", factuality=ALLEGED), ALLEGATION, ALLEGED, False),
        (told("e", CLAIM, "killed", source=POLICE), CLAIM, CERTAIN, False),
        # a line of the charge, one that cannot be read by itself, one of what may have been: the fact is not hers
        (told("e", CHARGE, "killing", factuality=ALLEGED, hangs_on="charged"), FACT, CERTAIN, True),
        (told("e", ALLEGATION, "killed", factuality=ALLEGED, stands_alone=False), FACT, CERTAIN, True),
        (told("e", CLAIM, "killed", factuality=replace(ALLEGED, realis=Realis.HYPOTHETICAL)), FACT, CERTAIN, True),
        # the text says that she did it, or it was done to her
        (told("e", CLAIM, "killed", stands_alone=False), FACT, CERTAIN, False),
        (told("e", CHARGE, "killing", factuality=ALLEGED, role=Role.PATIENT), FACT, CERTAIN, False),
    ],
)
def test_what_only_claims_give_the_actor_is_shown_as_a_claim(
    second: Event, line: str, factuality: Factuality, is_claimed: bool
) -> None:
    fact = told("e", FACT, "killed", role=None)
    pieces = (*fact.evidence, *(replace(piece, summary=second.summary) for piece in second.evidence))
    shown = shown_to(replace(fact, evidence=pieces, participants=second.participants), ADA)
    assert (shown.summary, shown.factuality) == (line, factuality)
    assert bool(claims_against(shown, ADA)) == is_claimed
