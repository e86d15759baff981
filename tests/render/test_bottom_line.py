"""The bottom line of a briefing, and its silences."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from lxml import html as lxml_html

from dossier.model import (
    CERTAIN,
    Attribution,
    Basis,
    Certainty,
    Conflict,
    Dating,
    Description,
    Event,
    Factuality,
    LeftOut,
    LeftOutReason,
    PartOfSpeech,
    Polarity,
    Reading,
    Realis,
    Reported,
    Role,
    RolePlayer,
    Tense,
    Timeline,
    When,
)
from dossier.render import briefing, render_html
from dossier.render.options.length import Length
from dossier.render.options.page_options import PageOptions
from tests.render.conftest import Desk

DENIED = Factuality(Certainty.CERTAIN, Polarity.NEGATIVE)
VAGUE = Factuality(Certainty.POSSIBLE, Polarity.POSITIVE)
PLANNED = Factuality(Certainty.CERTAIN, Polarity.POSITIVE, Realis.PLAN)

MakeTimeline = Callable[..., Timeline]


@pytest.fixture
def told(desk: Desk) -> MakeTimeline:
    """A function that makes a timeline from (day, importance, factuality), each told by an article of its own."""

    def make(
        entries: Sequence[tuple[str, float, Factuality]],
        expected: Sequence[str] = (),
        conflicts: Callable[[Sequence[Event]], Sequence[Conflict]] = lambda _: (),
    ) -> Timeline:
        words = [f"Varga fled {number} times." for number in range(1, len(entries) + len(expected) + 1)]
        articles = [desk.article(text, ref=f"{number:02}") for number, text in enumerate(words)]
        values = [*entries, *((day, 0.0, PLANNED) for day in expected)]
        events = [
            desk.event(desk.evidence(article, "fled", None, desk.dating(day), factuality), importance=importance)
            for article, (day, importance, factuality) in zip(articles, values, strict=True)
        ]
        known = events[: len(entries)]
        timeline = desk.timeline(articles, known, conflicts=conflicts(known))
        return replace(timeline, expected=tuple(events[len(entries) :]))

    return make


FACTS = [("2019-01-01", 0.2, CERTAIN), ("2019-02-01", 0.9, CERTAIN), ("2019-03-01", 0.1, CERTAIN)]


@pytest.mark.parametrize(
    ("entries", "findings"),
    [
        pytest.param([], None, id="nothing to tell"),
        pytest.param(FACTS[:1], [("What matters most", 1)], id="the only one"),
        pytest.param([("2019-01-01", 0.0, VAGUE)], [("What matters most", 1)], id="the only one, of no importance"),
        pytest.param(
            [("2019-01-01", value, CERTAIN) for value in (0.1, 0.9, 0.5, 0.2)],
            [("What matters most", 2), ("Also", 3)],
            id="all of one time: none is the latest",
        ),
        pytest.param(FACTS[:2], [("What matters most, and the latest", 2), ("Also", 1)], id="two"),
        pytest.param(
            FACTS, [("What matters most", 2), ("Also", 1), ("Latest", 3)], id="the two that matter most, and the latest"
        ),
        pytest.param(
            [*FACTS, ("2019-04-01", 1.0, CERTAIN)],
            [("What matters most, and the latest", 4), ("Also", 2)],
            id="the latest matters most",
        ),
        pytest.param(
            [*FACTS, ("2019-04-01", 0.0, VAGUE), ("2019-05-01", 0.0, DENIED)],
            [("What matters most", 2), ("Also", 1), ("Latest", 5)],
            id="the latest with its label, if it is no fact",
        ),
        pytest.param(
            [("2019-01-01", 0.9, CERTAIN), ("2019-02-01", 0.1, CERTAIN), ("2019-03-01", 0.8, VAGUE)],
            [("What matters most", 1), ("Also, and the latest", 3)],
            id="the second is the latest",
        ),
    ],
)
def test_findings(told: MakeTimeline, entries, findings):
    line = briefing(told(entries), "g").bottom_line
    assert (line and [(one.heading, one.row) for one in line.findings]) == findings


MANY = [(f"2019-01-{day:02}", 0.9 - day / 30, CERTAIN) for day in range(1, 21)]


@pytest.mark.parametrize(
    ("last", "expected", "headings"),
    [
        pytest.param(CERTAIN, 0, ["What matters most", "Also", "Also", "Latest"], id="four sentences"),
        pytest.param(CERTAIN, 2, ["What matters most", "Also", "Also", "Latest", *["Expected"] * 2], id="six"),
        pytest.param(VAGUE, 2, ["What matters most", "Also", "Latest", *["Expected"] * 2], id="a seventh, of doubts"),
    ],
)
def test_a_bottom_line_has_six_sentences(told: MakeTimeline, last: Factuality, expected: int, headings) -> None:
    entries = [*MANY[:-1], (MANY[-1][0], 0.1, last)]
    line = briefing(told(entries, expected=["2022", "2023"][:expected]), "g").bottom_line
    assert [one.heading for one in line.findings] == headings


@pytest.mark.parametrize(("fact", "second"), [(0.28, 3), (0.1, 2)])
def test_a_fact_goes_before_what_matters_alike_and_is_none(told: MakeTimeline, fact: float, second: int) -> None:
    day = "2019-01-01"
    line = briefing(told([(day, 0.9, CERTAIN), (day, 0.3, VAGUE), (day, fact, CERTAIN)]), "g").bottom_line
    assert [one.row for one in line.findings] == [1, second]


@pytest.mark.parametrize(
    ("outlets", "support"),
    [
        (("", ""), "2 articles of unknown outlets"),
        (("Dravna Post", ""), "2 sources, some of unknown outlets"),
        (("Dravna Post", "Selim Times"), "2 independent sources"),
    ],
)
def test_articles_of_unknown_outlets_are_not_called_independent(
    desk: Desk, outlets: Sequence[str], support: str
) -> None:
    articles = [desk.article("Varga fled.", ref=f"{n}", publisher=name) for n, name in enumerate(outlets)]
    pieces = [desk.evidence(article, "fled", None, desk.dating("2019-05-04")) for article in articles]
    event = desk.event(*pieces, importance=0.5, independent_sources=2)
    (finding,) = briefing(desk.timeline(articles, [event]), "g").bottom_line.findings
    assert finding.support == support


@pytest.mark.parametrize(
    ("state", "told", "end", "line", "until"),
    [
        pytest.param("sought", "2019-05-20", ("arrested", "2019-06-02"), [2, 3], "until 2 Jun 2019", id="arrested"),
        pytest.param("sought", "2019-06-10", ("arrested", "2019-06-02"), [1, 3], "", id="sought again since"),
        pytest.param("sought", "2019-05-20", ("released", "2019-06-02"), [1, 3], "", id="no end of a search"),
        pytest.param("held", "2019-05-20", ("released", "2019-06-02"), [2, 3], "until 2 Jun 2019", id="released"),
    ],
)
def test_what_a_line_leaves_open_ends_with_what_ends_it(desk: Desk, state, told, end, line, until):
    word, day = end
    words = (f"Varga has been {state} since May 4.", f"Varga was {word} on June 2.", "Hart sold a boat in April.")
    articles = [desk.article(text, ref=f"{number:02}") for number, text in enumerate(words)]
    known = Reported(When.parse(told), When.parse(told))
    varga = (RolePlayer("Marek Varga", Role.PATIENT, "a1"),)
    lemmas, types = {"sought": "seek", "held": "hold"}, {"arrested": "arrest", "released": "release"}
    days = ("2019-05-04/", day, "2019-04-02")
    events = []
    for text, trigger, date, weight in zip(articles, (state, word, "sold"), days, (0.9, 0.1, 0.3), strict=True):
        piece = replace(desk.evidence(text, trigger, None, desk.dating(date)), lemma=lemmas.get(trigger))
        about = {"participants": varga if trigger != "sold" else (), "type": types.get(trigger, "other")}
        events.append(desk.event(piece, importance=weight, reported=known, **about))
    page = briefing(desk.timeline(articles, [events[2], *events[:2]]), "g")
    found = [row.passage.text for row in page.rows]
    assert sorted(one.passage.text for one in page.bottom_line.findings[:2]) == sorted(words[i - 1] for i in line)
    ended = [one.text.split(" (")[0] for row in page.rows for one in row.ended]
    assert ended == ([until] if until else []), found


def test_each_finding_is_cited_and_says_on_what_it_rests(told: MakeTimeline):
    line = briefing(told(FACTS), "g").bottom_line
    assert [(one.date, one.passage.text, one.notes, one.support) for one in line.findings] == [
        ("1 Feb 2019", "Varga fled 2 times.", (2,), "single source"),
        ("1 Jan 2019", "Varga fled 1 times.", (1,), "single source"),
        ("1 Mar 2019", "Varga fled 3 times.", (3,), "single source"),
    ]


@pytest.mark.parametrize(
    ("dating", "reported", "heading", "row"),
    [
        pytest.param("2019-04-01", "2019-04-01", "Latest", 4, id="its day is known"),
        pytest.param(None, "2019-04-01", "Latest with a date", 3, id="only reported"),
        pytest.param("2019-04-01", None, "Latest with a date", 3, id="by the day of an article that nobody knows"),
        pytest.param(None, None, "Latest with a date", 3, id="undated"),
    ],
)
def test_the_latest_has_a_date(told: MakeTimeline, dating, reported, heading: str, row: int) -> None:
    timeline = told([*FACTS, ("2019-04-01", 0.0, VAGUE)])
    *before, (position, event) = timeline.events
    when, on = (When.parse(day) if day else None for day in (dating, reported))
    known = Dating(when, Basis.RELATIVE, "published") if when else Dating()
    event = replace(event, dating=known, reported=Reported(on, on) if on else None)
    placed = ((position, event),) if when or on else ()
    timeline = replace(timeline, events=(*before, *placed), undated=() if placed else (event,))
    line = briefing(timeline, "g").bottom_line
    assert (line.findings[-1].heading, line.findings[-1].row) == (heading, row)


def test_what_is_overdue_names_what_is_told_of_its_day(told: MakeTimeline):
    page = briefing(told(FACTS, expected=["2019-02-01", "2019-02-03"]), "g")
    assert [[one.text for one in row.voices] for row in page.expected] == [
        ["told of that day: no.\N{NO-BREAK SPACE}2"],
        [],
    ]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("The ship that was stopped on March 2 has been in port since March 9.", "2 Mar 2019 (“stopped”)"),
        ("The ship was stopped on March 2, a Saturday.", "2 Mar 2019"),
    ],
)
def test_a_date_beside_a_line_of_several_days_says_of_what_it_is(desk: Desk, text: str, date: str):
    article = desk.article(text)
    event = desk.event(desk.evidence(article, "stopped", None, desk.dating("2019-03-02")), importance=0.9)
    assert briefing(desk.timeline([article], [event]), "g").bottom_line.findings[0].date == date


def test_what_is_not_stated_as_fact_is_counted(told: MakeTimeline):
    line = briefing(told([*FACTS, ("2019-04-01", 0.0, VAGUE), ("2019-05-01", 0.0, DENIED)]), "g").bottom_line
    assert (line.unsure, line.denied, line.entries) == ((4,), (5,), 5)


def test_what_is_expected_is_no_finding_of_the_past(told: MakeTimeline):
    line = briefing(told(FACTS, expected=["2020-01-01", "2022-01-01", "2023-01-01"]), "g").bottom_line
    ahead = [(one.heading, one.row) for one in line.findings][-2:]
    assert ahead == [("Expected", 5), ("Expected", 6)], "the time of no. 4 has passed"
    assert line.findings[-1].support == "in the words of the article itself, single source"
    assert line.entries == 3


@pytest.mark.parametrize(
    ("report", "found"),
    [("2021-04-15", ["Expected"]), ("2020-03-01", []), ("2020-03-01/", ["Expected"])],
    ids=["fresh", "of last year", "nobody knows of when"],
)
def test_what_is_foretold_for_no_day_is_news_for_a_month(told: MakeTimeline, report: str, found: list[str]):
    timeline = told(FACTS, expected=["2020-01-01"])
    on = When.parse(report)
    plan = replace(timeline.expected[0], dating=Dating(), reported=Reported(on, on))
    line = briefing(replace(timeline, expected=(plan,)), "g").bottom_line
    assert [one.heading for one in line.findings if one.heading == "Expected"] == found


def test_the_facts_count_what_is_overdue(told: MakeTimeline):
    said = [dict(briefing(told(FACTS, expected=days), "g").facts)["Expected"] for days in (["2022"], ["2020", "2022"])]
    assert said == ["1 forecast or plan", "2 forecasts and plans; the time of 1 has passed"]


def test_the_weightiest_disagreements_stand_in_it(told: MakeTimeline):
    def conflicts(events: Sequence[Event]) -> list[Conflict]:
        return [Conflict(event.id, "place", (Reading("Orlov", (0,)), Reading("Dravna", (0,)))) for event in events]

    line = briefing(told(FACTS, conflicts=conflicts), "g").bottom_line
    assert ([one.row for one in line.disputed], line.more_disputed) == ([2, 1], 1)


@pytest.mark.parametrize(
    ("entries", "field", "main"),
    [
        pytest.param(FACTS, "place", [2, 1], id="where it happened"),
        pytest.param(FACTS, "polarity", [1, 3], id="whether it happened: it stands among what is disputed alone"),
        pytest.param(FACTS[1:2], "polarity", [1], id="the only entry"),
    ],
)
def test_what_may_not_have_happened_is_no_main_finding(told: MakeTimeline, entries, field: str, main) -> None:
    def conflicts(events: Sequence[Event]) -> list[Conflict]:
        disputed = max(events, key=lambda event: event.importance)
        return [Conflict(disputed.id, field, (Reading("positive", (0,)), Reading("negative", (0,))))]

    line = briefing(told(entries, conflicts=conflicts), "g").bottom_line
    assert [one.row for one in line.findings if not one.heading.startswith("Latest")] == main


@pytest.mark.parametrize(
    ("days", "silences"),
    [
        pytest.param(["2019-01-01", "2019-02-15", "2019-03-31"], [(1, 2), (2, 3)], id="good parts of a short time"),
        pytest.param(["2019-01-01", "2019-01-20", "2019-02-10"], [], id="a few weeks"),
        pytest.param(["1980", "2005-01-01", "2005-02-20", "2005-04-10"], [(1, 2)], id="months are short beside years"),
        pytest.param(["1980", "1990", "2000", "2010", "2020"], [(1, 2), (2, 3), (3, 4)], id="the three longest"),
        pytest.param(["2019", "2019-03-01", "2019-11-01", "2020-01-02"], [], id="a span fills its time"),
        pytest.param(["2019-01-01", "/2019-08-01", "2020-01-01"], [], id="an open date may lie in it"),
        pytest.param(["/2018", "2019-01-01", "2020-01-01"], [(2, 3)], id="an open date stands elsewhere"),
    ],
)
def test_silences(told: MakeTimeline, days, silences):
    page = briefing(told([(day, 0.1, CERTAIN) for day in days]), "g")
    assert [(one.after, one.before) for one in page.silences] == silences


def test_the_page_says_all_of_it(told: MakeTimeline):
    def conflicts(events: Sequence[Event]) -> list[Conflict]:
        return [Conflict(events[0].id, "place", (Reading("Orlov", (0,)), Reading("Dravna", (0,))))]

    entries = [*FACTS, ("2019-04-01", 0.0, VAGUE), ("2019-05-01", 0.0, DENIED)]
    timeline = told(entries, expected=["2022-01-01"], conflicts=conflicts)
    page = lxml_html.document_fromstring(render_html(timeline, "g"))
    words = [" ".join(item.text_content().split()) for item in page.xpath("//section[@class='bottom-line']//li")]
    of_article = "in the words of the article itself"
    assert words == [
        "What matters most. 1 Feb 2019: Varga fled 2 times. [2] single source · no. 2",
        "Also. 1 Jan 2019: Varga fled 1 times. [1] single source · no. 1",
        "Latest. 1 May 2019: Varga fled 5 times. [5] “fled”: said not to have happened · single source · no. 5",
        f"Expected. 1 Jan 2022: Varga fled 6 times. [6] “fled”: plan · {of_article}, single source · no. 6",
        "Disputed. “fled 1 times” (no. 1), place: Orlov [1]; Dravna [1].",
        "Not established. 1 entry of 5: no. 4 (“fled”: possible).",
        "Said not to have happened. 1 entry of 5: no. 5 (“fled”).",
    ]


@pytest.mark.parametrize(
    ("text", "cue", "voice", "words"),
    [
        ("Hart has not fled.", None, None, ["Said not to have happened. 1 entry of 1: no. 1 (“fled”)."]),
        ("Hart said she never fled.", "said", "Hart", ["Said not to have happened. 1 entry of 1: no. 1 (“fled”)."]),
        ("Hart denied that she fled.", "denied", "Hart", ["Denied by Hart. “she fled” (no. 1)."]),
        ("She denied that she fled.", "denied", "She", ["Said not to have happened. 1 entry of 1: no. 1 (“fled”)."]),
    ],
)
def test_only_a_denial_is_called_denied(desk: Desk, text, cue, voice, words):
    article = desk.article(text)
    piece = desk.evidence(article, "fled", None, desk.dating("2019-01-01"), DENIED)
    said = Attribution(desk.quote(article, voice), desk.quote(article, cue)) if voice else None
    timeline = desk.timeline([article], [desk.event(replace(piece, attribution=said), attribution=said)])
    page = lxml_html.document_fromstring(render_html(timeline, "g"))
    items = [" ".join(item.text_content().split()) for item in page.xpath("//section[@class='bottom-line']//li")]
    assert [item for item in items if not item.startswith("What")] == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Hart denied a report that she fled the port, and left.", "a report that she fled the port"),
        ("Hart denied on Monday that she fled.", "on Monday that she fled"),
    ],
)
def test_what_is_denied_stands_in_the_words_of_the_source(desk: Desk, text: str, words: str) -> None:
    article = desk.article(text)
    piece = desk.evidence(article, "fled", None, desk.dating("2019-01-01"), DENIED)
    said = Attribution(desk.quote(article, "Hart"), desk.quote(article, "denied"))
    timeline = desk.timeline([article], [desk.event(replace(piece, attribution=said), attribution=said)])
    assert [one.words for one in briefing(timeline, "g").bottom_line.denials] == [(words,)]


@pytest.mark.parametrize(
    ("text", "word", "lemma", "confidence", "doubt"),
    [
        ("Varga has always denied it.", "denied", "deny", 1.0, ""),
        ("He has always denied it.", "denied", "deny", 0.6, "“He”: probably Marek Varga"),
        ("Varga has denied her a visa.", "denied", "deny", 1.0, None),
        ("Varga pleaded not guilty.", "pleaded", "plead", 1.0, ""),
        ("Varga pleaded guilty.", "pleaded", "plead", 1.0, None),
        ("Varga fled.", "fled", "flee", 1.0, None),
    ],
)
@pytest.mark.parametrize("place", ["told", "left out", "possible"])
def test_what_the_subject_denies_is_told_though_it_has_no_entry(
    desk: Desk, text: str, word: str, lemma: str, confidence: float, doubt: str | None, place: str
) -> None:
    entry, article = desk.article("Varga fled."), desk.article(text, ref="denial")
    timeline = desk.timeline([entry, article], [desk.event(desk.evidence(entry, "fled"))])
    subject = RolePlayer(
        timeline.actor.name, Role.AGENT, timeline.actor.id, confidence, desk.quote(article, text.split(maxsplit=1)[0])
    )
    kind = "refusal" if "visa" in text else "statement"
    denial = desk.event(replace(desk.evidence(article, word), lemma=lemma, participants=(subject,)), type=kind)
    aside = {"left out": {"left_out": (LeftOut(denial, LeftOutReason.STATE),)}, "possible": {"possible": (denial,)}}
    timeline = replace(timeline, **aside.get(place, {"undated": (denial,)}))
    page = briefing(timeline, "g")
    assert [(one.line, one.doubt) for one in page.bottom_line.own_denials] == ([] if doubt is None else [(text, doubt)])
    assert all(page.notes[one.note - 1].number == one.note for one in page.bottom_line.own_denials)


@pytest.mark.parametrize(
    ("what", "text", "accusation"),
    [
        ("it", "Varga smuggled fuel. He denies it.", "Varga smuggled fuel."),
        ("the charge", "Varga smuggled fuel. He denies the charge.", ""),
        ("it", "Varga smuggled fuel.\n\nHe denies it.", "Varga smuggled fuel."),
        ("it", "Varga smuggled fuel. Hart left. He denies it.", ""),
        ("having sold it", "Varga smuggled fuel. He denies having sold it.", "Varga smuggled fuel."),
        ("that he sold the boat", "Varga smuggled fuel. He denies that he sold the boat.", ""),
    ],
)
def test_a_denial_of_it_says_of_what(desk: Desk, what: str, text: str, accusation: str) -> None:
    article = desk.article(text)
    subject = RolePlayer(desk.actor().name, Role.AGENT, desk.actor().id, 1.0, desk.quote(article, "He"))
    piece = desk.evidence(article, "denies", f"He denies {what}.")
    denial = replace(piece, lemma="deny", participants=(subject, RolePlayer(what, Role.PATIENT)))
    told = desk.event(desk.evidence(article, "smuggled", "Varga smuggled fuel."))
    timeline = replace(desk.timeline([article], [told]), possible=(desk.event(denial, type="statement"),))
    page = briefing(timeline, "g")
    (one,) = page.bottom_line.own_denials
    assert (one.accusation, one.accusation_note) == (accusation, 1 if accusation else None)


def test_a_denial_of_the_subject_is_told_once(desk: Desk) -> None:
    article = desk.article("Varga denied that he fled.")
    cue = desk.quote(article, "denied")
    said = Attribution(desk.quote(article, "Varga"), cue)
    fled = replace(desk.evidence(article, "fled", None, desk.dating("2019-01-01"), DENIED), attribution=said)
    subject = RolePlayer(desk.actor().name, Role.AGENT, desk.actor().id, 1.0, desk.quote(article, "Varga"))
    denied = replace(desk.evidence(article, "denied"), lemma="deny", participants=(subject,))
    filling = [desk.article(f"Varga fled {n} times.", ref=f"{n}") for n in range(3)]
    others = [desk.event(desk.evidence(one, "fled"), importance=0.9) for one in filling]
    timeline = desk.timeline([article, *filling], undated=[*others, desk.event(fled, attribution=said)])
    line = briefing(replace(timeline, possible=(desk.event(denied, type="statement"),)), "g").bottom_line
    assert ([one.line for one in line.own_denials], line.denials) == (["Varga denied that he fled."], ())


def test_a_denial_and_a_description_have_anchors_of_their_own(desk: Desk) -> None:
    article = desk.article("Varga, the harbour master, has denied it.")
    subject = RolePlayer(desk.actor().name, Role.AGENT, desk.actor().id, 1.0, desk.quote(article, "Varga"))
    piece = replace(desk.evidence(article, "denied"), lemma="deny", participants=(subject,))
    denial = desk.event(piece, type="statement")
    other = desk.article("Varga fled.", ref="other")
    said = Description("the harbour master", article.id, desk.quote(article, "the harbour master"))
    timeline = desk.timeline([article, other], undated=[desk.event(desk.evidence(other, "fled"))])
    timeline = replace(timeline, possible=(denial,))
    timeline = replace(timeline, actor=replace(timeline.actor, descriptions=(said,)))
    for length in Length:
        page = lxml_html.document_fromstring(render_html(timeline, "g", options=PageOptions(length=length)))
        ids = page.xpath("//@id")
        (note,) = page.xpath("//*[@id='denial1']//a/@href")
        assert {"d1", "denial1", note.removeprefix("#")} <= set(ids)
        assert len(ids) == len(set(ids))


@pytest.mark.parametrize(("lemma", "denied"), [("flee", (1,)), ("hide", ())])
def test_an_idiom_is_not_said_not_to_have_happened(desk: Desk, lemma: str, denied: tuple[int, ...]) -> None:
    article = desk.article("Varga did not hide his anger.")
    piece = replace(desk.evidence(article, "hide", None, desk.dating("2019-01-01"), DENIED), lemma=lemma)
    assert briefing(desk.timeline([article], [desk.event(piece)]), "g").bottom_line.denied == denied


@pytest.mark.parametrize(("type_", "denied"), [("escape", (1,)), ("request", ())])
def test_advice_against_something_is_not_said_not_to_have_happened(desk: Desk, type_: str, denied) -> None:
    article = desk.article("The trust does not recommend a ban.")
    piece = desk.evidence(article, "recommend", None, desk.dating("2019-01-01"), DENIED)
    assert briefing(desk.timeline([article], [desk.event(piece, type=type_)]), "g").bottom_line.denied == denied


@pytest.mark.parametrize(
    ("lemma", "label", "status"),
    [
        ("recommend", "not advised", "1 stated as fact"),
        ("ask", "said not to have happened", "1 said not to have happened"),
    ],
)
def test_who_does_not_recommend_something_has_done_so(desk: Desk, lemma: str, label: str, status: str) -> None:
    article = desk.article("The trust does not recommend a ban.")
    piece = replace(desk.evidence(article, "recommend", None, desk.dating("2019-01-01"), DENIED), lemma=lemma)
    page = briefing(desk.timeline([article], [desk.event(piece, type="request")]), "g")
    assert [remark.text for remark in page.rows[0].labels] == [label]
    assert dict(page.facts)["How sure"] == status


def test_who_denies_to_have_recommended_something_advises_nothing(desk: Desk) -> None:
    article = desk.article("Hart denied that she recommended a ban.")
    piece = desk.evidence(article, "recommended", None, desk.dating("2019-01-01"), DENIED)
    said = Attribution(desk.quote(article, "Hart"), desk.quote(article, "denied"))
    told = desk.event(replace(piece, lemma="recommend", attribution=said), type="request", attribution=said)
    page = briefing(desk.timeline([article], [told]), "g")
    assert [remark.text for remark in page.rows[0].labels] == ["denied by Hart"]


@pytest.mark.parametrize(
    ("type_", "voices", "words"),
    [
        ("escape", [None], "1 stated as fact"),
        ("escape", [None, "police"], "1 stated as fact"),
        ("escape", ["police"], "1 only according to a source"),
        ("statement", [None], "1 only according to a source"),
    ],
)
def test_what_only_a_source_tells_is_not_counted_as_stated_as_fact(desk: Desk, type_, voices, words):
    articles = [desk.article(f"Varga fled {number} times.", ref=f"{number}") for number, _ in enumerate(voices)]
    pieces = [desk.evidence(article, "fled", voice=voice) for article, voice in zip(articles, voices, strict=True)]
    page = briefing(desk.timeline(articles, undated=[desk.event(*pieces, type=type_)]), "g")
    assert dict(page.facts)["How sure"] == words


@pytest.mark.parametrize(
    ("again", "words"),
    [
        ({"part_of_speech": PartOfSpeech.NOUN}, "1 only according to a source"),
        ({"tense": Tense.BARE}, "1 only according to a source"),
        ({"tense": Tense.PAST}, "1 stated as fact"),
    ],
)
def test_to_look_back_on_what_a_source_tells_is_not_to_state_it(desk: Desk, again, words):
    article = desk.article("Police said that Varga fled. After her escape the port was closed.")
    pieces = [desk.evidence(article, "fled", voice="Police"), replace(desk.evidence(article, "escape"), **again)]
    page = briefing(desk.timeline([article], undated=[desk.event(*pieces)]), "g")
    assert dict(page.facts)["How sure"] == words


@pytest.mark.parametrize(
    ("other", "findings"),
    [
        ("The burning depot killed Varga.", [("What matters most", 1)]),
        ("Marek Varga was killed by Hart.", [("What matters most", 1), ("Also", 2)]),
    ],
)
def test_two_turns_of_one_happening_are_one_finding(desk: Desk, other, findings):
    articles = [desk.article(text) for text in ("Marek Varga fled the burning depot.", other)]
    day = desk.dating("2019-01-01")
    events = [
        desk.event(desk.evidence(article, word, None, day), importance=importance)
        for article, word, importance in zip(articles, ("fled", "killed"), (0.9, 0.8), strict=True)
    ]
    line = briefing(desk.timeline(articles, events), "g").bottom_line
    assert [(one.heading, one.row) for one in line.findings] == findings


@pytest.mark.parametrize(
    ("day", "silences"),
    [("2012-05-01", []), ("2031-05-01", [(1, 2)]), ("/2012", [(1, 2)])],
)
def test_what_is_left_out_breaks_a_silence(told: MakeTimeline, day, silences):
    timeline = told([("2010-01-01", 0.1, CERTAIN), ("2015-01-01", 0.1, CERTAIN), (day, 0.1, CERTAIN)])
    (*kept, (_, out)) = sorted(timeline.events, key=lambda entry: entry[1].dating.when.edtf == day)
    for without in ({"possible": (out,)}, {"left_out": (LeftOut(out, LeftOutReason.ROUTINE),)}):
        page = briefing(replace(timeline, events=tuple(kept), **without), "g")
        assert [(one.after, one.before) for one in page.silences] == silences


@pytest.mark.parametrize(
    ("publishers", "said"),
    [
        ([None], "not stated"),
        (["Orlov Post"], None),
        (["Orlov Post", "Bay Herald"], None),
        (
            [None, "Bay Herald"],
            "not stated by 1 of 2 articles: each counts for itself, unless its text credits another",
        ),
        ([None, None], "not stated by any article: each counts for itself, unless its text credits another"),
    ],
)
def test_the_facts_say_of_how_many_articles_no_outlet_is_known(desk: Desk, publishers, said: str | None) -> None:
    articles = [desk.article(f"Varga fled {n} times.", ref=f"{n}") for n, _ in enumerate(publishers)]
    articles = [replace(one, publisher=name) for one, name in zip(articles, publishers, strict=True)]
    events = [desk.event(desk.evidence(article, "fled")) for article in articles]
    facts = dict(briefing(desk.timeline(articles, undated=events), "g").facts)
    assert facts.get("Outlets", facts.get("Outlet")) == said


def test_what_a_verb_in_doubt_is_about_has_the_label_of_the_verb(desk: Desk) -> None:
    article = desk.article("Varga is believed to have planned raids and robberies.")
    pieces = [desk.evidence(article, word, factuality=VAGUE) for word in ("planned", "raids", "robberies")]
    pieces[1:] = [replace(piece, part_of_speech=PartOfSpeech.NOUN) for piece in pieces[1:]]
    head, *parts = [desk.event(piece) for piece in pieces]
    timeline = replace(desk.timeline([article], undated=[head]), parts={head.id: tuple(parts)})
    (row,) = briefing(timeline, "g").undated
    assert [(one.text, one.about) for one in row.labels] == [("possible", "“planned”")]
