"""Search in a case: its articles, the names of its actors, and the lines of its timelines."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from dossier.codec import SearchedLine, searched_lines
from dossier.model import WHOLE_CASE, Actor, Article, Citation
from dossier.pipeline.cases.case import Case
from dossier.pipeline.opened.search_snippets import MarkedWords, marked, snippet
from dossier.store import SearchedText, SearchIndex, SearchQuery, Store

_ARTICLES_AT_ONCE = 500
"""How many articles are held while they are taken into the index. Set by hand."""


class Searched(StrEnum):
    """What a search looks through."""

    NAMES = "names"
    LINES = "lines"
    ARTICLES = "articles"


@dataclass(frozen=True, slots=True)
class FoundName:
    """An actor, by its own or another name, with the words that fit."""

    actor: Actor
    name: MarkedWords


@dataclass(frozen=True, slots=True)
class FoundLine:
    """A line by the id of its event, its date in EDTF (or empty), and the actors whose timelines have it.

    ``place`` is where its event is told first: the id of the article, and the start, end and occurrence of the trigger.
    """

    event: str
    date: str
    place: str
    line: MarkedWords
    actors: tuple[Actor, ...]


@dataclass(frozen=True, slots=True)
class FoundArticle:
    """An article, its title (or what stands for it), and the best of its words."""

    citation: Citation
    title: MarkedWords
    snippet: MarkedWords


@dataclass(frozen=True, slots=True)
class SearchResults:
    """What was found, the best first; ``query`` is what was looked for, with ends left open where nothing fitted."""

    query: SearchQuery
    names: Sequence[FoundName] = ()
    lines: Sequence[FoundLine] = ()
    articles: Sequence[FoundArticle] = ()

    @property
    def count(self) -> int:
        """How many there are of all kinds."""
        return len(self.names) + len(self.lines) + len(self.articles)


class CaseSearch:
    """Search in one case, whose store must be open."""

    def __init__(self, case: Case, store: Store, before: "CaseSearch | None" = None) -> None:
        """Take what is new into the index: the first time all articles, later those that came since.

        ``before`` searched in an earlier case of the same store: where the index lies in memory, it goes on in that.
        """
        self.case, self._store = case, store
        self.articles: SearchIndex = before.articles if before else store.search_index()
        missing = self.articles.missing(case.run.articles)
        for start in range(0, len(missing), _ARTICLES_AT_ONCE):
            self.articles.add_articles(store.by_id(missing[start : start + _ARTICLES_AT_ONCE]).values())
        self._texts = self.articles if case.key else SearchIndex.in_memory()
        self._actors = {actor.id: actor for actor in case.actors}
        if not case.key or not self._texts.has_case(case.key):
            self._texts.put_case(case.key, _texts(case))

    def find(self, words: str, within: Sequence[Searched] = tuple(Searched), limit: int = 20) -> SearchResults:
        """What has all the words, at most ``limit`` of each kind; where nothing has, what has words that begin so."""
        query = SearchQuery.parse(words)
        found = self._find(query, within, limit)
        return found if found.count or not query.parts else self._find(query.opened, within, limit)

    def _find(self, query: SearchQuery, within: Sequence[Searched], limit: int) -> SearchResults:
        return SearchResults(
            query,
            tuple(self._names(query, limit)) if Searched.NAMES in within else (),
            tuple(self._lines(query, limit)) if Searched.LINES in within else (),
            tuple(self._found_articles(query, limit)) if Searched.ARTICLES in within else (),
        )

    def _names(self, query: SearchQuery, limit: int) -> Iterator[FoundName]:
        """The actors, each once; the most mentioned first, since a reader who types a surname means that one."""
        names: dict[str, SearchedText] = {}
        for text in self._texts.find_texts(query, Searched.NAMES):
            names.setdefault(text.key, text)
        for actor in sorted((self._actors[key] for key in names), key=lambda one: -one.mentions)[:limit]:
            yield FoundName(actor, marked(names[actor.id].shown, query))

    def _lines(self, query: SearchQuery, limit: int) -> Iterator[FoundLine]:
        for text in self._texts.find_texts(query, Searched.LINES, limit):
            owners = tuple(self._actors[key] for key in text.owners)
            yield FoundLine(text.key, text.date, text.place, marked(text.shown, query), owners)

    def _found_articles(self, query: SearchQuery, limit: int) -> Iterator[FoundArticle]:
        among = frozenset(self.case.contents.citations)
        articles = self._store.by_id(found := self.articles.find_articles(query, among, limit))
        for article in (articles[key] for key in found if key in articles):
            citation = self.case.contents.citations[article.id]
            yield FoundArticle(citation, marked(_title(article, citation), query), snippet(article.text, query))


def _title(article: Article, citation: Citation) -> str:
    return citation.opening or article.title or citation.ref


def _texts(case: Case) -> Iterator[SearchedText]:
    """The names of the case, then its lines, each with the actors whose timelines have it, the most mentioned first."""
    for actor in case.actors:
        for name in dict.fromkeys((actor.name, *(alias.text for alias in actor.aliases))):
            yield SearchedText(Searched.NAMES, actor.id, name)
    lines: dict[tuple[str, str], tuple[SearchedLine, list[str]]] = {}
    for key in (*(actor.id for actor in case.actors), WHOLE_CASE):
        for line in searched_lines(case.encoded_timeline(key)):
            _, owners = lines.setdefault((line.id, line.summary), (line, []))
            if key != WHOLE_CASE:
                owners.append(key)
    for line, owners in lines.values():
        yield SearchedText(Searched.LINES, line.id, line.summary, line.date, line.place, tuple(owners))
