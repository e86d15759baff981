"""Rows: which events share one, and what it says of them."""

from dataclasses import replace
from itertools import product

import pytest

from dossier.model import (
    CERTAIN,
    Attribution,
    Basis,
    Certainty,
    Choice,
    Evidence,
    Factuality,
    Polarity,
    Quote,
    Realis,
    Reported,
    Setting,
    Span,
    Tense,
    When,
)
from dossier.render import briefing
from dossier.render.entries.entry_groups import entry_groups
from dossier.render.page_values.row_context import Remark, Status
from dossier.render.wording.label_wording import factuality_words
from tests.render.conftest import FIRST, TEXT, rows_of, triggers

VAGUE = Factuality(Certainty.UNDERSPECIFIED, Polarity.POSITIVE)
DENIED = Factuality(Certainty.CERTAIN, Polarity.NEGATIVE)


def test_events_of_one_sentence_and_date_share_a_row(desk, article, make_event):
    rows = rows_of(desk, article, [make_event("searched"), make_event("seized"), make_event("hid")])
    assert [triggers(row) for row in rows] == [["searched", "seized", "hid"]]
    assert rows[0].passage.text == FIRST
    assert rows[0].notes == (1,)


def test_events_that_differ_in_line_do_not(desk, article, make_event):
    assert len(rows_of(desk, article, [make_event("searched"), make_event("seized", summary="Police took it.")])) == 2


def test_one_date_known_in_two_ways_says_which_holds_for_which(desk, article, make_event):
    (row,) = rows_of(desk, article, [make_event("searched"), make_event("seized", basis=Basis.RELATIVE)])
    assert (row.date, row.about) == ("2019", "“searched”, “seized”")
    assert row.basis == "“seized”: worked out from another date in the text"


@pytest.mark.parametrize(
    ("events", "entries"),
    [
        # trigger, date, basis, line; then the date of each entry, the words it is of, and all of its words
        (
            [
                ("searched", "/2020", "inferred", FIRST),
                ("seized", "2019", "explicit", FIRST),
                ("hid", None, "none", FIRST),
            ],
            [("2019", "“seized”", "seized searched hid")],
        ),
        (
            [("hid", "2019", "explicit", "Police hid it."), ("seized", None, "none", FIRST)],
            [("2019", "“hid”", "hid"), ("", "“seized”", "seized")],
        ),
        (
            [
                ("searched", "2018", "explicit", FIRST),
                ("seized", "2019", "relative", FIRST),
                ("hid", None, "none", FIRST),
            ],
            [("2018", "“searched”", "searched seized hid")],
        ),
        (
            [
                ("searched", "2018", "explicit", "Police searched the depot."),
                ("seized", "2019", "explicit", FIRST),
                ("hid", None, "none", "Police hid it."),
            ],
            [("2018", "“searched”", "searched"), ("2019", "“seized”", "seized hid")],
        ),
        (
            [("searched", "/2020", "inferred", FIRST), ("hid", "2018/", "inferred", FIRST)],
            [("In or before 2020", "“searched”", "searched hid")],
        ),
        (
            [("searched", None, "none", FIRST), ("hid", None, "none", FIRST)],
            [("", "“searched”, “hid”", "searched hid")],
        ),
        (
            [("searched", None, "none", "Police searched the depot."), ("hid", "2019", "explicit", "Police hid it.")],
            [("", "“searched”", "searched"), ("2019", "“hid”", "hid")],
        ),
    ],
)
def test_a_line_is_told_once_where_the_event_stands_that_has_a_date(desk, article, make_event, events, entries):
    made = [make_event(word, edtf, basis=Basis(basis), summary=line) for word, edtf, basis, line in events]
    placed = entry_groups(desk.timeline([article], made)).placed
    rows = rows_of(desk, article, made)
    shown = [" ".join(event.evidence[0].trigger.exact for event in group.events) for group in placed]
    assert [(row.date, row.about, words) for row, words in zip(rows, shown, strict=True)] == entries


