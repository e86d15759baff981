"""The text and metadata that a reader found in a file, before they become an article."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace

from dossier.model import Article, When
from dossier.sources.dates import publication_date
from dossier.sources.dates.date_stamps import OpeningLine
from dossier.sources.dates.publication_signs import PublicationSign
from dossier.sources.decode import refuse_blank
from dossier.sources.unreadable import Unreadable
from dossier.sources.writable import writable
from dossier.text.repair import repaired, repaired_line

MAX_CHARACTERS = 1_000_000
"""Characters of the longest text that spaCy takes (``Language.max_length``): about 170,000 words, a long book."""


@dataclass(frozen=True, slots=True)
class DraftNote:
    """What is not right with a text that is read all the same, and what the user can do.

    ``is_once`` is true of what is told at the first article alone: how it was read, where nothing is lost.
    """

    reason: str
    advice: str = ""
    is_once: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A text with what its source says about it.

    ``given`` is a date in front matter or in a JSONL line, ``stated`` are those in the markup of a page, ``opening``
    the lines that readers see at its head. In the same way, ``language`` is given and ``page_language`` stated. ``id``
    is the id in the source. ``refs`` are the refs that the article can have, the best first; where all are taken, its
    place (file and line) is its ref. ``notes`` are told to the user beside the article.
    """

    text: str
    id: str | None = None
    refs: tuple[str, ...] = ()
    title: str | None = None
    given: When | None = None
    stated: tuple[PublicationSign, ...] = ()
    opening: tuple[OpeningLine, ...] = ()
    url: str | None = None
    publisher: str | None = None
    author: str | None = None
    language: str | None = None
    page_language: str | None = None
    reliability: str | None = None
    extra: Mapping[str, object] = field(default_factory=dict)
    notes: tuple[DraftNote, ...] = ()

    def writable(self) -> "Draft":
        """The draft with a mark in place of each character that no file can hold."""
        return replace(self, **{one.name: writable(getattr(self, one.name)) for one in fields(self)})

    def article(
        self, ref: str, *, given: When | None = None, language: str | None = None, name: str | None = None
    ) -> Article:
        """The article with this ``ref``. ``name`` is that of its file.

        ``given`` and ``language`` hold for the whole run, where the draft has none of its own; a language in the markup
        of a page counts after them. An id that is not the ref is kept in ``extra``. Raises Unreadable when the text is
        blank or too long.
        """
        if len(refuse_blank(self.text)) > MAX_CHARACTERS:
            raise Unreadable(
                f"{len(self.text):,} characters long, the most is {MAX_CHARACTERS:,}",
                "split it into several articles",
            )
        return Article(
            ref=ref,
            text=self.text,
            title=_readable(self.title),
            published=publication_date.find_publication_date(
                repaired(self.text).text,
                given=self.given or given,
                stated=self.stated,
                opening=self.opening,
                url=self.url,
                name=name,
            ),
            url=self.url,
            publisher=_readable(self.publisher),
            author=_readable(self.author),
            language=self.language or language or self.page_language,
            reliability=self.reliability,
            extra=self.extra if self.id in (None, ref) else {**self.extra, "id": self.id},
        )


def _readable(line: str | None) -> str | None:
    """A title or name as readers know it; None where nothing is left of it."""
    return (repaired_line(line) or None) if line else None
