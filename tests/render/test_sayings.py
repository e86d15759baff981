"""Quotations: what the subject said and what others said of it, where the article says for certain who said it."""

from dataclasses import dataclass, replace

import pytest
from lxml import html as lxml_html

from dossier.model import Attribution, Event, LeftOut, LeftOutReason, Manner, Quote, Role, RolePlayer, Span, Timeline
from dossier.render import render_html
from dossier.render.sayings.said_words import said_words
from tests.render.conftest import Desk

AGENT, PATIENT = Role.AGENT, Role.PATIENT


@dataclass(frozen=True)
class Spoken:
    """A sentence with one event: its trigger and type, who has which role, and who is quoted where that is known."""

    text: str
    trigger: str
    type: str = "statement"
    roles: tuple[tuple[str, Role], ...] = (("Varga", AGENT),)
    voice: str = ""
    manner: Manner = Manner.DIRECT
    sure: float = 1.0
    published: str = "2021-03-05"

    def event(self, desk: Desk) -> Event:
        article = desk.article(self.text, self.published)
        players = tuple(
            RolePlayer(name, role, f"id {name}", self.sure, desk.quote(article, name)) for name, role in self.roles
        )
        piece = replace(desk.evidence(article, self.trigger), participants=players)
        if self.voice:
            words = Quote(Span(0, len(self.voice)), self.voice)
            piece = replace(piece, attribution=Attribution(words, words, f"id {self.voice}", self.voice, self.manner))
        return desk.event(piece, type=self.type, participants=players)


def timeline_of(desk: Desk, *lines: Spoken, **about: object) -> Timeline:
    return desk.timeline(
        [desk.article(line.text, line.published) for line in lines],
        undated=[line.event(desk) for line in lines],
        actor=desk.actor("Varga", id="id Varga"),
        **about,
    )


def found(desk: Desk, line: Spoken) -> list[tuple[str, str]]:
    return [(one.speaker, one.words.exact) for one in said_words(timeline_of(desk, line))]


FOR_A_BODY = (("Varga", AGENT), ("Dravna", AGENT))
FLED = {"trigger": "fled", "type": "escape"}


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (Spoken("“We had no ship at all,” Varga said.", "said"), ("", "We had no ship at all")),
        (Spoken('"We had no ship at all," said Varga.', "said"), ("", "We had no ship at all")),
        (Spoken("Varga said: “We had no ship at all.”", "said"), ("", "We had no ship at all.")),
        (Spoken("“We had no ship at all,” the clerk Marek Varga said.", "said"), ("", "We had no ship at all")),
        (
            Spoken("“We had no ship at all,” Dravna chief Varga said.", "said", roles=FOR_A_BODY),
            ("", "We had no ship at all"),
        ),
        (
            Spoken("“We all fled by night.”", **FLED, roles=(), voice="Varga"),
            ("", "We all fled by night."),
        ),
        (
            Spoken("“Then Varga fled by night.”", **FLED, voice="Hart"),
            ("Hart", "Then Varga fled by night."),
        ),
    ],
    ids=lambda value: value.text if isinstance(value, Spoken) else "",
)
def test_who_said_it(desk: Desk, line: Spoken, said: tuple[str, str]):
    assert found(desk, line) == [said]


@pytest.mark.parametrize(
    "line",
    [
        Spoken("Varga said the ship was “as good as new”.", "said"),
        Spoken("Varga, who wrote “The Ships Of Old Dravna,” said nothing.", "said"),
        Spoken("“We had no ship at all,” Hart told a court, and Varga said nothing.", "said"),
        Spoken("Varga said little, and Hart: “We had no ship at all.”", "said"),
        Spoken("“We had no ship at all,” Varga and Hart said.", "said", roles=(("Varga", AGENT), ("Hart", AGENT))),
        Spoken("“We had no ship at all,” Varga said.", "said", sure=0.9),
        Spoken("“We had no ship at all,” Varga sang.", "sang", "other"),
        Spoken("“No,” Varga said.", "said"),
        Spoken("“Then Varga fled by night.”", **FLED, voice="Hart", manner=Manner.INDIRECT),
        Spoken("“Then Varga fled by night.”", **FLED, voice="She"),
        Spoken("“Then Varga fled by night.”", **FLED, voice="Hart", sure=0.9),
        Spoken("“Then the man fled by night,” Varga read.", **FLED, voice="Hart"),
        Spoken("“Then Varga fled by night.”", **FLED),
    ],
    ids=lambda line: f"{line.text} {line.voice} {line.sure}",
)
def test_what_nobody_is_sure_to_have_said(desk: Desk, line: Spoken):
    assert found(desk, line) == []


def test_the_words_stand_at_their_characters(desk: Desk):
    line = Spoken("“We had\n no ship at all ,” Varga said.", "said")
    (one,) = said_words(timeline_of(desk, line))
    assert one.words == Quote.cut(line.text, one.words.span)


def test_what_is_left_out_of_the_chronology_is_quoted_too(desk: Desk):
    line = Spoken("“We had no ship at all,” Varga said.", "said")
    timeline = timeline_of(desk, line)
    left = replace(timeline, undated=(), left_out=(LeftOut(line.event(desk), LeftOutReason.TALK),))
    assert [one.words.exact for one in said_words(left)] == ["We had no ship at all"]


def page_of(timeline: Timeline) -> list[str]:
    """The lines of the section, each with its heading in front."""
    root = lxml_html.document_fromstring(render_html(timeline, "g"))
    lines = []
    for item in root.xpath("//section[@class='quotations']//li"):
        heading = item.xpath("string(preceding::h3[1])")
        lines.append(f"{heading}: {' '.join(item.text_content().replace(chr(160), ' ').split())}")
    return lines


def test_the_page_tells_each_saying_once_the_newest_first_with_its_place(desk: Desk):
    lines = (
        Spoken("“We had no ship at all,” Varga said.", "said", published="2021-03-01"),
        Spoken("Asked again, Varga said: “We had no ship at all, nor crew.”", "said", published="2021-03-02"),
        Spoken("“There never was a ship,” Varga said.", "said", published="2021-03-04"),
        Spoken("“Then Varga fled by night.”", **FLED, voice="Hart"),
    )
    assert page_of(timeline_of(desk, *lines)) == [
        "Said by the subject: “There never was a ship” [3] reported 4 Mar 2021, source 3, characters 1–23",
        "Said by the subject: “We had no ship at all, nor crew.” [2] reported 2 Mar 2021, source 2, characters 26–58",
        "Said of the subject: “Then Varga fled by night.” [4] Hart, reported 5 Mar 2021, source 4, characters 1–26",
    ]


def test_eight_of_each_are_shown_and_the_others_counted(desk: Desk):
    lines = [Spoken(f"“We had {n} ships and {n} boats,” Varga said.", "said") for n in range(10, 20)]
    timeline = timeline_of(desk, *lines)
    assert len(page_of(timeline)) == 8
    assert "2 older ones are not shown." in render_html(timeline, "g")


def test_a_note_leads_back_to_the_quotation_and_words_are_escaped(desk: Desk):
    page = render_html(timeline_of(desk, Spoken("“We had <b>no</b> ship,” Varga said.", "said")), "g")
    root = lxml_html.document_fromstring(page)
    assert "“We had <b>no</b> ship”" in root.xpath("string(//li[@id='q1'])")
    assert root.xpath("//*[@id='n1']//a[@href='#q1']")


def test_without_sayings_there_is_no_section(sample: Timeline):
    assert page_of(sample) == []
