"""The parts of a briefing: notes, conflicts, descriptions, sources, facts, bounds."""

import pytest

from dossier.model import (
    Basis,
    Bound,
    Certainty,
    Conflict,
    Description,
    Factuality,
    Kind,
    Period,
    Polarity,
    Reading,
    Relation,
    RelationType,
    Timeline,
    Witness,
)
from dossier.render import briefing
from dossier.render.page_values.row_context import Remark
from dossier.render.wording.label_wording import KIND_WORDS
from tests.render.conftest import FIRST, TEXT, rows_of

VAGUE = Factuality(Certainty.UNDERSPECIFIED, Polarity.POSITIVE)
DENIED = Factuality(Certainty.CERTAIN, Polarity.NEGATIVE)


@pytest.mark.parametrize(
    ("day", "words"),
    [("2019-03-04", "dated 4 March 2019; "), ("2019-03-05", ""), ("2019-03", ""), ("/2019-03-06", "")],
)
def test_a_note_says_how_its_source_departs(desk, article, make_event, day: str, words: str):
    other = desk.article("The depot was searched on Sunday.")
    piece = desk.evidence(other, "searched", None, desk.dating(day), VAGUE, "a clerk")
    event = desk.event(make_event("searched", "2019-03-05").evidence[0], piece)
    page = briefing(desk.timeline([article, other], [event]), "g")
    assert page.notes[0].differs == ()
    departure = page.notes[1].differs[0]
    assert departure.at.anchor == "r1"
    assert departure.text == f"“searched”: not certain; {words}according to a clerk"


def test_a_note_says_when_its_source_is_surer(desk, article, make_event):
    other = desk.article("The depot was searched.")
    doubted = make_event("searched", factuality=VAGUE, voice="a clerk").evidence[0]
    event = desk.event(doubted, desk.evidence(other, "searched"))
    page = briefing(desk.timeline([article, other], [event]), "g")
    assert page.notes[1].differs[0].text == "“searched”: stated as fact; not attributed"


def test_conflicts_stand_with_their_notes(sample: Timeline):
    conflict = briefing(sample, "g").disagreements[0]
    assert (conflict.row, conflict.about, conflict.field) == (1, "“searched the depot”", "date")
    assert [(side.value, side.notes) for side in conflict.sides] == [("3 March 2019", (2,)), ("4 March 2019", (3,))]


@pytest.mark.parametrize(
    ("field", "value", "words"), [("toll", "2019", "2019"), ("toll", "196X", "196X"), ("when", "soon", "soon")]
)
def test_a_reading_is_a_date_only_where_it_is_one(desk, article, make_event, field, value, words):
    event = make_event("searched")
    conflict = Conflict(event.id, field, (Reading(value, (0,)), Reading("other", (0,))))
    page = briefing(desk.timeline([article], [event], conflicts=[conflict]), "g")
    assert page.disagreements[0].sides[0].value == words


@pytest.mark.parametrize(("last", "month"), [("2019-05-01", ""), ("2020-02-01", "March 2019")])
def test_an_old_description_says_of_which_month_it_is(desk, last: str, month: str) -> None:
    old, new = desk.article(TEXT, "2019-03-10"), desk.article("Varga left.", last, ref="b.txt")
    actor = desk.actor(descriptions=(Description("the depot", old.id, desk.quote(old, "the depot")),))
    events = [desk.event(desk.evidence(article, "Varga")) for article in (old, new)]
    assert [said.month for said in briefing(desk.timeline([old, new], events, actor=actor), "g").descriptions] == [
        month
    ]


def test_descriptions_are_cited_first_and_only_where_they_can_be(desk, article, make_event):
    said = Description("the depot", article.id, desk.quote(article, "the depot"))
    elsewhere = Description("a clerk", "not-at-hand", said.quote)
    actor = desk.actor(descriptions=(elsewhere, said))
    page = briefing(desk.timeline([article], [make_event("searched")], actor=actor), "g")
    assert [(d.number, d.passage.text, d.note) for d in page.descriptions] == [(1, "the depot", 1)]
    assert page.notes[0].quoted_at.anchor == "d1"
    assert page.rows[0].notes == (2,)


