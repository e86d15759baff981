"""What reaches a word from above in its sentence: how sure, whether or not, in what sense, and by which words."""

from dataclasses import dataclass

from dossier.annotate.doc import Cue, Stance
from dossier.model import Certainty, CueKind, Factuality, Polarity, Realis

_SURENESS = {
    certainty: rank
    for rank, certainty in enumerate(
        (Certainty.CERTAIN, Certainty.PROBABLE, Certainty.POSSIBLE, Certainty.UNDERSPECIFIED)
    )
}
_DISTANCE = {
    realis: rank
    for rank, realis in enumerate((Realis.ACTUAL, Realis.GENERIC, Realis.FORECAST, Realis.PLAN, Realis.HYPOTHETICAL))
}
_NEGATING = (CueKind.NEGATION, CueKind.DENIAL)
_SIGNS = {"+": Polarity.POSITIVE, "-": Polarity.NEGATIVE, "?": Polarity.UNDERSPECIFIED}


@dataclass(frozen=True, slots=True)
class Effect:
    """What a word does: at most this sure, with this polarity, at least so far from what took place."""

    certainty: Certainty = Certainty.CERTAIN
    polarity: Polarity = Polarity.POSITIVE
    realis: Realis = Realis.ACTUAL

    @classmethod
    def parse(cls, text: str) -> "Effect":
        """Read off certainty, sign and realis.

        >>> Effect.parse("probable - forecast").polarity
        <Polarity.NEGATIVE: 'negative'>
        """
        certainty, sign, realis = text.split()
        return cls(Certainty(certainty), _SIGNS[sign], Realis(realis))


OPEN = Effect(Certainty.UNDERSPECIFIED, Polarity.UNDERSPECIFIED)
"""Nothing is said of it."""
NOT = Effect(polarity=Polarity.NEGATIVE)
ASKED = Effect(Certainty.UNDERSPECIFIED, Polarity.UNDERSPECIFIED, Realis.HYPOTHETICAL)
SUPPOSED = Effect(Certainty.UNDERSPECIFIED, realis=Realis.HYPOTHETICAL)
"""As a condition or a purpose has it."""
FORESEEN = Effect(realis=Realis.FORECAST)
SCHEDULED = Effect(realis=Realis.PLAN)
GENERAL = Effect(realis=Realis.GENERIC)


@dataclass(frozen=True, slots=True)
class State:
    """The stance of a word, on the way down from the root of its sentence."""

    certainty: Certainty = Certainty.CERTAIN
    polarity: Polarity = Polarity.POSITIVE
    realis: Realis = Realis.ACTUAL
    cues: tuple[Cue, ...] = ()

    def under(self, effect: Effect, *cues: Cue) -> "State":
        """Within the reach of a word: never surer or nearer, and of the two polarities' product."""
        return self._changed(effect, _product(self.polarity, effect.polarity), cues)

    def with_polarity(self, effect: Effect, *cues: Cue) -> "State":
        """The same, where the effect itself says what the polarity becomes."""
        return self._changed(effect, effect.polarity, cues)

    @property
    def affirmed(self) -> "State":
        """As sure and as near, but not negated: negation does not reach what stands beside its verb."""
        if self.polarity is Polarity.POSITIVE:
            return self
        cues = tuple(cue for cue in self.cues if cue.kind not in _NEGATING)
        return State(self.certainty, Polarity.POSITIVE, self.realis, cues)

    @property
    def is_plain(self) -> bool:
        """Whether it is a plain fact."""
        return (self.certainty, self.polarity, self.realis) == (
            Certainty.CERTAIN,
            Polarity.POSITIVE,
            Realis.ACTUAL,
        )

    def stance(self) -> Stance:
        """Without what no longer counts, the cues in text order."""
        cues = () if self.is_plain else tuple(sorted(set(self.cues), key=lambda cue: (cue.start, cue.end, cue.kind)))
        return Stance(Factuality(self.certainty, self.polarity, self.realis), cues)

    def _changed(self, effect: Effect, polarity: Polarity, cues: tuple[Cue, ...]) -> "State":
        certainty = max(self.certainty, effect.certainty, key=_SURENESS.__getitem__)
        realis = max(self.realis, effect.realis, key=_DISTANCE.__getitem__)
        if (certainty, polarity, realis) == (self.certainty, self.polarity, self.realis):
            return self
        return State(certainty, polarity, realis, self.cues + cues)


PLAIN = State()


def _product(one: Polarity, other: Polarity) -> Polarity:
    if Polarity.UNDERSPECIFIED in (one, other):
        return Polarity.UNDERSPECIFIED
    return Polarity.POSITIVE if one is other else Polarity.NEGATIVE
