"""Clauses that complete the word above: "said that …", "plan to …", "accused of …", "without …", "the claim that …"."""

from dossier.annotate.doc import CueSpan
from dossier.annotate.factuality.adjuncts import inherited_after_preposition
from dossier.annotate.factuality.apply_operator import Governor, apply_no_operator, apply_operator, as_purpose
from dossier.annotate.factuality.clause_modifiers import ClauseModifiers
from dossier.annotate.factuality.composed_factuality import (
    ASKED,
    PLAIN,
    SUPPOSED,
    ComposedFactuality,
)
from dossier.annotate.factuality.falsehoods import error_in_saying, is_content_clause, verdict_on
from dossier.annotate.factuality.infinitives import infinitive_under_no_operator
from dossier.annotate.factuality.operators import HEARSAY, Operator, operators
from dossier.annotate.parsed import Token
from dossier.annotate.syntax.labels import (
    COMPLEMENTS_OF_OPERATORS,
    FINITE_OR_MODAL_TAGS,
    INFINITIVE_OR_GERUND_TAGS,
    NOUN_POS,
    PREDICATES,
    VERB_POS,
)
from dossier.annotate.word_classes import CONTENDING_VERBS, QUOTING_VERBS, SPEECH_VERBS
from dossier.model import CueKind, Polarity
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.factuality", "factuality_words.toml")

_VERBS_BEHIND_THEIR_CLAUSE = SPEECH_VERBS | QUOTING_VERBS | CONTENDING_VERBS | _WORDS["verbs_behind_their_clause"]
_WHETHER = frozenset(("whether", "if"))
_VERBS_OF_HEARSAY = frozenset(("say", "report", "tell"))
_PERCEPTION_AND_CAUSATION_VERBS = _WORDS["perception_and_causation_verbs"]
_PREPOSITIONS_OF_DEEDS = frozenset(("in", "by"))
_NOUNS_OF_DEEDS = _WORDS["nouns_of_deeds"]


def inherited_by_complement(token: Token, modifiers: ClauseModifiers, governor: Governor) -> ComposedFactuality:
    """What a clause inherits from the word above; ``token`` heads the clause. One that completes no word is a fact."""
    if token.dep_ == "relcl" and is_content_clause(token, governor.token):
        return _completing_clause(token, modifiers, governor)
    if token.dep_ not in COMPLEMENTS_OF_OPERATORS or _is_beside(token, modifiers, governor.token):
        return PLAIN
    if token.dep_ == "acomp":
        return governor.factuality
    if token.dep_ == "acl" and governor.token.i == token.head.i and modifiers.mark is None and modifiers.to is None:
        return _participle_beside_noun(token, governor)
    question = _indirect_question(token, modifiers, governor)
    return question if question is not None else _completing_clause(token, modifiers, governor)


def _completing_clause(token: Token, modifiers: ClauseModifiers, governor: Governor) -> ComposedFactuality:
    if governor.preposition is not None:
        return _gerund_after_preposition(governor, governor.preposition)
    operator, word = _operator_and_word(token, modifiers, governor)
    if operator is None:
        return _under_no_operator(token, modifiers, governor)
    return _under_operator(token, modifiers, governor, operator, word)


def _participle_beside_noun(token: Token, governor: Governor) -> ComposedFactuality:
    """A participle beside a noun is a fact: "the raid carried out by rebels".

    But none were seized in "there were no ships seized", and "the chance of a spark setting off a fire" is a chance.
    """
    if governor.modifiers.negation is not None:
        return governor.factuality
    return governor.factuality.affirmed if token.tag_ == "VBG" and _is_doubtful_noun(governor) else PLAIN


def _is_doubtful_noun(governor: Governor) -> bool:
    """Whether the governor is an event noun of which it is doubtful whether it happened ("the chance of a spark")."""
    cues = governor.factuality.cues
    return not governor.modifiers.is_definite and bool(cues) and cues[-1].kind in (CueKind.HEDGE, CueKind.BELIEF)


def _is_beside(token: Token, modifiers: ClauseModifiers, above: Token) -> bool:
    """Whether a clause only stands beside the word above, and does not complete it.

    A relative clause does, or one in front of a verb that takes none ("the roof fell in, but nobody was hurt").
    """
    if token.dep_ == "relcl":
        # "a hard town to take" is an infinitive too
        return modifiers.to is None or modifiers.question_word is not None or modifiers.subject is not None
    in_front = token.dep_ == "ccomp" and token.i < above.i and modifiers.mark is None
    if in_front and any(child.text == ";" for child in above.lefts):
        # "Brandt was arrested; the trial is expected in June"
        return True
    return in_front and above.pos_ in VERB_POS and above.lemma_ not in _VERBS_BEHIND_THEIR_CLAUSE


def _indirect_question(token: Token, modifiers: ClauseModifiers, governor: Governor) -> ComposedFactuality | None:
    """What an indirect question inherits; None where the clause is no indirect question."""
    if modifiers.mark is not None and modifiers.mark.lower_ in _WHETHER:
        return PLAIN.with_effect(ASKED, CueSpan.at(modifiers.mark, CueKind.QUESTION))
    if modifiers.question_word is None or modifiers.question_word.i < governor.token.i or token.dep_ == "acl":
        return None
    if modifiers.to is not None:
        # "how to leave" tells of nobody who left
        return as_purpose(modifiers.to, governor)
    # "did not say why he left": he left
    return governor.factuality if governor.factuality.polarity is Polarity.POSITIVE else PLAIN