@pytest.mark.parametrize(
    ("sentence", "told", "about"),
    [
        ("Ada said on Friday that he said so.", "said on", "“said on”"),
        ("Ada said on Friday that he said so.", "said so", "“said so”"),
        ("Ada said she fled, and she said he fled.", "said she fled", "“said she”"),
        ("Ada said, after Ida had\n said five.", "said,", "“said, after”"),
        ("Ada fled and hid, and Ida fled.", "fled.", "“fled”"),
        ("Ada fled; a fledgling stayed.", "fled;", "“fled”"),
    ],
)
def test_a_word_that_stands_again_is_told_apart_by_what_follows(desk, sentence, told, about):
    article = desk.article(sentence)
    start = sentence.index(told)
    word = Quote.cut(sentence, Span(start, start + 4))
    piece = Evidence(article.id, word, Quote.cut(sentence, Span(0, len(sentence))), desk.dating("2019"), CERTAIN)
    assert rows_of(desk, article, [desk.event(piece)])[0].about == about


def test_what_is_known_of_the_time_of_the_others_stands_beside_the_line(desk, article, make_event):
    bounded = make_event("searched", "/2018-03-05", basis=Basis.INFERRED)
    page = briefing(desk.timeline([article], [make_event("seized")], [bounded, make_event("hid", None)]), "g")
    (row,) = page.rows
    assert page.undated == ()
    assert (row.date, row.about) == ("2019", "“seized”")
    assert row.voices == (
        Remark("on or before 5 March 2018, inferred from tense or order", "“searched”"),
        Remark("no date", "“hid”"),
    )


@pytest.mark.parametrize(
    ("date", "summary", "said"),
    [
        pytest.param("/2018", None, True, id="another time"),
        pytest.param("/2020", None, False, id="it holds all of the time of the row"),
        pytest.param("2018/2020", None, False, id="so does a span"),
        pytest.param("/2018", "Police seized a ledger.", False, id="its word is not in the line"),
    ],
)
def test_a_date_beneath_a_row_adds_to_it(desk, article, make_event, date, summary, said):
    hid = make_event("hid", date, basis=Basis.INFERRED)
    seized = replace(make_event("seized"), **({"summary": summary} if summary else {}))
    timeline = desk.timeline([article], [seized])
    (row,) = briefing(replace(timeline, parts={seized.id: (hid,)}), "g").rows
    assert bool(row.voices) is said


@pytest.mark.parametrize(
    ("report", "said"),
    [("2018-03-01", True), ("2019-12-31", False), ("2020-03-01", False)],
    ids=["before the time of the row", "at its end", "after it"],
)
def test_a_report_after_the_time_of_a_row_says_nothing_of_it(desk, article, make_event, report, said):
    on = When.parse(report)
    hid = replace(make_event("hid", None), reported=Reported(on, on))
    timeline = desk.timeline([article], [make_event("seized")])
    (row,) = briefing(replace(timeline, parts={timeline.events[0][1].id: (hid,)}), "g").rows
    assert bool(row.voices) is said


def test_the_chart_shows_how_sure_that_is_which_has_the_date(desk, article, make_event):
    page = briefing(desk.timeline([article], [make_event("seized")], [make_event("hid", None, VAGUE)]), "g")
    assert (page.rows[0].status, page.marks[0].status) == (Status.FACT, Status.FACT)


def test_undated_events_of_one_sentence_share_a_row_and_keep_their_bounds(desk, article, make_event):
    bounded = make_event("searched", "/2020-03-05", basis=Basis.INFERRED)
    page = briefing(
        desk.timeline([article], undated=[bounded, make_event("seized", None), make_event("hid", None)]), "g"
    )
    (row,) = page.undated
    assert triggers(row) == ["searched", "seized", "hid"]
    assert (row.date, row.about) == ("By 5 Mar 2020", "“searched”")
    assert row.basis == "inferred from tense or order"
    assert row.voices == (Remark("no date", "“seized”, “hid”"),)


def test_events_of_another_sentence_do_not(desk, article, make_event):
    fled = desk.event(desk.evidence(article, "fled", "Varga fled.", desk.dating("2019")))
    assert [triggers(row) for row in rows_of(desk, article, [make_event("searched"), fled])] == [["searched"], ["fled"]]


