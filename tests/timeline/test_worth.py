"""Which events get a line, and why others do not: events in, the reason out (empty: a line)."""

from dataclasses import replace

import pytest

from dossier.model import (
    CERTAIN,
    Attribution,
    Certainty,
    Event,
    Factuality,
    Polarity,
    Quantity,
    QuantityKind,
    Realis,
    Reported,
    Role,
    RolePlayer,
    Tense,
    When,
)
from dossier.timeline.worth.worth import left_out_reasons
from tests.event_types import TYPES
from tests.timeline.events import ADA, told, words

MAYBE = Factuality(Certainty.UNDERSPECIFIED, Polarity.POSITIVE)
DENIED = Factuality(Certainty.CERTAIN, Polarity.NEGATIVE)
MAY_COME = replace(MAYBE, realis=Realis.FORECAST)
TO_COME = replace(CERTAIN, realis=Realis.FORECAST)
PLANNED = replace(CERTAIN, realis=Realis.PLAN)
PRESENT, PERFECT, OPEN = Tense.PRESENT, Tense.PERFECT, Tense.OPEN
HE_SAID = Attribution(words("He said so.", "He"), words("He said so.", "said"))
OMAR_SAID = Attribution(words("Omar Haddad said so.", "Omar Haddad"), words("Omar Haddad said so.", "said"))


def reasons(*events: Event) -> dict[str, str]:
    return {key: str(reason) for key, reason in left_out_reasons(ADA, events, TYPES).items()}


def reason(event: Event) -> str:
    return reasons(event).get(event.id, "")


def sold(line: str, **about: object) -> Event:
    """An event of a sale that the line tells; the word is its last, without the stop."""
    return told("e", line, line.rstrip(".?!”").split()[-1], type_="transfer", **about)


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        # --- lines that nobody can read by themselves, whatever they tell
        (sold("It has been sold.", stands_alone=False), "not alone"),
        (told("e", "He was killed.", "killed", type_="killing", stands_alone=False), "not alone"),
        (sold("Ada Brandt was asked “who has quit?” and sold."), ""),
        (told("e", "Ada Brandt asked: “Who sold it?”", "asked", type_="request"), ""),
        (sold("“I go,” said Ada Brandt, and sold."), ""),
        (sold("The ship left the US in World War I and was sold."), ""),
        # --- whose words they are
        (sold("“Ada Brandt has stolen the harbour and sold.”"), "unknown speaker"),
        (sold("“Ada Brandt has stolen the harbour and sold.”", source=OMAR_SAID), ""),
        (sold("The so-called “harbour” was sold."), ""),
        (sold("He said it was sold.", source=HE_SAID), "unknown speaker"),
        (sold("He said it was sold.", source=replace(HE_SAID, actor="omar")), ""),
        # --- whether it took place
        (told("e", "Ada Brandt may have looked.", "looked", factuality=MAYBE), "uncertain"),
        (told("e", "Ada Brandt may have killed him.", "killed", type_="killing", factuality=MAYBE), ""),
        (told("e", "Ada Brandt may sail.", "sail", factuality=MAY_COME), "uncertain"),
        (told("e", "Ada Brandt may sail.", "sail", factuality=MAY_COME, source=OMAR_SAID), ""),
        (told("e", "Ada Brandt may sail in 2031.", "sail", factuality=MAY_COME, date="2031"), ""),
        (told("e", "Ada Brandt will buy ten ships.", "buy", type_="acquisition", factuality=TO_COME, tense=OPEN), ""),
        (
            told("e", "Ada Brandt will face questions.", "face", type_="other", factuality=TO_COME, tense=OPEN),
            "uncertain",
        ),
        (told("e", "Ada Brandt was to buy in 1998.", "buy", type_="acquisition", factuality=TO_COME, date="1998"), ""),
        (
            replace(
                told(
                    "e", "Ada Brandt was to buy in 1998.", "buy", type_="acquisition", factuality=TO_COME, date="1998"
                ),
                reported=Reported(When.parse("2020-05-02"), When.parse("2020-05-02")),
            ),
            "uncertain",
        ),
        # --- that somebody says nothing
        (told("e", "Ada Brandt declined to comment.", "declined", type_="refusal"), "talk"),
        (told("e", "Ada Brandt declined the office.", "declined", type_="refusal"), ""),
        (told("e", "Ada Brandt gave no details about the talks.", "gave"), "talk"),
        (told("e", "Ada Brandt gave no details of the fleet away.", "fleet"), ""),
        (told("e", "Ada Brandt did not say when.", "say", type_="statement", factuality=DENIED), "talk"),
        # --- again and again
        (told("e", "In Orlov 300 people drown every year.", "drown", type_="death", tense=PRESENT), "general"),
        (told("e", "Ada Brandt often sold ships.", "sold", type_="transfer"), "general"),
        (told("e", "Ada Brandt fled every day in May 2019.", "fled", date="2019-05"), ""),
        (told("e", "Ada Brandt sold every ship.", "sold", type_="transfer"), ""),
        # --- how things are
        (told("e", "Ada Brandt has ten ships.", "has", type_="other", lemma="have", tense=PRESENT), "state"),
        (told("e", "Ada Brandt owned ten ships.", "owned", type_="other", lemma="own"), "state"),
        (told("e", "Ada Brandt sells ships.", "sells", type_="transfer", lemma="sell", tense=PRESENT), "state"),
        (told("e", "Ada Brandt orders ten ships.", "orders", type_="order", lemma="order", tense=PRESENT), ""),
        (told("e", "Ada Brandt is selling ships.", "selling", type_="transfer", lemma="sell", tense=PRESENT), ""),
        (told("e", "Ada Brandt sells it on Monday.", "sells", lemma="sell", tense=PRESENT, date="2019"), ""),
        (told("e", "Ada Brandt denies greed.", "denies", type_="statement", lemma="deny", tense=PRESENT), "state"),
        # --- who only speaks
        (told("e", "Ada Brandt stressed that it mattered.", "stressed", type_="statement", lemma="stress"), "talk"),
        (told("e", "Ada Brandt warned of a flood.", "warned", type_="statement", lemma="warn"), ""),
        (told("e", "Ada Brandt said the port was safe.", "said", type_="statement", lemma="say"), ""),
        (told("e", "Omar said so to her.", "said", type_="statement", lemma="say", role=Role.RECIPIENT), "talk"),
        # --- who is only named
        (told("e", "Sailors left the port of Ada Brandt.", "left", role=Role.OTHER), "in passing"),
        (
            told("e", "Roth married Ada Brandt's father.", "married", role=Role.OTHER, type_="marriage"),
            "in passing",
        ),
        (told("e", "Rebels raided her depot.", "raided", type_="attack", role=Role.OTHER), ""),
        # --- every day
        (told("e", "Ada Brandt looked at it.", "looked", type_="other", lemma="look"), "routine"),
        (told("e", "Ada Brandt looked at it in 2019.", "looked", type_="other", lemma="look", date="2019"), ""),
        (told("e", "Ada Brandt rebuilt it.", "rebuilt", type_="other", lemma="rebuild"), ""),
        # --- grave events, however told
        (told("e", "Ada Brandt did not kill him.", "kill", type_="killing", factuality=DENIED), ""),
        (told("e", "Ada Brandt was arrested, Omar said.", "arrested", type_="arrest", source=OMAR_SAID), ""),
        (told("e", "Ada Brandt will be tried.", "tried", type_="trial", factuality=PLANNED, tense=OPEN), ""),
    ],
)
def test_why_an_event_has_no_line(event: Event, expected: str) -> None:
    assert reason(event) == expected


