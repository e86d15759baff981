"""When an event was reported, and what follows for its date: by the report it had happened, on the likeliest day."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import timedelta

from dossier.model import OTHER_TYPE, Basis, Dating, LikelyDay, Reported, Tense, When
from dossier.resolve.events.mentions.resolved_mention import ResolvedMention

_SHORTLY_BEFORE = timedelta(days=31)
"""Up to how long before a report the day lies after which something happened that is given as a span. Set by hand."""
PUBLISHED = "published"
"""What a date rests on that rests on the publication."""


def reported(mentions: Iterable[ResolvedMention]) -> Reported | None:
    """The first and the last publication of the articles, copies too; None where no article has a date."""
    return Reported.of(mention.publication for mention in mentions)


def bounded_by_report(dating: Dating, mentions: Sequence[ResolvedMention]) -> Dating:
    """The date of an event that no text dates: on or before the first report that tells it as happened.

    The first of the ``mentions`` is the one that is shown. Another date stays, and so does a bound that is as tight; so
    does the date of what is no certain, positive and actual happening or goes on, and of what no dated article tells.
    What a text puts after a day shortly before that report lies between the two.
    """
    is_open = dating.when is None or (dating.basis is Basis.INFERRED and dating.when.first is None)
    if not (is_open or _is_after_a_day(dating, mentions[0])) or not _has_happened(mentions[0]):
        return dating
    days = [mention.publication.last for mention in mentions if mention.publication and _has_happened(mention)]
    last = min((day for day in days if day), key=lambda day: (day.end, day.edtf), default=None)
    if last is None or (dating.when and dating.when.end and dating.when.end <= last.end):
        return dating
    if dating.when is not None and dating.when.start is not None:
        is_shortly_before = timedelta(0) < last.end - dating.when.start <= _SHORTLY_BEFORE
        return replace(dating, when=When(dating.when.first, last)) if is_shortly_before else dating
    return Dating(When.until(last), Basis.INFERRED, PUBLISHED)


def _is_after_a_day(dating: Dating, shown: ResolvedMention) -> bool:
    """Whether only the beginning of a date is known, of what a simple past tells: "agreed after a call on Monday"."""
    is_open = dating.when is not None and dating.when.first is not None and dating.when.last is None
    return is_open and shown.evidence.tense is Tense.PAST


def _has_happened(shown: ResolvedMention) -> bool:
    """Whether a mention tells of what has happened, or has at least begun, once it is printed.

    In the present tense only what somebody says has ("warns"), what is going on ("is drawing up a plan"), and what a
    headline tells; else it is a state or a habit ("makes vaccines", "is charged with deciding"). A participle of no
    listed type tells of a state as often.
    """
    evidence = shown.evidence
    if not evidence.factuality.is_fact or evidence.tense is Tense.OPEN or shown.is_in_a_name:
        return False
    if evidence.tense is Tense.PRESENT:
        is_progressive = evidence.trigger.exact.casefold().split()[0].endswith("ing")
        return shown.is_headline or shown.type.reporting or is_progressive
    return evidence.tense is not Tense.BARE or shown.type.name != OTHER_TYPE


def likely_day(mentions: Sequence[ResolvedMention], when: When | None) -> LikelyDay | None:
    """The likeliest day of the mentions in the articles of the day of the first report.

    An event lies before its first report, and later articles look back on it. ``when`` is its date: None where that is
    a day, and no day that it excludes.
    """
    first = reported(mentions)
    fitting = (
        mention.likely
        for mention in sorted(mentions, key=lambda mention: mention.rank)
        if first and mention.publication and mention.publication.latest == first.first.latest
        if mention.likely and mention.likely.refines(when)
    )
    return max(fitting, key=lambda likely: (likely.chance_within_a_day, likely.chance), default=None)
