"""Search: where words stand, in the names, the lines and the articles of the case."""

from collections.abc import Iterator
from dataclasses import dataclass

from flask import Blueprint, request

from dossier.model import Actor, When
from dossier.pipeline.opened.search_case import FoundArticle, FoundLine, Searched, SearchResults
from dossier.pipeline.opened.search_snippets import MarkedWords
from dossier.render.decisions.decision_wording import day_words
from dossier.render.wording import label_wording, prose
from dossier.serve.dossier_body import CASE
from dossier.serve.frame import framed
from dossier.serve.served_case import CaseSnapshot
from dossier.serve.serving import serving, snapshot

pages = Blueprint("search", __name__)
_MAX_FOUND = 50
"""How many of a kind are listed where only that kind is looked for, else a fifth of it. Set by hand."""
_MAX_OWNERS = 4
"""How many actors of a line are named. Set by hand."""
_MAX_CHARACTERS = 400
"""The longest query that is looked for; what is behind it is not. Set by hand."""


@dataclass(frozen=True, slots=True)
class FoundOwner:
    """Somebody whose dossier has a line: the name, and the address."""

    name: str
    address: str


@dataclass(frozen=True, slots=True)
class FoundItem:
    """One thing that was found: where it leads, its words in pieces (each with whether it is marked), and remarks."""

    address: str
    title: tuple[tuple[str, bool], ...]
    words: tuple[tuple[str, bool], ...] = ()
    remark: str = ""
    owners: tuple[FoundOwner, ...] = ()


@dataclass(frozen=True, slots=True)
class FoundList:
    """What was found of one kind: its key in the address, the heading, and the items."""

    key: str
    heading: str
    items: tuple[FoundItem, ...]


@pages.get("/search")
def search() -> str:
    """The form, and what is found."""
    words = request.args.get("q", "")[:_MAX_CHARACTERS]
    within = request.args.get("in", "")
    places = (Searched(within),) if within in set(Searched) else tuple(Searched)
    held = snapshot()
    found = serving().case.search().find(words, places, _MAX_FOUND if len(places) == 1 else _MAX_FOUND // 5)
    return framed(
        "serve/search.html.j2",
        words=prose.tidy(words),
        within=within,
        found=tuple(_lists(found, held)),
        is_opened=found.query.parts and all(part.is_open for part in found.query.parts) and "*" not in words,
        is_asked=bool(found.query.parts),
    )


def _lists(found: SearchResults, held: CaseSnapshot) -> Iterator[FoundList]:
    names = tuple(
        FoundItem(
            address=_address(one.actor, held),
            title=_pieces(one.name),
            remark=_about(one.actor, one.name.words),
        )
        for one in found.names
    )
    lines = tuple(_line(one, held) for one in found.lines)
    articles = tuple(
        FoundItem(
            address=_article_address(one),
            title=_pieces(one.title),
            words=_pieces(one.snippet),
            remark=_published(one.citation.published.when, one.citation.publisher),
        )
        for one in found.articles
    )
    for key, heading, items in (
        (Searched.NAMES, "Names", names),
        (Searched.LINES, "Lines", lines),
        (Searched.ARTICLES, "Articles", articles),
    ):
        if items:
            yield FoundList(key, heading, items)


def _line(found: FoundLine, held: CaseSnapshot) -> FoundItem:
    owners = tuple(FoundOwner(prose.tidy(one.name), _address(one, held)) for one in found.actors[:_MAX_OWNERS])
    key = found.actors[0].id if found.actors else CASE
    return FoundItem(
        address=f"/dossier/{key}/at/{found.place}",
        title=_pieces(found.line),
        remark=day_words(When.parse(found.date)) if found.date else "no date",
        owners=owners,
    )


def _article_address(found: FoundArticle) -> str:
    """The page on the first of the words that are marked, else that of the article."""
    marks = found.snippet.marks
    return f"/article/{found.citation.id}/" + (f"words/{marks[0].start}-{marks[0].end}" if marks else "")


def _about(actor: Actor, found: str) -> str:
    """The kind of an actor, its main name where another one was found, and how often it is mentioned."""
    own = f"{prose.tidy(actor.name)}, " if found != actor.name else ""
    mentions = "1 mention" if actor.mentions == 1 else f"{actor.mentions} mentions"
    return f"{own}{label_wording.KIND_WORDS[actor.kind].lower()}, {mentions}"


def _published(when: When | None, publisher: str | None) -> str:
    day = day_words(when) if when else "day not known"
    return f"{prose.tidy(publisher)}, {day}" if publisher else day


def _address(actor: Actor, held: CaseSnapshot) -> str:
    return held.links.get(actor.id, f"/actor/{actor.id}")


def _pieces(found: MarkedWords) -> tuple[tuple[str, bool], ...]:
    return tuple((prose.verbatim(words), is_marked) for words, is_marked in found.pieces)
