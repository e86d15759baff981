"""What was merged, and what was not: the page says why."""

from dataclasses import replace

import pytest

from dossier.model import (
    ActorPointer,
    Certainty,
    Choice,
    Conflict,
    EventPointer,
    Factuality,
    Link,
    Polarity,
    Reading,
    Realis,
    Reason,
    Signal,
    Timeline,
)
from dossier.render import briefing, render_html
from dossier.render.context import IdentityReason
from dossier.render.page_values.note_context import JoinedEvidence
from dossier.render.page_values.row_context import Highlight
from dossier.render.wording.grounds import telling

FIRST = "Police searched the depot, seized a ledger and hid it."
DENIED = Factuality(Certainty.CERTAIN, Polarity.NEGATIVE)
FORECAST = Factuality(Certainty.CERTAIN, Polarity.POSITIVE, Realis.FORECAST)


def reason(text, weight=1.0, article=None, quote=None):
    return Reason(Signal.STATEMENT, weight, text, article and article.id, quote)


def test_names_that_were_taken_for_one_stand_with_their_grounds(desk, article, make_event):
    said = desk.quote(article, "Varga fled")
    grounds = (reason("a text says so", 4.0, article, said), reason("other places", -1.0))
    links = (
        Link(ActorPointer("Varga"), ActorPointer("the Clerk"), grounds, is_merged=True),
        Link(
            ActorPointer("Varga"),
            ActorPointer("Ines Varga", article.id),
            (reason("two given names", -6.0),),
            is_merged=False,
        ),
    )
    page = briefing(desk.timeline([article], [make_event("searched")], actor=desk.actor(links=links)), "g")
    assert [(tie.left, tie.right, tie.grounds) for tie in page.same] == [
        ("Varga", "the Clerk", (IdentityReason("a text says so", False, 1), IdentityReason("other places", True, 0)))
    ]
    assert [(tie.left, tie.right) for tie in page.apart] == [("Varga", "Ines Varga (Raid)")]
    assert page.notes[0].cited[0].anchor == "k1"


COMPANY, PLACE = Reason(Signal.ASSOCIATES, 9.0, "company"), Reason(Signal.PLACE, 1.0, "place")
SPELLING, SIDE_BY_SIDE = Reason(Signal.SPELLING, 2.0, "spelling"), Reason(Signal.ASSOCIATES, -3.0, "side by side")


@pytest.mark.parametrize(
    ("reasons", "is_merged", "shown"),
    [
        ((SPELLING, COMPANY, PLACE), True, ["spelling"]),
        ((COMPANY, PLACE), True, ["company", "place"]),
        ((COMPANY, SPELLING, SIDE_BY_SIDE), True, ["spelling", "side by side"]),
        ((COMPANY, SIDE_BY_SIDE), True, ["company", "side by side"]),
        ((COMPANY, SIDE_BY_SIDE), False, ["side by side"]),
        ((PLACE, SPELLING), False, ["spelling"]),
    ],
)
def test_shared_company_is_no_ground_beside_a_better_one(reasons, is_merged, shown):
    link = Link(ActorPointer("Varga"), ActorPointer("Ines Varga"), reasons, is_merged=is_merged)
    assert [one.text for one in telling(link)] == shown


def test_a_note_says_why_it_tells_the_same_event(desk, article, make_event):
    other = desk.article("They combed the depot.")
    first, second = make_event("searched").evidence[0], desk.evidence(other, "combed")
    link = Link(
        EventPointer(first.article, first.trigger),
        EventPointer(second.article, second.trigger),
        (reason("one day"),),
        True,
    )
    event = desk.event(first, second, links=(link,))
    page = briefing(desk.timeline([article, other], [event]), "g")
    assert page.notes[0].joined == ()
    assert page.notes[1].joined == (JoinedEvidence(1, "combed", "searched", "one day"),)
    told_so = '“combed”: the event of note&nbsp;<a href="#n1">1</a>, there “searched” (one day).'
    assert told_so in render_html(desk.timeline([article, other], [event]), "g")


def test_forecasts_stand_apart_and_are_numbered_last(desk, article, make_event):
    timeline = desk.timeline(
        [article], [make_event("searched")], [desk.event(desk.evidence(article, "fled", "Varga fled."))]
    )
    timeline = replace(timeline, expected=(make_event("hid", "2022", FORECAST),))
    page = briefing(timeline, "g")
    assert [[row.number for row in part] for part in (page.rows, page.undated, page.expected)] == [[1], [2], [3]]
    assert page.expected[0].labels[0].text == "forecast"
    assert ("Expected", "1 forecast or plan") in page.facts
    assert "Forecasts and plans" in render_html(timeline, "g")


