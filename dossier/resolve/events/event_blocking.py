"""Blocking: only mentions that share a key and lie close in time are compared.

A pair that may be one event shares at least one key. Under each key the mentions are sorted by time, and each is
compared with the few just before it (the sorted neighbourhood of Hernández and Stolfo, 1995): so the cost grows with
the number of mentions, however many share a key.
"""

from collections.abc import Hashable, Iterator, Sequence
from functools import partial

from dossier.memo import NO_MEMO, Memo
from dossier.model import OTHER_TYPE, EventType, Realis
from dossier.resolve.events.content_words import UNSPECIFIC_VERBS
from dossier.resolve.events.event_weights import BLOCK_WINDOW, RARE_WORDS
from dossier.resolve.events.mention_features import FeatureExtractor, MentionFeatures
from dossier.resolve.events.trigger_relation import stem_beginning


def candidates(
    features: Sequence[MentionFeatures], extractor: FeatureExtractor, memo: Memo = NO_MEMO
) -> Iterator[tuple[int, list[int]]]:
    """Each mention with those that it is to be compared with, as indices into ``features``; each pair comes once.

    The features must come sorted by the rank of their mentions.
    """
    order = sorted(range(len(features)), key=lambda n: _moment(features[n]))  # of one moment, in the order of rank
    known = memo.table("blocking keys")
    blocks: dict[Hashable, list[int]] = {}
    for n in order:
        near: dict[int, None] = {}
        for key in known.recall(id(features[n]), partial(_listed_keys, features[n], extractor), features[n]):
            block = blocks.setdefault(key, [])
            near.update(dict.fromkeys(block))
            block.append(n)
            del block[:-BLOCK_WINDOW]
        yield n, sorted(near)


def _listed_keys(features: MentionFeatures, extractor: FeatureExtractor) -> list[Hashable]:
    return list(_keys(features, extractor))


def _moment(features: MentionFeatures) -> float:
    """The day by which a mention is sorted: of its date, else of its publication; without either it comes first."""
    if features.time:
        return features.time.start
    return features.published or 0.0


def _keys(features: MentionFeatures, extractor: FeatureExtractor) -> Iterator[Hashable]:
    """The keys of a mention.

    They are its wording; the person who dies in it; its realis and stem with a rare word, the article, an actor or the
    day; and its realis and type with an actor. Remarks, unspecific verbs, and what is generic or hypothetical have only
    those with words.
    """
    mention, realis_and_stem = features.mention, (features.realis, features.stem)
    yield "wording", features.wording
    yield from (("death", key) for key in (features.victim, features.day_of_death) if key)
    for word in _rarest_words(features, extractor):
        yield "word", *realis_and_stem, word
    yield "affair", features.affair, stem_beginning(features.stem)
    if features.known:
        yield "known", *realis_and_stem
    if features.deed.is_done and not (mention.type.reporting and mention.lemma in UNSPECIFIC_VERBS):
        yield from (("object", features.stem, word) for word in sorted(features.deed.words))
    if mention.type.paraphrased or mention.type.patient_dies:
        yield "affair", features.affair, _type_key(mention.type)
    is_vague = mention.type.reporting or mention.lemma in UNSPECIFIC_VERBS
    if is_vague or features.realis in (Realis.GENERIC, Realis.HYPOTHETICAL):
        return
    yield "article", *realis_and_stem, mention.evidence.article
    stem_and_type = [realis_and_stem]
    if mention.type.name != OTHER_TYPE:
        stem_and_type.append((features.realis, _type_key(mention.type)))
    for actor in sorted(features.actors | mention.actors_in_sentence):
        yield from (("actor", *part, actor) for part in stem_and_type)
    if features.time and features.time.length <= 1:
        yield "day", *realis_and_stem, features.time.start


def _type_key(kind: EventType) -> str:
    """One key for all types in which the patient dies: a death, a killing and an execution may be one event."""
    return "#death" if kind.patient_dies else f"#{kind.name}"


def _rarest_words(features: MentionFeatures, extractor: FeatureExtractor) -> list[str]:
    """The rarest words of its sentence that stand in another article too."""
    levels = {word: extractor.word_rarity.level(word) for word in features.sentence}
    return sorted((word for word in levels if levels[word] > 1), key=lambda word: (levels[word], word))[:RARE_WORDS]
