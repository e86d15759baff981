"""Whom a short name means across articles: of several bearers the one who stands out by far, else nobody."""

from collections.abc import Iterable, Sequence
from math import log2

from dossier.model import Signal
from dossier.resolve.actors.evidence.actor_comparison import MERGE_BITS, REVIEW_BITS, MergeStage, ScoredPair
from dossier.resolve.actors.evidence.group_fit import group_fit
from dossier.resolve.actors.traits.chain_groups import ChainGroup
from dossier.resolve.clustering import Clusters
from dossier.text.person_names import Fit
from dossier.text.weights import weight_table
from dossier.text.word_lists import word_lists

_WEIGHTS = weight_table("dossier.resolve.actors", "actor_weights.toml")
_SHORTENED_NAME_MARGIN = _WEIGHTS.bits("shortened_name_margin")
_SINGLE_NAME_MARGIN = _WEIGHTS.bits("single_name_margin")
_TITLE_DECIDES_MARGIN = _WEIGHTS.bits("title_decides_margin")
_IN_ONE_TIME = _WEIGHTS.count("deeds_in_one_time_within", "days")
_TIMES_THE_ARTICLES = _WEIGHTS.count("articles_of_who_acts_alone", "times")
_TWO_PEOPLE = (Fit.RELATIVE, Fit.NONE)
_RULERS = word_lists("dossier.resolve.actors", "actor_name_words.toml")["rulers"]


class ShortNames:
    """Chooses among the actors, as clustered so far, to which a short name may belong."""

    def __init__(self, groups: Sequence[ChainGroup], pairs: Iterable[ScoredPair], clusters: Clusters[int]) -> None:
        self._groups = groups
        self._clusters = clusters
        self._weights = {(pair.left, pair.right): pair.weight for pair in pairs}

    def chosen(self, pairs: Sequence[ScoredPair], stage: MergeStage) -> Sequence[ScoredPair]:
        """The pairs to join of one short name; none where it could mean several actors and no title decides.

        A shortened name ("A. Brandt") could mean only those whose evidence is near that of the best. A single name
        ("Brandt") could mean any actor whose name it fits; but one who is in many more articles, or whose articles are
        much more like those of the name, is meant. A name that articles have only for what somebody ruled ("the Brandt
        administration") means nobody who is not told to have ruled.
        """
        if self._is_of_rule(pairs[0].shorter):
            pairs = [pair for pair in pairs if any(group.roles & _RULERS for group in self._bearer(pair))]
        if not pairs:
            return []
        first = max(pairs, key=lambda pair: (self._standing(pair, stage), -pair.left, -pair.right))
        margin = _SINGLE_NAME_MARGIN if stage is MergeStage.SINGLE_NAMES else _SHORTENED_NAME_MARGIN
        floor = self._standing(first, stage) - margin
        rivals = [pair for pair in pairs if self._are_rivals(pair, first)]
        is_sole = all(self._standing(pair, stage) < floor for pair in rivals)
        if not is_sole and not _is_decided_by_title(first, rivals):
            return self._of_first(first, pairs) if self._acts_alone(first, rivals) else []
        least = max(MERGE_BITS, max(pair.weight for pair in pairs) - _SHORTENED_NAME_MARGIN)
        return [pair for pair in pairs if pair.weight >= least and pair not in rivals]

    def _is_of_rule(self, short: int) -> bool:
        return all(profile.is_of_rule for profile in self._groups[short].profiles)

    def _of_first(self, first: ScoredPair, pairs: Iterable[ScoredPair]) -> Sequence[ScoredPair]:
        """The pairs with the actor of the first pair alone."""
        mine = (pair for pair in pairs if self._clusters.are_one(_longer(pair), _longer(first)))
        return [pair for pair in mine if pair.weight >= MERGE_BITS]

    def _acts_alone(self, first: ScoredPair, rivals: Iterable[ScoredPair]) -> bool:
        """Whether of the bearers only the first does something in the time of the short name, which does something too.

        It must share a role with the short name and be in far more articles than each of the others: a president by
        his surname is the one in office, and not the father of whom articles only tell.
        """
        short = self._groups[first.shorter]
        if not short.is_person or short.last_act is None or short.days is None or not _shares_role(first):
            return False
        since = short.days[0] - _IN_ONE_TIME
        mine, others = self._bearer(first), [self._bearer(pair) for pair in rivals]
        is_named_more = _articles(mine) >= _TIMES_THE_ARTICLES * max(map(_articles, others), default=0)
        return is_named_more and _acts_since(since, mine) and not any(_acts_since(since, other) for other in others)

    def _bearer(self, pair: ScoredPair) -> Sequence[ChainGroup]:
        """The groups that are one actor with the longer name of the pair, as clustered so far."""
        return [self._groups[number] for number in self._clusters.of(_longer(pair))]

    def _standing(self, pair: ScoredPair, stage: MergeStage) -> float:
        """The bits of the pair; for a single name with those for its being used of somebody in so many articles."""
        if stage is not MergeStage.SINGLE_NAMES:
            return pair.weight
        return pair.weight + log2(_articles(self._bearer(pair)))

    def _are_rivals(self, pair: ScoredPair, first: ScoredPair) -> bool:
        """Whether the two pairs are with two actors, whose names do not seem to be one person's."""
        one, other = sorted((_longer(pair), _longer(first)))
        if self._clusters.are_one(one, other):
            return False
        left, right = self._groups[one], self._groups[other]
        if left.is_person and right.is_person and group_fit(left, right) in _TWO_PEOPLE:
            return True
        usual = REVIEW_BITS if left.is_person or _are_inflected_alike(left.key, right.key) else 0.0
        return self._weights.get((one, other), usual) < REVIEW_BITS


def _articles(bearer: Iterable[ChainGroup]) -> int:
    return len(frozenset[str]().union(*(group.articles for group in bearer)))


def _acts_since(day: int, bearer: Iterable[ChainGroup]) -> bool:
    """Whether a deed of the actor is dated then or later."""
    return any(group.last_act is not None and group.last_act.day >= day for group in bearer)


def _are_inflected_alike(left: str, right: str) -> bool:
    """Whether the names of two bodies differ only in endings, perhaps by a slip: "National", "Nationally"."""
    words, others = left.split(), right.split()
    alike = (one.startswith(other) or other.startswith(one) for one, other in zip(words, others, strict=False))
    return len(words) == len(others) and all(alike)


def _is_decided_by_title(first: ScoredPair, rivals: Iterable[ScoredPair]) -> bool:
    """Whether the first pair is the best by far, and it alone shares a role with the short name.

    "Minister Haddoun" is such a name where of two people called Haddoun only one is described as a minister.
    """
    is_best_by_far = first.weight >= max(pair.weight for pair in rivals) + _TITLE_DECIDES_MARGIN
    return is_best_by_far and _shares_role(first) and not any(map(_shares_role, rivals))


def _shares_role(pair: ScoredPair) -> bool:
    return any(reason.signal is Signal.TITLE and reason.weight > 0 for reason in pair.reasons)


def _longer(pair: ScoredPair) -> int:
    """The number of the group with the longer name."""
    return pair.right if pair.shorter == pair.left else pair.left
