"""Which lines tell again what an entry tells."""

from dataclasses import replace
from typing import Any

import pytest

from dossier.model import (
    CERTAIN,
    Actor,
    Citation,
    Event,
    Kind,
    Polarity,
    Realis,
    Reported,
    Role,
    RolePlayer,
    SeriesKind,
    Tense,
    When,
)
from dossier.timeline import Chronology, Listing, SeriesFinder
from dossier.timeline.conflicts.series_conflicts import series_conflicts
from tests.event_types import TYPES
from tests.timeline.events import told

BOARD = RolePlayer("the harbour board", Role.AGENT, "board")
COUNCIL = RolePlayer("the river council", Role.AGENT, "council")
PAST, PERFECT = Tense.PAST, Tense.PERFECT
RAISED = "On Thursday the harbour board raised its flood alert to stage five."
SOLD = "The harbour board sold the lighthouse on Thursday."


def act(
    sentence: str,
    trigger: str,
    *,
    day: str,
    date: str | None = None,
    by: RolePlayer = BOARD,
    **about: object,
) -> Event:
    """What somebody does, in a report of that day with its own name as its article's."""
    event = told(f"{trigger} {day}", sentence, trigger, article=day, date=date, role=None, **about)  # type: ignore[arg-type]
    piece = replace(event.evidence[0], participants=(by,))
    reported = Reported(When.parse(day), When.parse(day))
    return replace(event, evidence=(piece,), participants=(by,), reported=reported)


def also(event: Event, *others: Event) -> Event:
    """The event with the mentions of others too, each of another source."""
    pieces = (*event.evidence, *(piece for other in others for piece in other.evidence))
    return replace(event, evidence=pieces, independent_sources=len(pieces))


ALERT = act(RAISED, "raised", day="2021-05-07", date="2021-05-06")
SALE = act(SOLD, "sold", day="2021-05-07", date="2021-05-06")


def member(sentence: str, date: str, by: RolePlayer = BOARD) -> Event:
    """What the board became, as told two days later."""
    return act(sentence, "became", day="2021-05-08", date=date, by=by, lemma="become")


JOINED = act("The harbour board joined the League.", "joined", day="2021-05-07", date="2021-05-06", lemma="join")


def recap(sentence: str, first: str, own: str, *, hangs_on: str = "", lemma: str = "") -> list[Event]:
    """The sale, which a later report tells by the word ``first``, and the event of its word ``own``."""
    known = act(sentence, first, day="2021-05-10", hangs_on=hangs_on)
    return [also(SALE, known), act(sentence, own, day="2021-05-10", lemma=lemma)]


