"""The factuality that an event noun inherits: "planned an attack", "the threat of an attack"."""

from dossier.annotate.doc import CueSpan
from dossier.annotate.factuality.adjuncts import inherited_after_preposition
from dossier.annotate.factuality.apply_operator import TO_COME, Governor, apply_operator
from dossier.annotate.factuality.clause_modifiers import ClauseModifiers
from dossier.annotate.factuality.composed_factuality import PLAIN, SUPPOSED, ComposedFactuality
from dossier.annotate.factuality.falsehoods import error_in_saying, verdict_on
from dossier.annotate.factuality.operators import EVASION, HEARSAY, Operator, operators
from dossier.annotate.parsed import Token
from dossier.annotate.roles.blame import culprit
from dossier.annotate.roles.role_words import ACCUSING_VERBS
from dossier.annotate.syntax.animacy import may_act
from dossier.annotate.syntax.labels import (
    AUXILIARIES,
    BESIDE_GOVERNOR,
    OBJECTS_OF_OPERATORS,
    PAST_TAGS,
    SUBJECTS,
    VERB_POS,
)
from dossier.annotate.syntax.subjects import is_passive, own_object, understood_subject
from dossier.annotate.word_classes import LIGHT_VERBS, REPORTING_VERBS
from dossier.model import CueKind
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.factuality", "factuality_words.toml")

_NOUNS_FOR_A_CASE = frozenset(("event", "case"))
_ACTS_ON_THE_SOUGHT = _WORDS["acts_on_the_sought"]
_CLUES_TO_THE_SOUGHT = _WORDS["clues_to_the_sought"]
_OFFERS_FOR_THE_SOUGHT = _WORDS["offers_for_the_sought"]
_ANNOUNCED_AHEAD = _WORDS["announced_ahead"]
_DONE_BY_OFFERING = _WORDS["done_by_offering"]
_VERBS_ABOUT_KNOWN_EVENTS = REPORTING_VERBS | _WORDS["verbs_about_known_events"]
_VERDICT_VERBS = _WORDS["verdict_verbs"]
_VERBS_OF_BEGINNING = _WORDS["verbs_of_beginning"]
_EFFECTS = _WORDS["nouns_of_effects"]
_WORDS_OF_DIFFERENCE = _WORDS["words_of_difference"]
VERBS_OF_ORDER = _WORDS["verbs_of_order"]


def inherited_by_noun(token: Token, modifiers: ClauseModifiers, governor: Governor) -> ComposedFactuality:
    """What an event noun, or any other word that is no verb, inherits from the word above it."""
    if token.dep_ in BESIDE_GOVERNOR:
        return PLAIN
    if governor.preposition is not None:
        is_sought = _is_of_the_sought(token, governor.token, governor.preposition.lower_)
        sought = _under_operator(governor, operators().oblique["call for"], governor.token) if is_sought else None
        return sought or _after_preposition(modifiers, governor, governor.preposition)
    if governor.token.pos_ not in VERB_POS:
        return _under_noun(governor)
    word, operator = _operator_over_noun(token, governor)
    if operator is not None and not _is_known_to_evader(operator, modifiers):
        return _under_operator(governor, operator, word)
    if governor.token.lemma_ in LIGHT_VERBS:
        return governor.factuality
    return _participant_of_no_operator(token, modifiers, governor)


def _operator_over_noun(token: Token, governor: Governor) -> tuple[Token, Operator | None]:
    """The word that acts on a noun beside a verb, and its operator, if it is one.

    The word is the verb over its object ("planned an attack"), the predicate over its subject ("an attack is likely").
    """
    if culprit(token) is not None:
        return governor.token, operators().oblique["blame for"]
    if token.dep_ in OBJECTS_OF_OPERATORS:
        error = error_in_saying(governor.token)
        if error is not None:
            return error[1], error[0]
        known = _operator_over_object(token, governor.token.lemma_)
        begins = token.dep_ in SUBJECTS and _is_over_beginning(governor.token)
        return governor.token, known or (operators().infinitive.get(governor.token.lemma_) if begins else None)
    predicate = governor.modifiers.predicate
    if token.dep_ not in SUBJECTS or predicate is None:
        return governor.token, None
    operator = operators().adjectives.get(predicate.lower_)
    is_to_come = operator is not None and (operator.kind is not CueKind.PLAN or _is_over_beginning(predicate))
    return predicate, operator if is_to_come else None


def _is_over_beginning(word: Token) -> bool:
    """Whether an infinitive under the word says that something begins: its subject is as much to come as that.

    "The trial is set to start"; but there is a trial that is set to end.
    """
    return any(child.dep_ == "xcomp" and child.lemma_ in _VERBS_OF_BEGINNING for child in word.rights)


def _is_known_to_evader(operator: Operator, modifiers: ClauseModifiers) -> bool:
    """Whether what was escaped is known: "escaped the fire" leaves the fire a fact."""
    return operator.name == EVASION and modifiers.is_definite


def _operator_over_object(noun: Token, verb: str) -> Operator | None:
    """The operator of a verb over its object: in "rejects a claim" it denies what the claim says."""
    words = operators()
    said, denied = words.nouns.get(noun.lemma_), words.verbs.get(verb)
    if said is not None and said.name == HEARSAY and denied is not None and denied.kind is CueKind.DENIAL:
        return denied
    if verb == "announce" and noun.lemma_ in _ANNOUNCED_AHEAD:
        return words.objects["plan"]
    if verb == "offer" and noun.lemma_ in _DONE_BY_OFFERING:
        return None
    return words.objects.get(verb)


