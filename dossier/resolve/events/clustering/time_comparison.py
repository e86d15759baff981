"""Evidence from the dates of two mentions for and against their being one event."""

from collections.abc import Iterator

from dossier.model import Basis, Signal
from dossier.resolve.events import event_weights as weights
from dossier.resolve.events.apart.coreference_filter import shared_defining_actors
from dossier.resolve.events.features.event_time import Time
from dossier.resolve.events.features.mention_features import MentionFeatures
from dossier.resolve.events.mentions.resolved_mention import ResolvedMention

_BITS_BY_LENGTH = ((1, weights.SAME_DAY), (3, weights.SAME_DAYS), (weights.SHORT_DATE, weights.SAME_MONTH))
"""For two dates that overlap: the most days that the longer one may take, and the bits."""
_BITS_BY_DELAY = (
    (2, weights.REPORTED_IN_2_DAYS),
    (7, weights.REPORTED_IN_A_WEEK),
    (31, weights.REPORTED_IN_A_MONTH),
    (120, weights.REPORTED_IN_4_MONTHS),
)
"""For a date and a report, or two reports: the most days that may lie between them, and the bits."""


def time_findings(one: MentionFeatures, other: MentionFeatures) -> Iterator[tuple[Signal, float, str]]:
    """Compare the two dates; else one date and the publication of the other; else the publications of two articles."""
    if one.time and other.time:
        yield Signal.TIME, _date_bits(one, other, one.time, other.time), _dates_in_words(one, other)
    elif one.time or other.time:
        dated, undated = (one, other) if one.time else (other, one)
        if dated.time and undated.published is not None:
            yield _delay(undated.published - dated.time.end, "after the date of the other")
    elif one.published is not None and other.published is not None and _are_in_two_articles(one, other):
        yield _delay(abs(one.published - other.published), "apart")


def _date_bits(one: MentionFeatures, other: MentionFeatures, left: Time, right: Time) -> float:
    """The bits of two dates: the shorter ones that overlap are, the more. Without overlap they mostly speak against."""
    gap = left.gap(right)
    if gap >= 0:
        bits = weights.DATE_OFF_OTHER_ACTORS
        if shared_defining_actors(one, other):
            bits = weights.DATE_OFF_RARE_TYPE if one.mention.type.rare_per_person else weights.DATE_OFF
        return bits + (weights.DATE_OFF_A_DAY if gap >= 1 else 0.0)
    length = max(left.length + left.slack, right.length + right.slack)
    return next((bits for most, bits in _BITS_BY_LENGTH if length <= most), weights.SAME_LONGER_TIME)


def _delay(days: float, what: str) -> tuple[Signal, float, str]:
    """The fewer days, the likelier it is one event: news is soon told."""
    bits = next((bits for most, bits in _BITS_BY_DELAY if days <= most), weights.REPORTED_LATER)
    count = max(0, round(days))
    return Signal.TIME, bits, f"reported {count} {'day' if count == 1 else 'days'} {what}"


def _are_in_two_articles(one: MentionFeatures, other: MentionFeatures) -> bool:
    return one.mention.evidence.article != other.mention.evidence.article


def _dates_in_words(one: MentionFeatures, other: MentionFeatures) -> str:
    left, right = (_edtf(it.mention) for it in (one, other))
    return f"{left} in both" if left == right else f"{left} in one, {right} in the other"


def _edtf(mention: ResolvedMention) -> str:
    """The date that is compared: the one that the text gives, else the likely day, which is about it."""
    dating, likely = mention.evidence.dating, mention.likely
    if dating.when and dating.basis is not Basis.INFERRED:
        return dating.when.edtf
    return f"{likely.day.isoformat()}~" if likely else ""
