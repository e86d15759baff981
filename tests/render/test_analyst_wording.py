"""What the page says of the fields that the analyst corrected."""

from dataclasses import replace
from datetime import date

import pytest

from dossier.model import INVOLVED, Correction, EventField, Setting
from dossier.render import Medium, briefing, render_html
from dossier.render.wording.analyst_wording import corrected_fields, corrections_in_words, evidence_corrections
from tests.render.conftest import FIRST, rows_of

DAY = date(2026, 11, 22)


def by_ada(field: EventField, value: str, read: str, participant: str = "") -> Correction:
    return Correction(field, value, read, "3f2a9c01d4", "ada", DAY, participant)


LINE = by_ada(EventField.SUMMARY, "Held.", "Police searched the depot.")
SURE = by_ada(EventField.CERTAINTY, "certain", "possible")
AT_ORLOV = by_ada(EventField.PLACE, "Orlov", "")
BOB = replace(AT_ORLOV, by="bob", made=None)


def corrected(event, *corrections, **about):
    first, *others = event.evidence
    return replace(event, evidence=(replace(first, corrections=corrections), *others), **about)


HE = by_ada(EventField.MENTION, "Varga", "Hart")
HE_SAYS = replace(HE, is_telling_only=True)


@pytest.mark.parametrize(
    ("first", "second", "in_line", "as_part"),
    [
        ([HE], [], ("who is meant",), ("who is meant",)),
        ([], [HE], ("who is meant",), ("who is meant",)),
        ([HE_SAYS], [], ("who is meant",), ()),
        ([], [HE_SAYS], (), ()),
        ([], [HE_SAYS, SURE], ("certainty",), ("certainty",)),
    ],
)
def test_what_changes_only_how_a_mention_tells_it_marks_no_event_that_another_tells(
    make_event, first, second, in_line, as_part
):
    event = make_event("searched")
    piece = event.evidence[0]
    event = replace(
        event, evidence=tuple(replace(piece, corrections=tuple(one)) for one in (first, second)), independent_sources=1
    )
    assert (corrected_fields([event]), corrected_fields([], [event])) == (in_line, as_part)
    assert bool(event.judged) == bool(in_line) == bool(corrections_in_words([event]))


@pytest.mark.parametrize(
    ("corrections", "said"),
    [
        ([], ""),
        ([LINE], "line, read as “Police searched the depot.” (ada, 22 Nov 2026)"),
        ([by_ada(EventField.WHEN, "2021-03-02", "")], "date 2 Mar 2021, none read (ada, 22 Nov 2026)"),
        ([by_ada(EventField.TYPE, "peace_talks", "statement")], "type “peace talks”, read as “statement” (ada, …)"),
        ([by_ada(EventField.POLARITY, "positive", "negative")], "whether it happened “yes”, read as “no” (ada, …)"),
        ([by_ada(EventField.ATTRIBUTION, "", "police")], "source the article itself, read as “police” (ada, …)"),
        ([by_ada(EventField.ATTRIBUTION, "police", "")], "source “police”, read as the article itself (ada, …)"),
        ([by_ada(EventField.PLACE, "", "Varna")], "place none, read as “Varna” (ada, …)"),
        (
            [by_ada(EventField.PARTICIPANTS, "agent", "other", "Brik")],
            "part of Brik “does it”, read as “has another part” (ada, …)",
        ),
        ([by_ada(EventField.PARTICIPANTS, INVOLVED, "", "Varga")], "about Varga, too, no part read (ada, …)"),
        ([by_ada(EventField.PARTICIPANTS, "", "agent", "Varga")], "not about Varga, read as “does it” (ada, …)"),
        ([by_ada(EventField.MENTION, "Varga", "Hart")], "who is meant “Varga”, read as “Hart” (ada, …)"),
        ([by_ada(EventField.MENTION, "Varga", "Varga")], "who is meant “Varga”, as read (ada, …)"),
        ([by_ada(EventField.MENTION, "", "Hart")], "who is meant nobody, read as “Hart” (ada, …)"),
        ([by_ada(EventField.EVENT, "hid it", "")], "added, of the words “hid it” (ada, …)"),
        ([SURE, AT_ORLOV], "certainty “certain”, read as “possible”; place “Orlov”, none read (ada, …)"),
        ([SURE, BOB], "certainty “certain”, read as “possible” (ada, …); place “Orlov”, none read (bob)"),
    ],
)  # fmt: skip
def test_a_correction_says_what_was_read_and_whose_it_is(make_event, corrections, said):
    piece = corrected(make_event("searched"), *corrections).evidence[0]
    assert evidence_corrections(piece) == said.replace("…", "22 Nov 2026")


