"""The longest reading at each place of a text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dossier.annotate.timex.context import Context, Reading
from dossier.annotate.timex.grammar import Alphabet, Found
from dossier.annotate.timex.lexer import Letters
from dossier.annotate.timex.rule import Rule


@dataclass(frozen=True, slots=True)
class Hit:
    """Letters ``start`` to ``end`` (half-open), and the name of the rule that read them."""

    start: int
    end: int
    rule: str


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

    def readings(self, letters: Letters, context: Context) -> Iterator[tuple[Hit, Reading]]:
        """What can be read, in text order; readings never overlap. ``context`` is told the place before each."""
        place = self._any.search(letters.letters)
        while place:
            found = self._longest(letters, place.start(), context)
            if found:
                yield found
            place = self._any.search(letters.letters, found[0].end if found else place.start() + 1)

    def _longest(self, letters: Letters, position: int, context: Context) -> tuple[Hit, Reading] | None:
        matches = [
            (-match.end(), order, match)
            for order, (_, pattern) in enumerate(self._rules)
            if (match := pattern.match(letters.letters, position)) and match.end() > position
        ]
        for end, order, match in sorted(matches, key=lambda found: found[:2]):
            context.position, context.end = letters.tokens[position], letters.tokens[-end - 1] + 1
            rule = self._rules[order][0]
            try:
                reading = rule.read(Found(match, letters.words, letters.tokens), context)
            except (ValueError, OverflowError):
                continue  # a date that the calendar does not have
            if reading:
                return Hit(position, -end, rule.name), reading
        return None