def killed(name: str, line: str, **about: object) -> Event:
    number = Quantity(words(line, "40"), QuantityKind.KILLED, 40)
    return told(name, line, "killed", type_="killing", lemma="kill", quantities=(number,), tense=PERFECT, **about)


def test_running_totals_recur() -> None:
    lines = [f"The fever has killed 40 people {where}." for where in ("in Orlov", "in Varna", "here", "there")]
    events = [killed(str(n), line) for n, line in enumerate(lines)]
    assert reasons(*events[:2]) == {}
    assert reasons(*events[:3]) == dict.fromkeys("012", "figure")
    # one that has a date is no running total
    assert reasons(*events[:2], killed("2", lines[2], date="2019-03-03")) == {}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("The toll is 40 killed.", "figure"),
        ("The fever has killed 40 people so far.", "figure"),
        ("The fever has killed 40 people.", ""),
    ],
)
def test_a_total_says_so(line: str, expected: str) -> None:
    assert reason(killed("e", line)) == expected


def test_a_stand_on_something_grave_is_told() -> None:
    line = "Ada Brandt denies killing him."
    denial = told("d", line, "denies", type_="statement", lemma="deny", tense=PRESENT)
    killing = told("k", line, "killing", type_="killing", factuality=DENIED)
    assert reasons(denial, killing) == {}


def test_what_only_touches_the_actor_years_before_the_article_is_told_in_passing() -> None:
    touched = told("e", "Omar Haddad was killed in 1998.", "killed", type_="killing", date="1998", role=Role.OTHER)
    own = told("e", "Ada Brandt was killed in 1998.", "killed", type_="killing", date="1998", role=Role.PATIENT)
    cases = [(touched, {"a": 2020}), (touched, {"a": 1999}), (touched, {}), (own, {"a": 2020})]
    found = [left_out_reasons(ADA, [event], TYPES, years).get("e", "") for event, years in cases]
    assert found == ["in passing", "", "", ""]


def test_a_line_without_the_actor_is_told_in_passing() -> None:
    shown = told("e", "Several countries banned the ships.", "banned", type_="sanction", role=None)
    other = told("e", "Ada Brandt banned the ships.", "banned", type_="sanction", article="b")
    merged = replace(shown, evidence=(*shown.evidence, *other.evidence), participants=other.participants)
    assert reason(merged) == "in passing"
    assert reason(replace(merged, summary="Several countries and Ada Brandt banned the ships.")) == ""
    assert reason(replace(merged, evidence=(*other.evidence, *shown.evidence))) == ""


@pytest.mark.parametrize(
    ("line", "doer", "is_told"),
    [
        ("Ada Brandt's Dr. Omar Haddad urged calm.", "Omar Haddad", True),
        ("The Ada Brandt chief urged calm.", "The Ada Brandt chief", True),
        ("Beside Ada Brandt, Omar Haddad urged calm.", "Omar Haddad", False),
        ("At Ada Brandt's pier a pilot urged calm.", "a pilot", False),
        ("Omar Haddad urged calm for Ada Brandt.", "Omar Haddad", False),
    ],
)
def test_what_the_own_people_of_the_actor_do_is_told(line: str, doer: str, is_told: bool) -> None:
    players = (
        RolePlayer(doer, Role.AGENT, words=words(line, doer)),
        RolePlayer("Ada Brandt", Role.OTHER, ADA, words=words(line, "Ada Brandt")),
    )
    event = told("e", line, "urged", type_="request", role=None, participants=players)
    assert reason(replace(event, participants=players)) == ("" if is_told else "in passing")
