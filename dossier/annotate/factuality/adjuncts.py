"""Clauses and phrases beside the word above: of time, condition or purpose ("if …", "before …", "…, killing ten")."""

from dossier.annotate.doc import CueSpan
from dossier.annotate.factuality.apply_operator import TO_COME, Governor, apply_no_operator, as_purpose
from dossier.annotate.factuality.clause_modifiers import CONDITIONAL_MARKS, TEMPORAL_MARKS, ClauseModifiers, is_inverted
from dossier.annotate.factuality.composed_factuality import (
    ASKED,
    GENERAL,
    NEGATED,
    PLAIN,
    SUPPOSED,
    UNCOMMITTED,
    ComposedFactuality,
)
from dossier.annotate.parsed import Token
from dossier.annotate.syntax.labels import FINITE_TAGS, PARTICIPLE_TAGS, PAST_TAGS
from dossier.annotate.word_classes import SPEECH_VERBS
from dossier.model import Certainty, CueKind, Polarity, Realis
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.factuality", "factuality_words.toml")

_BEFORE = frozenset(("before", "until", "till"))
_VERBS_OF_NEED = _WORDS["verbs_of_need"]
_VERBS_BEFORE_WHETHER = _WORDS["verbs_before_whether"]
_THWARTING_VERBS = _WORDS["thwarting_verbs"]
_PRESUPPOSING_PREPOSITIONS = _WORDS["presupposing_prepositions"]
_INSTEAD = frozenset(("without", "instead"))
_CUES_OF_CONTENT = (CueKind.REPORT, CueKind.BELIEF)
_CUES_OF_THE_FUTURE = (CueKind.MODAL, CueKind.PLAN, CueKind.EXPECTATION, CueKind.CONDITION)


def inherited_by_adverbial(token: Token, modifiers: ClauseModifiers, governor: Governor) -> ComposedFactuality:
    """What an adverbial clause inherits by its conjunction, or by its form, from the word above."""
    inverted = next((h for h in modifiers.auxiliaries if is_inverted(token, h)), None)
    if inverted is not None:
        return PLAIN.with_effect(SUPPOSED, CueSpan.at(inverted, CueKind.CONDITION))
    if modifiers.mark is not None:
        return _with_mark(token, modifiers, modifiers.mark, governor)
    return _without_mark(token, modifiers, governor)


def _with_mark(token: Token, modifiers: ClauseModifiers, mark: Token, governor: Governor) -> ComposedFactuality:
    """What a clause with a conjunction inherits: "if …", "so that he could leave", "before …", "when …"."""
    word = mark.lower_
    is_behind = token.i > governor.token.i
    if word == "whether" or (word == "if" and governor.token.lemma_ in _VERBS_BEFORE_WHETHER and is_behind):
        return PLAIN.with_effect(ASKED, CueSpan.at(mark, CueKind.QUESTION))
    if word in CONDITIONAL_MARKS:
        return PLAIN.with_effect(SUPPOSED, CueSpan.at(mark, CueKind.CONDITION))
    if modifiers.to is not None or (word in ("that", "so") and modifiers.modal is not None):
        return as_purpose(modifiers.to or mark, governor)
    if word in _BEFORE:
        return _before_clause(token, modifiers, mark, governor)
    return _temporal_clause(token, modifiers, governor) if word in TEMPORAL_MARKS else _fact_or_content(governor)


def _without_mark(token: Token, modifiers: ClauseModifiers, governor: Governor) -> ComposedFactuality:
    """What a clause without a conjunction inherits.

    An infinitive says what for, but who "went on to sell" sold, and what "fell to close at 90" closed. A participle is
    as sure as its verb ("could burst, killing ten"), except that one of saying ("adding that …") is actual. Any other
    clause is a fact.
    """
    if modifiers.to is not None:
        is_fact = governor.goes_on or governor.leads_to(token)
        return apply_no_operator(governor.factuality) if is_fact else as_purpose(modifiers.to, governor)
    above = governor.factuality
    if token.tag_ in PARTICIPLE_TAGS and not any(auxiliary.tag_ in FINITE_TAGS for auxiliary in modifiers.auxiliaries):
        if token.lemma_ in SPEECH_VERBS:
            # "said that it would close, adding that …": whoever says the one says the other
            return PLAIN if above.realis is not Realis.ACTUAL else above.affirmed
        return above.affirmed if above.polarity is not Polarity.UNDERSPECIFIED else governor.inherited
    return PLAIN


