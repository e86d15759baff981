"""What two mentions are as reports: of one article or two, dated or not, and of speech or of deeds."""

from dossier.resolve.events.content_words import PERFORMATIVE_STEMS
from dossier.resolve.events.mention_features import MentionFeatures


def are_in_one_article(one: MentionFeatures, other: MentionFeatures) -> bool:
    """Whether one article tells both."""
    return one.mention.evidence.article == other.mention.evidence.article


def only_says(features: MentionFeatures) -> bool:
    """Whether it is a word of saying by which nothing is done: "said", not "declared"."""
    return features.mention.type.reporting and features.stem not in PERFORMATIVE_STEMS


def is_a_report_undated(one: MentionFeatures, other: MentionFeatures) -> bool:
    """Whether one of the articles does not say when it was published."""
    return one.published is None or other.published is None
