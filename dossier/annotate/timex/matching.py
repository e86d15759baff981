"""Match the rules with a text: the longest reading at each place wins."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from dossier.annotate.timex.anchor_context import AnchorContext
from dossier.annotate.timex.grammar import Alphabet, RuleMatch
from dossier.annotate.timex.lexer import Letters
from dossier.annotate.timex.rule import Rule
from dossier.annotate.timex.time_reading import TimeReading


@dataclass(frozen=True, slots=True)
class Hit:
    """Letters ``start`` to ``end`` (half-open), their reading, and the rule that read them."""

    start: int
    end: int
    reading: TimeReading
    rule: Rule


_MAX_COMMON_WORDS = 8
"""Common words ("the", "of", "at least") with which a time may begin before a word of time. Set by hand."""


class RuleMatcher:
    """Finds times with compiled rules."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self.alphabet = Alphabet.of(rule.pattern for rule in rules)
        self._rules = [(rule, self.alphabet.compile(rule.pattern)) for rule in rules]
        self._any_rule = self._filter()

    def _filter(self) -> re.Pattern[str]:
        """One expression for all rules, which skips in one call the places where none can match."""
        unnamed = [re.sub(r"\(\?P<\w+>", "(?:", pattern.pattern) for _, pattern in self._rules]
        behind = [pattern for pattern in unnamed if pattern.startswith("(?<=")]
        ahead = "|".join(pattern for pattern in unnamed if pattern not in behind)
        near = f"(?=[^.]{{0,{_MAX_COMMON_WORDS}}}{self.alphabet.time_letters()})"
        return re.compile("|".join((f"{near}(?:{ahead})", *behind)))

    def hits(self, letters: Letters, context: AnchorContext, move_to: Callable[[int], None]) -> Iterator[Hit]:
        """The times of a text, in text order; hits never overlap.

        ``context.start`` and ``context.end`` are set before each reading; ``move_to`` is called with each token at
        which one may begin.
        """
        position = 0
        while place := self._any_rule.search(letters.letters, position):
            move_to(letters.tokens[place.start()])
            hit, position = self._longest(letters, place.start(), context)
            if hit:
                yield hit

    def _longest(self, letters: Letters, start: int, context: AnchorContext) -> tuple[Hit | None, int]:
        """The longest reading at the letter ``start``, and the letter where the search continues.

        A reading that raises ValueError or OverflowError is a date that does not exist: no part of it is another date.
        """
        matches = [
            (-match.end(), order, match)
            for order, (_, pattern) in enumerate(self._rules)
            if (match := pattern.match(letters.letters, start)) and match.end() > start
        ]
        for _, order, match in sorted(matches, key=lambda found: found[:2]):
            rule, end = self._rules[order][0], match.end()
            context.start, context.end = letters.tokens[start], letters.tokens[end - 1] + 1
            try:
                reading = rule.read(RuleMatch(match, letters.words, letters.tokens), context)
            except (ValueError, OverflowError):
                return None, end
            if reading:
                return Hit(start, end, reading, rule), end
        return None, start + 1
