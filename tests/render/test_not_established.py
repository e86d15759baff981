"""What a page calls not established, and what it says of forecasts whose time has passed or that are old news."""

from dataclasses import replace

import pytest

from dossier.model import (
    CERTAIN,
    Certainty,
    Conflict,
    Dating,
    Factuality,
    Polarity,
    Reading,
    Realis,
    Reported,
    Role,
    RolePlayer,
    When,
)
from dossier.render import briefing
from tests.render.conftest import Desk

DENIED = Factuality(Certainty.CERTAIN, Polarity.NEGATIVE)
VAGUE = Factuality(Certainty.UNDERSPECIFIED, Polarity.POSITIVE)
FORETOLD = Factuality(Certainty.CERTAIN, Polarity.POSITIVE, Realis.FORECAST)
SEE_THE_FIRST = "see no.\N{NO-BREAK SPACE}1"


def test_what_one_source_denies_is_not_established(desk: Desk) -> None:
    article = desk.article("Hart was caught. Hart was not caught.")
    pieces = [
        desk.evidence(article, "caught", sentence, desk.dating("2021-03-01"), sure)
        for sentence, sure in (("Hart was caught.", CERTAIN), ("Hart was not caught.", DENIED))
    ]
    event = desk.event(*pieces)
    sides = (Reading("positive", (0,)), Reading("negative", (1,)))
    page = briefing(desk.timeline([article], [event], conflicts=[Conflict(event.id, "polarity", sides)]), "g")
    assert [(one.row, [label.text for label in one.labels]) for one in page.bottom_line.doubts] == [(1, ["disputed"])]
    assert ([row.status.words for row in page.rows], [mark.status for mark in page.marks]) == (
        ["not established"],
        [page.rows[0].status],
    )


def test_a_fact_of_which_a_word_is_in_doubt_is_not_established_in_part(desk: Desk) -> None:
    article = desk.article("Hart was caught where she hid.")
    head = desk.event(desk.evidence(article, "caught", None, desk.dating("2021-03-01")), importance=0.9)
    part = desk.event(desk.evidence(article, "hid", None, desk.dating("2021-03-01"), VAGUE))
    line = briefing(replace(desk.timeline([article], [head]), parts={head.id: (part,)}), "g").bottom_line
    assert (line.unsure, [(one.row, [label.about for label in one.labels]) for one in line.partly_unsure]) == (
        (),
        [(1, ["“hid”"])],
    )


@pytest.mark.parametrize(
    ("line", "day", "factuality", "voices"),
    [
        pytest.param("The port's envoys did not meet.", "2021-03-04", DENIED, [SEE_THE_FIRST], id="called off"),
        pytest.param("The port's envoys did not meet.", "2021-04-04", DENIED, [], id="weeks later"),
        pytest.param("The port sank.", "2021-03-02", CERTAIN, [], id="of another thing"),
        pytest.param(
            "The port sank after long talks with miners of Dravna.",
            "2021-03-05",
            CERTAIN,
            [SEE_THE_FIRST],
            id="in words of it",
        ),
        pytest.param("The port sold its report.", "2021-03-04", CERTAIN, [SEE_THE_FIRST], id="with its object"),
    ],
)
def test_what_came_of_a_forecast_is_named(desk: Desk, line: str, day: str, factuality, voices: list[str]) -> None:
    told, foretold = desk.article(line), desk.article("The port will meet miners for talks on a report.", ref="f")
    port = RolePlayer("the port", Role.AGENT, "port")
    word = next(word for word in ("meet", "sank", "sold") if word in line)
    fact = replace(desk.evidence(told, word, None, desk.dating(day), factuality), lemma=word)
    players = (port, RolePlayer("a first report", Role.PATIENT))
    plan = desk.evidence(foretold, "meet", None, desk.dating("2021-03-04"), FORETOLD)
    on = When.parse("2021-03-01")
    expected = replace(desk.event(replace(plan, lemma="meet"), participants=players), reported=Reported(on, on))
    timeline = replace(desk.timeline([told, foretold], [desk.event(fact, participants=(port,))]), expected=(expected,))
    (row,) = briefing(timeline, "g").expected
    assert ([one.text for one in row.voices], row.is_overdue) == (voices, not voices)


@pytest.mark.parametrize(("done", "headings"), [("2021-04-20", []), ("2020-04-20", ["Forecast"]), (None, ["Forecast"])])
def test_what_has_long_come_is_no_forecast_of_the_bottom_line(desk: Desk, done, headings: list[str]) -> None:
    told, foretold = desk.article("The port raised the alarm."), desk.article("The port will raise it.", ref="f")
    port = RolePlayer("the port", Role.AGENT, "port")
    dating = desk.dating(done) if done else Dating()
    fact = replace(desk.evidence(told, "raised", None, dating), lemma="raise")
    plan = replace(desk.evidence(foretold, "raise", None, Dating(), FORETOLD), lemma="raise")
    on = When.parse("2021-04-30")
    expected = replace(desk.event(plan, participants=(port,)), reported=Reported(on, on))
    timeline = desk.timeline([told, foretold], undated=[desk.event(fact, importance=0.5, participants=(port,))])
    line = briefing(replace(timeline, expected=(expected,)), "g").bottom_line
    assert [one.heading for one in line.findings if one.heading == "Forecast"] == headings


@pytest.mark.parametrize(("is_of_subject", "article", "found"), [(False, "f", [1]), (True, "f", []), (False, "w", [])])
def test_a_warning_stands_behind_the_forecast_of_its_article(desk: Desk, is_of_subject, article, found) -> None:
    text = "The arrest will end the trade. Experts warn that one arrest ends nothing. "
    foretold, other = desk.article(text, ref="f"), desk.article(text * 2, ref="w")
    subject = RolePlayer(desk.actor().name, Role.PATIENT, desk.actor().id)
    plan = desk.evidence(foretold, "end", "The arrest will end the trade.", Dating(), FORETOLD)
    source = foretold if article == "f" else other
    warning = desk.evidence(source, "warn", "Experts warn that one arrest ends nothing.", desk.dating("2021-04-01"))
    told = desk.event(warning, participants=(subject,) if is_of_subject else ())
    timeline = replace(desk.timeline([foretold, other], [told]), expected=(desk.event(plan),))
    line = briefing(timeline, "g").bottom_line
    assert [one.row for one in line.findings if one.heading == "Warning"] == found


@pytest.mark.parametrize(
    ("lemma", "voice", "labels"),
    [
        ("cave in", None, ["a judgement of the article"]),
        ("cave in", "Hart", []),
        ("give in", None, []),
    ],
)
def test_a_word_that_judges_is_called_a_judgement(desk: Desk, lemma: str, voice: str | None, labels) -> None:
    article = desk.article("The port caved in to Hart.")
    piece = replace(desk.evidence(article, "caved in", None, desk.dating("2021-03-01"), voice=voice), lemma=lemma)
    page = briefing(desk.timeline([article], [desk.event(piece)]), "g")
    assert [label.text for label in page.rows[0].labels] == labels