def _operator_and_word(token: Token, modifiers: ClauseModifiers, governor: Governor) -> tuple[Operator | None, Token]:
    """The operator that acts on a clause, if any, and its word: the word above, or the predicate of "is likely"."""
    words, above = operators(), governor.token
    predicate = governor.modifiers.predicate
    if above.pos_ in VERB_POS and predicate is not None and token.i > predicate.i:
        above = predicate
    if (above.lower_ == "going" and modifiers.to is not None) or _is_in_order(above):
        return None, above
    for said in (predicate, above if above.dep_ in PREDICATES else None):
        verdict = words.predicates.get(said.lower_) if said is not None else None
        if said is not None and verdict is not None:
            return verdict, said
    lemma = above.lemma_ if above.pos_ != "ADJ" else above.lower_
    if above.pos_ in VERB_POS:
        return error_in_saying(above) or (_operator_of_verb(lemma, token, modifiers, governor), above)
    if (verdict_on_noun := verdict_on(above)) is not None:
        return verdict_on_noun
    known = _operator_of_noun(above) if above.pos_ in NOUN_POS else words.adjectives.get(lemma)
    # "police allege that": the tagger takes some verbs for nouns
    return known or (words.verbs.get(lemma) if token.dep_ == "ccomp" else None), above


def _operator_of_noun(noun: Token) -> Operator | None:
    return operators().nouns.get(noun.lemma_) or operators().clause_nouns.get(noun.lemma_)


def _is_in_order(word: Token) -> bool:
    """Whether the word is the "order" of "in order to"."""
    return word.lower_ == "order" and word.i > 0 and word.nbor(-1).lower_ == "in"


def _operator_of_verb(lemma: str, token: Token, modifiers: ClauseModifiers, governor: Governor) -> Operator | None:
    """The operator of a verb over a clause of that form: finite or not."""
    words = operators()
    is_finite = modifiers.to is None and (
        token.tag_ not in INFINITIVE_OR_GERUND_TAGS
        or any(auxiliary.tag_ in FINITE_OR_MODAL_TAGS for auxiliary in modifiers.auxiliaries)
    )
    # "was told to leave" is an order, "is said to have left" hearsay
    is_saying = lemma in _VERBS_OF_HEARSAY and (is_finite or lemma != "tell")
    if is_saying and _is_passive_without_agent(governor) and governor.modifiers.negation is None:
        return words.nouns["allegation"]
    narrow = words.finite if is_finite else words.infinitive
    return narrow.get(lemma) or words.verbs.get(lemma)


def _is_passive_without_agent(governor: Governor) -> bool:
    """Whether the governor is passive and names nobody who did it ("it was reported that", "is said to have")."""
    return governor.modifiers.is_passive and governor.modifiers.agent is None


def _under_operator(
    token: Token, modifiers: ClauseModifiers, governor: Governor, operator: Operator, word: Token
) -> ComposedFactuality:
    cues = governor.factuality.cues
    if operator.name == HEARSAY and cues and cues[-1].kind is CueKind.DENIAL:
        # who rejects the claim that it is so says that it is not
        return governor.factuality
    # "was able to leave": he did
    if word.lower_ == "able" and "VBD" in (word.head.tag_, governor.token.tag_):
        return governor.factuality
    return apply_operator(governor, operator, CueSpan.at(word, operator.kind), is_past=_is_past(token, modifiers))


def _is_past(token: Token, modifiers: ClauseModifiers) -> bool:
    """Whether a clause stands in a past tense or a perfect."""
    auxiliaries = modifiers.auxiliaries
    return token.tag_ == "VBD" or modifiers.is_perfect or any(auxiliary.tag_ == "VBD" for auxiliary in auxiliaries)


def _under_no_operator(token: Token, modifiers: ClauseModifiers, governor: Governor) -> ComposedFactuality:
    """The factuality of a clause under a word that is no operator."""
    above = governor.token
    if modifiers.to is not None:
        return infinitive_under_no_operator(token, modifiers, modifiers.to, governor)
    is_open_complement = above.pos_ in VERB_POS and above.lemma_ not in SPEECH_VERBS and token.dep_ == "xcomp"
    if is_open_complement and (above.lemma_ in _PERCEPTION_AND_CAUSATION_VERBS or token.tag_ == "VBG"):
        return governor.factuality
    return apply_no_operator(governor.factuality)


def _gerund_after_preposition(governor: Governor, preposition: Token) -> ComposedFactuality:
    """What a gerund behind a preposition inherits: "accused of …", "without …", "after …", "the plan for …"."""
    above = governor.token
    between = preposition.lower_
    operator, word = _operator_and_word_before_gerund(above, between)
    if operator is not None:
        return apply_operator(governor, operator, CueSpan.at(word, operator.kind), is_past=False)
    beside = inherited_after_preposition(between, preposition, governor)
    if beside is not None:
        return beside
    if above.pos_ in VERB_POS:
        return governor.factuality.affirmed
    if between in _PREPOSITIONS_OF_DEEDS or above.lemma_ in _NOUNS_OF_DEEDS:
        return apply_no_operator(governor.factuality)
    return governor.factuality.affirmed.with_effect(SUPPOSED, CueSpan.at(preposition, CueKind.PURPOSE))


def _operator_and_word_before_gerund(above: Token, preposition: str) -> tuple[Operator | None, Token]:
    words = operators()
    operator = words.oblique.get(f"{above.lemma_} {preposition}")
    if operator is None and above.pos_ not in VERB_POS:
        known = words.nouns if above.pos_ in NOUN_POS else words.adjectives
        operator = known.get(above.lemma_)
    stated_in_error = error_in_saying(above) if operator is not None else None
    return stated_in_error or (operator, above)