def test_a_row_stands_where_its_first_event_stands(desk, article, make_event):
    fled = desk.event(desk.evidence(article, "fled", "Varga fled.", desk.dating("2019")))
    rows = rows_of(desk, article, [make_event("searched"), fled, make_event("hid")])
    assert [triggers(row) for row in rows] == [["searched", "hid"], ["fled"]]
    assert [row.notes for row in rows] == [(1,), (2,)]


def test_a_short_line_stands_alone_and_its_note_quotes(desk, article, make_event):
    page = briefing(desk.timeline([article], [make_event("seized", summary="Police took a ledger.")]), "g")
    assert page.rows[0].passage.text == "Police took a ledger."
    assert not triggers(page.rows[0])
    assert page.notes[0].quote is not None
    assert page.notes[0].quote.text == FIRST
    assert [s.text for s in page.notes[0].quote.segments if s.is_trigger] == ["seized"]


def test_a_note_does_not_repeat_what_its_row_shows(desk, article, make_event):
    page = briefing(desk.timeline([article], [make_event("seized")]), "g")
    assert page.notes[0].quote is None
    assert page.notes[0].quoted_at.anchor == "r1"
    assert page.notes[0].cited == ()


def test_rows_count_on_through_the_undated(desk, article, make_event):
    page = briefing(
        desk.timeline([article], [make_event("searched")], [make_event("hid", None, summary="He hid it.")]), "g"
    )
    assert [row.number for row in (*page.rows, *page.undated)] == [1, 2]
    assert (page.undated[0].date, page.undated[0].basis) == ("", "")


def test_a_bound_is_written_out_with_how_it_is_known(desk, article, make_event):
    page = briefing(desk.timeline([article], [], [make_event("hid", "/2025-03-14", basis=Basis.INFERRED)]), "g")
    assert (page.undated[0].date, page.undated[0].basis) == (
        "By 14 Mar 2025",
        "inferred from tense or order",
    )


@pytest.mark.parametrize(
    ("line", "other", "shown"),
    [
        ("Police seized a ledger.", "Police seized a ledger.", ["Police seized a ledger."]),
        ("Police seized a ledger.", "Police seized a ledger and hid it.", ["Police seized a ledger and hid it."]),
        ("[Police] seized a ledger and hid it.", "police seized a ledger.", ["[Police] seized a ledger and hid it."]),
        ("Police hid a ledger.", "Police seized a ledger.", ["Police hid a ledger.", "Police seized a ledger."]),
        ("Police seized it.", "Police seized items.", ["Police seized it.", "Police seized items."]),
        ("Police seized and hid it.", "Police hid it.", ["Police seized and hid it."]),
        ("Police hid it after she fled.", "[Ada Varga] fled.", ["Police hid it after she fled."]),
        (
            "Police hid it after he saw [Ada].",
            "[Ada Varga] hid.",
            ["Police hid it after he saw [Ada].", "[Ada Varga] hid."],
        ),
    ],
)
def test_what_one_line_of_a_sentence_says_another_does_not_repeat(desk, article, make_event, line, other, shown):
    rows = rows_of(
        desk, article, [make_event("seized", summary=line), make_event("hid", summary=other, factuality=VAGUE)]
    )
    assert [row.passage.text for row in rows] == shown
    is_told = "hid" in shown[-1] or len(shown) > 1
    assert rows[-1].labels == ((Remark("not certain", "“hid”"),) if is_told else ())


def test_a_second_date_of_one_line_names_its_event(desk, article, make_event):
    (row,) = rows_of(desk, article, [make_event("seized", "2019"), make_event("hid", "2020")])
    assert (row.date, row.about) == ("2019", "“seized”")
    assert row.voices == (Remark("2020, stated in the text", "“hid”"),)


def test_a_line_shows_the_one_of_two_words_that_is_meant(desk):
    article = desk.article("Ada said on Friday that he said so.")
    piece = desk.evidence(article, "said", None, desk.dating("2019"))
    (row,) = rows_of(desk, article, [desk.event(piece, summary="[Ada] said on Friday that he said so.")])
    assert [piece.text for piece in row.passage.segments] == ["[Ada] ", "said", " on Friday that he said so."]


def test_a_line_shows_its_triggers_where_they_stand_once(desk, article, make_event):
    events = [
        make_event("seized", summary="Police seized a ledger, then seized and hid it."),
        make_event("hid", summary="hid it"),
    ]
    assert triggers(rows_of(desk, article, events)[0]) == ["hid"]


