"""What a word's own helpers, adverbs, negations and adjectives make of it."""

from dossier.annotate.doc import Cue
from dossier.annotate.factuality.clause_modifiers import Frame
from dossier.annotate.factuality.composed_factuality import (
    FORESEEN,
    GENERAL,
    NOT,
    SUPPOSED,
    Effect,
    State,
)
from dossier.annotate.factuality.operators import lexicon
from dossier.annotate.parsed import Token
from dossier.annotate.syntax.labels import BARE_OR_PRESENT_TAGS, PLURAL_NOUN_TAGS, PRESENT_TAGS
from dossier.annotate.word_classes import HABITUAL, REPORTING
from dossier.model import CueKind, Realis
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.factuality", "factuality_words.toml")

_WILL = _WORDS["will"]
_MAY = frozenset(("may", "might", "could"))
_MUST = frozenset(("must", "should", "ought"))
_ABILITY = frozenset(("can", "ca", "could"))
_MAYBE = Effect.parse("possible + hypothetical")
_MAYBE_SOON = Effect.parse("possible + forecast")
_SURELY = Effect.parse("probable + actual")
_DUTY = Effect.parse("underspecified + hypothetical")
_LATER = _WORDS["later"]


def own(state: State, token: Token, around: Frame, *, is_reported: bool) -> State:
    """The state of a word under ``state`` with what stands around it; whether its clause is one that someone says."""
    if around.modal is not None:
        state = _modal(state, around, around.modal, is_reported=is_reported)
    if around.condition is not None and _is_open_to_conditions(token, around):
        state = state.under(SUPPOSED if state.realis is Realis.ACTUAL else Effect(SUPPOSED.certainty),
                            cue(around.condition, CueKind.CONDITION))  # fmt: skip
    state = _modified(state, around)
    if around.negation is not None and _negation(around.negation) not in state.cues:
        # "made no arrests" negates verb and noun, once
        state = state.under(NOT, _negation(around.negation))
    return state.under(GENERAL) if _is_general(token, around) else state


def cue(token: Token, kind: CueKind) -> Cue:
    """The token as a cue."""
    return Cue(token.i, token.i + 1, kind)


def _negation(token: Token) -> Cue:
    start = token.i - 1 if token.lower_ == "longer" else token.i
    return Cue(start, token.i + 1, CueKind.NEGATION)


def _modal(state: State, around: Frame, modal: Token, *, is_reported: bool) -> State:
    effect = _of_modal(modal.lower_, around, is_reported=is_reported)
    return state.under(effect, cue(modal, CueKind.MODAL)) if effect else state


def _of_modal(word: str, around: Frame, *, is_reported: bool) -> Effect | None:
    if word in _WILL:
        return FORESEEN
    if word in _ABILITY and around.negation is not None and not around.is_perfect:
        # "could not find": they did not
        return None
    if word in _MAY:
        return _MAYBE if around.is_perfect else _MAYBE_SOON
    if word in _MUST:
        return _SURELY if around.is_perfect and word == "must" else _DUTY
    if word in ("would", "'d", "’d"):
        return _would(around, is_reported=is_reported)
    # "can": what is told for sure is that they are able to
    return _MAYBE if around.is_perfect else GENERAL


def _would(around: Frame, *, is_reported: bool) -> Effect | None:
    """In reported speech the future; with "later" a fact of the past; else a thing only supposed."""
    if any(adverb.lower_ in _LATER for adverb in around.adverbs) and not around.is_perfect:
        return None
    return FORESEEN if is_reported and not around.is_perfect else SUPPOSED


def _is_open_to_conditions(token: Token, around: Frame) -> bool:
    """What is told as past did not hang on a condition."""
    return around.modal is not None or token.tag_ in BARE_OR_PRESENT_TAGS


def _modified(state: State, around: Frame) -> State:
    words = lexicon()
    for adverb in around.adverbs:
        operator = words.adverbs.get(adverb.lower_)
        if operator:
            state = state.under(operator.affirmed, cue(adverb, operator.kind))
    for aside in around.asides:
        operator = words.verbs.get(aside.lemma_)
        if operator:
            state = state.under(operator.affirmed, cue(aside, operator.kind))
    for modifier in around.modifiers:
        operator = words.modifiers.get(modifier.lower_)
        if operator:
            state = state.under(operator.affirmed, cue(modifier, operator.kind))
    return state


def _is_general(token: Token, around: Frame) -> bool:
    """Whether it is told in the present of more than one time: "often", or of a bare plural."""
    if token.tag_ not in PRESENT_TAGS or around.helpers:
        return False
    if any(adverb.lower_ in HABITUAL for adverb in around.adverbs):
        return True
    if around.subject is None or not _is_bare(around.subject):
        return False
    words = lexicon()
    return token.lemma_ not in REPORTING and token.lemma_ not in words.verbs and token.lemma_ not in words.finite


def _is_bare(subject: Token) -> bool:
    return subject.tag_ in PLURAL_NOUN_TAGS and subject.pos_ == "NOUN" and not subject.lefts