def _under_operator(governor: Governor, operator: Operator, word: Token) -> ComposedFactuality:
    return apply_operator(governor, operator, CueSpan.at(word, operator.kind), is_past=False)


def _participant_of_no_operator(token: Token, modifiers: ClauseModifiers, governor: Governor) -> ComposedFactuality:
    """What a subject or object of a verb that is no operator inherits.

    A known subject is a fact ("the attack will be remembered"); any other is as sure as its verb, but not negated, and
    so is one that is only thought of, and an effect, which the words make known with its cause. A known object is a
    fact too, unless its verb is still to come ("will hold the vote", but not "will discuss the vote"). Any other object
    is as factual as its verb.
    """
    factuality = governor.factuality
    if token.dep_ in SUBJECTS:
        is_known = modifiers.is_definite and token.lemma_ not in _EFFECTS and not _is_only_thought_of(token)
        return PLAIN if is_known else factuality.affirmed
    if not modifiers.is_definite:
        return factuality
    is_expected = factuality.realis in TO_COME and governor.token.lemma_ not in _VERBS_ABOUT_KNOWN_EVENTS
    return factuality.affirmed if is_expected else PLAIN


def _is_only_thought_of(subject: Token) -> bool:
    """Whether a subject is only thought of: "Brandt's arrest would have been a mistake" says of no arrest.

    Not where only its course or measure is thought otherwise: "the fire would have spread if …", "… would have been
    worse", "… without the rain".
    """
    verb = subject.head
    if not {"would", "have"} <= {child.lower_ for child in verb.lefts if child.dep_ in AUXILIARIES}:
        return False
    behind = verb.doc[verb.i + 1 : verb.right_edge.i + 1]
    return not any(word.tag_.endswith("R") or word.lower_ in _WORDS_OF_DIFFERENCE for word in behind)


def _under_noun(governor: Governor) -> ComposedFactuality:
    """What a noun right under a noun or adjective inherits: what the noun makes of it as an operator, else the same."""
    operator = operators().nouns.get(governor.token.lemma_)
    if operator is not None and governor.token.pos_ == "NOUN":
        return _under_operator(governor, operator, governor.token)
    return governor.factuality


def _blames_a_cause(operator: Operator, verb: Token, modifiers: ClauseModifiers) -> bool:
    """Whether a known event only gets its cause: "the storm is blamed for the delay" leaves the delay a fact."""
    return operator.name == HEARSAY and modifiers.is_definite and not _accuses_someone(verb)


def _accuses_someone(verb: Token) -> bool:
    """Whether a verb accuses someone who can act: no storm can. A verdict ("convicted of") is no mere accusation."""
    if verb.lemma_ not in ACCUSING_VERBS or verb.lemma_ in _VERDICT_VERBS:
        return False
    accused = understood_subject(verb) if is_passive(verb) else own_object(verb)
    return accused is not None and may_act(accused)


def _after_preposition(modifiers: ClauseModifiers, governor: Governor, preposition: Token) -> ComposedFactuality:
    """What a noun behind a preposition inherits: "accused of the attack", "the threat of an attack"."""
    above = governor.token
    between = preposition.lower_
    is_part_of_plan = (above.lemma_ in _VERBS_OF_BEGINNING and between == "with") or above.lemma_ in VERBS_OF_ORDER
    if is_part_of_plan and governor.factuality.realis in TO_COME:
        # "is set to start with the vote", "… followed by the vote"
        return governor.factuality.affirmed
    if above.pos_ in VERB_POS:
        operator = operators().oblique.get(f"{above.lemma_} {between}")
        if operator is not None and not _blames_a_cause(operator, above, modifiers):
            operator, word = error_in_saying(above) or (operator, above)
            return _under_operator(governor, operator, word)
    elif above.lemma_ in _NOUNS_FOR_A_CASE and between == "of":
        return PLAIN.with_effect(SUPPOSED, CueSpan.at(above, CueKind.CONDITION))
    elif between != "by":
        operator, word = verdict_on(above) or (_operator_of_word(above, between, modifiers), above)
        if operator is not None:
            return _under_operator(governor, operator, word)
    beside = inherited_after_preposition(between, preposition, governor)
    if beside is not None:
        return beside
    is_cause = above.lemma_ in _EFFECTS and above.dep_ in SUBJECTS and between == "of"
    is_known = modifiers.is_definite and not (is_cause and _is_only_thought_of(above))
    return PLAIN if is_known else governor.factuality


def _is_of_the_sought(noun: Token, above: Token, preposition: str) -> bool:
    """Whether somebody is only sought for the act: "a warrant for his arrest", "information leading to the arrest"."""
    if noun.lemma_ not in _ACTS_ON_THE_SOUGHT:
        return False
    if above.pos_ == "NOUN":
        return preposition == "for" and above.lemma_ in _OFFERS_FOR_THE_SOUGHT
    if above.lemma_ != "lead" or preposition != "to" or above.tag_ in PAST_TAGS:
        return False
    clue = understood_subject(above)
    return clue is not None and clue.lemma_ in _CLUES_TO_THE_SOUGHT


def _operator_of_word(word: Token, preposition: str, modifiers: ClauseModifiers) -> Operator | None:
    """The operator of a noun or adjective over what stands behind its preposition.

    An event that the reader knows is no mere accusation: "an inquiry into the attack" leaves the attack a fact.
    """
    words = operators()
    operator = words.oblique.get(f"{word.lemma_} {preposition}")
    if operator is not None:
        return None if operator.name == HEARSAY and modifiers.is_definite else operator
    return (words.nouns if word.pos_ == "NOUN" else words.adjectives).get(word.lemma_)
