"""Match the rules with a text: the longest reading at each place wins."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from dossier.annotate.timex.context.anchor_context import AnchorContext
from dossier.annotate.timex.rules.first_letters import first_letters
from dossier.annotate.timex.rules.rule import Rule
from dossier.annotate.timex.values.time_reading import TimeReading
from dossier.annotate.timex.words.grammar import Alphabet, RuleMatch
from dossier.annotate.timex.words.lexer import Letters


@dataclass(frozen=True, slots=True)
class Hit:
    """Letters ``start`` to ``end`` (half-open), their reading, and the rule that read them."""

    start: int
    end: int
    reading: TimeReading
    rule: Rule


_MAX_COMMON_WORDS = 8
"""Common words ("the", "of", "at least") with which a time may begin before a word of time. Set by hand."""


_LOOK_BACK = "(?<="
_Match = tuple[Rule, re.Match[str]]


class RuleMatcher:
    """Finds times with compiled rules."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self.alphabet = Alphabet.of(rule.pattern for rule in rules)
        compiled = [(rule, self.alphabet.compile(rule.pattern)) for rule in rules]
        self._rules_by_letter: defaultdict[str, list[tuple[Rule, re.Pattern[str]]]] = defaultdict(list)
        for rule, pattern in compiled:
            for letter in first_letters(pattern.pattern):
                self._rules_by_letter[letter].append((rule, pattern))
        self._start = self._starts([pattern.pattern for _, pattern in compiled])

    def _starts(self, patterns: Sequence[str]) -> re.Pattern[str]:
        """The places where a time may begin: near a word of time, or right behind what a rule looks back at."""
        behind = [re.sub(r"\(\?P<\w+>", "(?:", pattern) for pattern in patterns if pattern.startswith(_LOOK_BACK)]
        first = _letter_set(self._rules_by_letter)
        first_behind = _letter_set(frozenset().union(*map(first_letters, behind)))
        near = f"[^.]{{0,{_MAX_COMMON_WORDS}}}{self.alphabet.time_letters()}"
        return re.compile(f"(?={first})(?:(?={near})|(?={first_behind})(?:{'|'.join(behind)}))")

    def hits(self, letters: Letters, context: AnchorContext, move_to: Callable[[int], None]) -> Iterator[Hit]:
        """The times of a text, in text order; hits never overlap.

        ``context.start`` and ``context.end`` are set before each reading; ``move_to`` is called with each token at
        which a rule matches.
        """
        position = 0
        while place := self._start.search(letters.letters, position):
            hit, position = None, place.start() + 1
            if matches := self._matches(letters.letters, place.start()):
                move_to(letters.tokens[place.start()])
                hit, position = _longest(matches, letters, context)
            if hit:
                yield hit

    def _matches(self, letters: str, start: int) -> list[_Match]:
        """The rules that match at the letter ``start``, in order."""
        rules = self._rules_by_letter[letters[start]]
        return [(rule, match) for rule, pattern in rules if (match := pattern.match(letters, start))]


def _letter_set(letters: Iterable[str]) -> str:
    return f"[{''.join(sorted(letters))}]"


def _longest(matches: list[_Match], letters: Letters, context: AnchorContext) -> tuple[Hit | None, int]:
    """The longest reading of those that match at one letter, and the letter where the search continues.

    Of equally long ones the first counts. A reading that raises ValueError or OverflowError is a date that does not
    exist: no part of it is another date.
    """
    start = matches[0][1].start()
    for rule, match in sorted(matches, key=_end, reverse=True):
        end = match.end()
        context.start, context.end = letters.tokens[start], letters.tokens[end - 1] + 1
        try:
            reading = rule.read(RuleMatch(match, letters.words, letters.tokens), context)
        except (ValueError, OverflowError):
            return None, end
        if reading:
            return Hit(start, end, reading, rule), end
    return None, start + 1


def _end(found: _Match) -> int:
    return found[1].end()