def test_sources_stand_by_date_then_ref(desk):
    articles = [
        desk.article("One.", ref="b"),
        desk.article("Two.", "2020", ref="a"),
        desk.article("Three.", "2019-05", ref="c"),
        desk.article("Four.", ref="a"),
    ]
    page = briefing(desk.timeline(articles), "g")
    assert [(source.number, source.title) for source in page.sources] == [(1, "c"), (2, "a"), (3, "a"), (4, "b")]


@pytest.mark.parametrize(
    ("ref", "title"),
    [
        ("in/2020/port-raid.txt", "port-raid"),
        ("port.raid.HTML", "port.raid"),
        ("C:\\in\\raid.md", "raid"),
        ("in/lines.jsonl:12", "lines.jsonl:12"),
        ("selim-20200303-0417", "selim-20200303-0417"),
        ("https://example.org/raid.html", "https://example.org/raid.html"),
        (".txt", ".txt"),
    ],
)
def test_a_source_without_a_title_goes_by_the_name_of_its_file(desk, ref, title):
    (source,) = briefing(desk.timeline([desk.article("One.", ref=ref)]), "g").sources
    assert (source.title, source.ref) == (title, ref)


@pytest.mark.parametrize(
    ("title", "text", "shown"),
    [
        ("Raid in Dravna", "Police searched it.", "Raid in Dravna"),
        (None, "\n12\nPolice searched the depot.\nIt burned.", "“Police searched the depot.”"),
        ("1386", "Police searched it.", "“Police searched it.”"),
        ("67.htm", f"{'Police ' * 20}.", f"“{' '.join(['Police'] * 12)}…”"),
        ("67.htm", "Searched.", "67.htm"),
    ],
)
def test_a_title_that_says_nothing_gives_way_to_the_first_words(desk, title, text, shown):
    (source,) = briefing(desk.timeline([desk.article(text, title=title)]), "g").sources
    assert source.title == shown


@pytest.mark.parametrize(
    ("about", "outlet"),
    [
        ({"publisher": "Post", "url": "https://www.post.example/1"}, ("Post",)),
        ({"url": "https://www.post.example/1"}, ("post.example",)),
        ({"url": "javascript:alert(1)"}, ()),
        ({}, ()),
    ],
)
def test_an_outlet_without_a_name_goes_by_its_host(desk, about, outlet):
    (source,) = briefing(desk.timeline([desk.article("One.", **about)]), "g").sources
    assert source.origin[:-1] == outlet


def test_events_without_a_date_that_stand_with_a_dated_one_are_parts_of_its_entry(desk, article, make_event):
    page = briefing(
        desk.timeline([article], [make_event("searched")], [make_event("seized", None), make_event("hid", None)]), "g"
    )
    assert page.facts[0][1] == "1 with a date; they tell of 3 events"
    assert page.undated == ()


def test_facts(sample: Timeline, desk):
    assert briefing(sample, "g").facts == (
        ("Entries", "3 with a date, 1 by when they were reported, 1 undated; they tell of 6 events"),
        ("How sure", "3 stated as fact, 1 not established, 1 said not to have happened"),
        ("Support", "1 on two or more sources, some of unknown outlets, 4 on a single source"),
        ("Disputed", "1 matter on which sources disagree"),
        ("Articles", "3 articles, published 5 March 2019 to 2020, 1 of unknown date"),
        ("Outlets", "not stated by 2 of 3 articles: each counts for itself, unless its text credits another"),
    )
    empty = briefing(desk.timeline([], as_of=None), "g")
    assert empty.facts == (("Entries", "none"), ("Articles", "0 articles"))
    assert (empty.as_of, empty.created) == ("", "")