def test_every_field_has_its_words(make_event):
    values = {EventField.WHEN: "2021", EventField.REALIS: "plan"}
    given = [by_ada(field, values.get(field, "negative"), "") for field in EventField]
    assert evidence_corrections(corrected(make_event("searched"), *given).evidence[0]).count(";") == len(given) - 1


def test_an_entry_names_what_was_corrected_once_and_its_note_what_was_read(desk, article, make_event):
    events = [
        corrected(make_event("searched"), LINE, SURE, wording="Depot [sic] searched on <b>Monday</b>"),
        corrected(make_event("seized"), SURE),
    ]
    (row,) = rows_of(desk, article, events)
    assert (row.passage.text, row.analyst) == ("Depot [sic] searched on <b>Monday</b>¶", ("line", "certainty"))
    page = briefing(desk.timeline([article], events), "dossier 1.0")
    assert [one.text for one in page.notes[0].corrections] == list(row.corrections)
    assert [sign.words for sign in page.key] == ["set by the analyst"]
    assert dict(page.method)["Corrected"].startswith("by the analyst, 2 events: line (1), certainty (2);")


def test_what_an_article_only_tells_again_has_a_note_of_its_own_where_it_is_corrected(desk, article):
    told, again = desk.evidence(article, "searched", FIRST), desk.evidence(article, "fled", "Varga fled.")
    for corrections in ((), (SURE,)):
        event = desk.event(told, replace(again, corrections=corrections))
        notes = briefing(desk.timeline([article], [event]), "dossier 1.0").notes
        assert [note.is_repeat for note in notes] == [False, not corrections]


@pytest.mark.parametrize("medium", Medium)
def test_the_page_shows_the_analysts_line_escaped_and_what_was_read(desk, article, make_event, medium):
    event = corrected(make_event("searched"), LINE, wording="Depot <b>searched</b>")
    html = render_html(desk.timeline([article], [event]), "dossier 1.0", medium=medium)
    assert "Depot &lt;b&gt;<strong" in html
    assert "<b>searched" not in html
    assert html.count("Analyst: line") == 1
    assert "Analyst on" in html
    assert "line, read as “Police searched the depot.” (ada, 22 Nov 2026)" in html


def test_a_page_without_corrections_says_nothing_of_the_analyst(desk, article, make_event):
    timeline = desk.timeline([article], [make_event("searched")])
    page = briefing(timeline, "dossier 1.0")
    assert (page.key, "Corrected" in dict(page.method)) == ((), False)
    assert "Analyst" not in render_html(timeline, "dossier 1.0")


@pytest.mark.parametrize(
    ("worded", "lines"),
    [
        ("searched", [("Held.¶", 3)]),  # the event that heads the entry
        ("seized", [(FIRST, 2), ("Held.¶", 1)]),
    ],
)
def test_what_has_the_analysts_line_makes_an_entry_and_moves_no_other(desk, article, make_event, worded, lines):
    events = [
        corrected(event, LINE, wording="Held.") if event.evidence[0].trigger.exact == worded else event
        for event in (make_event("searched"), make_event("seized"), make_event("hid"))
    ]
    assert [(row.passage.text, len(row.events)) for row in rows_of(desk, article, events)] == lines


def test_a_place_that_the_analyst_gave_is_named_where_the_line_has_that_of_the_text(desk, article, make_event):
    read = make_event("searched", place=Setting("depot"))
    given = corrected(read, by_ada(EventField.PLACE, "Orlov", "depot"), place=Setting("Orlov"))
    assert [row.places for row in rows_of(desk, article, [read])] == [()]
    assert [one.text for row in rows_of(desk, article, [given]) for one in row.places] == ["place: Orlov"]
    assert FIRST.count("depot") == 1