def test_a_row_marks_no_trigger_of_another_article(desk):
    line = "Police searched the depot, wounding ten."
    first, second = desk.article(line), desk.article(f"Rain fell. {line}")
    events = [
        desk.event(desk.evidence(first, "searched", line)),
        desk.event(desk.evidence(second, "wounding", line), id="other"),
    ]
    (row,) = briefing(desk.timeline([first, second], events), "g").rows
    assert (row.passage.text, triggers(row)) == (line, ["searched"])


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        ('We searched the depot," she said.', '[…] We searched the depot," she said.'),
        ("“We searched the depot.", "“We searched the depot. […]"),
        ("We searched the depot.” It burned.", "[…] We searched the depot.” It burned."),
        ('He searched the depot: "We', 'He searched the depot: "We […]'),
        ('"We searched it," she said.', '"We searched it," she said.'),
        ('He searched a 12" pipe.', 'He searched a 12" pipe.'),
    ],
)
def test_a_quotation_that_the_sentence_cuts_shows_where_more_is_quoted(desk, sentence, shown):
    article = desk.article(sentence)
    row = rows_of(desk, article, [desk.event(desk.evidence(article, "searched", None, desk.dating("2019")))])[0]
    assert row.passage.text == shown


@pytest.mark.parametrize(
    ("sentence", "edtf", "basis", "date"),
    [
        ("Varga has led it since January 2020.", "2020-01/", "explicit", "Since Jan 2020"),
        ("Varga led it after January 2020.", "2020-01/", "explicit", "In or after Jan 2020"),
        ("Since March 3, Varga has led it.", "2020-03-03/", "relative", "Since 3 Mar 2020"),
        ("Varga has led it since Monday.", "2020-03-02/", "relative", "Since 2 Mar 2020"),
        ("Varga has led it since Monday.", "2020-03-03/", "relative", "On or after 3 Mar 2020"),
        ("Varga has led it since 2019.", "2020/", "explicit", "In or after 2020"),
        ("Varga has led it since 2020.", "2020/", "inferred", "In or after 2020"),
        ("Varga has led it since 2020.", "2020/2021", "explicit", "2020–2021"),
        ("Varga has led it since 2020.", "2020", "explicit", "2020"),
    ],
)
def test_since_is_said_where_the_sentence_says_so(desk, sentence, edtf, basis, date):
    article = desk.article(sentence)
    piece = desk.evidence(article, "led", None, desk.dating(edtf, Basis(basis)))
    assert rows_of(desk, article, [desk.event(piece)])[0].date == date


def quoted(text: str, words: str) -> Quote:
    return Quote.cut(text, Span(text.index(words), text.index(words) + len(words)))


@pytest.mark.parametrize(
    ("speaker", "name", "via", "line", "voice"),
    [
        ("A clerk", None, None, "The depot was searched.", "according to A clerk"),
        ("A clerk", None, None, "A clerk said that the depot was searched.", ""),
        ("A clerk", None, None, "A clerk saw that the depot was searched.", "according to A clerk"),
        ("a witness", None, None, "[A] witness said that the depot was searched.", ""),
        ("A clerk", None, None, "[Lind's] clerk said that the depot was searched.", ""),
        ("A clerk", None, None, "[Lind] said that the depot was searched.", "according to A clerk"),
        ("They", None, None, "The depot was searched.", ""),
        ("They", "Selim Customs", None, "The depot was searched.", "according to [Selim Customs]"),
        ("They", "Selim Customs", None, "[Selim Customs] said that the depot was searched.", ""),
        ("They", "They", None, "The depot was searched.", ""),
        ("a witness", None, "A clerk", "The depot was searched.", "according to a witness, as told by A clerk"),
        ("They", None, "A clerk", "The depot was searched.", "according to A clerk"),
        ("a witness", None, "A clerk", "A clerk said that the depot was searched.", "according to a witness"),
    ],
)
def test_the_source_of_an_event(desk, speaker, name, via, line, voice):
    text = "A clerk said that a witness told him. They say the depot was searched."
    article = desk.article(text)
    through = Attribution(quoted(text, via), quoted(text, "said")) if via else None
    cue = "told" if via else "said"
    said = Attribution(quoted(text, speaker), quoted(text, cue), name=name, via=through)
    event = desk.event(desk.evidence(article, "searched"), summary=line, attribution=said)
    (row,) = briefing(desk.timeline([article], undated=[event]), "g").undated
    assert row.voices == ((Remark(voice),) if voice else ())


