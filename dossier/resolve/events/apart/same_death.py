"""Whether two mentions tell of one death: of one person, who dies once, and not of him among others."""

from dossier.resolve.events.features.mention_features import MentionFeatures


def are_one_death(one: MentionFeatures, other: MentionFeatures) -> bool:
    """Whether one person dies in both: that happens once."""
    return one.victim is not None and one.victim == other.victim


def are_death_and_tally(one: MentionFeatures, other: MentionFeatures) -> bool:
    """Whether somebody known dies in one, and the other counts deaths: "since 2019 three have been killed"."""
    return any(left.victim is not None and right.is_tally_of_deaths for left, right in ((one, other), (other, one)))


def are_a_year_off(one: MentionFeatures, other: MentionFeatures) -> bool:
    """Whether both give one day and month for the death of one person: the year of one is a slip of its source."""
    return one.day_of_death is not None and one.day_of_death == other.day_of_death
