"""Blocking: only mentions that share a key and lie close in time are compared.

A pair that may be one event shares at least one key. Under each key the mentions are sorted by time, and each is
compared with the few just before it (the sorted neighbourhood of Hernández and Stolfo, 1995): so the cost grows with
the number of mentions, however many share a key.

No key is shared by mentions that have neither the beginning of the stem nor the type in common. So the mentions of one
beginning are taken together, then those of the next, and when all of a type have come, those of the type: the features
of the others need not be held meanwhile.
"""

from array import array
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from functools import partial

from dossier.memo import NO_MEMO, Memo
from dossier.model import OTHER_TYPE, Realis
from dossier.resolve.events.event_weights import BLOCK_WINDOW, RARE_WORDS
from dossier.resolve.events.features.mention_features import FeatureExtractor, MentionFeatures, moment
from dossier.resolve.events.features.one_death import tells_of_failing
from dossier.resolve.events.mentions.content_words import UNSPECIFIC_VERBS
from dossier.resolve.events.mentions.resolved_mention import ResolvedMention
from dossier.resolve.events.shared.trigger_relation import stem_beginning

_Keys = Callable[[int], Iterable[Hashable]]


def candidates(
    mentions: Sequence[ResolvedMention],
    features: Callable[[int], MentionFeatures],
    extractor: FeatureExtractor,
    memo: Memo = NO_MEMO,
) -> Iterator[tuple[str, int, list[int]]]:
    """Each mention with those that it is to be compared with, as indices into ``mentions``; each pair comes once.

    Each mention comes once for its stem, and once for its type where that has keys; the name of the pass comes first.
    ``mentions`` must come sorted by rank; ``features`` gives those of
    the mention with an index.
    """
    order = sorted(range(len(mentions)), key=lambda n: moment(mentions[n]))  # of one moment, in the order of rank
    by_stem, by_type = memo.table("keys by stem"), memo.table("keys by type")
    met: dict[int, array[int]] = {}

    def stem_keys(n: int) -> Iterable[Hashable]:
        told = features(n)
        return by_stem.recall(id(told), partial(_stem_keys, told, extractor), told)  # type: ignore[no-any-return]

    def type_keys(n: int) -> Iterable[Hashable]:
        told = features(n)
        return by_type.recall(id(told), partial(_type_keys, told), told)  # type: ignore[no-any-return]

    families = _together(order, lambda n: stem_beginning(mentions[n].stem))
    kinds = _together(order, lambda n: _type_group(mentions[n]))
    without = kinds.pop("", [])
    for kind in kinds.values():
        for family in _taken(families, kind, mentions):
            for n, near in _near(family, stem_keys):
                if _type_group(mentions[n]):
                    met[n] = array("I", near)
                yield "stem", n, near
        for n, near in _near(kind, type_keys):
            yield "type", n, sorted(set(near).difference(met.pop(n)))
    for family in _taken(families, without, mentions):
        for n, near in _near(family, stem_keys):
            yield "stem", n, near


def _together(order: Iterable[int], group: Callable[[int], str]) -> dict[str, list[int]]:
    """The mentions of each group, in their order."""
    found: dict[str, list[int]] = {}
    for n in order:
        found.setdefault(group(n), []).append(n)
    return found


def _taken(
    families: dict[str, list[int]], kind: Iterable[int], mentions: Sequence[ResolvedMention]
) -> Iterator[Sequence[int]]:
    """The families that have a mention of the kind, each taken out of ``families``."""
    for beginning in dict.fromkeys(stem_beginning(mentions[n].stem) for n in kind):
        if family := families.pop(beginning, None):
            yield family


def _near(mentions: Iterable[int], keys: _Keys) -> Iterator[tuple[int, list[int]]]:
    """Each mention with the few just before it under each of its keys."""
    blocks: dict[Hashable, list[int]] = {}
    for n in mentions:
        near: dict[int, None] = {}
        for key in keys(n):
            block = blocks.setdefault(key, [])
            near.update(dict.fromkeys(block))
            block.append(n)
            del block[:-BLOCK_WINDOW]
        yield n, sorted(near)


def _stem_keys(features: MentionFeatures, extractor: FeatureExtractor) -> list[Hashable]:
    """The keys that only mentions of one stem, or of stems that begin alike, may share.

    They are its wording; its realis and stem with a rare word, the article, an actor or the day; and the beginning of
    its stem with its affair. Remarks, unspecific verbs, and what is generic or hypothetical have only those with words.
    """
    mention, realis_and_stem = features.mention, (features.realis, features.stem)
    keys: list[Hashable] = [("wording", features.wording), ("affair", features.affair)]
    keys += (("word", *realis_and_stem, word) for word in _rarest_words(features, extractor))
    if features.known:
        keys.append(("known", *realis_and_stem))
    if features.deed.is_done and not (mention.type.reporting and mention.lemma in UNSPECIFIC_VERBS):
        keys += (("object", features.stem, word) for word in sorted(features.deed.words))
    if _has_words_only(features):
        return keys
    keys.append(("article", *realis_and_stem, mention.evidence.article))
    keys += (("actor", *realis_and_stem, actor) for actor in _actors(features))
    if features.time and features.time.length <= 1:
        keys.append(("day", *realis_and_stem, features.time.start))
    return keys


def _type_keys(features: MentionFeatures) -> list[Hashable]:
    """The keys that only mentions of one type may share: the person who dies, the affair, realis with an actor."""
    kind = features.mention.type
    keys: list[Hashable] = [("death", key) for key in (features.victim, features.day_of_death) if key]
    if kind.paraphrased or kind.patient_dies:
        keys.append(("affair", features.affair))
    if kind.name != OTHER_TYPE and not _has_words_only(features):
        keys += (("actor", features.realis, actor) for actor in _actors(features))
    return keys


def _has_words_only(features: MentionFeatures) -> bool:
    is_vague = features.mention.type.reporting or features.mention.lemma in UNSPECIFIC_VERBS
    return is_vague or features.realis in (Realis.GENERIC, Realis.HYPOTHETICAL)


def _actors(features: MentionFeatures) -> list[str]:
    return sorted(features.actors | features.mention.actors_in_sentence)


def _type_group(mention: ResolvedMention) -> str:
    """One group for all types in which the patient dies: a death, a killing and an execution may be one event.

    So it is for all words by which a body fails. Empty for a type that makes no keys.
    """
    if tells_of_failing(mention):
        return "#failing"
    kind = mention.type
    if kind.patient_dies:
        return "#death"
    return kind.name if kind.name != OTHER_TYPE or kind.paraphrased else ""


def _rarest_words(features: MentionFeatures, extractor: FeatureExtractor) -> list[str]:
    """The rarest words of its sentence that stand in another article too."""
    levels = {word: extractor.word_rarity.level(word) for word in features.sentence}
    return sorted((word for word in levels if levels[word] > 1), key=lambda word: (levels[word], word))[:RARE_WORDS]