@pytest.mark.parametrize(
    ("lines", "are_one"),
    [
        # one step of one thing, by any verb
        ([ALERT, act("The harbour board pushed its flood alert up to 5.", "pushed", day="2021-05-10")], True),
        (
            [
                ALERT,
                act(
                    "It hiked the flood alert from a 3 to a 5 this week.", "hiked", day="2021-05-09", date="/2021-05-09"
                ),
            ],
            True,
        ),
        ([ALERT, act("It put its flood alert to 5.", "put", day="2021-05-08", date="2021-05-07")], True),
        # another step, thing, body or time, a plan, or too long ago
        ([ALERT, act("The harbour board pushed its flood alert up to 4.", "pushed", day="2021-05-10")], False),
        ([ALERT, act("The harbour board raised its mooring fee to five euros.", "raised", day="2021-05-10")], False),
        ([ALERT, act("It pushed its flood alert up to 5.", "pushed", day="2021-05-10", by=COUNCIL)], False),
        ([ALERT, act("It put its flood alert to 5.", "put", day="2021-05-20", date="2021-05-19")], False),
        ([ALERT, act("It pushed its flood alert up to 5.", "pushed", day="2021-05-04")], False),
        ([ALERT, act("It pushed its flood alert up to 5.", "pushed", day="2021-09-10")], False),
        (
            [
                ALERT,
                act(
                    "It may push its flood alert up to 5.",
                    "push",
                    day="2021-05-10",
                    factuality=replace(CERTAIN, realis=Realis.FORECAST),
                ),
            ],
            False,
        ),
        (
            [
                ALERT,
                act(
                    "It never put its flood alert to 5.",
                    "put",
                    day="2021-05-10",
                    factuality=replace(CERTAIN, polarity=Polarity.NEGATIVE),
                ),
            ],
            False,
        ),
        # to join is to become a member, on that day, and not to become anything
        ([JOINED, member("It became a full-fledged member of the League.", "2021-05-06")], True),
        ([JOINED, member("It became a full-fledged member of the League.", "2021-05-02")], False),
        ([JOINED, member("It became the last board of the valley.", "2021-05-06")], False),
        ([JOINED, member("It became a member of the League.", "2021-05-06", by=COUNCIL)], False),
        # a report that tells what the entry tells, and goes on; one that says it
        (recap("The harbour board sold the lighthouse and thanked the town.", "sold", "thanked"), True),
        (recap("The harbour board said that it had sold the lighthouse.", "sold", "said", hangs_on="said"), True),
        (recap("The WHO sold the lighthouse and thanked the town.", "sold", "thanked"), True),
        # the same done to another
        (recap("The harbour board sold the lighthouse and has sold a ferry.", "sold", "has sold", lemma="sold"), False),
        # an aside of what is told, and what is told before it
        (recap("The harbour board, which sold the lighthouse, hired a pilot.", "sold", "hired"), False),
        (recap("The harbour board hired a pilot and sold the lighthouse.", "sold", "hired"), False),
    ],
)
def test_a_line_that_tells_the_act_of_an_entry_again(lines: list[Event], are_one: bool) -> None:
    first, second = lines
    whole = SeriesFinder(lines, TYPES).with_series(Listing(tuple(lines)))
    found = [[event.id for event in whole.lines_of(entry)] for entry in whole.entries]
    assert found == ([[first.id, second.id]] if are_one else [[first.id], [second.id]])
    assert all(series.kind is SeriesKind.RETOLD for series in whole.series.values())


FOUND = "Tamm was found clinging to a plank off the cape after his boat and his dog sank."


@pytest.mark.parametrize(
    ("again", "about", "are_one"),
    [
        pytest.param("Tamm was found clinging to a plank when his boat and dog were lost.", {}, True, id="many words"),
        pytest.param(
            "Tamm was found clinging to a plank when his boat and dog were lost.", {"to": "orlov"}, False, id="another"
        ),
        pytest.param(
            "Tamm was found clinging to a plank when his boat and dog were lost.",
            {"date": "2021-03-02"},
            False,
            id="day",
        ),
        pytest.param("Tamm was found in a plank hut.", {}, False, id="few words"),
    ],
)
def test_what_befell_somebody_is_told_again(again: str, about: dict[str, str], are_one: bool) -> None:
    lines = [
        harm(FOUND, "found", "discovery", day="2021-03-15", date="2021-03-12"),
        harm(again, "found", "discovery", day="2021-03-20", **about),
    ]
    whole = SeriesFinder(lines, TYPES).with_series(Listing(tuple(lines)))
    assert len(whole.entries) == (1 if are_one else 2)


@pytest.mark.parametrize(
    ("figures", "are_one"), [(("by 90 points at 16:00", "by 20 points at 16:00"), False), (("by 90", "by 90"), True)]
)
def test_other_numbers_tell_of_another_time(figures: tuple[str, str], are_one: bool) -> None:
    said = "Tamm was lowered {} while banks, mines and ports lost more."
    lines = [
        harm(said.format(by), "lowered", "change", day=day)
        for by, day in zip(figures, ("2021-03-15", "2021-03-20"), strict=True)
    ]
    whole = SeriesFinder(lines, TYPES).with_series(Listing(tuple(lines)))
    assert len(whole.entries) == (1 if are_one else 2)


def harm(sentence: str, trigger: str, kind: str, *, day: str, date: str | None = None, to: str = "tamm") -> Event:
    """What is done to somebody, in a report of that day."""
    lemma = {"shot": "shoot"}.get(trigger, trigger)
    return act(sentence, trigger, day=day, date=date, by=RolePlayer(to, Role.PATIENT, to), type_=kind, lemma=lemma)


