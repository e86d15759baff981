"""An article with an annotation of every kind, built by hand, and its page parsed as a browser would."""

from io import BytesIO

from lxml import html as lxml_html

from dossier.model import (
    ActorChain,
    ActorMention,
    Annotations,
    Article,
    Attribution,
    Basis,
    Certainty,
    Cue,
    CueKind,
    Dating,
    EventMention,
    Factuality,
    Form,
    Kind,
    Manner,
    Participant,
    Place,
    Polarity,
    Published,
    Quantity,
    QuantityKind,
    Quotation,
    Quote,
    Realis,
    RelationMention,
    RelationType,
    Role,
    Sieve,
    Span,
    TimeMention,
    TimexType,
    When,
)
from dossier.render.article_page import ArticlePage

TEXT = """\
Raid in Port Selim

Port Selim police said on 3 March 2019 that a witness had seen Mira Osei, the harbour master, leave the depot after \
the fire.

“We believe that at least ten people were injured,” she told reporters. “Nobody was killed.” Osei may close the port \
tomorrow, and she plans to rebuild it.
"""


class Finder:
    """Finds words in the text, each search from the last place on."""

    def __init__(self, text: str) -> None:
        self.text = text

    def __call__(self, words: str, nth: int = 1) -> Quote:
        start = -1
        for _ in range(nth):
            start = self.text.index(words, start + 1)
        return Quote.cut(self.text, Span(start, start + len(words)))


def article(text: str = TEXT, **about: object) -> Article:
    values = {
        "ref": "selim.txt",
        "title": "Raid in Port Selim",
        "publisher": "Selim Post",
        "published": Published.given("2019-03-04"),
    }
    return Article(text=text, **{**values, **about})


def annotations(of: Article) -> Annotations:
    """Chains with nested mentions, events in a quotation, nested sources, and events of every realis and certainty."""
    at = Finder(of.text)
    police, witness = at("Port Selim police"), at("a witness")
    actors = (
        ActorChain("a1", "Port Selim police", Kind.ORGANIZATION, (ActorMention(police, Form.NAME),), ("a2",)),
        ActorChain("a2", "Port Selim", Kind.PLACE, tuple(ActorMention(at("Port Selim", n), Form.NAME) for n in (1, 2))),
        ActorChain(
            "a3",
            "Mira Osei",
            Kind.PERSON,
            (
                ActorMention(at("Mira Osei"), Form.NAME),
                ActorMention(at("the harbour master"), Form.NOMINAL, Sieve.APPOSITION, 0.93),
                ActorMention(at("she"), Form.PRONOUN, Sieve.HE_OR_SHE, 0.71),
                ActorMention(at("Osei", 2), Form.NAME),
                ActorMention(at("she", 2), Form.PRONOUN, Sieve.HE_OR_SHE, 0.71),
            ),
        ),
    )
    day = Dating(When.parse("2019-03-03"), Basis.EXPLICIT)
    times = (
        TimeMention("t1", at("3 March 2019"), TimexType.DATE, "2019-03-03", day, "day month year"),
        TimeMention(
            "t2",
            at("tomorrow"),
            TimexType.DATE,
            "2019-03-05",
            Dating(When.parse("2019-03-05"), Basis.RELATIVE, "published"),
            "day of reference",
        ),
    )
    through = Attribution(police, at("said"), "a1", "Port Selim police")
    seen = Attribution(witness, at("seen"), via=through)
    spoken = Attribution(at("she"), at("told"), "a3", "Mira Osei", Manner.DIRECT)
    first = Span(of.text.index("Port Selim police"), of.text.index("\n\n“"))
    second = Span(of.text.index("“We"), of.text.index(" “Nobody"))
    third = Span(of.text.index("“Nobody"), of.text.index(" Osei may"))
    last = Span(of.text.index("Osei may"), len(of.text.rstrip()))
    events = (
        EventMention("e1", "statement", at("said"), "say", first, day, "t1", (Participant(police, Role.AGENT, "a1"),)),
        EventMention(
            "e2",
            "departure",
            at("leave"),
            "leave",
            first,
            participants=(Participant(at("Mira Osei"), Role.AGENT, "a3"),),
            place=Place(at("the depot")),
            attribution=seen,
            summary="Port Selim police said that a witness had seen [Mira Osei] leave the depot.",
        ),
        EventMention("e3", "fire", at("fire"), "fire", first),
        EventMention(
            "e4",
            "injury",
            at("injured"),
            "injure",
            second,
            participants=(Participant(at("at least ten people"), Role.PATIENT),),
            factuality=Factuality(Certainty.PROBABLE, Polarity.POSITIVE),
            attribution=spoken,
            cues=(Cue(at("believe"), CueKind.BELIEF),),
            quantities=(Quantity(at("at least ten"), QuantityKind.INJURED, 10),),
            summary="[Mira Osei] believes that at least ten people were injured.",
        ),
        EventMention(
            "e5",
            "death",
            at("killed"),
            "kill",
            third,
            factuality=Factuality(Certainty.CERTAIN, Polarity.NEGATIVE),
            attribution=spoken,
            cues=(Cue(at("Nobody"), CueKind.NEGATION),),
        ),
        EventMention(
            "e6",
            "closure",
            at("close"),
            "close",
            last,
            Dating(When.parse("2019-03-05"), Basis.RELATIVE, "published"),
            "t2",
            (Participant(at("Osei", 2), Role.AGENT, "a3"), Participant(at("the port"), Role.PATIENT)),
            factuality=Factuality(Certainty.POSSIBLE, Polarity.POSITIVE, Realis.FORECAST),
            cues=(Cue(at("may"), CueKind.MODAL),),
            dated_by="time of its clause",
            summary="Osei may close the port tomorrow.",
        ),
        EventMention(
            "e7",
            "construction",
            at("rebuild"),
            "rebuild",
            last,
            factuality=Factuality(Certainty.CERTAIN, Polarity.POSITIVE, Realis.PLAN),
            cues=(Cue(at("plans"), CueKind.PLAN),),
            summary="[Mira Osei] plans to rebuild [the port].",
        ),
    )
    said = at("We believe that at least ten people were injured,"), at("Nobody was killed.")
    return Annotations(
        of.id,
        times,
        actors,
        events,
        "en",
        (RelationMention("e3", "e2", RelationType.BEFORE, at("after")),),
        (Quotation("q1", said[0], spoken), Quotation("q2", said[1])),
    )


def page_of(*pairs):
    with ArticlePage("Dossier 0.1") as page:
        for of, found in pairs:
            page.add(of, found)
        file = BytesIO()
        assert page.write(file) == file.tell()
    return file.getvalue().decode()


def parsed(html: str):
    return lxml_html.document_fromstring(html)


def shown_text(page) -> str:
    """The text with all marks removed."""
    (words,) = page.xpath("//div[@class='words']")
    return words.text_content()


def dead_links(page) -> set[str]:
    """Links within the page that lead nowhere, and ids that stand twice."""
    ids = page.xpath("//@id")
    doubled = {id_ for id_ in ids if ids.count(id_) > 1}
    return doubled | {link for link in page.xpath("//a/@href") if link[1:] not in ids}
