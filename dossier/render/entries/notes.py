"""Source notes: each piece of evidence has one number, however often the page cites it."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from urllib.parse import urlsplit

from dossier.model import Citation, Event, Method, Quote, Span
from dossier.render.options.length import Length
from dossier.render.page_values.note_context import Backlink, JoinedEvidence, Note, RowRemark, SourceEntry
from dossier.render.wording import date_wording, label_wording, prose
from dossier.render.wording.prose import tidy

_FOLDERS = re.compile(r"^.*[/\\](?=.)")
_ENDS, _NO_ENDS = (".", "?", "!", "…"), ",;:– "
"""What an opening ends with that is a whole sentence, and what none ends with that is cut."""
_FILE_SUFFIX = re.compile(r"(?<=.)\.(?:txt|text|md|markdown|x?html?|jsonl?|ndjson)$", re.IGNORECASE)


def sources(
    articles: Mapping[str, Citation], used: Mapping[str, tuple[int, ...]] = MappingProxyType({})
) -> dict[str, SourceEntry]:
    """The list of sources, by id of the article: numbered by date of publication (unknown last), then by ref.

    ``used`` has the numbers of the entries that rest on each article.
    """
    ordered = sorted(articles.items(), key=lambda item: _publication_order(*item))
    numbers = {id_: number for number, (id_, _) in enumerate(ordered, 1)}
    return {id_: replace(_source(article, numbers), rows=used.get(id_, ())) for id_, article in ordered}


def with_citations(entries: Iterable[SourceEntry], cited: Collection[int]) -> tuple[SourceEntry, ...]:
    """The list of sources, those marked on which entries rest or whose number is among the ``cited``."""
    return tuple(replace(entry, is_cited=bool(entry.rows) or entry.number in cited) for entry in entries)


def weblink(url: str | None) -> str:
    """The URL when it is an http or https address in ASCII without a user name, else "": only such may become links.

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


def outlet(article: Citation) -> str:
    """The name of the outlet: its publisher, else the host of its address; empty where neither is known.

    >>> outlet(Citation("0f", "a", "", url="https://www.orlov-times.example/a"))
    'orlov-times.example'
    """
    host = urlsplit(weblink(article.url)).hostname or ""
    return tidy(article.publisher or host.removeprefix("www."))


def sources_noun(events: Iterable[Event], articles: Mapping[str, Citation]) -> str:
    """What the sources of events are called: articles where no outlet is known, since all may be of one."""
    are_known = {bool(outlet(articles[piece.article])) for event in events for piece in event.evidence}
    if are_known == {False}:
        return "articles of unknown outlets"
    return "sources, some of unknown outlets" if False in are_known else label_wording.INDEPENDENT_SOURCES


@dataclass(slots=True)
class _NoteDraft:
    """A note while citations of it are collected."""

    number: int
    article: str
    quote: Quote
    cited: list[Backlink] = field(default_factory=list)
    triggers: set[Span] = field(default_factory=set)
    differs: list[RowRemark] = field(default_factory=list)
    bases: list[RowRemark] = field(default_factory=list)
    chances: list[RowRemark] = field(default_factory=list)
    corrections: list[RowRemark] = field(default_factory=list)
    joined: list[JoinedEvidence] = field(default_factory=list)
    quoted_at: Backlink | None = None
    is_repeat: bool = True


