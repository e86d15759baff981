"""Source notes: every piece of evidence gets one number, however often it is cited."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from dossier.model import Citation, Quote, Span
from dossier.render import date_words, prose
from dossier.render.context import Backlink, Departure, Joined, Note, Source
from dossier.render.prose import tidy

_FOLDER = re.compile(r"^.*[/\\](?=.)")
_KIND = re.compile(r"(?<=.)\.(?:txt|text|md|markdown|x?html?|jsonl?|ndjson)$", re.IGNORECASE)


def sources(articles: Mapping[str, Citation]) -> dict[str, Source]:
    """The articles by id, numbered in order of publication (unknown dates last), then by ref."""
    ordered = sorted(articles.items(), key=lambda item: _publication_order(*item))
    numbers = {id_: number for number, (id_, _) in enumerate(ordered, 1)}
    return {id_: _source(article, numbers) for id_, article in ordered}


def weblink(url: str | None) -> str:
    """The URL when it is a plain http or https address, else nothing: anything else must not become a link.

    >>> weblink("https://example.org/a"), weblink("javascript:alert(1)")
    ('https://example.org/a', '')
    """
    if not url or not url.isascii() or not url.isprintable() or " " in url:
        return ""
    try:
        parts = urlsplit(url)
        return url if parts.scheme in ("http", "https") and parts.hostname and "@" not in parts.netloc else ""
    except ValueError:
        return ""


@dataclass(slots=True)
class _Draft:
    number: int
    article: str
    quote: Quote
    cited: list[Backlink] = field(default_factory=list)
    triggers: set[Span] = field(default_factory=set)
    differs: list[Departure] = field(default_factory=list)
    joined: list[Joined] = field(default_factory=list)
    quoted_at: Backlink | None = None


class Ledger:
    """Hands out note numbers in the order of first citation, and makes the notes once all is cited."""

    def __init__(self, articles: Mapping[str, Citation], sources: Mapping[str, Source]) -> None:
        self._articles = articles
        self._sources = sources
        self._drafts: dict[tuple[str, Span], _Draft] = {}

    def cite(self, article: str, quote: Quote, at: Backlink, trigger: Span | None = None, differs: str = "") -> int:
        """The number of the note for that quote, which is from now on cited ``at`` that place of the page."""
        number = len(self._drafts) + 1
        draft = self._drafts.setdefault((article, quote.span), _Draft(number, article, quote))
        if at not in draft.cited:
            draft.cited.append(at)
        if trigger:
            draft.triggers.add(trigger)
        if differs:
            draft.differs.append(Departure(at, differs))
        return draft.number

    def shown(self, article: str, quote: Quote, at: Backlink) -> None:
        """That place of the page shows the very words of the quote, so its note need not."""
        draft = self._drafts[article, quote.span]
        draft.quoted_at = draft.quoted_at or at

    def join(self, article: str, quote: Quote, joined: Joined) -> None:
        """An event of that quote, which has been cited, was taken for one that another note tells."""
        draft = self._drafts[article, quote.span]
        if joined not in draft.joined:
            draft.joined.append(joined)

    def number(self, article: str, quote: Quote) -> int:
        """The number of the note for a quote that has been cited."""
        return self._drafts[article, quote.span].number

    def notes(self) -> tuple[Note, ...]:
        """All notes, in the order of their numbers."""
        return tuple(self._note(draft) for draft in self._drafts.values())

    def _note(self, draft: _Draft) -> Note:
        article, source = self._articles[draft.article], self._sources[draft.article]
        quote = prose.completed(prose.marked(draft.quote, draft.triggers, article.language))
        span = draft.quote.span
        return Note(
            number=draft.number,
            source=source.number,
            title=source.title,
            origin=source.origin,
            start=span.start,
            end=span.end,
            quote=None if draft.quoted_at else quote,
            quoted_at=draft.quoted_at,
            differs=tuple(draft.differs),
            joined=tuple(draft.joined),
            cited=tuple(at for at in draft.cited if at != draft.quoted_at),
            is_long=prose.is_long([draft.quote.exact]),
        )


def _publication_order(id_: str, article: Citation) -> tuple[bool, str, str, str]:
    when = article.published.when
    moment = (when.start or when.end) if when else None
    return moment is None, moment.isoformat() if moment else "", article.ref, id_


def _source(article: Citation, numbers: Mapping[str, int]) -> Source:
    published = date_words.published(article.published)
    return Source(
        number=numbers[article.id],
        title=tidy(article.title or "") or _stem(tidy(article.ref)),
        ref=tidy(article.ref),
        origin=tuple(filter(None, (tidy(article.publisher or ""), tidy(article.author or ""), published))),
        reliability=tidy(article.reliability or ""),
        url=tidy(article.url or ""),
        link=weblink(article.url),
        sha256=article.sha256,
        copy_of=_copied(numbers.get(article.copy_of)) if article.copy_of else "",
    )


def _copied(number: int | None) -> str:
    return f"source\N{NO-BREAK SPACE}{number}" if number else "an article that is not cited here"


def _stem(ref: str) -> str:
    """The name of a file without its folder and kind; what is no file stays.

    >>> _stem("clippings/port-raid.txt"), _stem("https://example.org/raid.html")
    ('port-raid', 'https://example.org/raid.html')
    """
    return ref if "://" in ref else _KIND.sub("", _FOLDER.sub("", ref))