KILLED = harm("Tamm was murdered on 12 March.", "murdered", "killing", day="2021-03-15", date="2021-03-12")


@pytest.mark.parametrize(
    ("later", "are_one"),
    [
        (harm("Tamm was shot with a rifle.", "shot", "attack", day="2021-04-10", date="/2021-04-10"), True),
        (harm("Tamm was shot on 12 March.", "shot", "attack", day="2021-03-14", date="2021-03-12"), True),
        (harm("Tamm was shot in June.", "shot", "attack", day="2021-04-10", date="2020-06"), False),
        (harm("Haddad was shot with a rifle.", "shot", "attack", day="2021-04-10", to="haddad"), False),
        (harm("Tamm was attacked by the press.", "attacked", "attack", day="2021-04-10"), False),
    ],
)
def test_who_was_shot_and_killed_was_killed_so(later: Event, are_one: bool) -> None:
    whole = SeriesFinder([], TYPES).with_series(Listing((later, KILLED)))
    found = {frozenset(event.id for event in whole.lines_of(entry)) for entry in whole.entries}
    assert found == ({frozenset((KILLED.id, later.id))} if are_one else {frozenset((it.id,)) for it in (KILLED, later)})
    assert KILLED in whole.entries


@pytest.mark.parametrize(
    ("date", "days"),
    [("2021-05-06", []), ("2021-05-05", ["2021-05-06", "2021-05-05"]), ("2021-05", []), (None, [])],
)
def test_two_days_of_one_act_are_a_conflict(date: str | None, days: list[str]) -> None:
    again = act("The harbour board put its flood alert to 5.", "put", day="2021-05-08", date=date)
    whole = SeriesFinder([], TYPES).with_series(Listing((ALERT, again)))
    (entry,) = whole.entries
    conflicts = list(series_conflicts(entry, whole.series[entry.id]))
    assert [reading.value for one in conflicts for reading in one.readings] == days
    assert [reading.event for one in conflicts for reading in one.readings] == [None, again.id][: len(days)]
    assert {(one.field, one.event) for one in conflicts} <= {("when", ALERT.id)}


def test_what_may_be_two_acts_stays_by_itself() -> None:
    again = act("The harbour board raised its flood alert to 5.", "raised", day="2021-05-21", date="2021-05-20")
    recap = act("The harbour board has put its flood alert to 5.", "put", day="2021-05-25")
    assert not SeriesFinder([], TYPES).with_series(Listing((ALERT, again, recap))).series


ARTICLES = {day: Citation(day, f"{day}.txt", "0" * 64) for day in ("2021-05-02", "2021-05-07", "2021-05-10")}


def test_an_act_stands_where_it_stands_whenever_it_is_told_again() -> None:
    early = act("The pilot left.", "left", day="2021-05-02", date="2021-05-02", by=COUNCIL)
    open_ = act("Since April it has put its flood alert to 5.", "put", day="2021-05-10", date="2021-04-01/")
    lines = (early, ALERT, open_)
    listed = SeriesFinder(lines, TYPES).with_series(Listing(lines))
    actor = Actor("board", "the harbour board", Kind.ORGANIZATION, (("2021-05-07", "b"),), 2)
    timeline = Chronology(lines, TYPES).timeline(actor, listed, ARTICLES, None)
    assert [event.id for _, event in timeline.events] == [early.id, ALERT.id]


CLOSED = "The harbour board closed the ferry port and advised every skipper to moor north of the cape."


