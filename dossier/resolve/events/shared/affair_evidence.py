"""Evidence that two articles of one affair tell of one event.

Inside an affair, that two mentions share actors, places and words says little, since most of its mentions do; that
they share a trigger says much. How much each says is learned (``affair_weights.toml``).
"""

from collections.abc import Iterator, Mapping

from dossier.model import Realis, Role, Signal
from dossier.resolve.events.features.generality import is_kind
from dossier.resolve.events.features.mention_features import MentionFeatures
from dossier.resolve.events.shared.reports import are_both_dated, are_in_one_article, only_says
from dossier.resolve.events.shared.shared_roles import shared_in_role
from dossier.resolve.events.shared.trigger_relation import trigger_relation
from dossier.text.weights import weight_table

_BITS = weight_table("dossier.resolve.events.shared", "affair_weights.toml")
SHARE_IN_AFFAIR = _BITS.share("share_in_affair")
"""How much all other evidence counts inside an affair."""
_EXCLUSIVE = frozenset((Realis.ACTUAL, Realis.FORECAST))
_SIGNALS = {"similar_sentences": Signal.WORDING, "same_patient": Signal.PARTICIPANTS}
_TEXT = {
    "told_by_share": "told by many articles of the affair",
    "told_again": "each article tells it several times",
    "other_realis": "a fact in one, general or possible in the other",
    "same_patient": "it happens to the same",
    "of_a_kind": "it may be any of its kind",
    "similar_sentences": "the sentences share words, of one affair",
}


def are_in_one_affair(one: MentionFeatures, other: MentionFeatures) -> bool:
    """Whether two articles tell of one affair, and neither has a date, or one and both name who does or undergoes it.

    Day by day reports of one market repeat their words of other events, which the weights were not learned on. So do
    those of a running story, which are left out.
    Words that only say are left out, not those by which something is done ("announced"): what many say of an affair is
    many sayings.
    """
    if one.affair != other.affair or not one.is_of_close_affair or are_both_dated(one, other):
        return False
    if are_in_one_article(one, other) or only_says(one) or only_says(other):
        return False
    are_undated = one.published is None and other.published is None
    return are_undated or any(shared_in_role(one, other, role) for role in (Role.AGENT, Role.PATIENT))


def can_share_realis(one: MentionFeatures, other: MentionFeatures) -> bool:
    """Whether the two can be one event by the sense in which they are told: what was to come is not what came."""
    return one.realis == other.realis or {one.realis, other.realis} != _EXCLUSIVE


def affair_signals(one: MentionFeatures, other: MentionFeatures, similarity: float) -> Mapping[str, float]:
    """What speaks for or against one event inside an affair, each from 0 to about 1, by the name of its weight.

    ``similarity`` is that of the sentences. The triggers must be related.
    """
    relation = trigger_relation(one, other)
    signals = {
        "similar_sentences": similarity,
        "other_realis": float(one.realis != other.realis),
        "same_patient": shared_in_role(one, other, Role.PATIENT),
        "of_a_kind": float(sum(is_kind(it.mention) for it in (one, other))),
    }
    if relation:
        signals[relation.value] = 1.0
    if one.stem == other.stem:
        signals |= {"told_by_share": one.told_by_share, "told_again": one.told_again}
    return signals


def affair_findings(
    one: MentionFeatures, other: MentionFeatures, similarity: float
) -> Iterator[tuple[Signal, float, str]]:
    """The signals as findings: their bits, and words for the analyst."""
    yield Signal.AFFAIR, _BITS.bits("one_affair"), "both articles tell of one affair"
    for name, value in affair_signals(one, other, similarity).items():
        if value:
            yield _SIGNALS.get(name, Signal.TRIGGER), value * _BITS.bits(name), _TEXT.get(name) or _related(one, other)


def _related(one: MentionFeatures, other: MentionFeatures) -> str:
    left, right = (it.mention.evidence.trigger.exact for it in (one, other))
    return f"both: {left}" if one.stem == other.stem else f"“{left}” and “{right}”"
