"""A word above, as the words under it see it, and what its class does to them."""

from dataclasses import dataclass

from dossier.annotate.doc import Cue
from dossier.annotate.factuality.clause_modifiers import Frame
from dossier.annotate.factuality.composed_factuality import OPEN, PLAIN, Effect, State
from dossier.annotate.factuality.operators import Operator
from dossier.annotate.parsed import Token
from dossier.model import Certainty, CueKind, Polarity, Realis


@dataclass(frozen=True, slots=True)
class Governor:
    """The word above with its frame, the state of its clause and its own, and the preposition between."""

    token: Token
    around: Frame
    context: State
    state: State
    preposition: Token | None

    @property
    def goes_on(self) -> bool:
        """Whether it is "went on to …", "moved on to …": they did."""
        particle = self.around.particle
        return particle is not None and particle.lower_ == "on"


def under(host: Governor, operator: Operator, cue: Cue, *, is_past: bool) -> State:
    """What becomes of a clause or noun under a word of that class.

    A forecast or a plan of what is told as past ("expected to have left") is no forecast.
    """
    if operator.presupposes:
        return PLAIN
    state = host.state
    if state.polarity is Polarity.UNDERSPECIFIED:
        return state.with_polarity(OPEN)
    if state.polarity is Polarity.POSITIVE:
        effect = operator.affirmed
    elif operator.raises and host.around.negation is None:
        # "denied that he was believed to …": what is denied is the belief
        effect = OPEN
    else:
        effect = operator.negated
    if is_past and effect.realis in (Realis.FORECAST, Realis.PLAN):
        effect = Effect(effect.certainty, effect.polarity)
    return state.with_polarity(effect, cue)


def passed(state: State) -> State:
    """What becomes of a clause under a word that adds nothing: nothing is said of it where that word is negated."""
    return state.with_polarity(OPEN) if state.polarity is not Polarity.POSITIVE else state


def asked(mark: Token) -> Cue:
    """The mark of an indirect question as a cue."""
    return Cue(mark.i, mark.i + 1, CueKind.QUESTION)


def is_certain(state: State) -> bool:
    """Whether it is told for sure, whatever the polarity."""
    return state.certainty is Certainty.CERTAIN and state.realis is Realis.ACTUAL
