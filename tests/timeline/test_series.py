"""Which lines of a timeline one entry stands for."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from dossier.memo import NO_MEMO
from dossier.model import (
    Attribution,
    Basis,
    Certainty,
    Dating,
    Event,
    Factuality,
    LeftOut,
    LeftOutReason,
    Polarity,
    Quantity,
    QuantityKind,
    Reported,
    Role,
    RolePlayer,
    SeriesKind,
    Tense,
    When,
)
from dossier.timeline import Listing, SeriesFinder
from dossier.timeline.conflicts.series_conflicts import series_conflicts
from dossier.timeline.series.running_counts import running_counts
from tests.event_types import TYPES
from tests.timeline.events import ADA, told, words

NEGATED = Factuality(Certainty.CERTAIN, Polarity.NEGATIVE)


def line(day: str, sentence: str, trigger: str, quantity: Quantity, *players: RolePlayer, **about: object) -> Event:
    """A line with a number, in a report of that day."""
    event = told(quantity.quote.exact, sentence, trigger, article=day, quantities=(quantity,), **about)
    piece = replace(event.evidence[0], participants=players)
    reported = Reported(When.parse(day), When.parse(day))
    return replace(event, evidence=(piece,), participants=players, reported=reported)


def toll(day: str, cause: str, number: int, place: str = "Tarnow", *, verb: str = "has killed") -> Event:
    """A line that tells how many something killed, by the day of the report."""
    sentence, tense = f"{cause} {verb} {number} people in {place}.", Tense.PERFECT if "has" in verb else Tense.PAST
    quantity = Quantity(words(sentence, f"{number} people"), QuantityKind.KILLED, number, number)
    players = RolePlayer(cause, Role.AGENT), RolePlayer(place, Role.OTHER, place)
    return line(day, sentence, "killed", quantity, *players, type_="killing", tense=tense)


def total(day: str, phrase: str, number: str, place: str = "Tarnow") -> Event:
    """A line that tells to which number a total rose."""
    sentence = f"{phrase} in {place} rose to {number}."
    players = (RolePlayer(phrase, Role.AGENT), RolePlayer(number, Role.OTHER), RolePlayer(place, Role.OTHER, place))
    event = told(number, sentence, "rose", article=day, type_="change", lemma="rise")
    piece = replace(event.evidence[0], participants=players)
    reported = Reported(When.parse(day), When.parse(day))
    return replace(event, evidence=(piece,), participants=players, reported=reported)


def given(day: str, number: str, place: str = "Tarnow") -> Event:
    """A line that tells what a count of the flood in a place has come to, so far."""
    sentence = f"The flood caused {number} so far in {place}."
    players = (
        RolePlayer("the flood", Role.AGENT),
        RolePlayer(number, Role.PATIENT),
        RolePlayer(place, Role.OTHER, place),
    )
    event = told(number, sentence, "caused", article=day, type_="change", lemma="cause")
    reported = Reported(When.parse(day), When.parse(day))
    piece = replace(event.evidence[0], participants=players)
    return replace(event, evidence=(piece,), participants=players, reported=reported)


def cases(
    day: str, said: str, number: str, of: str = "the fever", by: str = "The Harbour Clinic", at: str = ""
) -> Event:
    """A line in which somebody says how many cases there are."""
    sentence = f"{by} {said} {number} of {of}{f' in {at}' if at else ''}."
    value = float(number.split(maxsplit=1)[0])
    quantity = Quantity(words(sentence, number), QuantityKind.OTHER, value, value, "case")
    players = [RolePlayer(by, Role.AGENT, by), *([RolePlayer(at, Role.OTHER, at)] if at else [])]
    return line(day, sentence, said, quantity, *players, type_="statement")


def found(lines: Sequence[Event], left_out: Sequence[Event] = ()) -> list[list[str]]:
    """For each entry the numbers in its lines: its own, then those of the lines that it stands for."""
    listed = Listing(tuple(lines), left_out=tuple(LeftOut(event, LeftOutReason.FIGURE) for event in left_out))
    whole = SeriesFinder([*lines, *left_out], TYPES).with_series(listed)
    assert {event.id for event in whole.lines} | {one.event.id for one in whole.left_out} == {
        event.id for event in (*lines, *left_out)
    }
    return [[event.id for event in whole.lines_of(entry)] for entry in whole.entries]


FLOOD = toll("2021-03-02", "A flood", 4)
RISEN = toll("2021-03-03", "The flood", 11)
LATER = toll("2021-03-05", "The flood", 19)
COUNTED = cases("2021-03-02", "counted", "80 cases")
APART = [["11 people"], ["12 people"]]


@pytest.mark.parametrize(
    ("lines", "entries"),
    [
        ([FLOOD, LATER, RISEN], [["19 people", "11 people", "4 people"]]),
        (
            [RISEN, total("2021-03-04", "The death toll of the flood", "more than 1,200")],
            [["more than 1,200", "11 people"]],
        ),
        (
            [RISEN, total("2021-03-04", "The number of deaths of the new flood", "1,200")],
            [["1,200", "11 people"]],
        ),
        ([RISEN, given("2021-03-04", "a total of 1,200 deaths")], [["a total of 1,200 deaths", "11 people"]]),
        ([RISEN, given("2021-03-04", "an estimate of 1,200 deaths")], [["11 people"], ["an estimate of 1,200 deaths"]]),
        ([RISEN, total("2021-03-04", "The number of wrecks of the flood", "1,200")], [["11 people"], ["1,200"]]),
        # a number that falls is one of another count
        ([RISEN, toll("2021-03-04", "The flood", 9)], [["11 people"], ["9 people"]]),
        # another cause, place or time
        ([RISEN, toll("2021-03-04", "The bomb", 12)], APART),
        ([RISEN, toll("2021-03-04", "The flood", 12, "Varn")], APART),
        ([RISEN, toll("2021-06-04", "The flood", 12)], APART),
        # what has not been told of before is another attack, and so is each single blow
        ([toll("2021-03-01", "A bomb", 11), toll("2021-03-04", "A bomb", 12)], APART),
        (
            [toll("2021-03-01", "The bomb", 11, verb="killed"), toll("2021-03-04", "The bomb", 12, verb="killed")],
            APART,
        ),
    ],
)
def test_a_toll_that_rises(lines: list[Event], entries: list[list[str]]) -> None:
    assert found(lines) == entries


@pytest.mark.parametrize(
    ("later", "are_one"),
    [
        (cases("2021-03-09", "confirmed", "140 cases"), True),
        # two reporters, illnesses or places may be two counts; new cases come on top
        (cases("2021-03-09", "confirmed", "140 cases", by="Orlov Hospital"), False),
        (cases("2021-03-09", "confirmed", "140 cases", "cholera"), False),
        (cases("2021-03-09", "confirmed", "140 cases", at="Varn"), False),
        (cases("2021-03-09", "reported", "90 new cases"), False),
    ],
)
def test_the_cases_of_an_illness(later: Event, are_one: bool) -> None:
    assert found([COUNTED, later]) == ([[later.id, COUNTED.id]] if are_one else [[COUNTED.id], [later.id]])


def counted(day: str, number: str, least: float, most: float | None, rest: str = "") -> Event:
    """A line in which the clinic gives a number of cases, and perhaps another behind it, of one case."""
    event = cases(day, "confirmed", number.split()[-2] + " cases")
    sentence = f"The Harbour Clinic confirmed {number} of the fever{rest}."
    quantities = [Quantity(words(sentence, number), QuantityKind.OTHER, least, most, "case")]
    quantities += [Quantity(words(sentence, "1 case"), QuantityKind.OTHER, 1, 1, "case")] if rest else []
    piece = replace(told(number, sentence, "confirmed", article=day, quantities=tuple(quantities)).evidence[0])
    piece = replace(piece, participants=event.participants)
    return replace(event, id=number, summary=sentence, evidence=(piece,))


@pytest.mark.parametrize(
    ("lines", "are_one"),
    [
        # a round number that is open says no less than the exact one of the day before
        ([counted("2021-03-04", "11034 cases", 11034, 11034), counted("2021-03-05", "11000 cases", 11000, None)], True),
        (
            [counted("2021-03-04", "11034 cases", 11034, 11034), counted("2021-03-05", "11000 cases", 11000, 11000)],
            False,
        ),
        ([counted("2021-03-04", "149 cases", 149, 149), counted("2021-03-05", "100 cases", 100, None)], False),
        (
            [counted("2021-03-04", "12500 cases", 12500, 12500), counted("2021-03-05", "11000 cases", 11000, None)],
            False,
        ),
        # what a number includes is no other number of the count; what stands beside it may be
        ([COUNTED, counted("2021-03-05", "898 cases", 898, 898, ", including 1 case in Varn")], True),
        ([COUNTED, counted("2021-03-05", "898 cases", 898, 898, ", and 1 case in Varn")], False),
    ],
)
def test_numbers_that_are_no_more_exact_than_they_say(lines: list[Event], are_one: bool) -> None:
    assert len(found([COUNTED, *lines] if COUNTED not in lines else lines)) == (1 if are_one else 2)


def test_running_totals_that_were_left_out_are_told_as_one() -> None:
    assert found([], [FLOOD, RISEN, LATER]) == [["19 people", "11 people", "4 people"]]


def test_a_running_total_alone_stays_left_out() -> None:
    assert found([], [RISEN]) == []


def test_what_a_series_says() -> None:
    lines = [FLOOD, RISEN, LATER]
    series = SeriesFinder(lines, TYPES).with_series(Listing(tuple(lines))).series[LATER.id]
    assert (series.kind, series.first, series.last) == (
        SeriesKind.COUNT,
        When.parse("2021-03-02"),
        When.parse("2021-03-05"),
    )
    assert [(figure.number.quote.exact, figure.when.edtf) for figure in series.figures] == [
        ("19 people", "2021-03-05"),
        ("11 people", "2021-03-03"),
        ("4 people", "2021-03-02"),
    ]


@pytest.mark.parametrize(
    ("later", "readings"),
    [
        (toll("2021-03-03", "The same flood", 14), [("14 people", None), ("11 people", "11 people")]),
        (LATER, []),  # of another day: it has grown
    ],
)
def test_two_numbers_of_one_day_are_a_conflict(later: Event, readings: list[tuple[str, str | None]]) -> None:
    whole = SeriesFinder([RISEN, later], TYPES).with_series(Listing((RISEN, later)))
    (entry,) = whole.entries
    found = [
        (one.value, one.event)
        for conflict in series_conflicts(entry, whole.series[entry.id])
        for one in conflict.readings
    ]
    assert found == readings


def test_what_one_line_tells_of_several_times_is_one_entry() -> None:
    sentence = "Ada Brandt wrote to the bank on 10 January and again on 14 January."
    first, second = (
        told(name, sentence, "wrote", date=date, occurrence=number)
        for name, date, number in (("first", "2021-01-10", 1), ("second", "2021-01-14", 2))
    )
    whole = SeriesFinder([], TYPES).with_series(Listing((second, first)))
    assert [event.id for event in whole.lines_of(*whole.entries)] == ["first", "second"]
    assert whole.series["first"].kind is SeriesKind.RECURRING
    assert {player.entity for player in first.participants} == {ADA}


def said(day: str, word: str, content: str, *, of: str = "", type_: str = "statement", lead: str = "") -> Event:
    """A line in which Ada Brandt says something, in a report of that day; ``of`` is its patient, an actor if a name."""
    sentence = f"{lead}Ada Brandt {word} {of}{content}.".replace(" ,", ",")
    event = told(day, sentence, word, article=day, type_=type_, lemma=word)
    players = (*event.participants, *([RolePlayer(of, Role.PATIENT, of if of.istitle() else None)] if of else []))
    piece = replace(event.evidence[0], participants=players)
    reported = Reported(When.parse(day), When.parse(day))
    return replace(event, evidence=(piece,), participants=players, reported=reported)


DENIED = said("2021-03-02", "denied", "having sold the lighthouse to a smuggler")
AGAIN = said("2021-04-09", "denied", "that she ever sold the lighthouse to that smuggler")
URGED = said("2021-03-02", "urged", " to resign", of="Governor Orlov", type_="request")
REJECTED = said("2021-03-02", "rejected", "", of="the sale of the lighthouse", type_="refusal")
SOON = said("2021-03-02", "said", "that no copper was stolen from the harbour since winter storms broke both quays")
CALM = "that all winter copper was hardly stolen in the harbour, thanks to guards with dogs"
LOUDLY = "Before a cheering crowd in the rain, "


@pytest.mark.parametrize(
    ("lines", "are_one"),
    [
        # a denial, an accusation and a demand, in nearly the same words or with the same object
        ([DENIED, AGAIN], True),
        (
            [
                said("2021-03-02", "accused", "the harbour master of hiding the ledger", type_="criticism"),
                said("2021-03-20", "accused", "the master of the harbour of hiding a ledger", type_="criticism"),
            ],
            True,
        ),
        (
            [
                REJECTED,
                said("2021-05-01", "rejected", "", of="any sale of the lighthouse", type_="refusal", lead=LOUDLY),
            ],
            True,
        ),
        # two contents, two recipients, two numbers, a denial and its contrary, a statement and a promise
        ([DENIED, said("2021-04-09", "denied", "having met the pilot before the storm")], False),
        ([DENIED, said("2021-04-09", "denied", "having sold the smuggler a lighthouse keeper’s pilot boat")], False),
        ([URGED, said("2021-05-01", "urged", " to resign", of="Judge Hadley", type_="request")], False),
        ([URGED, said("2021-05-01", "urged", " to pay", of="Governor Orlov", type_="request", lead=LOUDLY)], False),
        (
            [
                said("2021-03-02", "reported", "14 thefts of copper cable from the harbour"),
                said("2021-03-20", "reported", "31 thefts of copper cable from the harbour"),
            ],
            False,
        ),
        # within days fewer words will do, where no number differs
        ([SOON, said("2021-03-06", "said", CALM)], True),
        ([SOON, said("2021-04-06", "said", CALM)], False),
        ([SOON, said("2021-03-06", "said", f"{CALM} and 31 lamps")], False),
        # what is said of who speaks tells nothing
        (
            [
                said("2021-03-02", ", acting deputy harbour master of Tarnow, said", "that bread is dear"),
                said("2021-03-20", ", acting deputy harbour master of Tarnow, said", "that boats are cheap"),
            ],
            False,
        ),
        ([DENIED, replace(AGAIN, factuality=NEGATED)], False),
        ([DENIED, replace(AGAIN, type="promise")], False),
        # what somebody does is no saying: two like sales are two
        (
            [
                said("2021-03-02", "sold", "the old lighthouse keeper a boat", type_="acquisition"),
                said("2021-03-20", "sold", "the old lighthouse keeper a boat again", type_="acquisition"),
            ],
            False,
        ),
    ],
)
def test_somebody_says_the_same_again(lines: list[Event], are_one: bool) -> None:
    first, second = (event.id for event in lines)
    assert found(lines) == ([[second, first]] if are_one else [[first], [second]])


def by_port(event: Event, *speakers: str) -> Event:
    """The line as said by these."""
    return replace(event, participants=tuple(RolePlayer(one, Role.AGENT, one) for one in speakers))


TOLD = said("2021-03-02", "said", "that the port will stay open")


@pytest.mark.parametrize(
    ("other", "are_one"),
    [
        pytest.param(said("2021-03-02", "remarked", "on the calm of every skipper"), True, id="remark"),
        pytest.param(said("2021-03-03", "remarked", "on the calm of every skipper"), False, id="another day"),
        pytest.param(said("2021-03-02", "warn", "of a flood"), False, id="warning"),
        pytest.param(said("2021-03-02", "promised", "a pier", type_="promise"), False, id="promise"),
        pytest.param(said("2021-03-02", "remarked", "on the loss of 12 boats"), False, id="number"),
        pytest.param(said("2021-03-02", "remarked", "on Tuesday [2 March 2021] on the calm"), True, id="added date"),
        pytest.param(by_port(said("2021-03-02", "remarked", "on the calm"), ADA, "port"), True, id="spokesman"),
        pytest.param(by_port(said("2021-03-02", "remarked", "on the calm"), "omar", "port"), False, id="another"),
        pytest.param(said("2021-03-02", "remarked", "that every skipper will get a boat"), False, id="to come"),
        pytest.param(said("2021-03-02", "sold", "a boat", type_="acquisition"), False, id="no words"),
    ],
)
def test_what_is_said_on_one_occasion_is_one_entry(other: Event, are_one: bool) -> None:
    lines = [
        replace(
            event,
            id=key,
            dating=Dating(When.parse(event.id), Basis.EXPLICIT),
            evidence=(replace(event.evidence[0], article="one"),),
        )
        for key, event in (("told", replace(TOLD, importance=0.9)), ("other", other))
    ]
    whole = SeriesFinder([], TYPES).with_series(Listing(tuple(lines)))
    assert [entry.id for entry in whole.entries] == (["told"] if are_one else ["told", "other"])
    assert all(series.kind is SeriesKind.OCCASION for series in whole.series.values())


def test_the_line_with_the_most_sources_stands_for_all() -> None:
    twice = replace(DENIED, evidence=(*DENIED.evidence, *AGAIN.evidence), independent_sources=2)
    assert found([twice, AGAIN]) == [[twice.id, AGAIN.id]]


@pytest.mark.parametrize(
    ("sentence", "old", "number"),
    [
        ("The death toll of the flood in Tarnow rose from 257 to 331.", "257", ["331"]),
        ("The death toll of the flood in Tarnow rose from 1,257 yesterday to 1,331.", "1,257", ["1,331"]),
        ("The death toll of the flood in Tarnow rose to 331 from 257.", "331", ["331"]),
    ],
)
def test_a_count_that_moved_has_the_number_to_which_it_came(sentence: str, old: str, number: list[str]) -> None:
    event = told("rise", sentence, "rose", article="2021-03-04", type_="change", lemma="rise")
    players = RolePlayer("the death toll of the flood", Role.AGENT), RolePlayer(old, Role.OTHER)
    event = replace(event, evidence=(replace(event.evidence[0], participants=players),))
    counts = [count for of_sentence in running_counts([event], NO_MEMO).values() for count in of_sentence]
    assert [count.number.quote.exact for count in counts] == number
    assert [f"{count.value:,.0f}" for count in counts] == number


def test_the_first_number_of_a_move_is_no_figure_of_it() -> None:
    sentence = "The flood has risen from 11 people to 19 in Tarnow."
    quantity = Quantity(words(sentence, "11 people"), QuantityKind.KILLED, 11, 11)
    event = told("rise", sentence, "risen", article="2021-03-04", quantities=(quantity,), tense=Tense.PERFECT)
    assert running_counts([event], NO_MEMO) == {}


def counts_in(sentence: str, trigger: str, kind: QuantityKind, *, agent: str = "", **about: Any) -> list[str]:
    """What the "40 people" of the sentence are counts of; ``agent`` are the words for who does it."""
    quantities = (Quantity(words(sentence, "40 people"), kind, 40.0, 40.0, "people"),)
    players = (RolePlayer(agent, Role.AGENT),) if agent else ()
    event = told("e", sentence, trigger, quantities=quantities, participants=players, **about)
    return [count.counted for counts in running_counts([event], NO_MEMO).values() for count in counts]


@pytest.mark.parametrize(
    ("sentence", "agent", "found"),
    [
        ("40 people have contracted the fever.", "40 people", ["case"]),
        ("The mill contracted 40 people.", "The mill", []),
    ],
)
def test_who_contracts_an_illness_is_a_case(sentence: str, agent: str, found: list[str]) -> None:
    assert counts_in(sentence, "contracted", QuantityKind.PEOPLE, agent=agent, lemma="contract") == found


SAID = "The board said 40 people had died."


@pytest.mark.parametrize(
    ("source", "found"), [(Attribution(words(SAID, "The board"), words(SAID, "said")), ["killed"]), (None, [])]
)
def test_what_is_said_of_a_toll_may_stand_in_the_pluperfect(source: Attribution | None, found: list[str]) -> None:
    assert counts_in(SAID, "died", QuantityKind.KILLED, tense=Tense.PLUPERFECT, source=source) == found


def test_a_total_may_say_where_it_is_counted() -> None:
    sentence = "The number of infected people reached 9,830 across 40 countries."
    players = (
        RolePlayer("The number of infected people", Role.AGENT),
        RolePlayer("9,830 across 40 countries", Role.PATIENT),
    )
    event = told("e", sentence, "reached", participants=players)
    found = [count for counts in running_counts([event], NO_MEMO).values() for count in counts]
    assert [(count.counted, count.number.quote.exact, count.value) for count in found] == [("case", "9,830", 9830.0)]