@pytest.mark.parametrize(
    ("realis", "certainty", "polarity", "label"),
    [
        ("generic", "certain", "positive", "in general"),
        ("generic", "certain", "negative", "in general not"),
        ("forecast", "certain", "positive", "forecast"),
        ("forecast", "probable", "positive", "forecast, probable"),
        ("forecast", "possible", "negative", "forecast not to happen, possible"),
        ("plan", "certain", "positive", "plan"),
        ("plan", "underspecified", "positive", "plan"),
        ("plan", "certain", "negative", "planned not to happen"),
        ("hypothetical", "underspecified", "positive", "not stated to have happened"),
        ("hypothetical", "possible", "positive", "possible, not stated to have happened"),
        ("hypothetical", "probable", "positive", "probable, not stated to have happened"),
        ("forecast", "underspecified", "negative", "forecast not to happen"),
        ("hypothetical", "certain", "negative", "not stated whether it happened"),
    ],
)
def test_what_is_not_told_as_having_happened_is_never_a_fact(
    desk, article, make_event, realis, certainty, polarity, label
):
    factuality = Factuality(Certainty(certainty), Polarity(polarity), Realis(realis))
    row = rows_of(desk, article, [make_event("seized", factuality=factuality)])[0]
    assert row.labels == (Remark(label, "“seized”"),)
    assert row.status is Status.UNSURE


PLANNED = Factuality(Certainty.UNDERSPECIFIED, Polarity.POSITIVE, Realis.PLAN)
FORESEEN = Factuality(Certainty.CERTAIN, Polarity.POSITIVE, Realis.FORECAST)


@pytest.mark.parametrize(
    ("agreement", "sale", "hangs", "when", "labels", "voices"),
    [
        # how sure the agreement and the sale are, whether this hangs on that, its date; then what the row says
        (CERTAIN, PLANNED, True, None, (), ()),
        (CERTAIN, FORESEEN, True, None, (), ()),
        (CERTAIN, PLANNED, True, "2019-05", (), (Remark("May 2019, stated in the text", "“sell”"),)),
        (CERTAIN, PLANNED, False, None, (Remark("plan", "“sell”"),), (Remark("no date", "“sell”"),)),
        (CERTAIN, VAGUE, True, None, (Remark("not certain", "“sell”"),), (Remark("no date", "“sell”"),)),
        (
            VAGUE,
            PLANNED,
            True,
            None,
            (Remark("not certain", "“agreed”"), Remark("plan", "“sell”")),
            (Remark("no date", "“sell”"),),
        ),
    ],
)
def test_what_a_fact_says_is_intended_needs_no_label(desk, agreement, sale, hangs, when, labels, voices):
    article = desk.article("The bank agreed to sell the mill.")
    first = desk.evidence(article, "agreed", dating=desk.dating("2019-03-03"), factuality=agreement)
    second = desk.evidence(article, "sell", dating=desk.dating(when), factuality=sale)
    second = replace(second, hangs_on=first.trigger) if hangs else second
    events = [desk.event(first), desk.event(second)]
    (row,) = rows_of(desk, article, events)
    assert (row.labels, row.voices) == (labels, voices)


def test_every_factuality_that_is_no_fact_has_words():
    for certainty, polarity, realis in product(Certainty, Polarity, Realis):
        value = Factuality(certainty, polarity, realis)
        assert bool(factuality_words(value)) != value.is_fact