@pytest.mark.parametrize(
    ("again", "trigger", "about", "are_one"),
    [
        pytest.param("It advised every skipper to moor north of the cape.", "advised", {}, True, id="in other words"),
        pytest.param("It never advised skippers to moor north of the cape.", "advised", {}, False, id="few words"),
        pytest.param("It denied that every skipper moored north of the cape.", "denied", {}, False, id="denial"),
        pytest.param(
            "It advised every skipper to moor north of the cape.", "advised", {"by": COUNCIL}, False, id="another"
        ),
        pytest.param(
            "It advised every skipper to moor north of the cape.", "advised", {"date": "2021-05-02"}, False, id="day"
        ),
    ],
)
def test_a_line_in_the_words_of_another_tells_its_act(
    again: str, trigger: str, about: dict[str, Any], are_one: bool
) -> None:
    closed = act(CLOSED, "closed", day="2021-05-07", date="2021-05-06", type_="end")
    part = act(CLOSED, "advised", day="2021-05-07", date="2021-05-06", type_="request")
    line = act(again, trigger, day="2021-05-09", type_="request", **about)
    whole = SeriesFinder([], TYPES).with_series(Listing((closed, line), parts={closed.id: (part,)}))
    found = [[event.id for event in whole.lines_of(entry)] for entry in whole.entries]
    assert found == ([[closed.id, line.id]] if are_one else [[closed.id], [line.id]])


@pytest.mark.parametrize(("is_mentioned", "are_one"), [(True, True), (False, False)])
def test_a_line_whose_words_and_event_another_has_is_beneath_it(is_mentioned: bool, are_one: bool) -> None:
    searches = "pilots to search all boats and huts off the northern cape."
    allowed = act(f"The board allowed {searches}", "allowed", day="2021-05-07")
    longer = f"The board signed a rule allowing {searches}"
    signed, mention = (act(longer, word, day="2021-05-09") for word in ("signed", "allowing"))
    known = replace(allowed, evidence=(*allowed.evidence, *mention.evidence)) if is_mentioned else allowed
    whole = SeriesFinder([], TYPES).with_series(Listing((known, signed)))
    assert len(whole.entries) == (1 if are_one else 2)


@pytest.mark.parametrize(
    ("foretold", "about", "is_beneath"),
    [
        pytest.param("The board is likely to raise its flood alert.", {"day": "2021-05-05"}, True, id="soon"),
        pytest.param(
            "It may raise its flood alert on Friday.", {"day": "2021-05-05", "date": "2021-05-07"}, True, id="due"
        ),
        pytest.param(
            "The board may raise its flood alert in June.", {"day": "2021-05-05", "date": "2021-06"}, False, id="later"
        ),
        pytest.param("The board may raise its flood alert to six.", {"day": "2021-05-09"}, False, id="after the act"),
        pytest.param("The board may raise its flood alert.", {"day": "2021-03-05"}, False, id="long before"),
        pytest.param("The board may raise its mooring fee.", {"day": "2021-05-05"}, False, id="another thing"),
        pytest.param("The board may raise its flood alert to 4.", {"day": "2021-05-05"}, False, id="another step"),
        pytest.param(
            "The council may raise its flood alert.", {"day": "2021-05-05", "by": COUNCIL}, False, id="another actor"
        ),
    ],
)
def test_what_came_is_no_forecast_any_more(foretold: str, about: dict[str, Any], is_beneath: bool) -> None:
    raised = act(RAISED, "raised", day="2021-05-07", date="2021-05-06", lemma="raise")
    open_ = act(foretold, "raise", factuality=replace(CERTAIN, realis=Realis.FORECAST), lemma="raise", **about)
    whole = SeriesFinder([], TYPES).with_series(Listing((raised, open_)))
    assert [entry.id for entry in whole.entries] == [raised.id] + ([] if is_beneath else [open_.id])
    assert not [one for key, series in whole.series.items() for one in series_conflicts(raised, series)]


STAGED = "The harbour board put its alert to stage six, {} the first flood in years is here."


@pytest.mark.parametrize(
    ("word", "about", "are_one"),
    [
        pytest.param("meaning", {}, True, id="what it means"),
        pytest.param("although", {}, False, id="what it does not mean"),
        pytest.param("meaning", {"date": "2021-05-05"}, False, id="another day"),
        pytest.param("meaning", {"by": COUNCIL}, False, id="another actor"),
    ],
)
def test_one_act_may_have_two_names(word: str, about: dict[str, Any], are_one: bool) -> None:
    about = {"date": "2021-05-06", **about}
    staged = act(STAGED.format(word), "put", day="2021-05-06", **about)
    flood = RolePlayer("a great flood", Role.PATIENT)
    declared = act(
        "The board declared a great flood.", "declared", day="2021-05-07", date="2021-05-06", lemma="declare"
    )
    declared = also(replace(declared, participants=(BOARD, flood)), declared)
    whole = SeriesFinder([], TYPES).with_series(Listing((staged, declared)))
    assert [entry.id for entry in whole.entries] == ([] if are_one else [staged.id]) + [declared.id]


