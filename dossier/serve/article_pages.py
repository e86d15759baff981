"""The articles: a list, one with all that was read marked in it, and words of one, with the forms to correct them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from flask import Blueprint, abort, redirect, request
from markupsafe import Markup
from werkzeug.wrappers import Response

from dossier.model import (
    WHOLE_CASE,
    Actor,
    ActorPointer,
    AddedEvent,
    Annotations,
    Article,
    Decision,
    DecisionKind,
    EventMention,
    EventPointer,
    Involvement,
    Participation,
    Quote,
    Rewording,
    Span,
)
from dossier.pipeline.references.quoted_words import find_words
from dossier.render import article_page
from dossier.render.templating.templates import template
from dossier.render.wording import prose
from dossier.render.wording.date_wording import shortened
from dossier.resolve import ClaimIndex, effective_judgements
from dossier.serve import entry_page
from dossier.serve.article_decisions import article_decisions, decision_marks
from dossier.serve.deciding.decision_forms import DecisionForm, decision_form, event_reference
from dossier.serve.deciding.decisions import own_address
from dossier.serve.dossier_body import CASE
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
    """An event that the chosen words tell, and the address of its entry.

    Where no dossier has it, the address is empty, and ``form`` gives it to one.
    """

    type: str
    line: str
    address: str
    form: DecisionForm | None


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
    view = article_page.article_view(read, found, 1, with_way_back(key), decision_marks(held, key))
    title = title_words(held.case.contents.citations[key])
    about = (*view.about[:-1], shortened(view.about[-1]))  # the last says when it was published
    view = replace(view, title=title, about=about)
    body = template("reading/article.html.j2").render(reading=view)
    made = Markup(body)  # noqa: S704 - made by a template
    decided = article_decisions(held, key)
    return framed("serve/article.html.j2", key=key, title=title, body=made, decided=decided)


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
        forms=tuple(_forms(held, found, key, place, own_address(request.args.get("back", "")))),
        names=held.suggested_names,
        types=tuple(sorted(held.types.listed)),
        back=own_address(request.args.get("back", "")),
    )


def _read(held: CaseSnapshot, key: str) -> tuple[Article, Annotations]:
    try:
        return held.article(key)
    except KeyError:
        abort(404)


def _forms(held: CaseSnapshot, found: Annotations, key: str, place: Span, back: str) -> Iterator[DecisionForm]:
    """What can be said of the words: whom they mean (those of the article are suggested first), and what they tell.

    An event that they tell is at first that of the dossier that ``back`` leads to.
    """
    about = f"{key}:{place.start}-{place.end}"
    meant = [line.name for line in mention_lines(held, found, place) if line.name]
    yield decision_form(DecisionKind.IS, about)
    if meant:
        yield decision_form(DecisionKind.ISNT, about, choices={"other": tuple(dict.fromkeys(meant))})
    yield decision_form(DecisionKind.NOBODY, about)
    subject = held.actors.get(back.removeprefix("/dossier/").partition("/")[0])
    yield decision_form(DecisionKind.EVENT, about, given={"of": subject.name} if subject else {})
    yield decision_form(DecisionKind.NOTE, about)


def _told(held: CaseSnapshot, found: Annotations, place: Span) -> Iterator[EventLink]:
    """The events whose trigger the words hold, each in the dossier of somebody with a part in it, else of the case."""
    for event in found.events:
        if place.covers(event.trigger.span):
            told = EventPointer(found.article, event.trigger, event.occurrence)
            address = _address(held, found, event, told)
            reference = event_reference(told.article, told.trigger, told.occurrence)
            yield EventLink(
                event.type,
                prose.tidy(_given_line(held, told) or event.summary or event.trigger.exact),
                address,
                None if address else decision_form(DecisionKind.CONCERNS, reference, heading="Whose dossier has it"),
            )


def _given_line(held: CaseSnapshot, told: EventPointer) -> str:
    """The line that the analyst gave the event; empty where he gave none."""
    line = ""
    for decision in (one.decision for one in effective_judgements(held.store.judgements())):
        if isinstance(decision, Rewording) and decision.event.trigger_key == told.trigger_key:
            return decision.line
        if isinstance(decision, AddedEvent) and _adds(decision, told):
            line = decision.line
    return line


def _adds(decision: AddedEvent, told: EventPointer) -> bool:
    return (decision.words.article, decision.words.quote) == (told.article, told.trigger)


def _address(held: CaseSnapshot, found: Annotations, event: EventMention, told: EventPointer) -> str:
    """The address of the entry that tells the event; empty where none does."""
    meant = (held.of_chain.get((found.article, one.actor or "")) for one in event.participants)
    keys = [actor.id for actor in (*meant, *_judged_actors(held, told)) if actor]
    for key in dict.fromkeys((*keys, WHOLE_CASE)):
        for one in held.timeline(key).all_events:
            for piece in one.evidence:
                if piece.trigger_key == told.trigger_key:
                    return entry_page.address(CASE if key == WHOLE_CASE else key, piece)
    return ""


def _judged_actors(held: CaseSnapshot, told: EventPointer) -> Iterator[Actor | None]:
    """The actors who have a part in the event by a judgement."""
    decisions = [one.decision for one in held.store.judgements()]
    named = [actor for one in decisions if (actor := _given_part(one, told))]
    claims = ClaimIndex.for_pointers(named, held.annotated()) if named else ClaimIndex()
    yield from (held.of_chain.get(chain.key) for actor in named for chain in claims.chains_named(actor))


def _given_part(decision: Decision, told: EventPointer) -> ActorPointer | None:
    """The actor to whom the decision gives a part in the event, if it gives any."""
    match decision:
        case Participation(event=event, participant=actor) | Involvement(event=event, actor=actor, is_involved=True):
            return actor if event.trigger_key == told.trigger_key else None
        case AddedEvent():
            return decision.actor if _adds(decision, told) else None
    return None
