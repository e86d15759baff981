"""What becomes of the events that belong to an actor: an entry, a part of one, possibly about it, or left out."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.model import (
    CERTAIN,
    Basis,
    Certainty,
    Dating,
    Event,
    Factuality,
    LikelyDay,
    PartOfSpeech,
    Polarity,
    Realis,
    Reported,
    Tense,
    TriggerKey,
    When,
)
from dossier.model import Attribution as Source
from dossier.text.line_words import line_words
from dossier.timeline import listing
from tests.event_types import TYPES
from tests.timeline.events import ADA, DOUBTFUL, told, words

PLANNED = replace(CERTAIN, realis=Realis.PLAN)
DENIED = Factuality(Certainty.CERTAIN, Polarity.NEGATIVE)
RAID = "Ada Brandt was arrested after a raid on Monday."
BOTH = "Ada Brandt was arrested on Monday and released on Friday."
BOWING = "Bowing to pressure, Ada Brandt said she left."
ARREST, RELEASE = "Ada Brandt was arrested on Monday.", "Ada Brandt was released on Friday."
POLICE = Source(words("Police said so.", "Police"), words("Police said so.", "said"), name="Police")


def listed(*events: Event) -> tuple[str, dict[str, str], str]:
    """The names of the entries and of the possible events, and for each part that of its entry."""
    found = listing(ADA, events, TYPES)
    parts = {part.id: head for head, events in found.parts.items() for part in events}
    return " ".join(event.id for event in found.entries), parts, " ".join(event.id for event in found.possible)


@pytest.mark.parametrize(
    ("event", "is_possible"),
    [
        (told("e", RAID, "arrested", type_="arrest"), False),
        (told("e", RAID, "arrested", type_="arrest", confidence=DOUBTFUL), True),
        # the surest of its links counts, that of the place too
        (told("e", RAID, "arrested", type_="arrest", confidence=DOUBTFUL, place=1.0), False),
        (told("e", RAID, "arrested", type_="arrest", role=None, place=DOUBTFUL), True),
        (told("e", RAID, "arrested", type_="arrest", confidence=DOUBTFUL, factuality=PLANNED), True),
    ],
)
def test_what_only_an_uncertain_link_ties_is_possible(event: Event, is_possible: bool) -> None:
    assert listed(event) == (("", {}, "e") if is_possible else ("e", {}, ""))


@pytest.mark.parametrize(
    ("events", "entries", "parts"),
    [
        pytest.param(
            [told("a", RAID, "arrested", type_="arrest"), told("r", RAID, "raid", type_="attack", hangs_on="arrested")],
            "a",
            {"r": "a"},
            id="a noun hangs on its statement",
        ),
        pytest.param(
            [told("r", RAID, "raid", type_="attack", line="A raid.", hangs_on="arrested")],
            "r",
            {},
            id="the statement is not of the actor",
        ),
        pytest.param(
            [told("a", BOTH, "arrested", line=ARREST), told("r", BOTH, "released", line=RELEASE)],
            "a r",
            {},
            id="two statements of one sentence, two lines",
        ),
        pytest.param(
            [told("a", BOTH, "arrested"), told("r", BOTH, "released", date="2021-03-19")],
            "r",
            {"a": "r"},
            id="two statements, one line: the dated one makes the entry",
        ),
        pytest.param(
            [told("a", BOTH, "arrested", type_="arrest"), told("r", BOTH, "released", type_="release", line=RELEASE)],
            "a",
            {"r": "a"},
            id="the fuller line of a sentence has the other",
        ),
        pytest.param(
            [
                told("a", BOTH, "arrested", type_="arrest", date="2021-03-15"),
                told("r", BOTH, "released", type_="release", line=RELEASE, date="2021-03-19"),
            ],
            "a r",
            {},
            id="the fuller line of a sentence, but of another date",
        ),
        pytest.param(
            [
                told("a", BOTH, "arrested", type_="arrest"),
                told("r", BOTH, "released", type_="release", line=RELEASE, date="2021-03-19"),
            ],
            "a r",
            {},
            id="the fuller line of a sentence, but of no date",
        ),
        pytest.param(
            [
                told("b", BOWING, "Bowing", hangs_on="left", tense=Tense.BARE),
                told("s", BOWING, "said", type_="statement", line="Ada Brandt said she left.", date="2021-03-19"),
            ],
            "s",
            {"b": "s"},
            id="the fuller line is that of a participle",
        ),
        pytest.param(
            [
                told("b", BOWING, "Bowing", type_="arrest", hangs_on="left", tense=Tense.BARE),
                told("s", BOWING, "said", type_="statement"),
            ],
            "s",
            {"b": "s"},
            id="of two without a date the participle comes last, whatever it weighs",
        ),
        pytest.param(
            [
                replace(told("a", BOTH, "arrested", type_="arrest"), likely=LikelyDay(date(2021, 3, 19), 0.6, 0.8)),
                told("r", BOTH, "released", type_="release", line=RELEASE, date="2021-03-19"),
            ],
            "r",
            {"a": "r"},
            id="the fuller line is of one likely on that day",
        ),
        pytest.param(
            [
                told("a", BOTH, "arrested", type_="arrest", date="2021-03-15"),
                told("r", BOTH, "released", type_="release", line=RELEASE, date="2021-03"),
            ],
            "a",
            {"r": "a"},
            id="the fuller line of a sentence, of the same time",
        ),
        pytest.param(
            [told("a", ARREST, "arrested", type_="arrest"), told("b", ARREST, "arrested", article="b", type_="arrest")],
            "a",
            {"b": "a"},
            id="the same line in two articles",
        ),
        pytest.param(
            [
                told("a", ARREST, "arrested", type_="arrest"),
                told("b", "Ada Brandt was arrested in Varna on Monday.", "arrested", article="b", type_="arrest"),
            ],
            "b",
            {"a": "b"},
            id="nearly the same words in two articles",
        ),
        pytest.param(
            [
                told("a", "Ada Brandt was arrested.", "arrested", type_="arrest", date="2019"),
                told("b", "Ada Brandt was arrested again.", "arrested", article="b", type_="arrest", date="2021"),
            ],
            "a b",
            {},
            id="nearly the same words, but two dates",
        ),
        pytest.param(
            [
                told("a", "Ada Brandt was arrested.", "arrested", type_="arrest"),
                told("b", "Ada Brandt was never arrested.", "arrested", article="b", type_="arrest", factuality=DENIED),
            ],
            "a b",
            {},
            id="nearly the same words, but a denial",
        ),
        pytest.param(
            [
                told("a", "Ada Brandt was arrested.", "arrested", type_="arrest"),
                told("b", "Police: Ada Brandt was arrested.", "arrested", article="b", type_="arrest", source=POLICE),
            ],
            "a b",
            {},
            id="nearly the same words, but a source",
        ),
        pytest.param(
            [
                told("a", "Ada Brandt was arrested.", "arrested", type_="arrest"),
                told("b", "Ada Brandt was arrested by police at dawn.", "arrested", article="b", type_="arrest"),
            ],
            "a b",
            {},
            id="the words among many others",
        ),
        pytest.param(
            [
                told("d", "Ada Brandt decided to sue the bank.", "decided", type_="decision"),
                told("s", "Ada Brandt decided to sue the bank.", "sue", hangs_on="decided", factuality=PLANNED),
            ],
            "d",
            {"s": "d"},
            id="a plan hangs on a fact",
        ),
        pytest.param(
            [
                told("s", "Ada Brandt will sue Omar, who fled.", "sue", type_="lawsuit", factuality=PLANNED),
                told("r", "Ada Brandt will sue Omar, who fled.", "fled", line="Omar Haddad fled.", hangs_on="sue"),
            ],
            "s r",
            {},
            id="a fact does not hang on a plan",
        ),
        pytest.param(
            [
                told("s", "Ada Brandt will sue Omar, who fled.", "sue", type_="lawsuit", factuality=PLANNED),
                told("r", "Ada Brandt will sue Omar, who fled.", "fled", hangs_on="sue"),
            ],
            "r",
            {"s": "r"},
            id="a fact and a plan of one line: the fact makes the entry",
        ),
    ],
)
def test_what_one_line_tells_is_one_entry(events: list[Event], entries: str, parts: dict[str, str]) -> None:
    assert listed(*events) == (entries, parts, "")
    backwards = listed(*reversed(events))
    assert (sorted(backwards[0].split()), backwards[1]) == (sorted(entries.split()), parts)


def test_what_one_word_tells_of_several_times_makes_several_entries() -> None:
    line = "Ada Brandt was arrested in 2001 and 2005 for a raid."
    years = {"a": ("2001", 1), "b": ("2005", 2)}
    arrests = [told(key, line, "arrested", type_="arrest", date=y, occurrence=n) for key, (y, n) in years.items()]
    raid = told("r", line, "raid", type_="attack", hangs_on="arrested")
    assert listed(*arrests, raid) == ("a b", {"r": "a"}, "")
    assert listed(*reversed([*arrests, raid])) == ("b a", {"r": "a"}, "")


def test_two_participles_that_hang_on_each_other_stay_two_entries() -> None:
    one, other = "Bowing to pressure, Ada Brandt left, hiding.", "Hiding from all, Ada Brandt left, bowing."
    bowing = told("b", one, "Bowing", hangs_on="hiding", tense=Tense.BARE)
    hiding = told("h", other, "Hiding", article="h", hangs_on="bowing", tense=Tense.BARE)
    events = [
        replace(bowing, evidence=bowing.evidence + told("b", other, "bowing", article="h").evidence),
        replace(hiding, evidence=hiding.evidence + told("h", one, "hiding").evidence),
    ]
    assert listed(*events)[:2] == ("b h", {})


def test_what_takes_place_twice_hangs_only_where_all_its_mentions_do() -> None:
    arrest = told("a", RAID, "arrested", type_="arrest")
    raid = told("r", RAID, "raid", type_="attack", line="Police made a raid.", hangs_on="arrested")
    alone = told("r", "Police made a raid.", "raid", article="b", type_="attack")
    assert listed(arrest, replace(raid, evidence=(*raid.evidence, *alone.evidence))) == ("a r", {}, "")


def test_what_only_hangs_makes_no_entry_where_another_mention_hangs_on_what_is_not_listed() -> None:
    arrest = told("a", RAID, "arrested", type_="arrest")
    raid = told("r", RAID, "raid", type_="attack", line="Police made a raid.", hangs_on="arrested")
    elsewhere = told("r", RAID, "raid", article="b", type_="attack", hangs_on="arrested")
    assert listed(arrest, replace(raid, evidence=(*raid.evidence, *elsewhere.evidence))) == ("a", {"r": "a"}, "")


@pytest.mark.parametrize(("sources", "expected"), [(2, ("e", {"m": "e"}, "")), (1, ("e m", {}, ""))])
def test_the_setting_of_what_more_sources_tell_makes_no_entry(
    sources: int, expected: tuple[str, dict[str, str], str]
) -> None:
    line = "Ada Brandt held a meeting at which she closed the port."
    meeting = told("m", line, "meeting", type_="meeting", part_of_speech=PartOfSpeech.NOUN)
    close = told("e", "Ada Brandt closed the port.", "closed", article="b", type_="end")
    there = told("e", line, "closed", type_="end", hangs_on="meeting")
    act = replace(close, evidence=(*close.evidence, *there.evidence), independent_sources=sources)
    assert listed(act, meeting) == expected


def test_the_entry_has_the_fullest_line_of_its_sentence() -> None:
    short = told("r", BOTH, "released", type_="release", line=RELEASE)
    (entry,) = listing(ADA, [told("a", BOTH, "arrested", date="2021-03-15"), short], TYPES).entries
    assert (entry.id, entry.summary) == ("a", BOTH)


SENTENCES = (RAID, BOTH, ARREST, "Police say that Ada Brandt fled.", "Ada Brandt sold it.", "Did she sell it?")


@st.composite
def any_events(draw: st.DrawFn) -> list[Event]:
    """Events of a few sentences in a few articles, with links of all kinds, each of a trigger of its own."""
    found: dict[TriggerKey, Event] = {}
    for number in range(draw(st.integers(0, 8))):
        sentence = draw(st.sampled_from(SENTENCES))
        word, other = draw(st.permutations(sentence.rstrip(".?").split()))[:2]
        event = told(
            f"e{number}",
            sentence,
            word,
            article=draw(st.sampled_from("ab")),
            type_=draw(st.sampled_from(["arrest", "movement", "statement", "other"])),
            confidence=draw(st.sampled_from([1.0, DOUBTFUL])),
            hangs_on=draw(st.sampled_from(["", other])),
            factuality=draw(st.sampled_from([CERTAIN, PLANNED, DENIED])),
        )
        day = draw(st.sampled_from([None, "2019", "2021"]))
        dating = Dating(When.parse(day), Basis.EXPLICIT) if day else Dating()
        found.setdefault(event.evidence[0].trigger_key, replace(event, dating=dating))
    return list(found.values())


@settings(deadline=None)
@given(any_events(), st.randoms(use_true_random=False))
def test_each_event_is_in_one_place_whatever_the_order(events: list[Event], random: st.DataObject) -> None:
    found = listing(ADA, events, TYPES)
    assert sorted(event.id for event in found.all_events) == sorted(event.id for event in events)
    assert found.parts.keys() <= {event.id for event in found.entries}
    lines = [tuple(line_words(event.summary)) for event in found.entries]
    assert len(set(lines)) == len(lines)
    shuffled = list(events)
    random.shuffle(shuffled)
    other = listing(ADA, shuffled, TYPES)
    assert {event.id for event in other.entries} == {event.id for event in found.entries}
    assert {event.id for event in other.possible} == {event.id for event in found.possible}
    assert other.parts == found.parts
    reasons = [{one.event.id: one.reason for one in listed.left_out} for listed in (found, other)]
    assert reasons[0] == reasons[1]


@pytest.mark.parametrize(
    ("day", "factuality", "is_told"),
    [
        pytest.param("2021-05-18", PLANNED, True, id="after the newest report"),
        pytest.param("2021-04-02", PLANNED, False, id="before it"),
        pytest.param("2021-05-18", replace(PLANNED, certainty=Certainty.POSSIBLE), False, id="only perhaps"),
    ],
)
def test_what_is_surely_to_come_is_told_though_of_little_interest(day, factuality, is_told):
    report = Reported(When.parse("2021-04-12"), When.parse("2021-04-12"))
    plan = told("e", f"Ada Brandt meets the board on {day}.", "meets", date=day, factuality=factuality)
    found = listing(ADA, [replace(plan, reported=report)], TYPES, of_little_interest={"e"})
    assert [event.id for event in found.entries] == (["e"] if is_told else [])
