"""Years to which the number of a footnote is glued: "in June 20193"."""

from datetime import date

from dossier.annotate.timex.context.anchor_context import AnchorContext
from dossier.annotate.timex.rules.rule import Rule
from dossier.annotate.timex.values.time_reading import TimeReading, explicit
from dossier.annotate.timex.values.units import Slot, Unit
from dossier.annotate.timex.words.counts import digits
from dossier.annotate.timex.words.grammar import RuleMatch
from dossier.annotate.timex.words.lexicon import MONTHS
from dossier.annotate.timex.words.rule_names import RuleName
from dossier.model import Qualifier


def _dated(found: RuleMatch, context: AnchorContext) -> TimeReading | None:
    """5 June 20193; June 20193: of 2019, uncertain."""
    unit = Unit.DAY if found.has("day") else Unit.MONTH
    day = digits(found.text("day")) if found.has("day") else 1
    return explicit(Slot(unit, date(_year(found), MONTHS[found.text("month")], day)), "", Qualifier.UNCERTAIN)


def _bare(found: RuleMatch, context: AnchorContext) -> TimeReading | None:
    """In 20193. None where the number counts or identifies what follows, or the year is still to come."""
    token = context.doc[found.token("glued")]
    is_known = context.published is None or _year(found) <= context.published.year
    if token.dep_ != "pobj" or not is_known:
        return None
    return explicit(Slot(Unit.YEAR, date(_year(found), 1, 1)), "", Qualifier.UNCERTAIN)


def _year(found: RuleMatch) -> int:
    return int(found.text("glued")[:4])


_GLUED = "(?P<glued>{glued_year})"
RULES = (
    Rule(RuleName.FULL_DATE, f"(?:WEEKDAY ,?)? the? DAY of? MONTH ,? {_GLUED}", _dated),
    Rule(RuleName.FULL_DATE, f"(?:WEEKDAY ,?)? MONTH the? DAY ,? {_GLUED}", _dated),
    Rule(RuleName.MONTH_YEAR, f"ABOUT MONTH ,? of? {_GLUED}", _dated),
    Rule(RuleName.YEAR, f"(?<=(?:in|since)) {_GLUED}", _bare),
)
