"""The effect of the auxiliaries, conditions, adverbs, adjectives and negations right under a word on that word."""

from dossier.annotate.doc import CueSpan
from dossier.annotate.factuality.clause_modifiers import FUTURE_AUXILIARIES, ClauseModifiers
from dossier.annotate.factuality.composed_factuality import (
    FORESEEN,
    GENERAL,
    NEGATED,
    SCHEDULED,
    SUPPOSED,
    UNCOMMITTED,
    ComposedFactuality,
    FactualityEffect,
)
from dossier.annotate.factuality.operators import operators
from dossier.annotate.factuality.rates import is_rate
from dossier.annotate.item_dates import dated_item
from dossier.annotate.parsed import Token
from dossier.annotate.syntax.animacy import is_person, is_person_or_body
from dossier.annotate.syntax.labels import BARE_OR_PRESENT_TAGS, PLURAL_NOUN_TAGS, PRESENT_TAGS
from dossier.annotate.word_classes import HABITUAL_ADVERBS, REPORTING_VERBS
from dossier.model import CueKind, Realis
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.factuality", "factuality_words.toml")

_RETROSPECTIVE_ADVERBS = _WORDS["retrospective_adverbs"]
_POSSIBILITY_MODALS = frozenset(("may", "might", "could"))
_NECESSITY_MODALS = frozenset(("must", "should", "ought"))
_ABILITY_MODALS = frozenset(("can", "ca", "could"))
_VERBS_OF_FATE = _WORDS["verbs_of_fate"]
_SPEAKERS = frozenset(("i", "we"))
_SPOKEN_OF = frozenset(("he", "she", "they"))
_VERBS_OF_DYING = _WORDS["verbs_of_dying"]
_BEFORE_A_CAUSE = frozenset(("from", "of"))
_UNTIL = frozenset(("until", "till"))
_POSSIBLE = FactualityEffect.parse("possible + hypothetical")
_POSSIBLY_TO_COME = FactualityEffect.parse("possible + forecast")
_PROBABLE = FactualityEffect.parse("probable + actual")


def apply_modifiers(
    inherited: ComposedFactuality, token: Token, modifiers: ClauseModifiers, *, is_reported: bool
) -> ComposedFactuality:
    """Apply the word's modal, condition, modifiers and negation to the factuality that it inherits.

    ``is_reported``: its clause is a complement, or still to come, so that "would" is the future.
    """
    factuality = inherited
    if modifiers.modal is not None:
        factuality = _apply_modal(factuality, token, modifiers, modifiers.modal, is_reported=is_reported)
    if modifiers.condition is not None and _is_open_to_conditions(token, modifiers):
        effect = SUPPOSED if factuality.realis is Realis.ACTUAL else UNCOMMITTED
        factuality = factuality.with_effect(effect, CueSpan.at(modifiers.condition, CueKind.CONDITION))
    factuality = _apply_adverbs_and_premodifiers(factuality, modifiers)
    if modifiers.negation is not None and not _happens_then(token, modifiers):
        negation = _negation_cue(modifiers.negation)
        # "made no arrests" negates verb and noun, once
        if negation not in factuality.cues:
            factuality = factuality.with_effect(UNCOMMITTED if _only_its_cause(token) else NEGATED, negation)
    return factuality.with_effect(GENERAL) if _is_general(token, modifiers) else factuality


def _negation_cue(token: Token) -> CueSpan:
    """The negating word as a cue, "no longer" whole."""
    start = token.i - 1 if token.lower_ == "longer" else token.i
    return CueSpan(start, token.i + 1, CueKind.NEGATION)


def _apply_modal(
    factuality: ComposedFactuality, token: Token, modifiers: ClauseModifiers, modal: Token, *, is_reported: bool
) -> ComposedFactuality:
    effect = _modal_effect(modal.lower_, modifiers, is_reported=is_reported)
    if effect is FORESEEN and _announces_own_act(token, modifiers):
        effect = SCHEDULED
    return factuality.with_effect(effect, CueSpan.at(modal, CueKind.MODAL)) if effect else factuality


def _modal_effect(word: str, modifiers: ClauseModifiers, *, is_reported: bool) -> FactualityEffect | None:
    """The effect of a modal on its verb; None where it has none."""
    if word in FUTURE_AUXILIARIES:
        return FORESEEN
    if word in _ABILITY_MODALS and modifiers.negation is not None and not modifiers.is_perfect:
        # "could not find": they did not; "cannot return" says what they may do or are able to
        return None if word == "could" else GENERAL
    if word in _POSSIBILITY_MODALS:
        return _POSSIBLE if modifiers.is_perfect else _POSSIBLY_TO_COME
    if word in _NECESSITY_MODALS:
        return _PROBABLE if modifiers.is_perfect and word == "must" else SUPPOSED
    if word in ("would", "'d", "’d"):
        return _would_effect(modifiers, is_reported=is_reported)
    # "can leave": it is certain that they are able to
    return _POSSIBLE if modifiers.is_perfect else GENERAL


