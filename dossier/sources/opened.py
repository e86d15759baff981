"""What one file of the user's holds: its reader is found and run, and then those of the files within it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dossier.model import Article, Marking, Method, When, strictest
from dossier.sources.allowance import MAX_DEPTH, AllowanceSpent
from dossier.sources.dates.publication_signs import PublicationSign
from dossier.sources.draft import Draft
from dossier.sources.reader import Enclosed, InputFile, Part, Reader
from dossier.sources.registry import Readers
from dossier.sources.stated_marking import marked_as_stated
from dossier.sources.unreadable import Unreadable, explain_failure, explain_os_error
from dossier.sources.writable import writable


@dataclass(frozen=True, slots=True)
class ReadItem:
    """A draft read at one place, or why there is none. ``name`` is that of the file, where the file is one article.

    ``marking`` is that of the place. ``article`` is what becomes of the draft where nothing else has the best of its
    refs; None where nobody has asked for it.
    """

    place: str
    outcome: Draft | Unreadable
    name: str | None = None
    marking: Marking | None = None
    article: Article | None = None

    @property
    def draft(self) -> Draft:
        """The draft. Raises Unreadable where there is none."""
        if isinstance(self.outcome, Unreadable):
            raise self.outcome
        return self.outcome

    def made(self, ref: str, given: When | None, language: str | None) -> Article:
        """The article with this ref; the other arguments are those of ``Draft.article``, as is what it raises."""
        if self.article and self.article.ref == ref:
            return self.article
        with marked_as_stated(self.draft.extra):
            return self.draft.article(ref, given=given, language=language, name=self.name)

    def with_article(self, given: When | None, language: str | None) -> "ReadItem":
        """The item with its article, if it becomes one."""
        try:
            best = next(iter(self.draft.refs), self.place)
            return replace(self, article=self.made(best, given, language))
        except Unreadable:
            return self

    def within(self, container: Enclosed) -> "ReadItem":
        """The item with what is known of the file that it stands in, where it says nothing itself."""
        outcome = self.outcome
        if isinstance(outcome, Draft):
            signs = outcome.stated
            if container.by:
                signs = (*signs, PublicationSign.there_at(container.by, Method.METADATA))
            outcome = replace(outcome, url=outcome.url or container.url, stated=signs)
        return replace(self, outcome=outcome, marking=strictest(self.marking, container.marking))


def read_items(file: InputFile, place: str, readers: Readers) -> Iterator[ReadItem]:
    """The articles and problems of a file, and of the files in it; ``place`` is its ref."""
    told: set[tuple[str, str]] = set()
    for item in _items(file, place, readers, MAX_DEPTH):
        # an archive that is cut off is met by its own reader and by the one that unpacks it
        problem = (item.place, item.outcome.reason) if isinstance(item.outcome, Unreadable) else None
        if problem not in told:
            yield item
        if problem:
            told.add(problem)


def _items(file: InputFile, place: str, readers: Readers, depth: int) -> Iterator[ReadItem]:
    """As ``read_items``; ``depth`` is how many files may still lie within each other."""
    is_empty = True
    try:
        for part in _parts(readers.reader_for(file), file):
            is_empty = False
            where = place + writable(part.place)
            if isinstance(part.outcome, Enclosed):
                yield from _within(part.outcome, where, file, readers, depth)
            else:
                outcome = part.outcome.writable() if isinstance(part.outcome, Draft) else part.outcome
                yield ReadItem(where, outcome, None if part.place else file.name)
        if is_empty:
            yield ReadItem(place, Unreadable("there is no article in it", "see what it holds; save a text as .txt"))
    except AllowanceSpent as problem:
        if depth < MAX_DEPTH:
            raise
        yield ReadItem(place, problem)
    except Unreadable as problem:
        yield ReadItem(place, problem)
    except OSError as error:
        yield ReadItem(place, explain_os_error(error))


def _parts(reader: Reader, file: InputFile) -> Iterator[Part]:
    try:
        yield from reader.read(file)
    except (Unreadable, OSError):
        raise
    except Exception as error:
        # a hostile file may make a parser raise anything, which must not end the run
        raise explain_failure(reader.name, error) from error


def _within(found: Enclosed, place: str, file: InputFile, readers: Readers, depth: int) -> Iterator[ReadItem]:
    """The articles and problems of a file that lies in ``file``."""
    file.allowance.take_member()
    if not depth:
        yield ReadItem(place, Unreadable("it lies too deep in other files", "unpack it, and name the folder"))
        return
    for item in _items(InputFile.of(found.name, found.stream, file.allowance, file.columns), place, readers, depth - 1):
        yield item.within(found)
