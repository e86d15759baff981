"""Which mention of an event the timeline of Ada Brandt shows: the mentions in, the line out."""

from dataclasses import replace

import pytest

from dossier.model import Event, Role, Tense
from dossier.timeline.shown_mention import shown_to
from tests.timeline.events import ADA, told

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


def test_of_two_mentions_that_have_her_that_with_a_tense_is_shown() -> None:
    lines = ("By selling ships Ada Brandt grew rich.", "They cheered after Ada Brandt had sold ships.")
    triggers = (("selling", Tense.BARE, "grew"), ("sold", Tense.PAST, "cheered"))
    others = [
        replace(told("e", line, word, tense=tense, hangs_on=head).evidence[0], summary=line)
        for line, (word, tense, head) in zip(lines, triggers, strict=True)
    ]
    first = told("e", FIRST, "sold", role=None)
    assert shown_to(replace(first, evidence=(*first.evidence, *others)), ADA).summary == lines[1]
