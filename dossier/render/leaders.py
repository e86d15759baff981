"""Who leads a body, as articles say beside the name: "Dravna Bank chairman Ada Brandt"."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta

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
    patterns = _patterns(actor, timeline)
    found: dict[str, dict[str, Description]] = {}
    for piece in sorted(_pieces(timeline), key=lambda piece: _day(piece, timeline.articles), reverse=True):
        for name, said in _said(piece, patterns):
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


def _patterns(actor: Actor, timeline: Timeline) -> tuple[re.Pattern[str], ...]:
    body = _any_of([actor.name, *(alias.text for alias in actor.aliases)])
    name = f"(?P<name>{_any_of(_people(actor, timeline))})"
    office = f"(?i:{_any_of(one.replace('_', ' ') for one in _OFFICES)})"
    title = rf"(?:(?i:{_any_of(_TITLES)})\.?\s+)?"
    return (
        re.compile(rf"(?<![\w-])(?:{body})(?:['’]s)?\s+{office}\s+{title}{name}(?!\w)"),
        re.compile(rf"(?<![\w-]){name},\s+(?:the\s+)?{office}\s+of\s+(?:the\s+)?(?:{body}){_NO_LONGER_NAME}"),
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


def _said(piece: Evidence, patterns: Iterable[re.Pattern[str]]) -> Iterator[tuple[str, Description]]:
    text, start = piece.quote.exact, piece.quote.span.start
    for found in (match for pattern in patterns for match in pattern.finditer(text)):
        before = _LAST_WORD.search(text[: found.start()])
        if before is None or before[1].casefold() not in _NOT_NOW:
            quote = Quote(Span(start + found.start(), start + found.end()), found[0])
            yield found["name"], Description(found[0], piece.article, quote)