def test_every_kind_has_words():
    assert set(KIND_WORDS) == set(Kind)


def test_marks_are_the_rows_with_both_ends(sample: Timeline):
    page = briefing(sample, "g")
    assert [mark.number for mark in page.marks] == [1, 3, 4]
    assert page.unplaced == 1


@pytest.fixture
def bound(desk, article):
    """A bound on the event at one word of the article's first sentence, by that at another."""

    def make(
        word: str, kind: RelationType, other: str, edtf: str, anchor: str = "other", backwards: bool = False
    ) -> Bound:
        quote, own, its = (desk.quote(article, words) for words in (FIRST, word, other))
        ends = [(f"{article.id}-{own.span.start}", own), ("other", its)]
        (source, first), (target, second) = reversed(ends) if backwards else ends
        witness = Witness(article.id, quote, first, second)
        return Bound(Period.parse(edtf), anchor, Relation(source, target, kind, (witness,)))

    return make


@pytest.mark.parametrize(
    ("kind", "backwards", "words"),
    [
        (RelationType.BEFORE, True, "after “searched”"),
        (RelationType.BEGUN_BY, False, "since “searched”"),
        (RelationType.IS_INCLUDED, False, "during “searched”"),
        (RelationType.ENDED_BY, True, "at the end of “searched”"),
    ],
)
def test_a_date_by_order_alone_says_by_which_event(desk, article, make_event, bound, kind, backwards, words):
    after = bound("hid", kind, "searched", "2019-03-14", backwards=backwards)
    hid = make_event("hid", None, not_before=after, dating=desk.dating("2019-03-14/", Basis.INFERRED, "other"))
    page = briefing(desk.timeline([article], [hid]), "g")
    assert (page.rows[0].date, page.rows[0].basis) == ("On or after 14 Mar 2019", f"inferred from order: {words}")
    assert page.notes[0].differs == ()
    assert page.facts[0][1] == "1 placed before or after others"


def test_a_date_by_order_and_publication_says_both(desk, article, make_event, bound):
    after = bound("hid", RelationType.BEFORE, "searched", "2019-03-14", "far", backwards=True)
    dating = desk.dating("2019-03-14/2021-05-01", Basis.INFERRED, "far")
    (row,) = rows_of(desk, article, [make_event("hid", None, not_before=after, dating=dating)])
    assert row.date == "Between 14 Mar 2019 and 1 May 2021"
    after_words = "after “searched” (date taken from an event further along)"
    assert row.basis == f"inferred from order: {after_words}; no later than publication"


def test_what_order_adds_to_a_date_stands_beside_it(desk, article, make_event, bound):
    after = bound("hid", RelationType.BEFORE, "searched", "2019-03-14", backwards=True)
    before = bound("hid", RelationType.BEFORE, "seized", "2019-05")
    (row,) = rows_of(desk, article, [make_event("hid", "2019", not_before=after, not_after=before)])
    assert (row.date, row.basis) == ("2019", "")
    assert row.voices == (
        Remark("on or after 14 March 2019, after “searched”; in or before May 2019, before “seized”", "“hid”"),
    )


def test_a_conflict_of_order_says_what_each_sentence_puts_it_to(desk, article, make_event, bound):
    hid = make_event("hid", "2020")
    before = bound("hid", RelationType.BEFORE, "searched", "2019").relation
    after = bound("hid", RelationType.BEFORE, "seized", "2019", backwards=True).relation
    dates = Conflict(hid.id, "when", (Reading("2020", (0,)), Reading("/2019", (0,), before)))
    order = Conflict(hid.id, "order", (Reading("before", (0,), before), Reading("after", (0,), after)))
    page = briefing(desk.timeline([article], [hid], conflicts=[dates, order]), "g")
    assert [(one.field, [side.value for side in one.sides]) for one in page.disagreements] == [
        ("date", ["2020", "in or before 2019, before “searched”"]),
        ("order", ["before “searched”", "after “seized”"]),
    ]
