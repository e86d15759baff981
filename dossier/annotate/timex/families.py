"""The rules of all families. Of matches that are equally long, that of the rule listed first wins."""

from dossier.annotate.timex.calendar import (
    clock_times,
    footnoted_years,
    month_days,
    months,
    named_days,
    nth_days,
    numeric_dates,
    other_calendars,
    quarters,
    years,
)
from dossier.annotate.timex.relative import (
    durations,
    references,
    sets,
    shifts,
    weekday_offsets,
    weekdays,
    weeks_of_days,
)

ALL_RULES = (
    *named_days.RULES,
    *nth_days.RULES,
    *weekday_offsets.RULES,
    *weeks_of_days.RULES,
    *quarters.RULES,
    *other_calendars.RULES,
    *month_days.RULES,
    *numeric_dates.RULES,
    *footnoted_years.RULES,
    *months.RULES,
    *years.RULES,
    *clock_times.RULES,
    *weekdays.RULES,
    *sets.RULES,
    *shifts.RULES,
    *references.RULES,
    *durations.RULES,
)
