"""The rules of all families. Of matches that are equally long, that of the rule listed first wins."""

from dossier.annotate.timex import (
    clock_times,
    durations,
    month_days,
    months,
    named_days,
    nth_days,
    numeric_dates,
    quarters,
    references,
    sets,
    shifts,
    weekday_offsets,
    weekdays,
    weeks_of_days,
    years,
)

ALL_RULES = (
    *named_days.RULES,
    *nth_days.RULES,
    *weekday_offsets.RULES,
    *weeks_of_days.RULES,
    *quarters.RULES,
    *month_days.RULES,
    *numeric_dates.RULES,
    *months.RULES,
    *years.RULES,
    *clock_times.RULES,
    *weekdays.RULES,
    *sets.RULES,
    *shifts.RULES,
    *durations.RULES,
    *references.RULES,
)
