"""A rule of the grammar of times: a pattern, and the function that reads what it matched."""

from collections.abc import Callable
from dataclasses import dataclass

from dossier.annotate.timex.context.anchor_context import AnchorContext
from dossier.annotate.timex.values.time_reading import TimeReading
from dossier.annotate.timex.values.units import Slot, Unit
from dossier.annotate.timex.words.grammar import RuleMatch
from dossier.annotate.timex.words.rule_names import RuleName
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


def approximation(found: RuleMatch, slot: Slot | None = None) -> Qualifier:
    """APPROXIMATE where the words say "early", "around" and the like, else NONE.

    What is early on a day is of that day: "early yesterday" names the ``slot`` of a day exactly.
    """
    is_within_day = slot is not None and slot.unit is Unit.DAY
    is_about = found.has("roughly") or (found.has("edge") and not is_within_day)
    return Qualifier.APPROXIMATE if is_about else Qualifier.NONE
