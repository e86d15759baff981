"""What the analyst gave of an event decides whether it has a line, and which, whatever the words of the article."""

from dataclasses import replace

import pytest

from dossier.model import CERTAIN, Attribution, Correction, Event, EventField, LeftOutReason, Polarity
from dossier.timeline.listing import listing
from dossier.timeline.membership import timeline_events
from dossier.timeline.worth.shown_mention import shown_to
from tests.event_types import TYPES
from tests.timeline.events import ADA, told, words

SENTENCE = "Ada Brandt left Varna and sold two ships."


def judged(event: Event, field: EventField, value: str, **about: object) -> Event:
    """The event with this correction of its first mention."""
    first, *others = event.evidence
    corrected = replace(first, corrections=(Correction(field, value, "", "3f2a9c01d4", "ada"),))
    return replace(event, evidence=(corrected, *others), **about)  # type: ignore[arg-type]


DENIED = replace(CERTAIN, polarity=Polarity.NEGATIVE)
UNCLEAR = told("unclear", "She left it there.", "left", stands_alone=False)
"""An event whose line nobody understands by itself."""


@pytest.mark.parametrize(
    ("event", "is_told"),
    [
        (UNCLEAR, False),
        (
            judged(UNCLEAR, EventField.SUMMARY, "Ada Brandt left the ledger.", wording="Ada Brandt left the ledger."),
            True,
        ),
        (judged(UNCLEAR, EventField.EVENT, "left"), True),
        (judged(UNCLEAR, EventField.WHEN, "2021-03-02"), True),
        (judged(UNCLEAR, EventField.CERTAINTY, "certain"), False),
        (judged(UNCLEAR, EventField.PLACE, "Varna"), False),
    ],
)
def test_what_the_analyst_added_worded_or_dated_has_a_line(event: Event, is_told: bool) -> None:
    found = listing(ADA, [event], TYPES)
    assert [one.id for one in found.entries] == (["unclear"] if is_told else [])
    assert [one.reason for one in found.left_out] == ([] if is_told else [LeftOutReason.NOT_ALONE])


@pytest.mark.parametrize(
    ("denied", "is_told"),
    [
        (told("left", "Ada Brandt did not leave Varna.", "leave", factuality=DENIED), False),
        (judged(told("left", SENTENCE, "left", factuality=DENIED), EventField.POLARITY, "negative"), True),
        (judged(told("left", SENTENCE, "left", factuality=DENIED), EventField.PLACE, "Varna"), False),
    ],
)
def test_what_the_analyst_denies_keeps_its_entry(denied: Event, is_told: bool) -> None:
    """A light event that an article denies has none; a reader has to see that the analyst denies it."""
    found = timeline_events(ADA, [denied], TYPES)
    assert [one.id for one in found] == (["left"] if is_told else [])
    assert [one.id for one in listing(ADA, found, TYPES, of_little_interest=["left"]).entries] == [
        one.id for one in found
    ]


def test_what_hangs_on_another_statement_has_an_entry_of_its_own_with_a_line_of_the_analysts() -> None:
    left = told("left", SENTENCE, "left")
    sold = told("sold", SENTENCE, "sold", hangs_on="left")
    assert [one.id for one in listing(ADA, [left, sold], TYPES).entries] == ["left"]
    worded = judged(sold, EventField.SUMMARY, "She sold both.", wording="She sold both.")
    found = listing(ADA, [left, worded], TYPES)
    assert [(one.id, one.line) for one in found.entries] == [("left", SENTENCE), ("sold", "She sold both.")]


def test_the_analysts_source_stays_where_another_mention_is_shown() -> None:
    first = told("e", "Two ships were sold.", "sold", role=None)
    second = replace(told("e", "Ada Brandt sold two ships.", "sold").evidence[0], summary="Ada Brandt sold two ships.")
    cue = words("Two ships were sold.", "sold")
    given = Attribution(cue, cue, given="the harbour office")
    event = replace(first, evidence=(*first.evidence, second), attribution=given)
    shown = shown_to(judged(event, EventField.ATTRIBUTION, "the harbour office"), ADA)
    assert (shown.summary, shown.attribution) == (second.summary, given)
    assert shown_to(event, ADA).attribution is None
