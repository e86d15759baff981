"""Certainty, polarity and realis of a word, composed from the root of its sentence downwards."""

from dataclasses import dataclass

from dossier.annotate.doc import CueSpan
from dossier.model import Certainty, CueKind, Factuality, Polarity, Realis

_CERTAINTY_RANK = {
    certainty: rank
    for rank, certainty in enumerate(
        (Certainty.CERTAIN, Certainty.PROBABLE, Certainty.POSSIBLE, Certainty.UNDERSPECIFIED)
    )
}
"""0 is the surest."""
_DISTANCE_FROM_ACTUAL = {
    realis: rank
    for rank, realis in enumerate((Realis.ACTUAL, Realis.GENERIC, Realis.FORECAST, Realis.PLAN, Realis.HYPOTHETICAL))
}
_NEGATING = (CueKind.NEGATION, CueKind.DENIAL)
_SIGNS = {"+": Polarity.POSITIVE, "-": Polarity.NEGATIVE, "?": Polarity.UNDERSPECIFIED}


@dataclass(frozen=True, slots=True)
class FactualityEffect:
    """What a word does to the factuality below it: an upper limit on certainty, a polarity, a least distance.

    The distance is that of ``realis`` from ``Realis.ACTUAL``.
    """

    certainty: Certainty = Certainty.CERTAIN
    polarity: Polarity = Polarity.POSITIVE
    realis: Realis = Realis.ACTUAL

    @classmethod
    def parse(cls, text: str) -> "FactualityEffect":
        """Read "certainty sign realis", as in ``operators.toml``. Raises ValueError and KeyError for anything else.

        >>> FactualityEffect.parse("probable - forecast").polarity
        <Polarity.NEGATIVE: 'negative'>
        """
        certainty, sign, realis = text.split()
        return cls(Certainty(certainty), _SIGNS[sign], Realis(realis))


NOTHING_SAID = FactualityEffect(Certainty.UNDERSPECIFIED, Polarity.UNDERSPECIFIED)
"""Whether it happened is left open: "did not say that he left"."""
NEGATED = FactualityEffect(polarity=Polarity.NEGATIVE)
ASKED = FactualityEffect(Certainty.UNDERSPECIFIED, Polarity.UNDERSPECIFIED, Realis.HYPOTHETICAL)
SUPPOSED = FactualityEffect(Certainty.UNDERSPECIFIED, realis=Realis.HYPOTHETICAL)
"""A condition, a purpose or a duty: "if they leave", "to leave", "must leave"."""
UNCOMMITTED = FactualityEffect(Certainty.UNDERSPECIFIED)
"""Nobody commits themselves to it, but it is no less actual than before."""
FORESEEN = FactualityEffect(realis=Realis.FORECAST)
SCHEDULED = FactualityEffect(realis=Realis.PLAN)
GENERAL = FactualityEffect(realis=Realis.GENERIC)


@dataclass(frozen=True, slots=True)
class EventFactuality:
    """How sure an event is told to be, and the cues that make it less than a fact, in text order."""

    factuality: Factuality
    cues: tuple[CueSpan, ...] = ()


@dataclass(frozen=True, slots=True)
class ComposedFactuality:
    """The factuality of a word on the way down from the root of its sentence, and the cues met on the way."""

    certainty: Certainty = Certainty.CERTAIN
    polarity: Polarity = Polarity.POSITIVE
    realis: Realis = Realis.ACTUAL
    cues: tuple[CueSpan, ...] = ()

    def with_effect(self, effect: FactualityEffect, *cues: CueSpan) -> "ComposedFactuality":
        """Apply an effect: the result is no surer and no nearer to ``actual``, and its polarity is the product of both.

        An effect that changes nothing leaves no cue.
        """
        return self._changed(effect, _product(self.polarity, effect.polarity), cues)

    def with_polarity_of(self, effect: FactualityEffect, *cues: CueSpan) -> "ComposedFactuality":
        """Apply an effect whose polarity replaces the one before."""
        return self._changed(effect, effect.polarity, cues)

    @property
    def affirmed(self) -> "ComposedFactuality":
        """The same with positive polarity, without cues of negation: "not" does not reach a clause beside its verb."""
        if self.polarity is Polarity.POSITIVE:
            return self
        cues = tuple(cue for cue in self.cues if cue.kind not in _NEGATING)
        return ComposedFactuality(self.certainty, Polarity.POSITIVE, self.realis, cues)

    @property
    def is_fact(self) -> bool:
        """Whether it is certain, positive and actual."""
        return Factuality(self.certainty, self.polarity, self.realis).is_fact

    @property
    def is_firm(self) -> bool:
        """Whether the source commits itself, be it to a fact, a denial or a forecast."""
        return self.certainty is Certainty.CERTAIN

    @property
    def is_certain_and_actual(self) -> bool:
        """Whether the source commits itself: the event happened, or it did not."""
        return self.certainty is Certainty.CERTAIN and self.realis is Realis.ACTUAL

    def for_event(self) -> EventFactuality:
        """The factuality of an event at this word; a fact has no cues."""
        cues = () if self.is_fact else tuple(sorted(set(self.cues), key=lambda cue: (cue.start, cue.end, cue.kind)))
        return EventFactuality(Factuality(self.certainty, self.polarity, self.realis), cues)

    def _changed(self, effect: FactualityEffect, polarity: Polarity, cues: tuple[CueSpan, ...]) -> "ComposedFactuality":
        certainty = max(self.certainty, effect.certainty, key=_CERTAINTY_RANK.__getitem__)
        realis = max(self.realis, effect.realis, key=_DISTANCE_FROM_ACTUAL.__getitem__)
        if (certainty, polarity, realis) == (self.certainty, self.polarity, self.realis):
            return self
        return ComposedFactuality(certainty, polarity, realis, self.cues + cues)


PLAIN = ComposedFactuality()
"""A plain fact."""


def _product(one: Polarity, other: Polarity) -> Polarity:
    if Polarity.UNDERSPECIFIED in (one, other):
        return Polarity.UNDERSPECIFIED
    return Polarity.POSITIVE if one is other else Polarity.NEGATIVE