class Ledger:
    """Gives notes their numbers in the order of first citation, and makes the notes when everything has been cited.

    ``length`` is that of the briefing: it decides how much the notes say.
    """

    def __init__(
        self,
        articles: Mapping[str, Citation],
        sources: Mapping[str, SourceEntry],
        length: Length = Length.STANDARD,
    ) -> None:
        self.length = length
        self._articles = articles
        self._sources = sources
        self._drafts: dict[tuple[str, Span], _NoteDraft] = {}

    def cite(
        self,
        article: str,
        quote: Quote,
        at: Backlink,
        trigger: Span | None = None,
        differs: str = "",
        is_repeat: bool = False,
    ) -> int:
        """Cite a quote ``at`` a place on the page; returns the number of its note.

        ``trigger`` is to be marked in the quote, ``differs`` says how the quote departs from what the place says.
        ``is_repeat``: the place cites the same article for it already.
        """
        number = len(self._drafts) + 1
        draft = self._drafts.setdefault((article, quote.span), _NoteDraft(number, article, quote))
        if at not in draft.cited:
            draft.cited.append(at)
        draft.is_repeat = draft.is_repeat and is_repeat
        if trigger:
            draft.triggers.add(trigger)
        if differs:
            draft.differs.append(RowRemark(at, differs))
        return draft.number

    def note_chance(self, article: str, quote: Quote, at: Backlink, text: str) -> None:
        """Record how often a day like that of a row is right. Raises KeyError for a quote that has not been cited."""
        self._drafts[article, quote.span].chances.append(RowRemark(at, text))

    def note_basis(self, article: str, quote: Quote, at: Backlink, text: str) -> None:
        """Record how the date of a row is known. Raises KeyError for a quote that has not been cited."""
        self._drafts[article, quote.span].bases.append(RowRemark(at, text))

    def note_correction(self, article: str, quote: Quote, at: Backlink, text: str) -> None:
        """Record what the analyst corrected in a mention. Raises KeyError for a quote that has not been cited."""
        corrections, remark = self._drafts[article, quote.span].corrections, RowRemark(at, text)
        if remark not in corrections:
            corrections.append(remark)

    def quoted_on_page(self, article: str, quote: Quote, at: Backlink) -> None:
        """Record that the page shows the whole quote at that place, so that its note need not.

        The first such place counts. Raises KeyError for a quote that has not been cited.
        """
        draft = self._drafts[article, quote.span]
        draft.quoted_at = draft.quoted_at or at

    def note_merged(self, article: str, quote: Quote, joined: JoinedEvidence) -> None:
        """Record that evidence in the quote was merged with other evidence. Raises KeyError where it was not cited."""
        draft = self._drafts[article, quote.span]
        if self.length is not Length.FULL and any(one.note == joined.note for one in draft.joined):
            joined = replace(joined, text="")  # for another word of the two sentences the grounds are much the same
        if joined not in draft.joined:
            draft.joined.append(joined)

    def number(self, article: str, quote: Quote) -> int:
        """The number of the note for a quote. Raises KeyError where it has not been cited."""
        return self._drafts[article, quote.span].number

    def notes(self) -> tuple[Note, ...]:
        """All notes, in the order of their numbers."""
        return tuple(self._note(draft) for draft in self._drafts.values())

    def _note(self, draft: _NoteDraft) -> Note:
        article, source = self._articles[draft.article], self._sources[draft.article]
        quote = prose.with_cuts_of_quotations(prose.quote_with_triggers(draft.quote, draft.triggers, article.language))
        span = draft.quote.span
        return Note(
            number=draft.number,
            source=source.number,
            title=source.title,
            origin=source.origin,
            start=span.start,
            end=span.end,
            words=quote,
            quote=None if draft.quoted_at else quote,
            quoted_at=draft.quoted_at,
            differs=tuple(draft.differs),
            bases=tuple(draft.bases),
            chances=tuple(draft.chances),
            corrections=tuple(draft.corrections),
            joined=tuple(draft.joined),
            cited=tuple(at for at in draft.cited if at != draft.quoted_at),
            is_long=prose.is_long([draft.quote.exact]),
            is_repeat=draft.is_repeat,
        )


def _publication_order(id_: str, article: Citation) -> tuple[bool, str, str, str]:
    when = article.published.when
    moment = (when.start or when.end) if when else None
    return moment is None, moment.isoformat() if moment else "", article.ref, id_


def _source(article: Citation, numbers: Mapping[str, int]) -> SourceEntry:
    published = date_wording.brief_publication_words(article.published)
    return SourceEntry(
        number=numbers[article.id],
        title=article_title(article),
        ref=tidy(article.ref),
        origin=tuple(filter(None, (outlet(article), tidy(article.author or ""), published))),
        reliability=tidy(article.reliability or ""),
        url=tidy(article.url or ""),
        link=weblink(article.url),
        sha256=article.sha256,
        is_date_given=article.published.method is Method.GIVEN and article.published.when is not None,
        copy_of=_copy_words(numbers.get(article.copy_of)) if article.copy_of else "",
    )


def article_title(article: Citation) -> str:
    """The title; where it says nothing, the first words of the article in quotation marks, else its file's name."""
    if article.opening:
        words = tidy(article.opening)
        return f"“{words}”" if words.endswith(_ENDS) else f"“{words.rstrip(_NO_ENDS)}…”"
    return tidy(article.title or "") or _stem(tidy(article.ref))


def _copy_words(number: int | None) -> str:
    return f"source\N{NO-BREAK SPACE}{number}" if number else "an article that is not cited here"


def _stem(ref: str) -> str:
    """The name of a file without its folder and suffix. An address stays whole.

    >>> _stem("clippings/port-raid.txt"), _stem("https://example.org/raid.html")
    ('port-raid', 'https://example.org/raid.html')
    """
    return ref if "://" in ref else _FILE_SUFFIX.sub("", _FOLDERS.sub("", ref))