def _announces_own_act(token: Token, modifiers: ClauseModifiers) -> bool:
    """Whether those who will do it say so themselves: "I will go", "said that she would go". They plan it.

    Nobody plans what befalls them: "said that she would win".
    """
    subject = modifiers.subject
    if subject is None or modifiers.is_passive or token.lemma_ in _VERBS_OF_FATE:
        return False
    above = token.head
    if subject.lower_ in _SPEAKERS:
        return True
    if token.dep_ != "ccomp" or above.lemma_ not in REPORTING_VERBS or above.i > token.i:
        return False
    speaker = next((child for child in above.lefts if child.dep_ == "nsubj"), None)
    is_body = subject.lower_ == "it" and speaker is not None and is_person_or_body(speaker) and not is_person(speaker)
    return is_body or subject.lower_ in _SPOKEN_OF


def _happens_then(token: Token, modifiers: ClauseModifiers) -> bool:
    """Whether the negation only says how late it is: "did not arrive until Monday"."""
    if modifiers.negation is None or modifiers.negation.dep_ != "neg":
        return False
    return any(word.dep_ == "prep" and word.lower_ in _UNTIL for word in token.rights)


def _only_its_cause(token: Token) -> bool:
    """Whether a negation may be of the cause alone: "did not die of flu" leaves open whether the man died."""
    causes = (word for word in token.rights if word.dep_ == "prep" and word.lower_ in _BEFORE_A_CAUSE)
    return token.lemma_ in _VERBS_OF_DYING and any(causes)


def _would_effect(modifiers: ClauseModifiers, *, is_reported: bool) -> FactualityEffect | None:
    """The effect of "would": the future in a complement, a fact of the past with "later" (None), else a supposition."""
    if any(adverb.lower_ in _RETROSPECTIVE_ADVERBS for adverb in modifiers.adverbs) and not modifiers.is_perfect:
        return None
    return FORESEEN if is_reported and not modifiers.is_perfect else SUPPOSED


def _is_open_to_conditions(token: Token, modifiers: ClauseModifiers) -> bool:
    """Whether a condition can bear on a word: it has a modal, is bare or in the present. The past happened anyhow."""
    return modifiers.modal is not None or token.tag_ in BARE_OR_PRESENT_TAGS


def _apply_adverbs_and_premodifiers(factuality: ComposedFactuality, modifiers: ClauseModifiers) -> ComposedFactuality:
    """Apply "reportedly", "…, police believe, …" and "alleged", each by its operator."""
    words = operators()
    for adverb in modifiers.adverbs:
        operator = words.adverbs.get(adverb.lower_)
        if operator:
            factuality = factuality.with_effect(operator.affirmed, CueSpan.at(adverb, operator.kind))
    for aside in modifiers.asides:
        operator = words.verbs.get(aside.lemma_)
        if operator:
            factuality = factuality.with_effect(operator.affirmed, CueSpan.at(aside, operator.kind))
    for premodifier in modifiers.premodifiers:
        operator = words.modifiers.get(premodifier.lower_)
        if operator:
            factuality = factuality.with_effect(operator.affirmed, CueSpan.at(premodifier, operator.kind))
    return factuality


def _is_general(token: Token, modifiers: ClauseModifiers) -> bool:
    """Whether a word tells of many times: a rate, or in the present "often leaves", "you leave", "Ships leave".

    With a bare plural, verbs of statements and operators tell of one time ("Officials say", "Experts believe"), and so
    do all in an item that begins with its date ("2011: Police kill a man").
    """
    if is_rate(token):
        return True
    first = modifiers.auxiliaries[0] if modifiers.auxiliaries else token
    if modifiers.subject is not None and modifiers.subject.lower_ == "you" and first.tag_ in PRESENT_TAGS:
        return True
    if token.tag_ not in PRESENT_TAGS or modifiers.auxiliaries:
        return False
    if any(adverb.lower_ in HABITUAL_ADVERBS for adverb in modifiers.adverbs):
        return True
    if modifiers.subject is None or not _is_bare_plural(modifiers.subject) or dated_item(token.doc, token.i):
        return False
    words = operators()
    return token.lemma_ not in REPORTING_VERBS and token.lemma_ not in words.verbs and token.lemma_ not in words.finite


def _is_bare_plural(subject: Token) -> bool:
    return subject.tag_ in PLURAL_NOUN_TAGS and subject.pos_ == "NOUN" and not subject.lefts
