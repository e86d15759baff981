"""Other words of the sentence whose place may be that of an event: of "killing ten", "exploded in Varna"."""

from dossier.annotate.events.candidate import Candidate
from dossier.annotate.ontology import Ontology
from dossier.annotate.parsed import Token
from dossier.annotate.syntax.clauses import has_subject
from dossier.annotate.syntax.labels import CLAUSE_MARKS, CONJUNCT_OR_ADVERBIAL, SUBJECTS, SUBJECTS_OR_DIRECT_OBJECTS
from dossier.annotate.syntax.objects import understood_objects

_MAX_COORDINATED_PARTICIPLES = 4
"""Over how many participles their cause is looked for ("exploded, killing ten and injuring fifty": two).

Set by hand, to bound the work; no measurement is recorded.
"""


def words_sharing_place(event: Candidate, ontology: Ontology) -> tuple[Token, ...]:
    """The words whose place is the event's too, where the event's own phrase names none.

    For an event noun: its light verb, or any verb of which it is subject or direct object. For a verb of harm: the
    verb whose outcome it tells ("exploded in Varna, killing ten") with its objects, or else the words of harm that are
    its subject ("the blast in Varna killed ten") or coordinated with it. For any other verb: none.
    """
    if event.light_verb is not None:
        return (event.light_verb,)
    above = event.head.head
    if event.is_noun:
        is_argument = event.head.dep_ in SUBJECTS_OR_DIRECT_OBJECTS and above.pos_ == "VERB"
        return (above,) if is_argument else ()
    return _words_around_harm(event.head, ontology) if event.type.harm else ()


def _words_around_harm(verb: Token, ontology: Ontology) -> tuple[Token, ...]:
    """The cause of a verb of harm with its objects, else the subjects and conjuncts of the verb that tell of harm."""
    cause = _cause(verb)
    if cause is not None:
        return (cause, *understood_objects(cause))
    subjects = [child for child in verb.children if child.dep_ in SUBJECTS and _tells_harm(child, ontology)]
    conjuncts = [child for child in verb.rights if child.dep_ == "conj" and _tells_harm(child, ontology)]
    return (*subjects, *conjuncts)


def _cause(verb: Token) -> Token | None:
    """The verb before a bare participle that tells its outcome ("exploded, killing ten"), past coordinated ones."""
    for _ in range(_MAX_COORDINATED_PARTICIPLES):
        if verb.tag_ != "VBG" or verb.dep_ not in CONJUNCT_OR_ADVERBIAL or has_subject(verb):
            return None
        if any(child.dep_ in CLAUSE_MARKS for child in verb.lefts):
            return None
        if verb.dep_ == "advcl":
            return verb.head if verb.head.pos_ == "VERB" and verb.head.i < verb.i else None
        verb = verb.head
    return None


def _tells_harm(word: Token, ontology: Ontology) -> bool:
    """Whether the ontology lists the word for an event that does harm ("blast", "wound")."""
    types_by_lemma = ontology.nouns if word.pos_ == "NOUN" else ontology.verbs
    event_type = types_by_lemma.get(word.lemma_)
    return event_type is not None and event_type.harm
