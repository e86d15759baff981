"""Where else in its sentence the place of an event may stand."""

from dossier.annotate.events.candidate import Candidate
from dossier.annotate.ontology import Ontology
from dossier.annotate.parsed import Token
from dossier.annotate.syntax.clauses import has_subject
from dossier.annotate.syntax.labels import CLAUSE_MARKS, CONJUNCT_OR_ADVERBIAL, SUBJECTS
from dossier.annotate.syntax.objects import understood_objects

_STEPS = 4


def governors(found: Candidate, known: Ontology) -> tuple[Token, ...]:
    """What may hold the place of the event where its own words name none.

    Its light verb, or the verb that says that it took place; of harm the verb whose outcome it is ("exploded in Varna,
    killing ten"), the event noun that did it ("the blast in Varna killed ten"), and harm coordinated with it.
    """
    if found.light is not None:
        return (found.light,)
    head = found.head.head
    if found.is_noun:
        taken = found.head.dep_ in (*SUBJECTS, "dobj") and head.pos_ == "VERB"
        return (head,) if taken else ()
    return _of_harm(found.head, known) if found.type.harm else ()


def _of_harm(verb: Token, known: Ontology) -> tuple[Token, ...]:
    cause = _cause(verb)
    if cause is not None:
        return (cause, *understood_objects(cause))
    causes = [child for child in verb.children if child.dep_ in SUBJECTS and _is_harm(child, known)]
    joined = [child for child in verb.rights if child.dep_ == "conj" and _is_harm(child, known)]
    return (*causes, *joined)


def _cause(verb: Token) -> Token | None:
    """The verb above a bare participle that tells its outcome, past those coordinated with it."""
    for _ in range(_STEPS):
        if verb.tag_ != "VBG" or verb.dep_ not in CONJUNCT_OR_ADVERBIAL or has_subject(verb):
            return None
        if any(child.dep_ in CLAUSE_MARKS for child in verb.lefts):
            return None
        if verb.dep_ == "advcl":
            return verb.head if verb.head.pos_ == "VERB" and verb.head.i < verb.i else None
        verb = verb.head
    return None


def _is_harm(token: Token, known: Ontology) -> bool:
    listed = known.nouns if token.pos_ == "NOUN" else known.verbs
    kind = listed.get(token.lemma_)
    return kind is not None and kind.harm