@pytest.mark.parametrize(
    ("certainty", "polarity", "label", "status"),
    [
        ("certain", "positive", "", "fact"),
        ("probable", "positive", "probable", "unsure"),
        ("possible", "positive", "possible", "unsure"),
        ("underspecified", "positive", "not certain", "unsure"),
        ("certain", "negative", "said not to have happened", "negated"),
        ("probable", "negative", "probably did not happen", "unsure"),
        ("possible", "negative", "possibly did not happen", "unsure"),
        ("underspecified", "negative", "not certain; said not to have happened", "unsure"),
        ("certain", "underspecified", "unclear whether it happened", "unsure"),
        ("probable", "underspecified", "unclear whether it happened", "unsure"),
        ("possible", "underspecified", "unclear whether it happened", "unsure"),
        ("underspecified", "underspecified", "unclear whether it happened", "unsure"),
    ],
)
def test_how_sure_in_words(desk, article, make_event, certainty, polarity, label, status):
    factuality = Factuality(Certainty(certainty), Polarity(polarity))
    row = rows_of(desk, article, [make_event("seized", factuality=factuality)])[0]
    assert row.labels == ((Remark(label, "“seized”"),) if label else ())
    assert row.status is Status(status)


def test_a_label_names_the_words_it_is_about(desk, article, make_event):
    row = rows_of(
        desk,
        article,
        [make_event("searched"), make_event("seized", factuality=VAGUE), make_event("hid", factuality=VAGUE)],
    )[0]
    assert row.labels == (Remark("not certain", "“seized”, “hid”"),)


def test_no_label_names_words_that_the_line_does_not_have(desk, article, make_event):
    line = "Police searched the house."
    events = [make_event("searched", summary=line), make_event("hid", summary=line, factuality=VAGUE, voice="Police")]
    (row,) = rows_of(desk, article, events)
    assert (row.labels, row.voices) == ((), ())


@pytest.mark.parametrize(
    ("lemma", "factuality", "labels"),
    [
        ("accuse", CERTAIN, ("accusation",)),
        ("accuse", VAGUE, ("not certain",)),
        ("claim", CERTAIN, ()),  # "claimed that all may go home", "claimed twenty lives"
        ("seize", CERTAIN, ()),
    ],
)
def test_an_accusation_bears_that_label(desk, article, make_event, lemma, factuality, labels):
    event = make_event("seized", factuality=factuality)
    event = replace(event, evidence=(replace(event.evidence[0], lemma=lemma),))
    assert tuple(label.text for label in rows_of(desk, article, [event])[0].labels) == labels


@pytest.mark.parametrize(
    ("head", "other", "status"),
    [(CERTAIN, VAGUE, "fact"), (CERTAIN, DENIED, "fact"), (VAGUE, CERTAIN, "unsure"), (DENIED, CERTAIN, "negated")],
)
def test_a_row_is_as_sure_as_the_event_that_heads_its_line(desk, article, make_event, head, other, status):
    row = rows_of(desk, article, [make_event("searched", factuality=head), make_event("hid", factuality=other)])[0]
    assert row.status is Status(status)


@pytest.mark.parametrize(
    ("words", "heads", "lemma", "tense", "status"),
    [
        pytest.param("searched seized", "searched", "search", Tense.BARE, "fact", id="the doubt stands behind"),
        pytest.param("searched seized", "seized", "seize", Tense.BARE, "unsure", id="it follows from what is in doubt"),
        pytest.param("searched seized", "seized", "seize", Tense.PAST, "fact", id="the doubt stands beside it"),
        pytest.param("searched seized", "searched", "suspect", Tense.PAST, "unsure", id="it is itself a suspicion"),
    ],
)
def test_what_hangs_on_a_doubt_is_no_fact(desk, article, make_event, words, heads, lemma, tense, status):
    head = make_event(heads)
    head = replace(head, evidence=(replace(head.evidence[0], lemma=lemma, tense=tense),))
    (other,) = (make_event(word, factuality=VAGUE) for word in words.split() if word != heads)
    (row,) = briefing(replace(desk.timeline([article], [head]), parts={head.id: (other,)}), "g").rows
    assert row.status is Status(status)


def test_voice_place_and_support(desk, article, make_event):
    other = desk.article("A second paper: the depot was searched.")
    pieces = (make_event("searched", voice="The  police").evidence[0], desk.evidence(other, "searched"))
    event = desk.event(*pieces, place=Setting("Port Selim"), independent_sources=2)
    row = briefing(desk.timeline([article, other], [event]), "g").rows[0]
    said = (row.voices, row.places, row.support)
    assert said == (
        (Remark("according to The police"),),
        (Remark("place: Port Selim"),),
        (Remark("2 independent sources"),),
    )


