"""The longest reading at each place of a text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dossier.annotate.timex.anchor_context import Context
from dossier.annotate.timex.grammar import Alphabet, Found
from dossier.annotate.timex.lexer import Letters
from dossier.annotate.timex.rule import Rule
from dossier.annotate.timex.time_reading import Reading


@dataclass(frozen=True, slots=True)
class Hit:
    """Letters ``start`` to ``end`` (half-open), what they mean, and the rule that read them."""

    start: int
    end: int
    reading: Reading
    rule: Rule


_REACH = 8


class Grammar:
    """The rules, compiled."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self.alphabet = Alphabet.of(rule.pattern for rule in rules)
        self._rules = [(rule, self.alphabet.compile(rule.pattern)) for rule in rules]
        self._any = self._filter()

    def _filter(self) -> re.Pattern[str]:
        """One expression for all rules: it skips, in one call, the places where none can match."""
        unnamed = [re.sub(r"\(\?P<\w+>", "(?:", pattern.pattern) for _, pattern in self._rules]
        behind = [pattern for pattern in unnamed if pattern.startswith("(?<=")]
        ahead = "|".join(pattern for pattern in unnamed if pattern not in behind)
        near = f"(?=[^.]{{0,{_REACH}}}{self.alphabet.telling()})"
        return re.compile("|".join((f"{near}(?:{ahead})", *behind)))

    def hits(self, letters: Letters, context: Context) -> Iterator[Hit]:
        """What can be read, in text order; hits never overlap. ``context`` is told the place before each."""
        position = 0
        while place := self._any.search(letters.letters, position):
            hit, position = self._longest(letters, place.start(), context)
            if hit:
                yield hit

    def _longest(self, letters: Letters, start: int, context: Context) -> tuple[Hit | None, int]:
        """The longest reading there, and where to go on; words of a date that does not exist are no other date."""
        matches = [
            (-match.end(), order, match)
            for order, (_, pattern) in enumerate(self._rules)
            if (match := pattern.match(letters.letters, start)) and match.end() > start
        ]
        for _, order, match in sorted(matches, key=lambda found: found[:2]):
            rule, end = self._rules[order][0], match.end()
            context.position, context.end = letters.tokens[start], letters.tokens[end - 1] + 1
            try:
                reading = rule.read(Found(match, letters.words, letters.tokens), context)
            except (ValueError, OverflowError):
                return None, end
            if reading:
                return Hit(start, end, reading, rule), end
        return None, start + 1
