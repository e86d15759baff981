"""Find the names of a watchlist in a text where the recogniser missed them or cut them short."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import regex

from dossier.model import (
    ActorChain,
    ActorMention,
    Annotations,
    Article,
    Form,
    Kind,
    Quote,
    Sieve,
    Span,
    Watched,
)
from dossier.resolve.watchlists.reassigned_mentions import Reassignment, reassign
from dossier.resolve.watchlists.span_overlaps import SpanIndex
from dossier.resolve.watchlists.watched_wordings import Wording, begins_with_country, wordings
from dossier.text.names import normal, tokens, without_titles
from dossier.text.reading_text import ReadingText
from dossier.text.repair import repaired, repaired_words

_WORD = regex.compile(r"[^\W_]+")  # to "re" the vowel signs of Hindi are no letters
# What may stand between two words of a name: blanks with at most one line break, a hyphen or dash, "&", "/", "'".
_GAP = re.compile(r"(?:[ \t\u00a0]*\n?[ \t\u00a0]*|[ \t]?[-\u2010\u2011\u2013&/][ \t]?|['\u2019])")
_GAP_WITH_STOP = re.compile(r"\.[ \t\u00a0]?")
_MAX_ABBREVIATION_LETTERS = 3
"""Letters of the longest word that a full stop may follow within a name: "St.", "Jr.". Set by hand, for these words."""
_POSSESSIVE_ENDING = re.compile(r"(?:['\u2019]s?)?")
# A capitalised word right before a name, unless a text, line, sentence or quotation begins with that word.
_CAPITALISED_BEFORE = re.compile(r"(?<![.!?:\"\u201c\n] )(?<![\n\"\u201c])(?<=[ \t])([A-Z][^\W\d_]*)[ \t]\Z")
_CHARACTERS_BEFORE = 40
"""Characters before a name in which the word before it is looked for. Set by hand: longer than any such word."""
_CAPITALISED_AFTER = re.compile(r"[ \t][A-Z][^\W\d_]")
_TOKEN = re.compile(r"\w+")
_PLURAL_NUMBER = re.compile(r"\d{2}s")


@dataclass(frozen=True, slots=True)
class _Occurrence:
    """A watched name at its place in the text."""

    entry: Watched
    wording: Wording
    span: Span
    """Its place in the text as given."""
    place: Span
    """Its place in the text as it is read."""
    is_ordinary_word: bool
    """Whether it is one word, all in lower case after its first letter: it may be a common word in a sentence.

    So "Shell" is, "NATO" and "787" are not.
    """


@dataclass(slots=True)
class _TrieNode:
    """A node in the trie of names: the next words of longer names, and the wording that ends here, with its entry."""

    next: dict[str, "_TrieNode"] = field(default_factory=dict)
    found: tuple[Watched, Wording] | None = None


class WatchlistMatcher:
    """All names and aliases of a watchlist as one trie, so that one pass over a text finds them all."""

    def __init__(self, entries: Iterable[Watched]) -> None:
        self._root = _TrieNode()
        for entry in sorted(entries, key=_entry_order):
            for wording in (wording for name in entry.names for wording in wordings(name)):
                node = self._root
                for word in _name_words(wording.text):
                    node = node.next.setdefault(word, _TrieNode())
                # Of two entries with one name, the first in order takes it: its mentions form one chain either way.
                node.found = node.found or (entry, wording)

    def add_mentions(self, article: Article, found: Annotations) -> Annotations:
        """The annotations with each watched name in the text as a mention of one chain.

        A name is found whole, whatever its hyphens, white space and capitals; wholly in lower case only if the
        watchlist writes it so. A mention that was cut short ("Falcon" of "Falcon 9") gives way to the whole name. If
        more than half of its chain's names are the watched name or give way to it, the chain becomes the watched
        actor's with all its pronouns and descriptions; else only the mention moves. A name inside a longer name
        ("Apple" in "Apple Corps") stays as it is. A description ("Orlov fishermen") is found in other wordings, too
        ("fishermen in Orlov"), and never takes over what stands within it.
        """
        known = {mention.quote.span for chain in found.actors for mention in chain.mentions}
        read = repaired(article.text)
        unknown = [occurrence for occurrence in self._occurrences(read) if occurrence.span not in known]
        by_entry: dict[Watched, list[Span]] = {}
        if unknown:
            context = _NameContext(read.text, found)
            own = [occurrence for occurrence in unknown if context.is_name_of_its_own(occurrence)]
            for occurrence in _with_explained_short_wordings(own, read.text):
                by_entry.setdefault(occurrence.entry, []).append(occurrence.span)
        for entry in sorted(by_entry, key=_entry_order):
            found = _EntryMentions(entry, by_entry[entry], found).assigned(article.text)
        return found

    def _occurrences(self, read: ReadingText) -> Iterator[_Occurrence]:
        """The watched names in the text, the longest at each place, none within another."""
        text = read.text
        words = list(_WORD.finditer(text)) if self._root.next else []
        n = 0
        while n < len(words):
            last, found = self._longest(words, n, text)
            if found:
                entry, wording = found
                start, end = words[n].start(), words[last].end()
                if wording.is_description or _is_written_as_name(text[start:end], entry):
                    is_ordinary = n == last and _is_ordinary(words[n][0])
                    yield _Occurrence(entry, wording, Span(*read.given(start, end)), Span(start, end), is_ordinary)
            n = last + 1

    def _longest(
        self, words: Sequence[regex.Match[str]], first: int, text: str
    ) -> tuple[int, tuple[Watched, Wording] | None]:
        """The longest name that begins at word ``first``: the number of its last word, and its entry or None."""
        node, last = self._root, first
        found: tuple[Watched, Wording] | None = None
        for n in range(first, len(words)):
            if n > first and not _can_be_in_one_name(words[n - 1], words[n], text):
                break
            following = node.next.get(_folded(words[n][0])) or node.next.get(_singular(words[n][0]))
            if following is None:
                break
            node = following
            if node.found:
                found, last = node.found, n
        return last, found


def _with_explained_short_wordings(found: Sequence[_Occurrence], text: str) -> Iterator[_Occurrence]:
    """Those in full wordings, and short ones in the first line of a text that has a full one of the same entry."""
    in_full = {occurrence.entry for occurrence in found if not occurrence.wording.is_short}
    for occurrence in found:
        is_headline = "\n" not in text[: occurrence.place.start].lstrip()
        if not occurrence.wording.is_short or (is_headline and occurrence.entry in in_full):
            yield occurrence


def _entry_order(entry: Watched) -> tuple[str, tuple[str, ...], str]:
    return entry.name, entry.aliases, repr(entry)


def _name_words(name: str) -> list[str]:
    return [_folded(word[0]) for word in _WORD.finditer(name)]


def _folded(word: str) -> str:
    return " ".join(tokens(word)) or word.casefold()


def _singular(word: str) -> str:
    """The folded word without the plural ending of a number ("two 787s"); a capital belongs to the name ("4S")."""
    return _folded(word[:-1] if _PLURAL_NUMBER.search(word[-3:]) else word)


def _can_be_in_one_name(left: regex.Match[str], right: regex.Match[str], text: str) -> bool:
    """Whether the characters between two neighbouring words may stand within a name: " ", "-", ". " after "St"."""
    gap = text[left.end() : right.start()]
    if _GAP.fullmatch(gap):
        return True
    return len(left[0]) <= _MAX_ABBREVIATION_LETTERS and _GAP_WITH_STOP.fullmatch(gap) is not None


def _is_written_as_name(words: str, entry: Watched) -> bool:
    """Whether the words have a capital or a digit, or are written as in the watchlist: "shell" is not "Shell"."""
    return any(char.isupper() or char.isdigit() for char in words) or words in entry.names


def _is_ordinary(word: str) -> bool:
    """Whether all letters after the first are lower case, or there are none."""
    return word[1:].islower() or not word[1:]


class _NameContext:
    """What stands around the watched names of an article."""

    def __init__(self, text: str, found: Annotations) -> None:
        """``text`` is that of the article as it is read."""
        named = ((m.quote, chain) for chain in found.actors for m in chain.mentions if m.form is Form.NAME)
        self._text = text
        self._tokens = set(_TOKEN.findall(text))
        self._names = SpanIndex(named, lambda one: one[0].span)
        self._organizations = {normal(one.name) for one in found.actors if one.kind is Kind.ORGANIZATION}

    def is_name_of_its_own(self, occurrence: _Occurrence) -> bool:
        """Whether the words are a name, and no part of a longer one.

        An ordinary word that no recognised name covers is no name if the article has it in lower case too.
        """
        overlapping = self._names.overlapping(occurrence.span)
        around = [(quote, chain) for quote, chain in overlapping if quote.span.covers(occurrence.span)]
        if not around and _is_in_longer_name(occurrence, self._text):
            return False
        if occurrence.is_ordinary_word and not around:
            return self._text[occurrence.place.start : occurrence.place.end].lower() not in self._tokens
        return all(self._only_adds_words(quote, occurrence, chain) for quote, chain in around)

    def _only_adds_words(self, mention: Quote, occurrence: _Occurrence, chain: ActorChain) -> bool:
        """Whether the longer mention adds to the name only words that are no part of a name.

        These are words in lower case before it, the maker of a model ("Orlov" of "Orlov 700"), and "'s" after it.
        """
        before = mention.exact[: occurrence.span.start - mention.span.start]
        after = mention.exact[occurrence.span.end - mention.span.start :]
        if _POSSESSIVE_ENDING.fullmatch(after) is None:
            return False
        if not any(char.isupper() for char in before):
            return True
        entry = occurrence.entry
        is_model = entry.kind is Kind.PRODUCT or any(char.isdigit() for char in entry.name)
        return is_model and chain.kind is not Kind.PERSON and normal(before) in self._organizations


def _is_in_longer_name(occurrence: _Occurrence, text: str) -> bool:
    """Whether a capitalised word beside the name makes it part of another name.

    A word before it does ("Varna Senate"), except for a title, and for "the". A word after it does only if the name is
    an ordinary word ("London Marathon"). A name with a digit is never part of another.
    """
    start, end = occurrence.place.start, occurrence.place.end
    if any(char.isdigit() for char in text[start:end]):
        return False
    before = _CAPITALISED_BEFORE.search(text, max(0, start - _CHARACTERS_BEFORE), start)
    follows_name = before is not None and without_titles(f"{before[1]} X") != "X" and before[1].lower() != "the"
    return follows_name or (occurrence.is_ordinary_word and _CAPITALISED_AFTER.match(text, end) is not None)


class _EntryMentions:
    """A watchlist entry with the spans of its names in an article that are no mentions yet."""

    def __init__(self, entry: Watched, spans: Sequence[Span], found: Annotations) -> None:
        self._entry, self._found = entry, found
        self._is_description = any(wording.is_description for wording in wordings(entry.name))
        self._takes_names = not self._is_description and not begins_with_country(entry.name)
        self._span_index = SpanIndex(spans, lambda span: span)
        self._spans = tuple(spans)
        self._names = {normal(name) for name in entry.names}

    def assigned(self, text: str) -> Annotations:
        """The annotations with the spans as mentions of the entry's chain."""
        old = self._chain_of_entry()
        new_mentions = [ActorMention(Quote.cut(text, span), Form.NAME, Sieve.WATCHLIST) for span in self._spans]
        kept = [mention for mention in old.mentions if not self._gives_way(mention)] if old else []
        first_name = self._entry.name if self._is_description else repaired_words(new_mentions[0].quote.exact)
        chain = ActorChain(
            id=old.id if old else _unused_id(self._found),
            name=old.name if old and self._is_watched(old.name) else first_name,
            kind=self._entry.kind or (old.kind if old else self._kind_of_replaced()),
            mentions=(*kept, *new_mentions),
            related=old.related if old else (),
        )
        return reassign(self._found, Reassignment(chain, self._spans, takes_names=self._takes_names))

    def _chain_of_entry(self) -> ActorChain | None:
        """The chain of whose names more than half are the watched name, or give way to it.

        Of several it is the one with the most such names; None where there is no such chain.
        """
        counted = [(self._count_names(chain), len(chain.mentions), chain) for chain in self._found.actors]
        fitting = [(own, mentions, chain) for (own, names), mentions, chain in counted if 2 * own > names]
        return max(fitting, key=lambda one: (one[0], one[1], one[2].id))[2] if fitting else None

    def _count_names(self, chain: ActorChain) -> tuple[int, int]:
        """How many of the chain's names are the watched name or give way to it, and how many names it has."""
        names = [mention for mention in chain.mentions if mention.form is Form.NAME]
        return sum(self._is_watched(m.quote.exact) or self._gives_way(m) for m in names), len(names)

    def _is_watched(self, name: str) -> bool:
        return normal(name) in self._names

    def _gives_way(self, mention: ActorMention) -> bool:
        """Whether the mention is a name that overlaps one of the spans.

        Of a description none does, nor the country with which a name begins ("US dollar").
        """
        if not self._takes_names or mention.form is not Form.NAME:
            return False
        return self._span_index.has_overlap(mention.quote.span)

    def _kind_of_replaced(self) -> Kind:
        """The kind of most names that give way; ``Kind.OTHER`` where none does."""
        kinds = Counter(chain.kind for chain in self._found.actors for m in chain.mentions if self._gives_way(m))
        return max(kinds, key=lambda kind: (kinds[kind], kind), default=Kind.OTHER)


def _unused_id(found: Annotations) -> str:
    """The first of "w1", "w2" and so on that is no chain's id."""
    taken = {chain.id for chain in found.actors}
    return next(name for n in range(1, len(taken) + 2) if (name := f"w{n}") not in taken)
