"""The word above another (its governor), and the effect of an operator on the factuality below it."""

from dataclasses import dataclass

from dossier.annotate.doc import CueSpan
from dossier.annotate.factuality.clause_modifiers import ClauseModifiers
from dossier.annotate.factuality.composed_factuality import (
    NOTHING_SAID,
    PLAIN,
    SUPPOSED,
    ComposedFactuality,
    FactualityEffect,
)
from dossier.annotate.factuality.operators import Operator
from dossier.annotate.parsed import Token
from dossier.annotate.syntax.labels import PAST_TAGS
from dossier.model import CueKind, Polarity, Realis
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.factuality", "factuality_words.toml")
_VERBS_WITHOUT_PURPOSE = _WORDS["verbs_without_purpose"]
_VERBS_OF_OUTCOMES = _WORDS["verbs_of_outcomes"]

TO_COME = (Realis.FORECAST, Realis.PLAN)
"""The senses in which an event is told as still to come."""


@dataclass(frozen=True, slots=True)
class Governor:
    """The word above another, past prepositions.

    ``inherited`` is what reaches it from above; ``factuality`` is that with its own ``modifiers`` applied.
    ``preposition`` stands between it and the word below, if any.
    """

    token: Token
    modifiers: ClauseModifiers
    inherited: ComposedFactuality
    factuality: ComposedFactuality
    preposition: Token | None

    @property
    def goes_on(self) -> bool:
        """Whether it is a verb with "on": who "went on to sell" or "moved on to sell" did sell."""
        particle = self.modifiers.particle
        return particle is not None and particle.lower_ == "on"

    def leads_to(self, token: Token) -> bool:
        """Whether an infinitive is where the verb led, no purpose: "fell 3% to close at 90", "rose to become mayor"."""
        verb = self.token
        befell = verb.lemma_ in _VERBS_WITHOUT_PURPOSE and (verb.tag_ in PAST_TAGS or self.modifiers.is_perfect)
        return befell and token.lemma_ in _VERBS_OF_OUTCOMES


def apply_operator(governor: Governor, operator: Operator, cue: CueSpan, *, is_past: bool) -> ComposedFactuality:
    """The factuality of a clause or noun below a governor of that class.

    Below a word that presupposes, it is a fact. Where it is open whether the governor holds, all below it is open too.
    What is told as past ("expected to have left") is no forecast and no plan.
    """
    if operator.presupposes:
        return PLAIN
    factuality = governor.factuality
    if factuality.polarity is Polarity.UNDERSPECIFIED:
        return factuality.with_polarity_of(NOTHING_SAID)
    if factuality.polarity is Polarity.POSITIVE:
        effect = operator.affirmed
    elif operator.raises and governor.modifiers.negation is None:
        # "denied that he was believed to …": what is denied is the belief
        effect = NOTHING_SAID
    else:
        effect = operator.negated
    if is_past and effect.realis in TO_COME:
        effect = FactualityEffect(effect.certainty, effect.polarity)
    return factuality.with_polarity_of(effect, cue)


def apply_no_operator(factuality: ComposedFactuality) -> ComposedFactuality:
    """The factuality below a governor that is no operator: that of the governor, but left open where it is negated."""
    return factuality.with_polarity_of(NOTHING_SAID) if factuality.polarity is not Polarity.POSITIVE else factuality


def as_purpose(to: Token, governor: Governor) -> ComposedFactuality:
    """The factuality of an infinitive that says what for: "stopped to rest"."""
    return governor.inherited.affirmed.with_effect(SUPPOSED, CueSpan.at(to, CueKind.PURPOSE))
