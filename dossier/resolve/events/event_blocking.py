"""Which tellings are compared at all: those that share a key, and under it lie close in time.

A pair that may be one shares at least one key. Under each key the tellings are gone through by time, and each is
compared with those just before it alone (the sorted neighbourhood of Hernández and Stolfo, 1995): so the cost grows
with the number of tellings, however many share a key.
"""

from collections.abc import Hashable, Iterator, Sequence

from dossier.model import OTHER_TYPE, EventType
from dossier.resolve.events.content_words import LIGHT
from dossier.resolve.events.mention_features import Describer, Traits

_WINDOW = 12
_RARE_WORDS = 2


def pairs(traits: Sequence[Traits], describer: Describer) -> Iterator[tuple[int, int]]:
    """The pairs to compare, as indices into ``traits``, each once."""
    order = sorted(range(len(traits)), key=lambda n: (_when(traits[n]), traits[n].telling.rank))
    recent: dict[Hashable, list[int]] = {}
    for n in order:
        near: dict[int, None] = {}
        for key in _keys(traits[n], describer):
            block = recent.setdefault(key, [])
            near.update(dict.fromkeys(block))
            block.append(n)
            del block[:-_WINDOW]
        yield from ((min(n, other), max(n, other)) for other in sorted(near))


def _when(traits: Traits) -> float:
    """Where in time it lies: its date, else its publication; what has neither comes first."""
    if traits.time:
        return traits.time.start
    return traits.published or 0.0


def _keys(traits: Traits, describer: Describer) -> Iterator[Hashable]:
    telling, what = traits.telling, (traits.sense, traits.stem)
    yield "wording", traits.wording
    for word in _rarest(traits, describer):
        yield "word", *what, word
    if telling.type.reporting or telling.lemma in LIGHT or traits.sense in ("generic", "hypothetical"):
        return
    yield "article", *what, telling.evidence.article
    whats = [what] if telling.type.name == OTHER_TYPE else [what, (traits.sense, _family(telling.type))]
    for entity in sorted(traits.entities | telling.about):
        yield from (("entity", *each, entity) for each in whats)
    if traits.time and traits.time.length <= 1:
        yield "day", *what, traits.time.start


def _family(kind: EventType) -> str:
    """One blocking key for all types in which the patient dies: a death and a killing may be one event."""
    return "#death" if kind.patient_dies else f"#{kind.name}"


def _rarest(traits: Traits, describer: Describer) -> list[str]:
    """The words of its sentence that are the rarest but stand elsewhere too."""
    words = [word for word in traits.sentence if describer.words.count(word) > 1]
    return sorted(words, key=lambda word: (describer.words.count(word), word))[:_RARE_WORDS]