def test_a_copy_names_its_source(desk, article):
    copy, stray = desk.article("Copied."), desk.article("Copied too.")
    timeline = desk.timeline([article, copy, stray])
    cited = {
        **timeline.articles,
        copy.id: replace(copy.citation, copy_of=article.id),
        stray.id: replace(stray.citation, copy_of="elsewhere"),
    }
    page = briefing(replace(timeline, articles=cited), "g")
    number = next(source.number for source in page.sources if source.title == "Raid")
    assert sorted(source.copy_of for source in page.sources) == [
        "",
        "an article that is not cited here",
        f"source\N{NO-BREAK SPACE}{number}",
    ]


@pytest.mark.parametrize(
    ("choice", "basis"), [(None, ""), (Choice.ONLY, ""), (Choice.SOURCES, "the date that is given most often")]
)
def test_a_row_says_how_its_date_was_chosen(desk, article, make_event, choice, basis):
    page = briefing(desk.timeline([article], [make_event("searched", choice=choice)]), "g")
    assert page.rows[0].basis == basis


def test_a_row_says_what_its_sources_disagree_on(sample: Timeline):
    assert [[remark.text for remark in row.disputed] for row in briefing(sample, "g").rows[:2]] == [
        ["sources disagree (date)"],
        [],
    ]


def test_a_reading_may_stand_in_another_event(desk, article, make_event):
    killed, spoke = make_event("searched"), desk.event(desk.evidence(article, "fled", "Varga fled."))
    conflict = Conflict(killed.id, "life", (Reading("2019", (0,)), Reading("2021-05", (0,), event=spoke.id)))
    (shown,) = briefing(desk.timeline([article], [killed, spoke], conflicts=[conflict]), "g").disagreements
    assert [side.value for side in shown.sides] == ["“searched”, 2019", "“fled”, May 2021"]
    assert [side.notes for side in shown.sides] == [(1,), (2,)]


def test_claim_and_denial_stand_with_those_who_make_them(desk, article):
    claim = desk.evidence(article, "searched", FIRST, voice="the Orlov Post")
    denial = desk.evidence(article, "seized", FIRST, factuality=DENIED, voice="the captain")
    event = desk.event(claim, denial, desk.evidence(article, "hid", FIRST, voice="the captain"))
    conflict = Conflict(event.id, "polarity", (Reading("positive", (0, 2)), Reading("negative", (1,))))
    (shown,) = briefing(desk.timeline([article], [event], conflicts=[conflict]), "g").disagreements
    assert shown.field == "whether it happened"
    assert [side.value for side in shown.sides] == [
        "yes, according to the Orlov Post; according to the captain",
        "no, according to the captain",
    ]


def test_the_most_important_entries_of_a_long_briefing_come_first(desk):
    articles = [desk.article(f"Varga fled {n} times.", ref=str(n)) for n in range(14)]
    events = [
        desk.event(desk.evidence(article, "fled", None, desk.dating(str(2000 + n))), importance=n % 4 / 4)
        for n, article in enumerate(articles)
    ]
    page = briefing(desk.timeline(articles, events), "g")
    assert [entry.row for entry in page.highlights] == [3, 4, 7, 8, 12]
    assert page.highlights[1] == Highlight(4, "2003", "Varga fled 3 times.", (), (), (), (4,))
    assert briefing(desk.timeline(articles[:11], events[:11]), "g").highlights == ()


def test_what_a_highlight_tells_no_other_tells(desk):
    told = {2: "Captain Varga was arrested in Orlov.", 5: "Police in Orlov arrested Captain Varga.", 9: "Varga fled."}
    articles = [desk.article(told.get(n, f"Varga slept {n} times."), ref=str(n)) for n in range(12)]
    events = [
        desk.event(
            desk.evidence(article, article.text.split()[1], None, desk.dating(str(2000 + n))),
            importance=0.9 if n in told else 0.1,
        )
        for n, article in enumerate(articles)
    ]
    rows = [entry.row for entry in briefing(desk.timeline(articles, events), "g").highlights]
    assert 3 in rows
    assert 6 not in rows
    assert 10 in rows


def test_one_day_gives_one_of_the_most_important_entries_where_other_days_have_some(desk):
    articles = [desk.article(f"Varga fled {n} times.", ref=str(n)) for n in range(12)]
    days = ["2021-03-01"] * 7 + [f"2021-04-0{n}" for n in range(1, 6)]
    events = [
        desk.event(desk.evidence(article, "fled", None, desk.dating(on)), importance=0.9 - n / 20)
        for n, (article, on) in enumerate(zip(articles, days, strict=True))
    ]
    page = briefing(desk.timeline(articles, events), "g")
    assert [entry.row for entry in page.highlights] == [1, 8, 9, 10, 11]
