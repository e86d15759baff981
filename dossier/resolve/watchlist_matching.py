"""The names of a watchlist in a text: found where the recogniser missed them or cut them short."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from dossier.model import (
    ActorChain,
    ActorMention,
    Annotations,
    Article,
    Form,
    Kind,
    Quote,
    Span,
    Watched,
)
from dossier.resolve.reassigned_mentions import Move, moved
from dossier.resolve.span_overlaps import Overlaps
from dossier.text.names import normal, tokens, without_titles

SIEVE = "watchlist"
"""The rule that ties a mention to a watched name."""

_WORD = re.compile(r"[^\W_]+")
_GAP = re.compile(r"(?:[ \t\u00a0]*\n?[ \t\u00a0]*|[ \t]?[-\u2010\u2011\u2013&/][ \t]?|['\u2019])")
_STOPPED_GAP = re.compile(r"\.[ \t\u00a0]?")
_ABBREVIATION = 3
"""Letters of the longest word that a full stop may follow within a name: "St.", "Jr."."""
_POSSESSIVE = re.compile(r"(?:['\u2019]s?)?")
_NAME_BEFORE = re.compile(r"(?<![.!?:\"\u201c\n] )(?<![\n\"\u201c])(?<=[ \t])([A-Z][^\W\d_]*)[ \t]\Z")
_NEAR = 40
"""Characters before a name in which the word before it stands."""
_NAME_BEHIND = re.compile(r"[ \t][A-Z][^\W\d_]")
_TOKEN = re.compile(r"\w+")
_PLURAL = re.compile(r"\d{2}s")


@dataclass(frozen=True, slots=True)
class _Hit:
    """A watched name at its place."""

    entry: Watched
    span: Span
    is_plain: bool
    """Whether it is one word with a capital at its start alone, which any word has at the start of a sentence."""


@dataclass(slots=True)
class _Node:
    """A place in the trie of names: what follows, word by word, and whose name ends here."""

    next: dict[str, "_Node"] = field(default_factory=dict)
    entry: Watched | None = None


class Watching:
    """All names and aliases of a watchlist, looked for together: the cost is that of going through the text once."""

    def __init__(self, entries: Iterable[Watched]) -> None:
        self._root = _Node()
        for entry in sorted(entries, key=_by_content):
            for name in entry.names:
                node = self._root
                for word in _words(name):
                    node = node.next.setdefault(word, _Node())
                # a name that two entries share is nobody's alone: the first by name takes it, as one chain either way
                node.entry = node.entry or entry

    def read(self, article: Article, found: Annotations) -> Annotations:
        """The annotations with each watched name in the text a mention of one chain.

        Names are found whole, up to case, hyphens and white space. A mention cut short ("Falcon" of "Falcon 9") gives
        way to the whole name; where the names of its chain are the watched one for the most part, the chain becomes
        the watched actor's with all its pronouns and descriptions, else the mention alone moves. A name inside a longer
        name ("Apple" in "Apple Corps") stays what it is.
        """
        known = {mention.quote.span for chain in found.actors for mention in chain.mentions}
        unknown = [hit for hit in self._hits(article.text) if hit.span not in known]
        by_entry: dict[Watched, list[Span]] = {}
        if unknown:
            around = _Around(article.text, found)
            for hit in filter(around.is_free, unknown):
                by_entry.setdefault(hit.entry, []).append(hit.span)
        for entry in sorted(by_entry, key=_by_content):
            found = _Read(entry, by_entry[entry], found).moved(article.text)
        return found

    def _hits(self, text: str) -> Iterator[_Hit]:
        """The watched names in the text, the longest at each place, none within another."""
        words = list(_WORD.finditer(text)) if self._root.next else []
        n = 0
        while n < len(words):
            last, entry = self._longest(words, n, text)
            if entry:
                span = Span(words[n].start(), words[last].end())
                if _is_written_as_name(text[span.start : span.end], entry):
                    yield _Hit(entry, span, n == last and _is_plain(words[n][0]))
            n = last + 1

    def _longest(self, words: Sequence[re.Match[str]], first: int, text: str) -> tuple[int, Watched | None]:
        """The last word of the longest name that begins at that word, and whose it is."""
        node, found, last = self._root, None, first
        for n in range(first, len(words)):
            if n > first and not _joins(words[n - 1], words[n], text):
                break
            step = node.next.get(_folded(words[n][0])) or node.next.get(_singular(words[n][0]))
            if step is None:
                break
            node = step
            if node.entry:
                found, last = node.entry, n
        return last, found


def _by_content(entry: Watched) -> tuple[str, tuple[str, ...], str]:
    return entry.name, entry.aliases, repr(entry)


def _words(name: str) -> list[str]:
    return [_folded(word[0]) for word in _WORD.finditer(name)]


def _folded(word: str) -> str:
    return " ".join(tokens(word)) or word.casefold()


def _singular(word: str) -> str:
    """Without the plural of a number ("two 787s"); a capital belongs to the name ("4S")."""
    return _folded(word[:-1] if _PLURAL.search(word[-3:]) else word)


def _joins(left: re.Match[str], right: re.Match[str], text: str) -> bool:
    """Whether what stands between two words may stand within a name."""
    gap = text[left.end() : right.start()]
    if _GAP.fullmatch(gap):
        return True
    return len(left[0]) <= _ABBREVIATION and _STOPPED_GAP.fullmatch(gap) is not None


def _is_written_as_name(words: str, entry: Watched) -> bool:
    """Whether it has a capital or a number, or stands as in the watchlist: "shell" is no Shell."""
    return any(char.isupper() or char.isdigit() for char in words) or words in entry.names


def _is_plain(word: str) -> bool:
    return word[1:].islower() or not word[1:]


class _Around:
    """What an article has around its watched names."""

    def __init__(self, text: str, found: Annotations) -> None:
        named = ((m.quote, chain) for chain in found.actors for m in chain.mentions if m.form is Form.NAME)
        self._text = text
        self._words = set(_TOKEN.findall(text))
        self._named = Overlaps(named, lambda one: one[0].span)
        self._makers = {normal(one.name) for one in found.actors if one.kind is Kind.ORGANIZATION}

    def is_free(self, hit: _Hit) -> bool:
        """Whether the words are a name, and no part of a longer one."""
        named = [(quote, chain) for quote, chain in self._named.at(hit.span) if quote.span.covers(hit.span)]
        if not named and _is_in_longer_name(hit, self._text):
            return False
        if hit.is_plain and not named:
            return self._text[hit.span.start : hit.span.end].lower() not in self._words
        return all(self._is_around(quote, hit, chain) for quote, chain in named)

    def _is_around(self, quote: Quote, hit: _Hit, chain: ActorChain) -> bool:
        """Whether the longer mention only puts lower-case words, or the maker of a model, before the name."""
        span = hit.span
        before = quote.exact[: span.start - quote.span.start]
        after = quote.exact[span.end - quote.span.start :]
        if _POSSESSIVE.fullmatch(after) is None:
            return False
        if not any(char.isupper() for char in before):
            return True
        is_model = hit.entry.kind is Kind.PRODUCT or any(char.isdigit() for char in hit.entry.name)
        return is_model and chain.kind is not Kind.PERSON and normal(before) in self._makers


def _is_in_longer_name(hit: _Hit, text: str) -> bool:
    """Whether capitals beside it make it part of another name: "Varna Senate", "London Marathon" of a plain word."""
    if any(char.isdigit() for char in text[hit.span.start : hit.span.end]):
        return False
    before = _NAME_BEFORE.search(text, max(0, hit.span.start - _NEAR), hit.span.start)
    is_named = before is not None and without_titles(f"{before[1]} X") != "X" and before[1].lower() != "the"
    return is_named or (hit.is_plain and _NAME_BEHIND.match(text, hit.span.end) is not None)


class _Read:
    """An entry at its places in an article."""

    def __init__(self, entry: Watched, spans: Sequence[Span], found: Annotations) -> None:
        self._entry, self._found = entry, found
        self._spans = Overlaps(spans, lambda span: span)
        self._places = tuple(spans)
        self._names = {normal(name) for name in entry.names}

    def moved(self, text: str) -> Annotations:
        """The annotations with the places as mentions of the entry's chain."""
        home = self._home()
        fresh = [ActorMention(Quote.cut(text, span), Form.NAME, SIEVE) for span in self._places]
        kept = [mention for mention in home.mentions if not self._is_touched(mention)] if home else []
        chain = ActorChain(
            home.id if home else _new_id(self._found),
            home.name if home and self._is_own(home.name) else " ".join(fresh[0].quote.exact.split()),
            self._entry.kind or (home.kind if home else self._kind_of_touched()),
            (*kept, *fresh),
            home.related if home else (),
        )
        return moved(self._found, Move(chain, self._places))

    def _home(self) -> ActorChain | None:
        """The chain that is the watched actor's already, or is it by most of its names once the places are read."""
        counted = [(self._share(chain), len(chain.mentions), chain) for chain in self._found.actors]
        fit = [(named, many, chain) for (named, all_named), many, chain in counted if 2 * named > all_named]
        return max(fit, key=lambda one: (one[0], one[1], one[2].id))[2] if fit else None

    def _share(self, chain: ActorChain) -> tuple[int, int]:
        """How many of its mentions by name are the watched name, and how many there are."""
        named = [mention for mention in chain.mentions if mention.form is Form.NAME]
        return sum(self._is_own(m.quote.exact) or self._is_touched(m) for m in named), len(named)

    def _is_own(self, name: str) -> bool:
        return normal(name) in self._names

    def _is_touched(self, mention: ActorMention) -> bool:
        """Whether a mention by name shares letters with one of the places."""
        return mention.form is Form.NAME and self._spans.has(mention.quote.span)

    def _kind_of_touched(self) -> Kind:
        """What most of the names that give way were taken for."""
        kinds = Counter(chain.kind for chain in self._found.actors for m in chain.mentions if self._is_touched(m))
        return max(kinds, key=lambda kind: (kinds[kind], kind), default=Kind.OTHER)


def _new_id(found: Annotations) -> str:
    taken = {chain.id for chain in found.actors}
    return next(name for n in range(1, len(taken) + 2) if (name := f"w{n}") not in taken)
