"""Whether a line names several days, so that a reader must be told of which word the date beside it is."""

import re

from dossier.text.calendar_words import month_name

_MONTH = "|".join(f"{month_name(number)}|{month_name(number)[:3]}" for number in range(1, 13))
_DAY = re.compile(rf"\b(?:(?P<day>\d{{1,2}}) (?P<month>{_MONTH})|(?P<month2>{_MONTH})\.? (?P<day2>\d{{1,2}}))\b")


def names_several_days(line: str) -> bool:
    """Whether the line names more than one day of the calendar.

    >>> names_several_days("The ship that was stopped on March 2 has been in port since March 9.")
    True
    >>> names_several_days("Brandt left on March 18, a Thursday [18 March 2021].")
    False
    """
    found = _DAY.finditer(line)
    return len({(one["day"] or one["day2"], (one["month"] or one["month2"])[:3]) for one in found}) > 1
