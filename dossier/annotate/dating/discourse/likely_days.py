"""The most likely day of an event, and how likely it is: a conditional logit over the days it may have happened on.

Each option has a score, the sum of the weights of its signals; its chance is the softmax of the scores (McFadden 1974,
"Conditional logit analysis of qualitative choice behavior").
"""

from collections.abc import Mapping, Sequence
from math import exp, fsum

from dossier.annotate.dating.discourse.day_options import DayOption
from dossier.model import LikelyDay
from dossier.text.weights import weight_table

_TABLE = weight_table("dossier.annotate.dating", "likely_day_weights.toml")
_LIMITS = frozenset(("least_of_scene", "most_of_background", "most_where_not_plain"))
"""Rows of the table that are no weights."""
_WEIGHTS = {name: _TABLE.value(name, "log odds") for name in sorted(_TABLE.names - _LIMITS)}
_MOST_OF_BACKGROUND = _TABLE.value("most_of_background", "chance")
_MOST_WHERE_NOT_PLAIN = _TABLE.value("most_where_not_plain", "chance")
_DIGITS = 2
"""Behind the point of a chance: more would say more than was measured."""


def day_chances(options: Sequence[DayOption], weights: Mapping[str, float] = _WEIGHTS) -> list[float]:
    """The chance of each option; a signal without a weight says nothing."""
    scores = [fsum(weights.get(name, 0.0) for name in option.signals) for option in options]
    top = max(scores)
    shares = [exp(score - top) for score in scores]
    total = fsum(shares)
    return [share / total for share in shares]


def likely_day(options: Sequence[DayOption], chances: Sequence[float]) -> LikelyDay | None:
    """The day with the best of the ``chances``; None where no option is a day.

    What no plain statement tells has no chance above a limit: higher ones did not come true more often. Nor has the day
    of a report that names neither that day nor the eve; and what is told as background has a lower one.
    """
    days = {option.day: chance for option, chance in zip(options, chances, strict=True) if option.day is not None}
    if not days:
        return None
    best = max(days, key=lambda day: (days[day], day))
    near = fsum(chance for day, chance in days.items() if abs((day - best).days) <= 1)
    most = min(_most(option) for option in options if option.day == best)
    return LikelyDay(best, round(min(days[best], most), _DIGITS), round(min(near, most), _DIGITS))


def _most(option: DayOption) -> float:
    """The limit of the chance of a day."""
    if option.is_background:
        return _MOST_OF_BACKGROUND
    return 1.0 if option.is_plain and option.is_named else _MOST_WHERE_NOT_PLAIN
