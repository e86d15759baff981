"""Evidence that two mentions which share a distinction are one event.

How much each kind of distinction says is learned (``distinction_weights.toml``).
"""

from collections.abc import Iterable, Iterator, Mapping

from dossier.model import Signal
from dossier.resolve.events.features.mention_features import MentionFeatures
from dossier.resolve.events.shared.distinctions import Distinction
from dossier.resolve.events.shared.sentence_similarity import near_words
from dossier.text.weights import weight_table

_BITS = weight_table("dossier.resolve.events.shared", "distinction_weights.toml")
SHARE_WITH_DISTINCTION = _BITS.share("share_with_distinction")
"""How much all other evidence counts beside a distinction."""
_WORDS: Mapping[str, tuple[Signal, str]] = {
    Distinction.SENTENCE: (Signal.WORDING, "the sentences are much alike"),
    Distinction.CLAUSE: (Signal.WORDING, "the words around are much alike"),
    Distinction.PARTS: (Signal.PARTICIPANTS, "the same do the same to the same"),
    Distinction.PATIENT: (Signal.PARTICIPANTS, "it happens to the same"),
    Distinction.KNOWN: (Signal.TRIGGER, "both take up what is known"),
    Distinction.DAY: (Signal.TIME, "told of one day, in like words"),
    Distinction.AGENT_AND_DATE: (Signal.TIME, "the same does it at the same time"),
    Distinction.OBJECT: (Signal.PARTICIPANTS, "the same is done to the same"),
    "near_words": (Signal.WORDING, "the words around are shared"),
    "in_one_affair": (Signal.AFFAIR, "both articles tell of one affair"),
    "in_one_article": (Signal.TRIGGER, "both stand in one article"),
}


def distinction_signals(
    one: MentionFeatures, other: MentionFeatures, found: Iterable[Distinction]
) -> Mapping[str, float]:
    """What speaks for one event or against it, from 0 to 1, by the name of its weight; ``found`` are distinctions."""
    in_one_article = one.mention.evidence.article == other.mention.evidence.article
    return {
        **{kind.value: 1.0 for kind in found},
        "near_words": near_words(one, other),
        "in_one_affair": float(one.affair == other.affair and not in_one_article),
        "in_one_article": float(in_one_article),
    }


def distinction_findings(
    one: MentionFeatures, other: MentionFeatures, found: Iterable[Distinction]
) -> Iterator[tuple[Signal, float, str]]:
    """The signals as findings: their bits, and words for the analyst."""
    yield Signal.TRIGGER, _BITS.bits("same_word"), f"both: {one.mention.evidence.trigger.exact}"
    for name, value in distinction_signals(one, other, found).items():
        if value:
            signal, text = _WORDS[name]
            yield signal, value * _BITS.bits(name), text