DECLARED = "On Thursday the harbour board declared a valley flood and asked for boats."


@pytest.mark.parametrize(
    ("again", "about", "is_beneath"),
    [
        pytest.param("The board declared the river a flood last week, after days of rain.", {}, True, id="in short"),
        pytest.param("The board declared a flood is near.", {}, False, id="what is to come"),
        pytest.param("The board declared a drought last week.", {}, False, id="something else"),
        pytest.param("The council declared the river a flood.", {"by": COUNCIL}, False, id="by another"),
        pytest.param("The board declared a flood.", {"date": "2018"}, False, id="long ago"),
        pytest.param("The board declared a flood.", {"day": "2021-09-07"}, False, id="told months later"),
    ],
)
def test_what_was_declared_is_declared_once(again: str, about: dict[str, Any], is_beneath: bool) -> None:
    declared = act(DECLARED, "declared", day="2021-05-07", date="2021-05-06", lemma="declare")
    line = act(again, "declared", **{"day": "2021-05-12", "lemma": "declare"} | about)
    whole = SeriesFinder([], TYPES).with_series(Listing((declared, line)))
    assert {entry.id for entry in whole.entries} == {declared.id} | (set() if is_beneath else {line.id})


def test_a_declaration_is_told_again_beneath_a_line_that_tells_more() -> None:
    both = "On Thursday the board declared the rain a “river emergency of grave public concern” and urged haste."
    urged = act(both, "urged", day="2021-05-07", date="2021-05-06", lemma="urge")
    deed = act(both, "declared", day="2021-05-07", date="2021-05-06", lemma="declare")
    again = act(
        "The board declares a “river emergency of grave concern”.", "declares", day="2021-05-09", lemma="declare"
    )
    whole = SeriesFinder([], TYPES).with_series(Listing((again, urged), parts={urged.id: (deed,)}))
    assert [entry.id for entry in whole.entries] == [urged.id]


def bereaved(sentence: str, of: str, kin: str, *, day: str, date: str | None = None, kind: str = "death") -> Event:
    """The death of a kin of the actor ``of``, in a report of that day."""
    event = act(sentence, "died", day=day, date=date, by=RolePlayer(kin, Role.PATIENT), type_=kind)
    players = (*event.participants, RolePlayer(of, Role.OTHER, of))
    return replace(event, evidence=(replace(event.evidence[0], participants=players),), participants=players)


@pytest.mark.parametrize(
    ("again", "about", "are_one"),
    [
        pytest.param("his mother", {}, True, id="his mother"),
        pytest.param("Tamm’s mother", {"date": "2021"}, True, id="name"),
        pytest.param("his mother", {"of": "roth"}, False, id="of another"),
        pytest.param("his father", {}, False, id="other kin"),
        pytest.param("his mother’s cousin", {}, False, id="kin of kin"),
        pytest.param("his mother", {"date": "2020"}, False, id="another time"),
        pytest.param("his mother", {"kind": "injury"}, False, id="no death"),
    ],
)
def test_somebody_has_one_mother(again: str, about: dict[str, Any], are_one: bool) -> None:
    late = bereaved(f"Later {again} died.", kin=again, day="2021-06-01", **{"of": "tamm", **about})
    early = bereaved("His mother died at sea.", "tamm", "his mother", day="2021-04-02", date="2021-04-01")
    whole = SeriesFinder([], TYPES).with_series(Listing((late, early)))
    assert [entry.id for entry in whole.entries] == ([] if are_one else [late.id]) + [early.id]


