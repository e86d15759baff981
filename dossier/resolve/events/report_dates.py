"""When an event was reported, and the day on which it most likely happened: from the articles of its mentions."""

from collections.abc import Iterable, Sequence

from dossier.model import LikelyDay, Reported, When
from dossier.resolve.events.resolved_mention import ResolvedMention


def reported(mentions: Iterable[ResolvedMention]) -> Reported | None:
    """The first and the last publication of the articles, copies too; None where no article has a date."""
    return Reported.of(mention.publication for mention in mentions)


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
