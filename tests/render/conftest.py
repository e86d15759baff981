"""Timelines to render: fictional sentences, with every kind of thing that a page has to show."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from dossier.model import (
    CERTAIN,
    Actor,
    Alias,
    Article,
    Attribution,
    Basis,
    Certainty,
    Conflict,
    Dating,
    Description,
    Event,
    Evidence,
    Factuality,
    Kind,
    Method,
    Polarity,
    Published,
    Quote,
    Reading,
    Setting,
    Span,
    Timeline,
    When,
)
from dossier.render import Medium, briefing, render_html, render_pdf
from dossier.render.page_values.row_context import Row
from dossier.timeline.entries import fold

UNDATED = Dating()
TEXT = "Police searched the depot, seized a ledger and hid it. Varga fled."
FIRST = "Police searched the depot, seized a ledger and hid it."


class Desk:
    """Makes articles, evidence, events and timelines in one line each."""

    def article(self, text: str, published: str | None = None, **about: str) -> Article:
        known = Published(When.parse(published), Method.METADATA) if published else Published()
        return Article(**{"ref": "clipping.txt", "text": text, "published": known, **about})

    def quote(self, article: Article, words: str) -> Quote:
        start = article.text.index(words)
        return Quote.cut(article.text, Span(start, start + len(words)))

    def dating(self, edtf: str | None, basis: Basis = Basis.EXPLICIT, anchor: str | None = None) -> Dating:
        return Dating(When.parse(edtf), basis, anchor) if edtf else Dating()

    def evidence(
        self,
        article: Article,
        trigger: str,
        sentence: str | None = None,
        dating: Dating = UNDATED,
        factuality: Factuality = CERTAIN,
        voice: str | None = None,
    ) -> Evidence:
        quote = self.quote(article, sentence or article.text)
        start = article.text.index(trigger, quote.span.start)
        span = Span(start, start + len(trigger))
        spoken = Quote(Span(0, len(voice)), voice) if voice else None
        attribution = Attribution(spoken, Quote.cut(article.text, span)) if spoken else None
        return Evidence(article.id, Quote.cut(article.text, span), quote, dating, factuality, attribution)

    def event(self, *pieces: Evidence, summary: str | None = None, **about: object) -> Event:
        first = pieces[0]
        values = {
            "id": f"{first.article}-{first.trigger.span.start}",
            "type": "event",
            "summary": summary or " ".join(first.quote.exact.split()),
            "dating": first.dating,
            "factuality": first.factuality,
            "attribution": first.attribution,
            "evidence": pieces,
        }
        return Event(**{**values, **about})

    def actor(self, name: str = "Marek Varga", kind: Kind = Kind.PERSON, **about: object) -> Actor:
        values = {"id": "a1", "name": name, "kind": kind, "members": (("x", "a1"),), "mentions": 1}
        return Actor(**{**values, **about})

    def timeline(
        self,
        articles: Sequence[Article],
        dated: Sequence[Event] = (),
        undated: Sequence[Event] = (),
        actor: Actor | None = None,
        conflicts: Sequence[Conflict] = (),
        as_of: str | None = "2021-05-01",
    ) -> Timeline:
        """A timeline of these events, those of one line as one entry."""
        events = [*dated, *undated]
        folding = fold(events, (), {event.id: -float(index) for index, event in enumerate(events)})
        parts = {head: tuple(e for e in events if folding.heads.get(e.id) == head) for head in folding.heads.values()}
        listed = [
            [replace(e, summary=folding.lines.get(e.id, e.summary)) for e in part if e.id not in folding.heads]
            for part in (dated, undated)
        ]
        return Timeline(
            actor or self.actor(),
            When.parse(as_of) if as_of else None,
            tuple(enumerate(listed[0], 1)),
            tuple(listed[1]),
            conflicts=tuple(conflicts),
            articles={article.id: article.citation for article in articles},
            parts=parts,
        )


LIKELY = Factuality(Certainty.PROBABLE, Polarity.POSITIVE)
VAGUE = Factuality(Certainty.UNDERSPECIFIED, Polarity.POSITIVE)
DENIED = Factuality(Certainty.CERTAIN, Polarity.NEGATIVE)
CODEX = (
    "Officials’ first “affidavit” – the ﬁle\u2010office’s waffle – was seized in Київ by the O\u02bcNeil fjord staff."
)
ARABIC = "A courier called أبو سالم was searched at the filling station."


@pytest.fixture(scope="session")
def desk() -> Desk:
    return Desk()


@pytest.fixture(scope="session")
def sample(desk: Desk) -> Timeline:
    """A small case: shared sentences, several sources, a conflict, bounds, hedges, other scripts."""
    first = desk.article(
        "Police searched the depot and seized a ledger on 3 March 2019. Varga may have fled to Dravna.\n"
        "The clerk denied that he had paid a bribe.",
        published="2019-03-05",
        title="Raid in Port Selim",
        publisher="Selim Post",
        author="L. Hart",
        url="https://news.example.org/raid",
    )
    second = desk.article(
        "The depot was\n\t searched   on Sunday, officials said. " + CODEX,
        title="What is known",
        ref="clippings/known.txt",
    )
    third = desk.article(ARABIC, published="2020", ref="courier.txt", url="javascript:alert(1)")
    raid = "Police searched the depot and seized a ledger on 3 March 2019."
    day = desk.dating("2019-03-03")
    other = desk.evidence(
        second,
        "searched",
        "The depot was\n\t searched   on Sunday, officials said.",
        desk.dating("2019-03-04", Basis.RELATIVE, "t1"),
        LIKELY,
        "officials",
    )
    searched = desk.event(
        desk.evidence(first, "searched", raid, day),
        other,
        independent_sources=2,
        place=Setting("Port Selim"),
    )
    seized = desk.event(desk.evidence(first, "seized", raid, day, VAGUE))
    flight = "Varga may have fled to Dravna."
    fled = desk.event(
        desk.evidence(first, "fled", flight, desk.dating("/2019-03-05", Basis.INFERRED, "published"), LIKELY),
        summary="Varga probably fled to Dravna.",
    )
    codex = desk.event(desk.evidence(second, "seized", CODEX, desk.dating("2019-05/2019-07")))
    courier = desk.event(desk.evidence(third, "searched", ARABIC, desk.dating("2020~", Basis.RELATIVE, "published")))
    bribe = desk.event(
        desk.evidence(first, "paid", "The clerk denied that he had paid a bribe.", Dating(), DENIED, "The clerk")
    )
    conflict = Conflict(searched.id, "when", (Reading("2019-03-03", (0,)), Reading("2019-03-04", (1,))))
    actor = desk.actor(
        aliases=(Alias("the Engineer", 4, (first.id, second.id)),),
        descriptions=(Description("the depot", first.id, desk.quote(first, "the depot")),),
    )
    dated = (searched, seized, fled, codex, courier)
    return desk.timeline((first, second, third), dated, (bribe,), actor, (conflict,))


@pytest.fixture(scope="session")
def html(sample: Timeline) -> str:
    return render_html(sample, "Dossier 0.1")


@pytest.fixture(scope="session")
def paper(sample: Timeline) -> str:
    return render_html(sample, "Dossier 0.1", medium=Medium.PAPER)


@pytest.fixture(scope="session")
def pdf(paper: str) -> bytes:
    return render_pdf(paper)


@pytest.fixture(scope="session")
def squeezed() -> Callable[[str], str]:
    """A text without white space, and without the marks with which a PDF reader tells directions."""
    invisible = dict.fromkeys(map(ord, "\u200b\u202a\u202b\u202c\u202d\u202e"))
    return lambda text: "".join(text.split()).translate(invisible)


@pytest.fixture
def article(desk: Desk) -> Article:
    return desk.article(TEXT, title="Raid")


@pytest.fixture
def make_event(desk: Desk, article: Article) -> Callable[..., Event]:
    """A function that makes an event of the first sentence of ``TEXT`` from its trigger and date."""

    def make(trigger: str, edtf: str | None = "2019", factuality: Factuality = CERTAIN, **about: object) -> Event:
        basis = about.pop("basis", Basis.EXPLICIT)
        dating = desk.dating(edtf, basis)
        return desk.event(desk.evidence(article, trigger, FIRST, dating, factuality, about.pop("voice", None)), **about)

    return make


def triggers(row: Row) -> list[str]:
    return [piece.text for piece in row.passage.segments if piece.is_trigger]


def rows_of(desk: Desk, article: Article, events: Sequence[Event]) -> tuple[Row, ...]:
    return briefing(desk.timeline([article], events), "g").rows
