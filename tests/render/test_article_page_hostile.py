"""The page that shows what was read, of articles and annotations that are hostile, strange or overlap as they like."""

import re

from hypothesis import given
from hypothesis import strategies as st

from dossier.model import (
    ActorChain,
    ActorMention,
    Annotations,
    ArticlePassage,
    Attribution,
    Cue,
    CueKind,
    EventMention,
    Form,
    Kind,
    LinkDoubt,
    Participant,
    PassageRole,
    Place,
    Quantity,
    QuantityKind,
    Quotation,
    Quote,
    RefusedLink,
    Role,
    Sieve,
    Span,
    TimeMention,
    TimexType,
)
from dossier.model.mentions import Dating
from dossier.render.wording import prose
from tests.reading import Finder, article, dead_links, page_of, parsed, shown_text

HOSTILE = '<script>alert(1)</script>{{ 7*7 }}{% raw %}"onmouseover="x" \'onload=\'y &amp; </title></style><!--'


def attacked():
    """An article in which every string that comes from outside is an attack, and all of it is read as everything."""
    text = f"{HOSTILE} fled {'w' * 300}\n\n{HOSTILE}."
    of = article(text, title=HOSTILE, ref=HOSTILE, publisher=HOSTILE, author=HOSTILE, language=HOSTILE)
    words = Finder(text)(HOSTILE)
    spoken = Attribution(words, words, "a1", HOSTILE)
    chain = ActorChain(
        "a1", HOSTILE, Kind.PERSON, (ActorMention(words, Form.NAME, HOSTILE, 0.5, doubt=HOSTILE),), ("a1",)
    )
    event = EventMention(
        "e1",
        HOSTILE,
        words,
        HOSTILE,
        Span(0, len(text)),
        participants=(Participant(words, Role.AGENT, "a1"),),
        place=Place(words, "a1"),
        attribution=spoken,
        dated_by=HOSTILE,
        cues=(Cue(words, CueKind.HEDGE),),
        quantities=(Quantity(words, QuantityKind.OTHER, 1, 2, HOSTILE),),
        summary=HOSTILE,
    )
    time = TimeMention("t1", words, TimexType.DATE, HOSTILE, Dating(), HOSTILE)
    found = Annotations(
        of.id,
        (time,),
        (chain,),
        (event,),
        HOSTILE,
        quotations=(Quotation("q1", words, spoken),),
        refused=(RefusedLink(words, HOSTILE, ("a1",)),),
        passages=(ArticlePassage(words.span, PassageRole.CAPTION),),
    )
    return of, found


def test_no_element_or_attribute_comes_from_outside():
    page = parsed(page_of(attacked()))
    known = set(
        "html head meta title style body a header h1 details summary ul li span main article h2 p nav div section h3"
        " ol b dl dt dd footer wbr".split()
    )
    assert {element.tag for element in page.iter() if isinstance(element.tag, str)} <= known
    assert not page.xpath("//comment()")
    assert not page.xpath("//body//@*[starts-with(name(), 'on')]")
    assert not [href for href in page.xpath("//a/@href") if not href.startswith("#")]
    assert page.xpath("//@lang") == ["en"]
    assert shown_text(page) == attacked()[0].text
    assert page.text_content().count("{{ 7*7 }}{% raw %}") > 15


def test_what_no_page_can_hold_is_replaced_one_for_one():
    of = article("He\x00 fled\ud800 \x1b[31m.\r\nNext\x0b\x85 line.", title="T\x00\udfff")
    html = page_of((of, Annotations(of.id)))
    assert html.encode()
    assert not re.search("[\x00-\x08\x0b-\x1f\ud800-\udfff]", html)
    assert shown_text(parsed(html)) == "He\ufffd fled\ufffd \ufffd[31m. \nNext   line."


def test_directions_do_not_spill():
    of = article("قال مسؤولون إن أبو سالم fled.\n\nIt was أبو سالم who fled over the wall, said \u202eofficials.")
    page = parsed(page_of((of, Annotations(of.id, language="ar"))))
    assert page.xpath("//div[@class='words']/@lang") == ["ar"]
    assert "language ar" in page.xpath("string(//p[@class='about'])")
    assert page.xpath("//div[@class='words']/p/@dir") == ["rtl", "ltr"]


TEXTS = st.text("ab <&\"'>\n\r\t\x00é.؟ب\u202e\U0001f600", min_size=1, max_size=60).filter(str.strip)


@st.composite
def annotated(draw):
    """Any text, with any spans of it read as anything."""
    text = draw(TEXTS)

    def quote():
        start = draw(st.integers(0, len(text) - 1))
        return Quote.cut(text, Span(start, draw(st.integers(start + 1, len(text)))))

    def some(make, most=3):
        return tuple(make(i) for i in range(draw(st.integers(0, most))))

    of = article(text)

    def mention(i):
        return ActorMention(quote(), Form.PRONOUN, Sieve.HE_OR_SHE, 0.5)

    actors = some(
        lambda i: ActorChain(f"a{i}", f"N{i}", Kind.PERSON, (ActorMention(quote(), Form.NAME), *some(mention)))
    )
    found = Annotations(
        of.id,
        some(lambda i: TimeMention(f"t{i}", quote(), TimexType.DATE, "X", Dating(), "r")),
        actors,
        some(
            lambda i: EventMention(
                f"e{i}",
                "x",
                quote(),
                "x",
                Span(0, len(text)),
                participants=some(lambda j: Participant(quote(), Role.AGENT, actors[0].id if actors else None)),
                cues=some(lambda j: Cue(quote(), CueKind.HEDGE)),
                attribution=Attribution(quote(), quote()),
            )
        ),
        "en",
        (),
        some(lambda i: Quotation(f"q{i}", quote())),
        some(lambda _: RefusedLink(quote(), LinkDoubt.FAR, tuple(actor.id for actor in actors))),
        some(lambda _: ArticlePassage(quote().span, PassageRole.GLUED)),
    )
    return of, found


@given(annotated())
def test_any_overlapping_spans_leave_the_text_whole_and_every_link_sound(case):
    of, found = case
    page = parsed(page_of((of, found)))
    assert shown_text(page) == prose.verbatim(of.text)
    assert dead_links(page) == set()


@given(annotated())
def test_every_mark_is_seen_at_each_of_its_characters_that_are_no_space(case):
    of, found = case
    page = parsed(page_of((of, found)))
    at, marked = 0, set()
    for node in page.xpath("//div[@class='words']//text()"):
        piece = node.getparent() if not node.is_tail else node.getparent().getparent()
        if "event" in (piece.get("class") or "").split():
            marked |= {i for i in range(at, at + len(node)) if not of.text[i].isspace()}
        at += len(node)
    read = {i for event in found.events for i in range(event.trigger.span.start, event.trigger.span.end)}
    assert marked == {i for i in read if not of.text[i].isspace()}
