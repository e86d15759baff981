"""How sure the article is that an event happened: what is not plainly stated is marked, never passed off as fact."""

from collections.abc import Iterator

from spacy.tokens import Token

from dossier.annotate.roles import has_subject
from dossier.annotate.words import (
    CONDITIONS,
    DENIAL,
    DOUBT,
    HEDGES,
    HEDGING_ADJECTIVES,
    NEGATION_RAISING,
    NOT_DONE,
)
from dossier.model import Certainty, Factuality, Polarity

_EMBEDDED = frozenset("ccomp xcomp pcomp acl csubj csubjpass".split())
_OBJECTS = frozenset("dobj pobj nsubjpass attr prep agent".split())
_FACTIVE = frozenset("because since after although though while as whereas".split())
_PRESUPPOSING = frozenset("after since despite before".split())


def factuality(trigger: Token) -> Factuality:
    """Certainty and polarity of the event at ``trigger``, from its own clause and the clauses above it.

    A clause under a modal, a hedge, a condition, a question, or a verb that does not commit its subject is
    ``underspecified``: how sure exactly is not read here.
    """
    above = list(_governors(trigger))
    polarity = _polarity(trigger, above)
    settings = list(_settings([trigger, *above][-1]))
    hedged = any(_is_hedged(token) for token in (trigger, *above, *settings))
    doubtful = hedged or any(_is_doubt(token) for token in above) or _is_asked(trigger)
    certain = not doubtful and polarity is not Polarity.UNDERSPECIFIED
    return Factuality(Certainty.CERTAIN if certain else Certainty.UNDERSPECIFIED, polarity)


def _polarity(trigger: Token, above: list[Token]) -> Polarity:
    if _is_negated(trigger) or any(_denies(token) for token in above):
        return Polarity.NEGATIVE
    # "has not said whether he will go" says nothing of his going
    return Polarity.UNDERSPECIFIED if any(_is_negated(token) for token in above) else Polarity.POSITIVE


def _governors(trigger: Token) -> Iterator[Token]:
    """The words above the trigger whose commitment reaches down to it."""
    token = trigger
    while token.dep_ != "ROOT":
        if not (token.dep_ in _EMBEDDED or _is_hung_on(token, trigger) or _shares_modal(token)):
            return
        token = token.head
        yield token


def _settings(token: Token) -> Iterator[Token]:
    """The clauses that the clause of ``token`` is set in time by: "could go before he is asked" asks nobody yet."""
    while token.dep_ == "advcl":
        if any(child.dep_ in ("mark", "advmod") and child.lower_ in _FACTIVE for child in token.children):
            return
        token = token.head
        yield token


def _is_hung_on(token: Token, trigger: Token) -> bool:
    """Whether it is what its verb is about: an event noun ("planned the attack"), a gerund ("accused of killing")."""
    if trigger.pos_ == "NOUN":
        return token.dep_ in _OBJECTS
    return token.dep_ == "prep" and token.lower_ not in _PRESUPPOSING and token.head.pos_ in ("VERB", "AUX")


def _shares_modal(token: Token) -> bool:
    """Whether a coordinated verb leans on the auxiliary of the first ("could disrupt and hamper")."""
    own = has_subject(token) or any(child.dep_ in ("aux", "auxpass") for child in token.children)
    return token.dep_ == "conj" and token.head.pos_ in ("VERB", "AUX") and not own


def _is_hedged(token: Token) -> bool:
    if token.pos_ in ("VERB", "AUX") and (token.tag_ == "MD" or _is_open_infinitive(token)):
        return True
    for child in token.children:
        if child.tag_ == "MD" or child.lower_ in HEDGES or (child.dep_ == "mark" and child.lower_ in CONDITIONS):
            return True
        if child.dep_ in ("amod", "compound") and child.lower_ in HEDGING_ADJECTIVES:
            return True
    return token.dep_ == "pcomp" and token.head.head.pos_ in ("NOUN", "ADJ")


def _is_infinitive(token: Token) -> bool:
    return token.tag_ == "VB" and any(child.lower_ == "to" for child in token.children)


def _is_open_infinitive(token: Token) -> bool:
    """Whether it is an infinitive that says what for, not that it was done; "managed to" says it was."""
    return _is_infinitive(token) and token.head.lemma_ not in (
        "manage",
        "use",
        "have",
        "go",
        "continue",
        "begin",
    )


def _is_doubt(token: Token) -> bool:
    return token.lemma_ in DOUBT or token.lemma_ in DENIAL or token.lower_ in HEDGING_ADJECTIVES


def _denies(token: Token) -> bool:
    """Whether the word above says that it is not so; "not believed to have gone" says that he has not gone."""
    refused = token.lemma_ in DENIAL or token.lemma_ in NOT_DONE
    return refused or (token.lemma_ in NEGATION_RAISING and _is_negated(token))


def _is_negated(token: Token) -> bool:
    for child in token.children:
        if child.dep_ == "neg" or (child.dep_ == "det" and child.lower_ == "no"):
            return True
        if child.dep_ in ("nsubj", "nsubjpass", "dobj") and _is_nothing(child):
            return True
    return False


def _is_nothing(token: Token) -> bool:
    none = token.lower_ in ("nobody", "none", "nothing", "neither")
    return none or any(child.dep_ == "det" and child.lower_ in ("no", "neither") for child in token.children)


def _is_asked(trigger: Token) -> bool:
    return trigger.sent.text.rstrip("\"'”’ \n").endswith("?")
