"""All families of rules, in the order in which the first of equally long matches wins."""

from dossier.annotate.timex import (
    clock,
    dates,
    durations,
    months,
    named,
    numeric,
    quarters,
    references,
    sets,
    shifts,
    weekdays,
    years,
)

FAMILIES = (
    *named.RULES,
    *quarters.RULES,
    *dates.RULES,
    *numeric.RULES,
    *months.RULES,
    *years.RULES,
    *clock.RULES,
    *weekdays.RULES,
    *sets.RULES,
    *shifts.RULES,
    *durations.RULES,
    *references.RULES,
)