@pytest.mark.parametrize(
    ("sentence", "name", "words"),
    [
        ("The depot was searched in the United Isles.", "United Isles", "in the United Isles"),
        ("In Port Selim the depot was searched.", "Port Selim", "in Port Selim"),
        ("The depot was searched in the U.I.", "United Isles", "place: United Isles"),
        ("The depot was searched outside the U.I.", "United Isles", ""),
        ("The depot was searched outside Selim.", "Selim", "outside Selim"),
        ("The depot was searched near Selim’s walls.", "Selim", "place: Selim"),
        ("The depot was searched in Selim, and near Selim.", "Selim", "place: Selim"),
        ("The depot was searched in Selim-on-Sea.", "Selim", "place: Selim"),
    ],
)
def test_a_place_stands_as_its_sentence_puts_it(desk, sentence, name, words):
    article = desk.article(sentence)
    event = desk.event(
        desk.evidence(article, "searched", None, desk.dating("2019")), place=Setting(name), summary="It was searched."
    )
    assert rows_of(desk, article, [event])[0].places == ((Remark(words),) if words else ())


@pytest.mark.parametrize(
    ("line", "places"),
    [
        ("The depot was searched in Port Selim.", ()),
        ("Searched at the harbour.", ()),
        ("Police searched Port Selim-on-Sea.", ("place: Port Selim",)),
        ("Police searched the depot.", ("place: Port Selim",)),
    ],
)
def test_a_place_that_the_line_names_is_not_named_again(desk, line, places):
    article = desk.article("The depot was searched at the harbour.")
    place = Setting("Port Selim", "p1", 1.0, desk.quote(article, "the harbour"))
    piece = replace(desk.evidence(article, "searched", None, desk.dating("2019")), place=place)
    event = desk.event(piece, place=Setting("Port Selim", "p1"), summary=line)
    assert tuple(one.text for one in rows_of(desk, article, [event])[0].places) == places


@pytest.mark.parametrize(
    ("basis", "anchor", "choice", "signs"),
    [
        (Basis.EXPLICIT, None, None, ""),
        (Basis.EXPLICIT, None, Choice.ONLY, ""),
        (Basis.EXPLICIT, None, Choice.SOURCES, "§"),
        (Basis.RELATIVE, "published", Choice.ONLY, "*"),
        (Basis.RELATIVE, "published", Choice.BASIS, "*§"),
        (Basis.RELATIVE, "t1", None, "†"),
        (Basis.INFERRED, None, None, "‡"),
        (Basis.EXPLICIT, None, Choice.JUDGEMENT, "¶"),
        (Basis.RELATIVE, "published", Choice.LIKELY, ""),
    ],
)
def test_a_sign_says_how_a_date_is_known_unless_the_text_has_it(
    desk, article, make_event, basis, anchor, choice, signs
):
    dating = desk.dating("2019-03-03", basis, anchor)
    event = desk.event(desk.evidence(article, "seized", FIRST, dating), choice=choice)
    page = briefing(desk.timeline([article], [event]), "g")
    assert "".join(sign.sign for sign in page.rows[0].signs) == signs
    assert page.key == page.rows[0].signs


def test_a_single_source_is_not_named_where_all_events_have_one(desk, article, make_event):
    other = desk.article("The depot was searched.")
    twice = desk.event(make_event("searched").evidence[0], desk.evidence(other, "searched"), independent_sources=2)
    page = briefing(desk.timeline([article, other], [twice, make_event("hid", "2020", summary="He hid it.")]), "g")
    assert [row.support for row in page.rows] == [(Remark("2 independent sources"),), (Remark("single source"),)]
    assert rows_of(desk, article, [make_event("hid")])[0].support == ()


def test_copies_are_a_single_source(desk, article, make_event):
    copy = desk.article(TEXT, ref="copy.txt", publisher="Another paper")
    event = desk.event(make_event("searched").evidence[0], desk.evidence(copy, "searched", FIRST))
    row = briefing(desk.timeline([article, copy], [event]), "g").rows[0]
    assert row.support == (Remark("single source in 2 articles"),)