def sale(
    sentence: str, day: str = "2021-05-20", *, date: str | None = None, tense: Tense = PAST, **about: Any
) -> Event:
    """The board sells something to somebody, in a report of that day."""
    event = act(sentence, "sold", day=day, date=date, tense=tense, lemma="sell", type_="transfer", **about)
    to = RolePlayer("Tamm", Role.PATIENT, "tamm")
    players = (*event.participants, to) if "Tamm" in sentence else event.participants
    return replace(event, evidence=(replace(event.evidence[0], participants=players),), participants=players)


DATED = sale("On 2 May the harbour board sold the old lighthouse.", "2021-05-03", date="2021-05-02")


@pytest.mark.parametrize(
    ("again", "others", "are_one"),
    [
        pytest.param(sale("The harbour board has sold its old lighthouse.", tense=PERFECT), [], True, id="has sold"),
        pytest.param(sale("The harbour board sold its old lighthouse."), [], False, id="sold, perhaps again"),
        pytest.param(sale("It has sold boats.", tense=PERFECT), [], False, id="few words"),
        pytest.param(
            sale("Since May the harbour board has sold an old lighthouse.", tense=PERFECT, date="2021-05/"),
            [],
            False,
            id="since then",
        ),
        pytest.param(
            sale("The harbour board has sold its old lighthouse.", tense=PERFECT, by=COUNCIL),
            [],
            False,
            id="by another",
        ),
        pytest.param(
            sale("The harbour board has sold its old lighthouse.", tense=PERFECT),
            [sale("On 9 May the harbour board sold the old lighthouse.", "2021-05-10", date="2021-05-09")],
            False,
            id="one of two",
        ),
    ],
)
def test_a_line_without_a_date_may_look_back_on_what_another_dates(
    again: Event, others: list[Event], are_one: bool
) -> None:
    whole = SeriesFinder([], TYPES).with_series(Listing((DATED, *others, again)))
    assert (again.id in {entry.id for entry in whole.entries}) is not are_one


@pytest.mark.parametrize(
    ("again", "are_one"),
    [
        ("The harbour board sold Tamm the old lighthouse.", True),
        ("The harbour board sold Roth the old lighthouse.", False),
        ("The board sold Tamm before the storm.", True),
        ("It sold Tamm before the storm.", False),
    ],
)
def test_what_is_done_to_the_same_is_one_whoever_dates_it(again: str, are_one: bool) -> None:
    dated = sale("On 2 May the harbour board sold Tamm the old lighthouse.", "2021-05-03", date="2021-05-02")
    line = sale(again)
    whole = SeriesFinder([], TYPES).with_series(Listing((dated, line)))
    assert len(whole.entries) == (1 if are_one else 2)


def warned(sentence: str, trigger: str, *, day: str, date: str | None = None, **about: Any) -> Event:
    """What the board says."""
    return replace(act(sentence, trigger, day=day, date=date, **about), type="statement")


WARNED = warned(
    "The board warned on 6 May that the river could become a flood.", "warned", day="2021-05-07", date="2021-05-06"
)


def are_one_entry(*lines: Event) -> bool:
    """Whether all lines are put beneath one of them."""
    found = SeriesFinder([], TYPES).with_series(Listing(lines))
    return len(found.entries) == 1


@pytest.mark.parametrize(
    ("again", "about", "are_one"),
    [
        ("It said the wet spring had the potential to cause a flood.", {}, True),
        ("It said rain may start the worst flood, as gauges rose.", {}, True),
        ("It said the wet spring could cause a drought.", {}, False),
        ("It said a flood was over.", {}, False),
        ("It said the old dam might yet bring a flood.", {"date": "2021-05-12"}, False),
        ("It said that the river could become a flood.", {"by": COUNCIL}, False),
    ],
)
def test_who_warns_of_a_thing_for_days_warns_of_it_once(again: str, about: dict[str, Any], are_one: bool) -> None:
    line = warned(again, "said", day="2021-05-08", **{"date": "2021-05-07", **about})
    assert are_one_entry(WARNED, line) is are_one


def test_a_thing_that_is_near_is_warned_of_once() -> None:
    one = warned("It said the town was on the brink of a flood.", "said", day="2021-05-07", date="2021-05-06")
    two = warned("It said a flood is imminent.", "said", day="2021-05-08", date="2021-05-07")
    assert are_one_entry(one, two)
    assert not are_one_entry(WARNED, two)


