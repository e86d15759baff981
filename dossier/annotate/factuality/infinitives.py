"""Infinitives under a word that is no operator: "had to leave", "the first to leave", "stopped to rest"."""

from dossier.annotate.doc import CueSpan
from dossier.annotate.factuality.apply_operator import Governor, apply_no_operator, as_purpose
from dossier.annotate.factuality.clause_modifiers import ClauseModifiers
from dossier.annotate.factuality.composed_factuality import FORESEEN, SCHEDULED, SUPPOSED, ComposedFactuality
from dossier.annotate.parsed import Token
from dossier.annotate.syntax.labels import PAST_TAGS, VERB_POS
from dossier.model import CueKind
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.factuality", "factuality_words.toml")

_GOAL_NOUNS = _WORDS["goal_nouns"]
_EVALUATIVE_ADJECTIVES = _WORDS["evaluative_adjectives"]
_RANKING_WORDS = _WORDS["ranking_words"]
_ACTS_BY_VOTE = _WORDS["acts_by_vote"]


def infinitive_under_no_operator(
    token: Token, modifiers: ClauseModifiers, to: Token, governor: Governor
) -> ComposedFactuality:
    """What an infinitive inherits from a word that is no operator; ``to`` is its "to". Most tell of a purpose."""
    above = governor.token
    if above.lemma_ == "vote" and above.tag_ in PAST_TAGS and token.lemma_ in _ACTS_BY_VOTE:
        # "voted on Tuesday to elect Brandt": they did
        return apply_no_operator(governor.factuality)
    predicate = governor.modifiers.predicate
    if predicate is not None:
        # "was lucky to survive"; but "it is hard to leave" says of nobody that they left
        is_fact = predicate.lower_ in _EVALUATIVE_ADJECTIVES
        return apply_no_operator(governor.factuality) if is_fact else as_purpose(to, governor)
    if above.pos_ in VERB_POS and above.lemma_ in _AUXILIARY_LIKE_VERBS:
        return _AUXILIARY_LIKE_VERBS[above.lemma_](to, governor)
    if above.pos_ == "PROPN" or (above.pos_ == "NOUN" and (modifiers.is_passive or _is_headline(to, governor))):
        # "the talks, to be held in May"
        return governor.factuality.with_effect(SCHEDULED, CueSpan.at(to, CueKind.PLAN))
    is_ranked = above.pos_ == "NOUN" and _is_ranked(governor)
    goes_on = governor.goes_on or governor.leads_to(token)
    if above.lower_ in _EVALUATIVE_ADJECTIVES or goes_on or is_ranked or modifiers.is_perfect:
        return apply_no_operator(governor.factuality)
    return as_purpose(to, governor)


def _is_headline(to: Token, governor: Governor) -> bool:
    """Whether it looks like the headline "Talks to resume", which the parser takes for a noun with an infinitive."""
    return governor.token.dep_ == "ROOT" and not governor.modifiers.is_determined and to.i == governor.token.i + 1


def _is_ranked(governor: Governor) -> bool:
    """Whether the governor is ranked, as in "the first man to leave": he left."""
    return any(premodifier.lower_ in _RANKING_WORDS for premodifier in governor.modifiers.premodifiers)


def _after_have(to: Token, governor: Governor) -> ComposedFactuality:
    """Who had to leave did leave; who has to leave should."""
    above = governor.token
    if above.tag_ == "VBD" or governor.modifiers.is_perfect:
        return governor.factuality
    end = to.i + 1 if to.i == above.i + 1 else above.i + 1
    return governor.factuality.with_effect(SUPPOSED, CueSpan(above.i, end, CueKind.MODAL))


def _after_be(to: Token, governor: Governor) -> ComposedFactuality:
    """Who "is to leave" is scheduled to; "the aim is to leave" tells of no more than an aim."""
    subject = governor.modifiers.subject
    if subject is not None and subject.lemma_ in _GOAL_NOUNS:
        return governor.factuality.with_effect(SUPPOSED, CueSpan.at(to, CueKind.PURPOSE))
    return governor.factuality.with_effect(SCHEDULED, CueSpan.at(to, CueKind.PLAN))


def _after_go(to: Token, governor: Governor) -> ComposedFactuality:
    """Who is going to leave will; who went on to leave did; who went to see something went for that purpose."""
    above = governor.token
    if above.tag_ == "VBG":
        return governor.factuality.with_effect(FORESEEN, CueSpan(above.i, to.i + 1, CueKind.MODAL))
    return apply_no_operator(governor.factuality) if governor.goes_on else as_purpose(to, governor)


def _after_use(to: Token, governor: Governor) -> ComposedFactuality:
    """Who used to leave did leave; what is used to leave is used for that purpose."""
    is_habit = to.i == governor.token.i + 1 and governor.token.tag_ == "VBD"
    return governor.factuality if is_habit else as_purpose(to, governor)


_AUXILIARY_LIKE_VERBS = {"have": _after_have, "be": _after_be, "go": _after_go, "use": _after_use}
