"""An article as it came in, with what is known about its publication."""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from dossier.model.marking import Marking
from dossier.model.when import When

_FILE_NAME = re.compile(r"\S+\.[a-z]{2,5}", re.IGNORECASE)
_OPENING_WORDS, _OPENING_CHARACTERS = 12, 100
"""Words and characters, at most, of the opening of an article that stands for its title. Set by hand: about a line."""


class Method(StrEnum):
    """How a publication date became known, the strongest first."""

    GIVEN = "given"
    METADATA = "metadata"
    URL = "url"
    DATELINE = "dateline"
    FILENAME = "filename"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class PublicationWitness:
    """A date that one place gives as that of the publication, and which place; None is a day without a year."""

    when: When | None
    method: Method


@dataclass(frozen=True, slots=True)
class Published:
    """The publication date and how it is known; the machine's clock is never among the ways.

    A date that is open at its start ("/2025-03-25") is that of an update: the article is no younger.
    ``contradicted_by`` are the other places with dates that cannot be true together with it; ``when`` is then marked
    uncertain.

    >>> Published.given("2025-03-14").when.edtf
    '2025-03-14'

    Raises ValueError when there is a date of unknown origin, or an origin without a date.
    """

    when: When | None = None
    method: Method = Method.UNKNOWN
    contradicted_by: tuple[PublicationWitness, ...] = ()

    def __post_init__(self) -> None:
        if (self.when is None) != (self.method is Method.UNKNOWN):
            raise ValueError(f"published {self.when} does not go with method {self.method!s}")

    @classmethod
    def given(cls, edtf: str) -> "Published":
        """A date stated by the user or the feed, as EDTF. Raises ValueError when it is not EDTF."""
        return cls(When.parse(edtf), Method.GIVEN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article: its text exactly as given, and what is known about it.

    ``ref`` names it to the user (id, URL or path as given). ``sha256`` is that of the text in UTF-8, so for a
    plain UTF-8 file that of the file. ``id`` is a hash of the content: the text, and the metadata that change
    what it says (title, date, origin). Two articles with one ``id`` are one article; two with one ``sha256``
    alone are the same words printed twice. Offsets everywhere count Unicode code points of ``text``. ``marking`` is
    that of the source as it was read just now; it is no content, and the store does not keep it.

    Raises ValueError when the text is blank or the ref is empty.
    """

    ref: str
    text: str
    title: str | None = None
    published: Published = field(default_factory=Published)
    url: str | None = None
    publisher: str | None = None
    author: str | None = None
    language: str | None = None
    reliability: str | None = None
    extra: Mapping[str, object] = field(default_factory=dict)
    marking: Marking | None = field(default=None, compare=False)
    sha256: str = field(init=False)
    id: str = field(init=False)

    def __post_init__(self) -> None:
        if not self.ref:
            raise ValueError("an article needs a ref: an id, URL or path")
        if not self.text.strip():
            raise ValueError(f"{self.ref}: an article needs a text")
        object.__setattr__(self, "sha256", _digest(self.text))
        object.__setattr__(self, "id", _digest(self._content())[:16])

    @property
    def citation(self) -> "Citation":
        """The article without its text."""
        return Citation(
            id=self.id,
            ref=self.ref,
            sha256=self.sha256,
            title=self.title,
            published=self.published,
            publisher=self.publisher,
            author=self.author,
            url=self.url,
            language=self.language,
            reliability=self.reliability,
            opening=None if _is_title(self.title) else self._opening(),
        )

    def _opening(self) -> str | None:
        """The first words of the first line that has two or more; None where none has."""
        lines = (line.split() for line in self.text.splitlines())
        words = next((found for found in lines if len(found) > 1), [])
        return " ".join(words[:_OPENING_WORDS])[:_OPENING_CHARACTERS] or None

    def _content(self) -> str:
        published = self.published.when.edtf if self.published.when else None
        about = [self.title, published, self.published.method, self.url, self.publisher, self.author]
        doubts = [[other.method, other.when and other.when.edtf] for other in self.published.contradicted_by]
        return json.dumps([self.sha256, *about, self.language, self.reliability, *doubts])


@dataclass(frozen=True, slots=True)
class Citation:
    """An article without its text, as a dossier cites it.

    ``copy_of`` is the id of the article whose words it prints again, None where it is no copy. ``opening`` are the
    first words of its text, where its title says nothing: where it has none, or a number or the name of a file.
    """

    id: str
    ref: str
    sha256: str
    title: str | None = None
    published: Published = Published()
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    language: str | None = None
    reliability: str | None = None
    copy_of: str | None = None
    opening: str | None = None


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something offered as an article that was not taken, why, and the way out.

    ``duplicate_of`` is the ref of the same article taken already: then nothing is lost. ``is_own`` is true of what
    Dossier itself made. ``is_note`` is true where the article was taken, and this says what is missing or not right.
    ``marking`` is that of the source, as far as it could be read.
    """

    ref: str
    reason: str
    advice: str = ""
    duplicate_of: str | None = None
    is_own: bool = False
    is_note: bool = False
    marking: Marking | None = field(default=None, compare=False)

    def __str__(self) -> str:
        """One line for a terminal or a report."""
        return f"{self.ref}: {self.reason}" + (f" ({self.advice})" if self.advice else "")


def _is_title(title: str | None) -> bool:
    return title is not None and any(map(str.isalpha, title)) and not _FILE_NAME.fullmatch(title.strip())


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
