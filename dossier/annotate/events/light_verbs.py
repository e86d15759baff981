"""Light verbs: "carried out an attack" is one event, and its word is "attack"."""

from dossier.annotate.events.event_nouns import can_be_event
from dossier.annotate.events.event_verbs import lemma, phrase_at
from dossier.annotate.ontology import Ontology
from dossier.annotate.parsed import Token
from dossier.annotate.roles import is_passive, subject
from dossier.annotate.roles.role_words import LIGHT
from dossier.annotate.roles.verb_participants import objected


def lightened(verb: Token, known: Ontology) -> Token | None:
    """The event noun of which a light verb says no more than that it took place, if it is one here."""
    if verb.lemma_ not in _OPENERS:
        return None
    phrase = phrase_at(verb, known)
    if phrase is not None and phrase.words in known.verbs:
        return None  # "take office" is an event of its own
    if lemma(verb, phrase).replace(" ", "_") not in LIGHT:
        return None
    noun = _object(verb)
    return noun if noun is not None and can_be_event(noun, known) else None


_OPENERS = frozenset(word.partition("_")[0] for word in LIGHT)


def _object(verb: Token) -> Token | None:
    """What is done: the object, or the subject of the passive ("an attack carried out by")."""
    if is_passive(verb):
        return subject(verb)
    return next((token for token in objected(verb) if token.pos_ == "NOUN"), None)
