"""Who leads a body, as articles say beside the name: "Dravna Bank chairman Ada Brandt"."""

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from datetime import timedelta
from itertools import islice

from dossier.model import Actor, Citation, Description, Evidence, Kind, Quote, Span, Timeline
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.render", "render_words.toml")
_OFFICES, _TITLES = _WORDS["offices_of_a_head"], _WORDS["titles_before_names"]
_NOT_NOW = _WORDS["words_before_past_offices"]
_OLD = timedelta(days=365)
"""From what is told to its article, where it is history. Set by hand."""
_LEAST_ARTICLES = 2
"""Articles that call somebody so. Set by hand."""
_MOST = 2
"""Who leads it, and who did before. Set by hand."""
_NO_LONGER_NAME = r"(?![\w-])(?!\s+(?:[A-Z]|of\b|in\b))"
"""Behind the name of the body: "the Reserve Bank of Orlov" is another than the Reserve Bank."""
_WORD_END, _WORD_START = re.compile(r"(?<=[\w.])(?!\w)"), re.compile(r"(?<![\w-])(?=\w)")
_WORDS_OF_A_NAME = 8
"""Ends or beginnings of words within a name, at most; a stop makes one more: "Ben S. Bernanke Jr.". Set by hand."""
_LAST_WORD = re.compile(r"([\w’'-]+)[\s-]*$")


def leaders(timeline: Timeline) -> tuple[Description, ...]:
    """The words of articles that name a head of the subject, one for each of at most two people, the newest first.

    Only an organisation has any, and only who has a part in its events or speaks of them: so the name is known to be
    somebody's. A deputy, and one who was head, is none; nor is who is called so in one article alone, or where it tells
    of a time long past: it may be history ("as Treasury chief Ada Brandt did in 1931").
    """
    actor = timeline.actor
    if actor is None or actor.kind is not Kind.ORGANIZATION:
        return ()
    offices, people = _offices_of(actor), frozenset(_people(actor, timeline))
    found: dict[str, dict[str, Description]] = {}
    for piece in sorted(_pieces(timeline), key=lambda piece: _day(piece, timeline.articles), reverse=True):
        for name, said in _said(piece, offices, people):
            found.setdefault(name, {}).setdefault(said.article, said)
    return tuple(next(iter(of.values())) for of in found.values() if len(of) >= _LEAST_ARTICLES)[:_MOST]


def _pieces(timeline: Timeline) -> Iterator[Evidence]:
    """The evidence of its events, without that of a time long before the article."""
    for event in timeline.all_events:
        for piece in event.evidence:
            published, when = timeline.articles[piece.article].published.when, piece.dating.when
            is_old = published and published.latest and when and when.latest and published.latest - when.latest > _OLD
            if not is_old:
                yield piece


def _day(piece: Evidence, articles: Mapping[str, Citation]) -> tuple[str, str, int]:
    when = articles[piece.article].published.when
    day = when.latest.isoformat() if when and when.latest else ""
    return day, piece.article, -piece.quote.span.start


def _offices_of(actor: Actor) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """An office before the name of who holds it, "Orlov Bank chairman ", and behind it: ", head of the Orlov Bank"."""
    body = _any_of([actor.name, *(alias.text for alias in actor.aliases)])
    office = f"(?i:{_any_of(one.replace('_', ' ') for one in _OFFICES)})"
    title = rf"(?:(?i:{_any_of(_TITLES)})\.?\s+)?"
    return (
        re.compile(rf"(?<![\w-])(?:{body})(?:['’]s)?\s+{office}\s+{title}(?=\w)"),
        re.compile(rf",\s+(?:the\s+)?{office}\s+of\s+(?:the\s+)?(?:{body}){_NO_LONGER_NAME}"),
    )


def _people(actor: Actor, timeline: Timeline) -> Iterator[str]:
    for event in timeline.all_events:
        yield from (player.name for player in event.participants if player.entity and player.entity != actor.id)
        for piece in event.evidence:
            if piece.attribution and piece.attribution.name and piece.attribution.actor != actor.id:
                yield piece.attribution.name


def _any_of(words: Iterable[str]) -> str:
    """The words as alternatives, the longest first; what matches nothing where there are none."""
    return "|".join(map(re.escape, sorted(set(words), key=lambda word: (-len(word), word)))) or r"(?!)"


def _said(
    piece: Evidence, offices: tuple[re.Pattern[str], re.Pattern[str]], people: Container[str]
) -> Iterator[tuple[str, Description]]:
    """The people whom the sentence calls so, each with its words for it."""
    text, (before, behind) = piece.quote.exact, offices
    for found in before.finditer(text):
        ends = (one.end() for one in _WORD_END.finditer(text, found.end()))
        held = [end for end in islice(ends, _WORDS_OF_A_NAME) if text[found.end() : end] in people]
        last = _LAST_WORD.search(text[: found.start()])
        if held and not (last and last[1].casefold() in _NOT_NOW):
            yield text[found.end() : held[-1]], _description(piece, found.start(), held[-1])
    for found in behind.finditer(text):
        starts = [one.start() for one in _WORD_START.finditer(text, 0, found.start())][-_WORDS_OF_A_NAME:]
        held = [start for start in starts if text[start : found.start()] in people]
        if held:
            yield text[held[0] : found.start()], _description(piece, held[0], found.end())


def _description(piece: Evidence, start: int, end: int) -> Description:
    at = piece.quote.span.start
    words = piece.quote.exact[start:end]
    return Description(words, piece.article, Quote(Span(at + start, at + end), words))
