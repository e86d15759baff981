"""Which figures of one report stand beneath its total."""

from dataclasses import replace

import pytest

from dossier.model import Event, Figure, Quantity, QuantityKind, Role, RolePlayer, When
from dossier.timeline.series.count_series import CountSeries
from dossier.timeline.series.tallies import further_tallies, of_one_report, tallies
from tests.event_types import TYPES
from tests.timeline.events import told, words

CLINIC = RolePlayer("the clinic", Role.AGENT, "clinic")
TOTAL = "The clinic said that 80 cases of the fever are known."


def line(
    sentence: str, *, verb: str = "said", type_: str = "statement", day: str = "2021-03-02", **about: object
) -> Event:
    about = {"article": "report", "players": (CLINIC,), **about}
    players = about.pop("players")
    event = told(sentence, sentence, verb, type_=type_, date=day, **about)
    return replace(event, participants=players, evidence=(replace(event.evidence[0], participants=players),))


FURTHER = {
    "a part": (line("The clinic said that 12 cases were in Varn."), True),
    "the dead": (line("The clinic said that 3 people died of it."), True),
    "a total that it raises": (
        line(
            "The clinic raised the number of cases in Varn to 12.",
            verb="raised",
            type_="change",
            players=(CLINIC, RolePlayer("the number of cases in Varn", Role.PATIENT)),
        ),
        True,
    ),
    "no number": (line("The clinic said that all cases were mild."), False),
    "only the number of a day": (line("The clinic said on Tuesday [2 March 2021] that cases were mild."), False),
    "cases of another kind": (line("The clinic said that Hadley 4 trucks carry cases of it."), False),
    "no cases": (line("The clinic said that 12 nurses came."), False),
    "a deed": (line("The clinic sent 12 nurses to the cases.", verb="sent", type_="transfer"), False),
    "another report": (line("The clinic said that 12 cases were in Varn.", article="other"), False),
    "another day": (line("The clinic said that 12 cases were in Varn.", day="2021-02-01"), False),
    "another giver": (
        line("The port said that 12 cases were in Varn.", players=(RolePlayer("the port", Role.AGENT, "port"),)),
        False,
    ),
}


@pytest.mark.parametrize(("other", "is_further"), FURTHER.values(), ids=FURTHER.keys())
def test_figures_of_the_report_of_a_total(other: Event, *, is_further: bool) -> None:
    total, older = line(TOTAL), line("The clinic counted 70 cases.", verb="counted", article="older", day="2021-03-01")
    found = tallies([total, older, other], TYPES)
    number = Quantity(words(TOTAL, "80 cases"), QuantityKind.OTHER, 80, 80, "case")
    count = CountSeries((total, older), (Figure(total.id, "report", number, When.parse("2021-03-02")),))
    assert further_tallies(count, found, {total.id, older.id}) == ([other] if is_further else [])
    assert further_tallies(count, found, {total.id, older.id, other.id}) == []


@pytest.mark.parametrize(("other", "is_further"), FURTHER.values(), ids=FURTHER.keys())
def test_figures_of_one_report_without_a_count(other: Event, *, is_further: bool) -> None:
    total = replace(line(TOTAL), importance=0.5)
    found = tallies([total, other], TYPES)
    assert list(of_one_report(found, set())) == ([[total, other]] if is_further else [])


def test_the_dead_of_two_attacks_are_two_figures() -> None:
    lines = [
        line(f"The clinic said that {number} people died in {place}.") for number, place in ((3, "Varn"), (9, "Orlov"))
    ]
    assert tallies(lines, TYPES) == {}
