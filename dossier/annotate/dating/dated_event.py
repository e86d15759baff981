"""An event with its date."""

from dataclasses import dataclass

from dossier.model import Dating, DatingRule, LikelyDay


@dataclass(frozen=True, slots=True)
class DatedEvent:
    """The date of an event, the rule that found it, the time that its own words give, and its most likely day.

    ``time`` is the index of that time, also where it gives no date and the event has a bound or none ("recently").
    ``likely`` is None where the date is a day, or the article's is not known.
    """

    dating: Dating
    time: int | None
    rule: DatingRule | None
    likely: LikelyDay | None = None
