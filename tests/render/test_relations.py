"""Relations: who is tied to the subject by what, with the right direction, and what ties nobody."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import pytest
from lxml import etree
from lxml import html as lxml_html

from dossier.model import (
    CERTAIN,
    Attribution,
    Certainty,
    Conflict,
    Description,
    Event,
    Factuality,
    MainActor,
    Overview,
    PartOfSpeech,
    Polarity,
    Reading,
    Realis,
    Role,
    RolePlayer,
    Setting,
    Timeline,
)
from dossier.render import Medium, render_html
from dossier.render.entries.entry_groups import entry_groups
from dossier.render.entries.notes import Ledger, sources
from dossier.render.picture.text_width import text_width
from dossier.render.relations import ActorRelation, Relations, relations
from dossier.render.relations.graph import BROAD, SLIM, GraphFrame, graph
from dossier.render.subject.subject import subject
from tests.render.conftest import Desk

AGENT, PATIENT, RECIPIENT, OTHER = Role.AGENT, Role.PATIENT, Role.RECIPIENT, Role.OTHER
PLAN = Factuality(Certainty.CERTAIN, Polarity.POSITIVE, Realis.PLAN)
LIKELY = Factuality(Certainty.PROBABLE, Polarity.POSITIVE)
CLAIMED = Factuality(Certainty.UNDERSPECIFIED, Polarity.POSITIVE)
DENIED = Factuality(Certainty.CERTAIN, Polarity.NEGATIVE)


@dataclass(frozen=True)
class Told:
    """A sentence that tells one event: its trigger, its type, the roles by name, and what else is known of it."""

    text: str
    trigger: str
    type: str
    roles: Mapping[str, Role]
    lemma: str = ""
    factuality: Factuality = CERTAIN
    voice: str = ""
    date: str = ""
    sure: float = 1.0
    place: str = ""
    is_noun: bool = False

    def event(self, desk: Desk) -> Event:
        article = desk.article(self.text, "2021-03-05")
        players = tuple(
            RolePlayer(name, role, f"id {name}", 1.0 if name == "Varga" else self.sure, desk.quote(article, name))
            for name, role in self.roles.items()
        )
        piece = desk.evidence(article, self.trigger, None, desk.dating(self.date or None), self.factuality)
        word = PartOfSpeech.NOUN if self.is_noun else PartOfSpeech.VERB
        piece = replace(piece, participants=players, lemma=self.lemma or self.trigger, part_of_speech=word)
        if self.voice:
            speaker, cue = desk.quote(article, self.voice), desk.quote(article, "said")
            piece = replace(piece, attribution=Attribution(speaker, cue, f"id {self.voice}", self.voice))
        place = Setting(self.place, f"id {self.place}") if self.place else None
        return desk.event(piece, type=self.type, participants=players, place=place)


def timeline_of(desk: Desk, *lines: Told, is_case: bool = False, **about: object) -> Timeline:
    """The timeline of Varga, or of a case, with these events in this order, undated."""
    made = desk.timeline(
        [desk.article(line.text, "2021-03-05") for line in lines],
        undated=[line.event(desk) for line in lines],
        actor=desk.actor("Varga", id="id Varga"),
        **about,
    )
    return replace(made, actor=None, overview=Overview((), len(lines), len(lines))) if is_case else made


def shown(timeline: Timeline) -> tuple[ActorRelation, ...]:
    ledger = Ledger(timeline.articles, sources(timeline.articles))
    subject(timeline, ledger)
    told = relations(timeline, entry_groups(timeline).undated, ledger)
    return told.shown if told else ()


def said(timeline: Timeline) -> list[str]:
    """What the page says of each relation, in one line."""
    return [f"{one.name} " + "; ".join(map(tie_words, one.ties)) for one in shown(timeline)]


def tie_words(tie) -> str:
    words = "".join(f" “{word}”" for word in tie.words)
    return f"{tie.before}{tie.other}{tie.after}{words}" + (f" [{tie.doubt}]" if tie.doubt else "")


BOTH = {"Hart": AGENT, "Varga": AGENT}
ACCUSED = {"Hart": AGENT, "Varga": PATIENT}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (Told("Hart accused Varga.", "accused", "charge", ACCUSED, "accuse"), "Hart accused the subject"),
        (Told("Hart indicted Varga.", "indicted", "charge", ACCUSED, "indict"), "Hart indicted the subject"),
        (
            Told("Varga accused Hart.", "accused", "charge", {"Varga": AGENT, "Hart": PATIENT}, "accuse"),
            "Hart accused by the subject",
        ),
        (
            Told("Varga beat Hart.", "beat", "contest", {"Varga": AGENT, "Hart": PATIENT}),
            "Hart beaten by the subject",
        ),
        (
            Told("Hart urged Varga to go.", "urged", "request", {"Hart": AGENT, "Varga": RECIPIENT}, "urge"),
            "Hart urged the subject",
        ),
        (
            Told(
                "Varga exchanged letters with Hart.",
                "exchanged",
                "other",
                {"Varga": AGENT, "letters with Hart": PATIENT, "Hart": Role.OTHER},
                "exchange",
            ),
            "Hart had an exchange with the subject",
        ),
        (
            Told(
                "Varga exchanged letters of Hart.",
                "exchanged",
                "other",
                {"Varga": AGENT, "letters of Hart": PATIENT, "Hart": Role.OTHER},
                "exchange",
            ),
            "",
        ),
        (Told("Varga and Hart said so.", "said", "statement", {"Varga": AGENT, "Hart": AGENT}, "say"), ""),
        (Told("Varga met Hart.", "met", "meeting", {"Varga": AGENT, "Hart": AGENT}, "meet"), "Hart met the subject"),
        (Told("Hart’s criticism of Varga grew.", "criticism", "criticism", ACCUSED), "Hart criticised the subject"),
        (Told("Hart and Varga met.", "met", "meeting", BOTH, "meet"), "Hart met the subject"),
        (
            Told("Hart and Varga fought.", "fought", "fighting", BOTH, "fight"),
            "Hart did the same as the subject “fought”",
        ),
        (
            Told("Hart and Varga held meetings.", "meetings", "meeting", BOTH, "meeting", is_noun=True),
            "",
        ),
        (
            Told("A meeting between Hart and Varga failed.", "meeting", "meeting", BOTH, is_noun=True),
            "Hart met the subject",
        ),
        (
            Told("Hart and Varga met with Roth.", "met", "meeting", BOTH, "meet with"),
            "Hart did the same as the subject “met”",
        ),
        (
            Told("Hart and Varga refused.", "refused", "refusal", {"Hart": AGENT, "Varga": AGENT}, "refuse"),
            "Hart did the same as the subject “refused”",
        ),
        (
            Told("Hart and Varga turned away.", "turned", "other", BOTH, "turn"),
            "",
        ),
        (
            Told(
                "Mayor Hart, Ida Roth and Varga fell.",
                "fell",
                "injury",
                dict.fromkeys(("Hart", "Ida Roth", "Varga"), PATIENT),
            ),
            "Ida Roth had the same done to it as the subject “fell”",
        ),
        (
            Told("Varga fled, Hart said.", "fled", "escape", {"Varga": AGENT}, "flee", voice="Hart"),
            "",
        ),
        (
            Told("Varga did not flee, Hart said.", "flee", "escape", {"Varga": AGENT}, factuality=DENIED, voice="Hart"),
            "",
        ),
        (
            Told("Iran accused Varga.", "accused", "charge", {"Iran": AGENT, "Varga": PATIENT}),
            "Iran accused the subject",
        ),
    ],
)
def test_who_did_it_to_whom(desk: Desk, line: Told, expected: str):
    assert said(timeline_of(desk, line))[-1:] == ([expected] if expected else [])


@pytest.mark.parametrize(
    "line",
    [
        Told("Hart fled as Varga slept.", "fled", "escape", {"Hart": AGENT, "Varga": OTHER}),
        Told("Hart fled when Varga fled.", "fled", "escape", {"Hart": AGENT, "Varga": AGENT}),
        Told("Hart and Varga grew.", "grew", "change", {"Hart": PATIENT, "Varga": PATIENT}, "grow"),
        Told(
            "Varga was recommended by Hart.", "recommended", "request", {"Hart": AGENT, "Varga": RECIPIENT}, "recommend"
        ),
        Told("Hart returned to Varga.", "returned", "transfer", {"Hart": AGENT, "Varga": RECIPIENT}, "return to"),
        Told("Hart, Ida Roth the clerk and Varga met with Lux.", "met", "meeting", BOTH, "meet with"),
        Told("With Hart, Varga left.", "left", "escape", BOTH),
        Told("Varga visited Kenosha.", "visited", "meeting", {"Varga": AGENT, "Kenosha": PATIENT}, "visit"),
        Told("Texas thanked Varga.", "thanked", "support", {"Texas": AGENT, "Varga": PATIENT}, "thank"),
        Told("Hart was told to pay Varga.", "pay", "payment", {"Hart": AGENT, "Varga": RECIPIENT}),
        Told("Hart was told to make a payment to Varga.", "payment", "payment", {"Hart": AGENT, "Varga": RECIPIENT}),
        Told("Hart condemned the plans of Varga.", "condemned", "criticism", ACCUSED, "condemn"),
        Told("Hart discussed Varga.", "discussed", "meeting", {"Hart": AGENT, "Varga": PATIENT}, "discuss"),
        Told("Hart ate Varga’s lunch.", "ate", "other", {"Hart": AGENT, "Varga": PATIENT}, "eat"),
        Told("Varga visited Lagos.", "visited", "meeting", {"Varga": AGENT, "Lagos": PATIENT}, "visit"),
        Told("Varga met Orlov in Orlov.", "met", "meeting", {"Varga": AGENT, "Orlov": AGENT}, "meet", place="Orlov"),
        Told("Varga arrested Iran.", "arrested", "arrest", {"Varga": AGENT, "Iran": PATIENT}, "arrest"),
        Told("Hart accused Varga.", "accused", "charge", ACCUSED, "accuse", sure=0.5),
        Told("Hart will accuse Varga.", "accuse", "charge", ACCUSED, factuality=PLAN),
        Told("Hart accuses Varga on 9 March.", "accuses", "charge", ACCUSED, "accuse", date="2021-03-09"),
        Told("She said that Varga fled.", "fled", "escape", {"Varga": AGENT}, "flee", voice="She"),
    ],
    ids=lambda line: line.text,
)
def test_what_ties_nobody(desk: Desk, line: Told):
    assert said(timeline_of(desk, line)) == []


@pytest.mark.parametrize(
    ("about", "expected"),
    [
        ({"factuality": LIKELY}, "probable"),
        ({"factuality": LIKELY, "voice": "Roth"}, "alleged"),
        ({"factuality": CLAIMED}, "alleged"),
        ({"factuality": DENIED, "voice": "Roth"}, "denied"),
        ({"factuality": DENIED}, "said not to have happened"),
        ({"voice": "Roth"}, "according to Roth"),
        ({"voice": "Hart"}, ""),
    ],
)
def test_what_is_less_than_a_fact_is_marked(desk: Desk, about, expected):
    line = Told("Hart accused Varga, Roth said.", "accused", "charge", ACCUSED, "accuse", **about)
    (hart,) = [one for one in shown(timeline_of(desk, line)) if one.name == "Hart"]
    assert [tie.doubt for tie in hart.ties] == [expected]
    assert hart.is_fact == (expected in ("", "according to Roth"))


def test_a_fact_that_another_source_denies_is_disputed(desk: Desk):
    line = Told("Hart accused Varga.", "accused", "charge", ACCUSED, "accuse")
    event = line.event(desk)
    sides = (Reading("positive", (0,)), Reading("negative", (0,)))
    assert said(timeline_of(desk, line, conflicts=[Conflict(event.id, "polarity", sides)])) == [
        "Hart accused the subject [disputed]"
    ]


def test_who_denies_what_others_tell_is_said_to_deny_it(desk: Desk):
    line = Told("Varga did not flee, Hart said.", "flee", "escape", {"Varga": AGENT}, factuality=DENIED, voice="Hart")
    sides = (Reading("positive", (0,)), Reading("negative", (0,)))
    conflicts = [Conflict(line.event(desk).id, "polarity", sides)]
    act = Told("Hart accused Varga.", "accused", "charge", ACCUSED, "accuse")
    assert said(timeline_of(desk, act, line, conflicts=conflicts)) == [
        "Hart accused the subject; denied something about the subject"
    ]
    assert said(timeline_of(desk, line, conflicts=conflicts)) == [], "speech alone is no relation"


def test_a_person_who_has_the_name_of_a_town_and_acts_is_no_town(desk: Desk):
    bush = (
        Told("Bush thanked Varga.", "thanked", "support", {"Bush": AGENT, "Varga": PATIENT}, "thank"),
        Told("Varga accused Bush.", "accused", "charge", {"Varga": AGENT, "Bush": PATIENT}, "accuse"),
    )
    assert said(timeline_of(desk, *bush)) == ["Bush thanked the subject; accused by the subject"]


LINES = (
    Told("Varga thanked Roth.", "thanked", "support", {"Varga": AGENT, "Roth": PATIENT}, "thank"),
    Told("Hart accused Varga.", "accused", "charge", ACCUSED, "accuse"),
    Told("Then Hart accused Varga again.", "accused", "charge", ACCUSED, "accuse"),
    Told(
        "Varga struck Hart, Roth said.", "struck", "attack", {"Varga": AGENT, "Hart": PATIENT}, "strike", voice="Roth"
    ),
)


def test_the_strongest_stand_first_with_their_entries_and_sources(desk: Desk):
    hart, roth = shown(timeline_of(desk, *LINES))
    assert (hart.name, hart.rows, hart.sources, hart.acts, hart.undergoes) == ("Hart", (2, 3, 4), 3, True, True)
    assert [tie_words(tie) for tie in hart.ties] == [
        "accused the subject",
        "attacked by the subject [according to Roth]",
    ]
    assert (roth.name, roth.rows) == ("Roth", (1, 4))


def test_a_case_has_the_strongest_pairs(desk: Desk):
    first, *_ = shown(timeline_of(desk, *LINES, is_case=True))
    assert (first.name, first.other) == ("Hart", "Varga")
    assert [tie_words(tie) for tie in first.ties] == ["accused Varga", "attacked by Varga [according to Roth]"]


def described(desk: Desk, timeline: Timeline, words: str) -> Timeline:
    """The timeline with these words as a description of Varga, in an article of its own."""
    article = desk.article(f"{words}, Varga, fled.")
    said = Description(words, article.id, desk.quote(article, words))
    actor = replace(timeline.actor, descriptions=(said,))
    return replace(timeline, actor=actor, articles={**timeline.articles, article.id: article.citation})


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("the director general of the Harbour Board", ["Harbour Board the subject is called its “director general”"]),
        ("former mayor of Dravna", ["Dravna the subject is called its “former mayor”"]),
        ("Hart's lawyer", []),
        ("a friend of Hart", []),
        ("mayor of a small town", []),
        ("a director", []),
    ],
)
def test_an_office_that_an_article_names_is_a_relation(desk: Desk, words: str, expected: list[str]):
    fled = Told("Varga fled.", "fled", "escape", {"Varga": AGENT})
    assert said(described(desk, timeline_of(desk, fled), words)) == expected


def test_an_office_stands_with_what_else_ties_the_two_and_is_cited(desk: Desk):
    accused = Told("The Board accused Varga.", "accused", "charge", {"Board": AGENT, "Varga": PATIENT}, "accuse")
    timeline = described(desk, timeline_of(desk, accused), "chairman of the Board")
    assert said(timeline) == ["Board accused the subject; the subject is called its “chairman”"]
    page = lxml_html.document_fromstring(render_html(timeline, "g"))
    (row,) = page.xpath("//section[@class='relations']//tbody/tr")
    assert row.xpath("td[1]//a/@href") == ["#r1", "#n1"]


def test_a_case_tells_who_holds_which_office(desk: Desk):
    timeline = described(desk, timeline_of(desk, *LINES), "head of the B<i>oard")
    varga = timeline.actor
    main = MainActor(varga.id, varga.name, varga.kind, (), varga.descriptions, 1, 1, 1)
    case = replace(timeline, actor=None, overview=Overview((main,), 4, 4))
    page = lxml_html.document_fromstring(render_html(case, "g"))
    (*_, row) = page.xpath("//section[@class='relations']//tbody/tr")
    assert row.xpath("string(th)") == "Varga"
    assert row.xpath("string(td[1])").strip().startswith("is called “head of the B<i>oard”")


def test_the_page_links_the_entries_and_escapes_the_names(desk: Desk):
    name = "<i>Hart & Co"
    line = Told(f"{name} accused Varga.", "accused", "charge", {name: AGENT, "Varga": PATIENT}, "accuse")
    page = lxml_html.document_fromstring(render_html(timeline_of(desk, line), "g"))
    (row,) = page.xpath("//section[@class='relations']//tbody/tr")
    assert row.xpath("string(th)") == name
    assert row.xpath("td[1]//a/@href") == ["#r1"]
    assert row.xpath("th/@scope") == ["row"]


def test_without_ties_there_is_no_section(sample: Timeline):
    assert "relations" not in lxml_html.document_fromstring(render_html(sample, "g")).xpath("//section/@class")


def relation(name: str, rows: int = 1, **about: bool) -> ActorRelation:
    flags = {"acts": True, "undergoes": False, "is_fact": True, **about}
    return ActorRelation(name, "", (), tuple(range(1, rows + 1)), "", "", 1, **flags)


@pytest.mark.parametrize("frame", [BROAD, SLIM])
def test_the_drawing_names_all_and_keeps_them_apart(frame: GraphFrame):
    others = [relation(f"Ministry of Coastal Affairs and Harbours, Office {n}", n) for n in range(1, 11)]
    svg, caption = graph("Coastal Hospitals Reconstruction Fund of the Southern Districts", others, frame)
    root = etree.fromstring(svg)
    texts = root.findall("{*}text")
    boxes = []
    for text in texts:
        width = text_width(text.text, float(text.get("font-size")), is_bold=text.get("font-weight") == "600")
        x, y = float(text.get("x")), float(text.get("y"))
        left = x - {"start": 0, "middle": width / 2, "end": width}[text.get("text-anchor")]
        boxes.append((left, left + width, y - 8, y + 2))
    assert all(left >= 0 and right <= frame.width for left, right, _, _ in boxes)
    assert len(boxes) == 3 + 10 + 10
    apart = [
        (a, b)
        for i, a in enumerate(boxes)
        for b in boxes[:i]
        if a[0] < b[1] and b[0] < a[1] and a[2] < b[3] and b[2] < a[3]
    ]
    assert apart == []
    assert "dashed" not in caption


def test_the_drawing_shows_number_direction_and_doubt():
    both = relation("Hart", 3, undergoes=True)
    svg, caption = graph(
        "Varga", [both, relation("Roth", is_fact=False, acts=False), relation("<i>Ida", undergoes=False)]
    )
    root = etree.fromstring(svg)
    widths = [float(line.get("stroke-width")) for line in root.findall("{*}line")]
    assert widths[0] > widths[1] == widths[2]
    assert [line.get("stroke-dasharray") is not None for line in root.findall("{*}line")] == [False, True, False]
    assert len(root.findall("{*}path")) == 3
    assert root.findtext("{*}title") == "Varga and Hart, Roth, <i>Ida"
    assert "dashed" in caption


def test_few_relations_have_no_drawing():
    assert graph("Varga", [relation("Hart"), relation("Roth")]) == ("", "")
    assert Relations(()).svg == ""


def test_who_has_a_dossier_is_one_click_away_and_not_on_paper(desk: Desk) -> None:
    told = timeline_of(desk, Told("Hart accused Varga.", "accused", "charge", ACCUSED, "accuse"))
    links = {"id Hart": "../hart/briefing.html", "id Varga": "../varga/briefing.html"}
    page = lxml_html.document_fromstring(render_html(told, "g", None, links))
    assert page.xpath("//section[@class='relations']//th/a/@href") == ["../hart/briefing.html"]
    assert page.xpath("//nav//ul//a/text()") == ["Hart"]
    assert "hart/briefing.html" not in render_html(told, "g", None, links, medium=Medium.PAPER)
