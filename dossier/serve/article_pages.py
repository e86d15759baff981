"""The articles: a list, one with all that was read marked in it, and words of one, with the forms to correct them."""

from collections.abc import Iterator
from dataclasses import dataclass

from flask import Blueprint, abort, redirect, request
from markupsafe import Markup
from werkzeug.wrappers import Response

from dossier.model import Annotations, Article, DecisionKind, EventMention, Quote, Span
from dossier.pipeline.quoted_words import find_words
from dossier.render import article_page, prose
from dossier.render.templates import template
from dossier.serve.decision_forms import DecisionForm, decision_form
from dossier.serve.decisions import own_address
from dossier.serve.dossier_page import CASE
from dossier.serve.frame import framed
from dossier.serve.readings import around, mention_lines, origin_words, title_words, with_way_back, words_address
from dossier.serve.served_case import CaseSnapshot
from dossier.serve.serving import snapshot

pages = Blueprint("articles", __name__)
_MAX_WORDS = 600
"""Characters that may be chosen at once: the longest sentence. Set by hand."""


@dataclass(frozen=True, slots=True)
class ArticleLine:
    """An article in the list of all."""

    key: str
    title: str
    origin: str
    is_copy: bool


@dataclass(frozen=True, slots=True)
class EventLink:
    """An event that the chosen words tell, and the address of its entry."""

    type: str
    line: str
    address: str


@pages.get("/articles")
def articles() -> str:
    """All articles of the case, the newest first."""
    cited = snapshot().case.contents.citations.values()
    ordered = sorted(
        cited, key=lambda one: (one.published.when.edtf if one.published.when else "", one.id), reverse=True
    )
    lines = (ArticleLine(one.id, title_words(one), origin_words(one), one.copy_of is not None) for one in ordered)
    return framed("serve/articles.html.j2", articles=tuple(lines))


@pages.get("/article/<key>/")
def article(key: str) -> str:
    """An article with all that was read marked in its text."""
    held = snapshot()
    read, found = _read(held, key)
    view = article_page.article_view(read, found, 1, with_way_back(key))
    body = template("reading/article.html.j2").render(reading=view)
    cited = held.case.contents.citations[key]
    made = Markup(body)  # noqa: S704 - made by a template
    return framed("serve/article.html.j2", key=key, title=title_words(cited), body=made)


@pages.get("/article/<key>/words")
def find(key: str) -> Response | str:
    """To the page on the words that were typed or selected; a page says so where they stand nowhere, or twice."""
    held = snapshot()
    read, found = _read(held, key)
    words = " ".join(request.args.get("words", "").split())
    places = find_words(read.text, words)[:_MAX_WORDS] if 0 < len(words) <= _MAX_WORDS else []
    if len(places) == 1:
        return redirect(words_address(key, places[0].span))
    cited = held.case.contents.citations[key]
    excerpts = tuple((words_address(key, one.span), around(read, found, one.span)) for one in places[:20])
    return framed("serve/places.html.j2", key=key, title=title_words(cited), words=words, places=excerpts)


@pages.get("/article/<key>/words/<int:start>-<int:end>")
def words(key: str, start: int, end: int) -> str:
    """Words of an article: whom they mean, what they tell, and the forms to correct that."""
    held = snapshot()
    read, found = _read(held, key)
    if not start < end <= len(read.text) or end - start > _MAX_WORDS:
        abort(404)
    place = Span(start, end)
    cited = held.case.contents.citations[key]
    return framed(
        "serve/words.html.j2",
        key=key,
        title=title_words(cited),
        origin=origin_words(cited),
        words=prose.tidy(Quote.cut(read.text, place).exact),
        blocks=around(read, found, place),
        lines=mention_lines(held, found, place),
        events=tuple(_told(held, found, place)),
        forms=tuple(_forms(held, found, key, place)),
        names=held.suggested_names,
        types=tuple(sorted(held.types.listed)),
        back=own_address(request.args.get("back", "")),
    )


def _read(held: CaseSnapshot, key: str) -> tuple[Article, Annotations]:
    try:
        return held.article(key)
    except KeyError:
        abort(404)


def _forms(held: CaseSnapshot, found: Annotations, key: str, place: Span) -> Iterator[DecisionForm]:
    """What can be said of the words: whom they mean (those of the article are suggested first), and what they tell."""
    about = f"{key}:{place.start}-{place.end}"
    meant = [line.name for line in mention_lines(held, found, place) if line.name]
    yield decision_form(DecisionKind.IS, about)
    if meant:
        yield decision_form(DecisionKind.ISNT, about, choices={"other": tuple(dict.fromkeys(meant))})
    yield decision_form(DecisionKind.NOBODY, about)
    yield decision_form(DecisionKind.EVENT, about)
    yield decision_form(DecisionKind.NOTE, about)


def _told(held: CaseSnapshot, found: Annotations, place: Span) -> Iterator[EventLink]:
    """The events whose trigger the words hold, each in the dossier of somebody with a part in it, else of the case."""
    for event in found.events:
        span = event.trigger.span
        if place.covers(span):
            key = _dossier(held, found, event)
            at = f"/dossier/{key}/at/{found.article}/{span.start}-{span.end}-{event.occurrence}"
            yield EventLink(event.type, prose.tidy(event.summary or event.trigger.exact), at)


def _dossier(held: CaseSnapshot, found: Annotations, event: EventMention) -> str:
    for participant in event.participants:
        actor = held.of_chain.get((found.article, participant.actor or ""))
        if actor and any(
            piece.article == found.article and piece.trigger.span == event.trigger.span
            for one in held.timeline(actor.id).all_events
            for piece in one.evidence
        ):
            return actor.id
    return CASE
