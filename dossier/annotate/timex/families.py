"""All families of rules, in the order in which the first of equally long matches wins."""

from dossier.annotate.timex import clock, dates, durations, named, quarters, references, sets, shifts, weekdays

FAMILIES = (
    *quarters.RULES,
    *dates.RULES,
    *clock.RULES,
    *weekdays.RULES,
    *named.RULES,
    *sets.RULES,
    *shifts.RULES,
    *durations.RULES,
    *references.RULES,
)
