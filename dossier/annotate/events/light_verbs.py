"""Light verbs: "carried out an attack" tells of one event, and the noun "attack" is its trigger."""

from dossier.annotate.events.event_nouns import can_be_event
from dossier.annotate.events.event_verbs import multiword_verb, verb_lemma
from dossier.annotate.ontology import Ontology
from dossier.annotate.parsed import Token
from dossier.annotate.syntax.objects import understood_objects
from dossier.annotate.syntax.subjects import is_passive, understood_subject
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.events", "event_words.toml")

_LIGHT_VERBS = _WORDS["light_verbs"]
_FIRST_WORDS = frozenset(words.partition(" ")[0] for words in _LIGHT_VERBS)


def light_verb_event(verb: Token, ontology: Ontology) -> Token | None:
    """The event noun that is the object of a light verb, or the subject of its passive.

    The verb then only says that the event of the noun took place. None for any other verb, and for a light verb whose
    noun names no event.
    """
    if verb.lemma_ not in _FIRST_WORDS:
        return None
    multiword = multiword_verb(verb, ontology)
    if multiword is not None and multiword.words in ontology.verbs:
        return None  # "take office" is an event of its own
    if verb_lemma(verb, multiword) not in _LIGHT_VERBS:
        return None
    noun = _noun_acted_on(verb)
    return noun if noun is not None and can_be_event(noun, ontology) else None


def _noun_acted_on(verb: Token) -> Token | None:
    """The subject of a passive verb, the first object of any other that is a common noun."""
    if is_passive(verb):
        return understood_subject(verb)
    return next((token for token in understood_objects(verb) if token.pos_ == "NOUN"), None)