def _is_past(token: Token, modifiers: ClauseModifiers) -> bool:
    if modifiers.auxiliaries:
        return any(auxiliary.tag_ == "VBD" for auxiliary in modifiers.auxiliaries)
    return token.tag_ in PAST_TAGS


def _before_clause(token: Token, modifiers: ClauseModifiers, mark: Token, governor: Governor) -> ComposedFactuality:
    """A clause behind "before" or "until".

    In the past it is a fact, unless what came first may have kept it from happening ("was shot before he fired"). It is
    a fact behind a negation too ("does not leave before she signs"), and else still to come.
    """
    above = governor.factuality
    cue = CueSpan.at(mark, CueKind.CONDITION)
    if _is_past(token, modifiers):
        is_thwarted = governor.token.lemma_ in _THWARTING_VERBS and above.polarity is Polarity.POSITIVE
        return _fact_or_content(governor).with_effect(SUPPOSED, cue) if is_thwarted else _fact_or_content(governor)
    if above.polarity is Polarity.NEGATIVE and above.is_certain_and_actual:
        return _fact_or_content(governor)
    return _still_to_come(above, cue)


def _still_to_come(above: ComposedFactuality, cue: CueSpan) -> ComposedFactuality:
    """What comes after something certain to come is as certain; what comes after anything else is left open."""
    if above.certainty is Certainty.CERTAIN and above.realis in TO_COME:
        return above.affirmed
    return above.affirmed.with_effect(UNCOMMITTED, cue)


def _temporal_clause(token: Token, modifiers: ClauseModifiers, governor: Governor) -> ComposedFactuality:
    """A clause of time: a fact in the past, and behind "as" or "while".

    In the present it is as far from ``actual`` as the clause beside it ("will resign after he meets her"); where that
    is actual, "when" makes it general ("leaves when it rains").
    """
    mark = modifiers.mark.lower_ if modifiers.mark is not None else ""
    if token.tag_ == "VBG" and not modifiers.has_own_subject_or_auxiliary and mark == "while":
        # "cover your mouth while sneezing": whoever does the one does the other
        return governor.factuality.affirmed
    if _is_past(token, modifiers) or mark in ("as", "while"):
        return _fact_or_content(governor)
    if governor.factuality.realis is not Realis.ACTUAL:
        return governor.factuality.affirmed
    known = _fact_or_content(governor)
    return known.with_effect(GENERAL) if mark in ("when", "whenever") else known


def _fact_or_content(governor: Governor) -> ComposedFactuality:
    """A fact; as part of what someone says or believes, only as sure as that."""
    content = governor.inherited
    if not any(cue.kind in _CUES_OF_CONTENT for cue in content.cues):
        return PLAIN
    return ComposedFactuality(content.certainty, Polarity.POSITIVE, Realis.ACTUAL, content.cues)


def _is_ahead(above: ComposedFactuality) -> bool:
    """Whether the word above is not actual by a cue of the future: then "after meeting her" may lie ahead too."""
    return above.realis is not Realis.ACTUAL and any(cue.kind in _CUES_OF_THE_FUTURE for cue in above.cues)


def inherited_after_preposition(word: str, preposition: Token, governor: Governor) -> ComposedFactuality | None:
    """What a gerund or event noun inherits by its preposition; None where the preposition decides nothing.

    ``word`` is the preposition in small letters. "without leaving", "instead of leaving": negated. "after the attack":
    a fact. "before leaving": a fact or still to come, and only thought of where something is needed before.
    """
    above = governor.factuality
    is_behind_instead = word == "of" and preposition.i and preposition.nbor(-1).lower_ == "instead"
    if word in _INSTEAD or is_behind_instead:
        return PLAIN.with_effect(NEGATED, CueSpan.at(preposition, CueKind.NEGATION))
    if word == "than" and preposition.i and preposition.nbor(-1).lower_ == "rather":
        return PLAIN.with_effect(NEGATED, CueSpan(preposition.i - 1, preposition.i + 1, CueKind.NEGATION))
    if word in _BEFORE and governor.token.lemma_ in _VERBS_OF_NEED:
        return above.affirmed.with_effect(SUPPOSED, CueSpan.at(preposition, CueKind.CONDITION))
    if word in _PRESUPPOSING_PREPOSITIONS or (word in _BEFORE and above.is_certain_and_actual):
        return above.affirmed if _is_ahead(above) else _fact_or_content(governor)
    if word in _BEFORE:
        return _still_to_come(above, CueSpan.at(preposition, CueKind.CONDITION))
    return None
