"""What two mentions are as reports: of one article or two, dated or not, and of speech or of deeds."""

import re

from dossier.resolve.events import event_weights as weights
from dossier.resolve.events.features.mention_features import MentionFeatures
from dossier.resolve.events.mentions.content_words import PERFORMATIVE_STEMS

_THAT = re.compile(r"\s+that\s")


def are_in_one_article(one: MentionFeatures, other: MentionFeatures) -> bool:
    """Whether one article tells both."""
    return one.mention.evidence.article == other.mention.evidence.article


def only_says(features: MentionFeatures) -> bool:
    """Whether it is a word of saying by which nothing is done: "said", not "declared"."""
    return features.mention.type.reporting and features.stem not in PERFORMATIVE_STEMS


def only_states(features: MentionFeatures) -> bool:
    """Whether it only says, or has a statement for its object: "charged that"; not "declared that"."""
    return is_saying(features) and features.stem not in PERFORMATIVE_STEMS


def is_saying(features: MentionFeatures) -> bool:
    """Whether it is a word of saying, or a verb of which a statement is the object: "charged that"."""
    evidence = features.mention.evidence
    behind = evidence.trigger.span.end - evidence.quote.span.start
    has_statement = evidence.tense is not None and bool(_THAT.match(evidence.quote.exact, behind))
    return features.mention.type.reporting or has_statement


def are_both_dated(one: MentionFeatures, other: MentionFeatures) -> bool:
    """Whether both articles say when they were published."""
    return one.published is not None and other.published is not None


def are_reported_apart(one: MentionFeatures, other: MentionFeatures, days: int = weights.LONG_APART) -> bool:
    """Whether two articles were published more days from each other, so that both may tell of what recurs."""
    if one.published is None or other.published is None:
        return False
    return abs(one.published - other.published) > days


def tell_one_matter_undated(one: MentionFeatures, other: MentionFeatures) -> bool:
    """Whether two reports are of one close affair, and one of them does not say when it was published.

    Without a day, reports of a running story may be weeks apart, and are compared like any others.
    """
    return not are_both_dated(one, other) and one.affair == other.affair and one.is_of_close_affair
