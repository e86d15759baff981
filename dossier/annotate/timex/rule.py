"""A rule of the grammar of times: a pattern, and the function that reads what it matched."""

from collections.abc import Callable
from dataclasses import dataclass

from dossier.annotate.timex.anchor_context import AnchorContext
from dossier.annotate.timex.grammar import RuleMatch
from dossier.annotate.timex.rule_names import RuleName
from dossier.annotate.timex.time_reading import TimeReading
from dossier.model import Qualifier

MatchReader = Callable[[RuleMatch, AnchorContext], TimeReading | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A kind of expression that is read as a time.

    name: shown to the reader.
    pattern: what the words look like, in the language of ``grammar``.
    read: gives the reading; None where the words are no time after all. A ValueError means that there is no such date.
    """

    name: RuleName
    pattern: str
    read: MatchReader


def approximation(found: RuleMatch) -> Qualifier:
    """APPROXIMATE where the words say "early", "around" and the like, else NONE."""
    return Qualifier.APPROXIMATE if found.has("edge") or found.has("roughly") else Qualifier.NONE