SENDS = "The harbour board said it would send 40 boats up the river."


@pytest.mark.parametrize(
    ("forecast", "date", "is_beneath"),
    [
        (SENDS, None, True),
        (SENDS.replace(".", " at once."), None, True),
        (SENDS, "2021-06-01", False),
        (SENDS.replace("40", "50"), None, False),
        ("The harbour board will pay for 40 sheds.", None, False),
    ],
)
def test_what_a_statement_says_is_to_come_stands_beneath_it(forecast: str, date: str | None, is_beneath: bool) -> None:
    said = warned("On Monday " + SENDS[0].lower() + SENDS[1:], "said", day="2021-05-04", date="2021-05-03")
    plan = act(
        forecast,
        "send" if "send" in forecast else "pay",
        day="2021-05-05",
        date=date,
        factuality=replace(CERTAIN, realis=Realis.PLAN),
    )
    assert are_one_entry(said, plan) is is_beneath


@pytest.mark.parametrize(
    ("again", "date", "is_beneath"),
    [
        ("The board raised the valley to flood status last week.", "2021-05-03/2021-05-09", True),
        ("The board raised the valley to drought status last week.", "2021-05-03/2021-05-09", False),
        ("The board raised the alert to its highest level last week.", "2021-05-03/2021-05-09", False),
        ("The board raised the valley to flood status last month.", "2021-04", False),
    ],
)
def test_what_is_raised_to_a_status_is_declared(again: str, date: str, is_beneath: bool) -> None:
    declared = act(DECLARED, "declared", day="2021-05-07", date="2021-05-06", lemma="declare")
    assert are_one_entry(declared, act(again, "raised", day="2021-05-12", date=date, lemma="raise")) is is_beneath


TWO = (RolePlayer("the mill", Role.PATIENT, "mill"), RolePlayer("the dairy", Role.PATIENT, "dairy"))


@pytest.mark.parametrize(
    ("kind", "of", "date", "are_one"),
    [
        ("payment", TWO, "/2021-05-09", True),
        ("payment", TWO, "2021-05-08", False),
        ("payment", TWO[:1], "/2021-05-09", False),
        ("meeting", TWO, "/2021-05-09", False),
    ],
)
def test_what_befell_the_same_two_at_once(kind: str, of: tuple[RolePlayer, ...], date: str, are_one: bool) -> None:
    plain = act("The state seized the mill and the dairy.", "seized", day="2021-05-07", date="2021-05-06")
    plain = replace(plain, type="conquest", participants=TWO)
    aside = act(
        "Keller marvelled at how the mill and the dairy were saved.",
        "saved",
        day="2021-05-10",
        date=date,
        hangs_on="marvelled",
    )
    aside = replace(aside, type=kind, participants=of)
    found = SeriesFinder([], TYPES).with_series(Listing((aside, plain)))
    assert (found.entries == (plain,)) is are_one


@pytest.mark.parametrize(
    ("what", "date", "is_beneath"),
    [
        ("raising its alert level as the river rose", "2021-05-06", True),
        ("raising its fees as the river rose", "2021-05-06", False),
        ("raising its alert level as the river rose", "2021-05-04", False),
        ("watching its alert level", "2021-05-06", False),
    ],
)
def test_a_move_told_in_passing(what: str, date: str, is_beneath: bool) -> None:
    line = warned(f"The harbour board said the valley was in danger, {what}.", "said", day="2021-05-07", date=date)
    assert are_one_entry(ALERT, line) is is_beneath


def test_the_own_statement_of_a_warning_heads_its_entry() -> None:
    aside = "Skippers fear the river, which the board warned on 6 May could become a flood."
    lines = (
        also(warned(aside, "warned", day="2021-05-07", date="2021-05-06"), WARNED),
        warned("It said rain could cause a flood.", "said", day="2021-05-08"),
    )
    (entry,) = SeriesFinder([], TYPES).with_series(Listing(lines)).entries
    assert entry == lines[1]
