"""Whether two mentions have one date, as the text gives it."""

from dossier.resolve.events import event_weights as weights
from dossier.resolve.events.features.mention_features import MentionFeatures


def have_one_day(one: MentionFeatures, other: MentionFeatures) -> bool:
    """Whether both dates are one day that the text gives."""
    if one.time is None or other.time is None or one.time.gap(other.time) >= 0:
        return False
    return max(it.length + it.slack for it in (one.time, other.time)) <= 1


def have_near_dates(one: MentionFeatures, other: MentionFeatures) -> bool:
    """Whether both have dates of a few days that overlap: "left on Saturday", "left last weekend"."""
    if one.time is None or other.time is None or one.time.gap(other.time) >= 0:
        return False
    return max(it.length + it.slack for it in (one.time, other.time)) <= weights.DATES_APART


def have_one_date(one: MentionFeatures, other: MentionFeatures) -> bool:
    """Whether one date is a day that the text gives and lies within the other, which is about a month at most."""
    if one.time is None or other.time is None or one.time.gap(other.time) >= 0:
        return False
    short, long = sorted(it.length + it.slack for it in (one.time, other.time))
    return short <= 1 and long <= weights.ABOUT_A_MONTH
