"""Who says that an event happened, when it is not the article itself."""

from spacy.tokens import Token

from dossier.annotate.doc import Source
from dossier.annotate.phrases import core
from dossier.annotate.words import DENIAL, DOUBT, SPEECH

_REPORTING = SPEECH | DENIAL | (DOUBT & frozenset("believe think suspect allege claim assert argue maintain contend "
    "suggest estimate expect predict warn accuse insist".split()))  # fmt: skip


def source(trigger: Token) -> Source | None:
    """The speaker of the nearest reporting verb above the trigger, or of an "according to" beside it."""
    token = trigger
    while True:
        found = _according_to(token)
        if found or token.dep_ == "ROOT":
            return found
        if token.dep_ == "ccomp" and token.head.lemma_ in _REPORTING:
            return _speaker(token.head)
        token = token.head


def _speaker(cue: Token) -> Source | None:
    """The subject of the cue; nobody where it is negated: who "has not said" says nothing."""
    if any(child.dep_ == "neg" for child in cue.children):
        return None
    for child in cue.children:
        if child.dep_ == "nsubj":
            return Source(*core(child), child.i, (cue.i, cue.i + 1))
    return None


def _according_to(token: Token) -> Source | None:
    for child in token.children:
        if child.lower_ == "according" and child.i + 1 < len(token.doc) and child.nbor(1).lower_ == "to":
            for named in child.subtree:
                if named.dep_ == "pobj" and named.head.lower_ == "to":
                    return Source(*core(named), named.i, (child.i, child.i + 2))
    return None
