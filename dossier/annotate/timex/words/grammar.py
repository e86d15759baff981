"""A regular grammar over tokens: each token becomes one letter, a rule a regular expression over those letters.

A letter stands for a set of word classes, so that one token can be a number, a day and an hour at once. A pattern is
written with ``{class}`` for a class of the lexicon, a bare word for that very word, a name in capitals for one of the
``NAMED_PATTERNS``, and the operators of regular expressions; blanks mean nothing. So "the? DAY of? MONTH" matches "14
March" and "the 14th of March". No pattern repeats without a bound: the cost is linear in the length of the text.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dossier.annotate.timex.words.lexicon import CLASSES, SHAPES, shape
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.timex", "timex_words.toml")

OTHER = "."
"""The letter of a word that no pattern names."""
_FIRST_LETTER = 0xE000
"""The first code point for private use in Unicode, so that no letter is an operator of regular expressions."""
_PIECE = re.compile(
    r"(?P<group>\(\?(?:P<\w+>|<?[=!]|:)|\{\d,\d\})|\{(?P<name>[a-z]\w*)\}|(?P<part>[A-Z]+)|(?P<word>[a-z][a-z'.]*|'s|[-,])|\s+|."
)
"""One piece of a pattern: the start of a group or a bound, a class, the name of a pattern, a word, or an operator."""
NAMED_PATTERNS: Mapping[str, str] = {
    "NUMBER": "(?:{number}{fraction}? | {cardinal}(?:-?{cardinal}){0,4})",
    "COUNT": """(?: (?:{article}|the)? {vague} | {article} (?:couple|pair) of? | {article} few | {article} half -?
        | half {article} | {article} dozen | dozens of | {article} (?:hundred|thousand)
        | NUMBER (?:-? and -? {article} -? half)? (?:(?:to|or|-|and) NUMBER)? | {article} )""",
    "ABOUTCOUNT": "(?: ROUGHLY (?= {number} | {cardinal} | {article} ) | NEARLY )",
    "ROUGHLY": """(?: {approx} | (?:more|less|fewer) than | at (?:least|most) | up to | as (?:much|many|long) as
        | no more than | not (?:more|less) than)""",
    "NEARLY": "(?: nearly | almost | approximately | at (?:least|most) | (?:no|not)? (?:more|less|fewer) than )",
    "UNIT": "(?:{unit}|{units})",
    "EDGE": """(?: {edge} -? (?:in|on)? | mid -? to -? late -? | early -? to -? mid -?
        | the? (?:{edge}|middle|beginning|start|end|close|outset|turn|rest|remainder|latter|course)
          (?:part|days|months|weeks|years)? of
        | the (?:first|last|final|opening|closing) (?:day|days|week|weeks) of )""",
    "MONTH": "(?P<month>{month})",
    "YEAR": "(?P<year>{year})",
    "DAY": "(?P<day>{day}|{ordinal_day})",
    "ANYDAY": "(?:{day}|{ordinal_day})",
    "ABOUT": "(?: (?P<roughly>around|about|circa|c.|ca.|approximately) | (?P<edge>EDGE) )?",
    "BEFORE": "(?:bc|b.c.|bce|b.c.e.)",
    "FISCAL": "(?:fiscal|financial)",
    "SPAN": "(?:-|to|,|and|or|through|until)",
    "SHIFT": "(?: (?:the|this)? (?P<last>{last}) | (?:the|this)? (?P<next>{next}) | (?P<this>this) )",
    "WEEKDAY": "(?:{weekday}|{short_weekday} {stop}?)",
}
"""Patterns that rules use by name."""
_COMMON_CLASSES = _WORDS["common_classes"]


@dataclass(frozen=True, slots=True)
class Alphabet:
    """One letter for each set of word classes.

    ``literals`` are the words that patterns name themselves, such as "ago". ``letters`` has the letter of each set.
    """

    literals: frozenset[str]
    letters: Mapping[frozenset[str], str]

    @classmethod
    def of(cls, patterns: Iterable[str]) -> "Alphabet":
        """The alphabet for these patterns."""
        literals = frozenset(
            found["word"] for text in _expanded(patterns) for found in _PIECE.finditer(text) if found["word"]
        )
        known = {_classes(word, literals) for word in (*literals, *(w for words in CLASSES.values() for w in words))}
        sets = sorted(map(sorted, known | SHAPES))
        return cls(literals, {frozenset(names): chr(_FIRST_LETTER + n) for n, names in enumerate(sets)})

    def letter(self, word: str) -> str:
        """The letter of a word in lower case; OTHER for one that no pattern names."""
        return self.letters.get(_classes(word, self.literals), OTHER)

    def time_letters(self) -> str:
        """A character set of the letters that speak of time: all but those with common classes only, such as "the"."""
        return "[{}]".format("".join(letter for names, letter in self.letters.items() if names - _COMMON_CLASSES))

    def compile(self, pattern: str) -> re.Pattern[str]:
        """The pattern as a regular expression over letters. Raises KeyError for an unknown name."""
        return re.compile("".join(self._piece(found) for found in _PIECE.finditer(pattern)))

    def _piece(self, found: re.Match[str]) -> str:
        """One piece of a pattern in letters: for a word or a class, a character set of all letters that hold it."""
        if found["part"]:
            return "".join(self._piece(inner) for inner in _PIECE.finditer(NAMED_PATTERNS[found["part"]]))
        name = found["name"] or (found["word"] and f"={found['word']}")
        if name:
            return "[{}]".format("".join(letter for names, letter in self.letters.items() if name in names))
        return found[0].strip()


def _expanded(patterns: Iterable[str]) -> Iterable[str]:
    """The patterns, and those that they can use by name."""
    yield from patterns
    yield from NAMED_PATTERNS.values()


def _classes(word: str, literals: frozenset[str]) -> frozenset[str]:
    """The classes of a word. A literal has a class of its own, whose name is the word with ``=`` before it."""
    names = {name for name, words in CLASSES.items() if word in words}
    if any(character.isdigit() for character in word) or "½" in word:
        names |= shape(word)
    return frozenset(names | {f"={word}"}) if word in literals else frozenset(names)


@dataclass(frozen=True, slots=True)
class RuleMatch:
    """Where a rule matched, with the words and token indices of all letters of the text.

    A group is one that the pattern of the rule names: "month", "year", "count".
    """

    match: re.Match[str]
    words: tuple[str, ...]
    tokens: tuple[int, ...]

    def token(self, group: str) -> int:
        """The index of the first token of the group."""
        return self.tokens[self.match.start(group)]

    def has(self, group: str) -> bool:
        """Whether the pattern has the group and the group matched."""
        return group in self.match.re.groupindex and self.match[group] is not None

    def words_of(self, group: str) -> list[str]:
        """The words of the group; none where it did not match."""
        start, end = self.match.span(group) if self.has(group) else (0, 0)
        return list(self.words[start:end])

    @property
    def step(self) -> int:
        """1 if the group "next" matched, -1 if the group "last" did, else 0."""
        return 1 if self.has("next") else -1 if self.has("last") else 0

    def text(self, group: str) -> str:
        """The words of the group with a blank between them; empty where it did not match."""
        return " ".join(self.words_of(group))
