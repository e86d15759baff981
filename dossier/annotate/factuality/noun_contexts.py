"""Event nouns: "the alleged attack", "planned an attack", "no attack", "the threat of an attack"."""

from dossier.annotate.doc import Cue
from dossier.annotate.factuality.adjuncts import behind
from dossier.annotate.factuality.apply_operator import Governor, under
from dossier.annotate.factuality.clause_modifiers import Frame
from dossier.annotate.factuality.composed_factuality import PLAIN, SUPPOSED, State
from dossier.annotate.factuality.operators import Operator, lexicon
from dossier.annotate.parsed import Token
from dossier.annotate.roles.animacy import may_act
from dossier.annotate.roles.blame import culprit
from dossier.annotate.roles.role_words import ACCUSING
from dossier.annotate.roles.subjects import direct_object, is_passive, subject
from dossier.annotate.syntax.labels import BESIDE_NOUN, OBJECTS_OF_OPERATORS, SUBJECTS, VERB_POS
from dossier.annotate.word_classes import LIGHT_VERBS, REPORTING
from dossier.model import CueKind, Realis
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.factuality", "factuality_words.toml")

_EVENTUALITIES = frozenset(("event", "case"))
_COMING = (Realis.FORECAST, Realis.PLAN)
_EXPRESSED = _WORDS["expressed"]
"""What is offered in offering it."""
_ABOUT = REPORTING | _WORDS["about_more"]
"""Verbs that take what there is already."""
_ACCUSING = "hearsay"
_FOUND = _WORDS["found"]
"""Words of courts that take the deed for a fact."""


def context(token: Token, around: Frame, host: Governor) -> State:
    """The state that an event noun, or any other word that is no verb, has from the word above it."""
    if token.dep_ in BESIDE_NOUN:
        return PLAIN
    if host.preposition is not None:
        return _behind_preposition(around, host, host.preposition)
    if host.token.pos_ not in VERB_POS:
        return _beside_noun(host)
    word, operator = _over(token, host)
    if operator is not None:
        return _operated(host, operator, word)
    if host.token.lemma_ in LIGHT_VERBS:
        return host.state
    return _participant(token, around, host)


def _over(token: Token, host: Governor) -> tuple[Token, Operator | None]:
    """The verb, or the adjective it predicates, with its class over a noun that it takes."""
    if culprit(token) is not None:
        return host.token, lexicon().oblique["blame for"]
    if token.dep_ in OBJECTS_OF_OPERATORS:
        return host.token, _over_object(token, host.token.lemma_)
    predicate = host.around.predicate
    if token.dep_ not in SUBJECTS or predicate is None:
        return host.token, None
    operator = lexicon().adjectives.get(predicate.lower_)
    return predicate, operator if operator and operator.kind is not CueKind.PLAN else None


def _over_object(noun: Token, verb: str) -> Operator | None:
    """The class of a verb over its object; who rejects a claim denies what it says."""
    words = lexicon()
    said, denied = words.nouns.get(noun.lemma_), words.verbs.get(verb)
    if said is not None and said.name == _ACCUSING and denied is not None and denied.kind is CueKind.DENIAL:
        return denied
    if verb == "offer" and noun.lemma_ in _EXPRESSED:
        return None
    return words.objects.get(verb)


def _operated(host: Governor, operator: Operator, word: Token) -> State:
    return under(host, operator, Cue(word.i, word.i + 1, operator.kind), is_past=False)


def _participant(token: Token, around: Frame, host: Governor) -> State:
    """A known event ("the attack") took place whatever is said of it, unless it is told of as still to come."""
    state = host.state
    if token.dep_ in SUBJECTS:
        return PLAIN if around.is_definite else state.affirmed
    if not around.is_definite:
        return state
    expected = state.realis in _COMING and host.token.lemma_ not in _ABOUT
    return state.affirmed if expected else PLAIN


def _beside_noun(host: Governor) -> State:
    operator = lexicon().nouns.get(host.token.lemma_)
    if operator is not None and host.token.pos_ == "NOUN":
        return _operated(host, operator, host.token)
    return host.state


def _accuses(verb: Token) -> bool:
    """Whether somebody is said to have done what stands behind it: not the weather that is blamed for the delay."""
    if verb.lemma_ not in ACCUSING or verb.lemma_ in _FOUND:
        return False
    accused = subject(verb) if is_passive(verb) else direct_object(verb)
    return accused is not None and may_act(accused)


def _behind_preposition(around: Frame, host: Governor, preposition: Token) -> State:
    above = host.token
    between = preposition.lower_
    if above.pos_ in VERB_POS:
        operator = lexicon().oblique.get(f"{above.lemma_} {between}")
        if operator is not None and not (operator.name == _ACCUSING and around.is_definite and not _accuses(above)):
            return _operated(host, operator, above)
    elif above.lemma_ in _EVENTUALITIES and between == "of":
        return PLAIN.under(SUPPOSED, Cue(above.i, above.i + 1, CueKind.CONDITION))
    elif between != "by":
        operator = (lexicon().nouns if above.pos_ == "NOUN" else lexicon().adjectives).get(above.lemma_)
        if operator is not None:
            return _operated(host, operator, above)
    beside = behind(between, preposition, host)
    if beside is not None:
        return beside
    return PLAIN if around.is_definite else host.state
