"""The subject of a verb: its own, or the one it takes from the clause or noun it hangs on."""

from dossier.annotate.parsed import Token
from dossier.annotate.roles.animacy import is_person
from dossier.annotate.roles.role_words import (
    CONTROLLING_PREPOSITIONS,
    OBJECT_CONTROL,
    STEPS,
    SUBJECT_CONTROL,
)
from dossier.annotate.syntax.labels import (
    CLAUSAL_ARGUMENTS,
    CONJUNCT_OR_COMPLEMENTS,
    FINITE_TAGS,
    NOMINAL_OR_NUMBER_POS,
    NOUN_CLAUSES,
    NOUN_POS,
    OBJECT_OR_PREDICATE,
    PARTICIPIAL_RELATIONS,
    PASSIVE_MARKS,
    PAST_TAGS,
    PREDICATIVE_RELATIONS,
    SUBJECTS,
    SUBORDINATE_CLAUSES,
    VERB_OBJECTS,
    VERB_POS,
    WH_TAGS,
)

_REACH = 4
_CALLING = ("call", "rely", "count", "depend")


def is_passive(verb: Token) -> bool:
    """Whether the verb is in the passive, or a past participle on its own ("the bombs used").

    A participle coordinated with a passive one shares its helper ("was arrested and charged", "ten were killed and
    fifty wounded").
    """
    for _ in range(STEPS):
        if verb.tag_ not in PAST_TAGS:
            return False
        deps = {child.dep_ for child in verb.children}
        if deps & PASSIVE_MARKS:
            return True
        coordinated = verb.dep_ == "conj" and verb.head.pos_ in VERB_POS
        if verb.tag_ != "VBN" or "aux" in deps or ("nsubj" in deps and (not coordinated or "dobj" in deps)):
            return False
        if not coordinated:
            return verb.dep_ in PARTICIPIAL_RELATIONS
        verb = verb.head
    return False


def subject(verb: Token, steps: int = STEPS) -> Token | None:
    """The head of the subject, as what the verb's voice makes of it; for a relative pronoun what it stands for.

    Through coordination, control ("ordered him to leave": him), raising ("is believed to have left"), participles
    and reduced relative clauses; None where nobody is named.
    """
    own = own_subject(verb)
    if own is not None:
        return None if _is_expletive(own, verb) else antecedent(own, verb)
    return _inherited(verb, steps) if steps else None


def own_subject(verb: Token) -> Token | None:
    """The verb's own subject.

    Where the parse has several, the last before the verb that is no relative pronoun ("whom the firm dismissed", or
    behind a dateline).
    """
    found = [child for child in verb.children if child.dep_ in SUBJECTS]
    if len(found) < 2:
        return found[0] if found else None
    plain = [child for child in found if child.tag_ not in WH_TAGS] or found
    before = [child for child in plain if child.i < verb.i]
    return before[-1] if before else plain[0]


def direct_object(verb: Token) -> Token | None:
    """The head of the verb's own object, a relative pronoun resolved."""
    for child in verb.children:
        if child.dep_ in VERB_OBJECTS and child.pos_ in NOMINAL_OR_NUMBER_POS:
            return antecedent(child, verb)
    return None


def antecedent(token: Token, verb: Token) -> Token:
    """For a relative pronoun of the verb's clause the noun it stands for, else the token itself."""
    if token.tag_ not in WH_TAGS or token.tag_ == "WP$":
        return token
    for _ in range(_REACH):
        if verb.dep_ == "relcl":
            return named(_person_behind(verb.head) if token.lower_ in ("who", "whom") else verb.head)
        if verb.dep_ not in CONJUNCT_OR_COMPLEMENTS:
            break
        verb = verb.head
    return token


def _person_behind(noun: Token) -> Token:
    """Whom a "who" means: not the bank of "the director of the bank, who resigned"."""
    above = noun.head.head
    is_part = noun.dep_ == "pobj" and noun.head.dep_ == "prep" and above.pos_ in NOUN_POS
    of_person = is_part and (is_person(above) or is_person(named(above)))
    return above if of_person and not is_person(noun) else noun


def named(noun: Token) -> Token:
    """For an apposition the name it explains ("Brandt, the clerk who left": Brandt)."""
    return noun.head if noun.dep_ == "appos" and noun.head.pos_ == "PROPN" and noun.pos_ == "NOUN" else noun


def _is_expletive(token: Token, verb: Token) -> bool:
    """Whether it is the "it" of "it was reported that …"."""
    if token.lower_ != "it":
        return False
    clausal = any(child.dep_ in CLAUSAL_ARGUMENTS and child.i > verb.i for child in verb.children)
    return clausal and (token.dep_ == "nsubjpass" or verb.lemma_ in ("seem", "appear", "happen", "emerge"))


def _inherited(verb: Token, steps: int) -> Token | None:
    head, dep = verb.head, verb.dep_
    if dep in NOUN_CLAUSES:
        return _of_noun(verb, head, steps) if head.pos_ in NOMINAL_OR_NUMBER_POS else None
    if dep == "conj":
        return subject(head, steps - 1) if head.pos_ in VERB_POS else None
    if dep == "pcomp":
        return _of_gerund(head, steps)
    if dep in SUBORDINATE_CLAUSES and verb.tag_ not in FINITE_TAGS:
        called = _called_on(head) if head.lemma_ in _CALLING and verb.tag_ == "VB" else None
        if called is not None:
            return called
        return _of_adverbial(verb, steps) if dep == "advcl" else _controller(head, steps)
    return None


def _called_on(verb: Token) -> Token | None:
    """Who is called on to do something."""
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in ("on", "upon"):
            return next((obj for obj in child.children if obj.dep_ == "pobj"), None)
    return None


def _of_adverbial(verb: Token, steps: int) -> Token | None:
    """What a participle or an infinitive of purpose takes from the main clause."""
    head = verb.head
    purpose = verb.tag_ == "VB" and head.pos_ in VERB_POS and is_passive(head)
    if purpose and head.lemma_ not in OBJECT_CONTROL:
        # a law "was passed to protect" by whoever passed it
        return _agent(head)
    return predicate_subject(head, steps - 1)


def predicate_subject(token: Token, steps: int = STEPS) -> Token | None:
    """The subject of the clause in which the token is the verb or the predicate ("is likely to leave": of "is")."""
    for _ in range(_REACH):
        if token.pos_ in VERB_POS:
            return subject(token, steps)
        if token.dep_ == "amod":
            return token.head
        if token.dep_ not in PREDICATIVE_RELATIONS:
            return None
        token = token.head
    return None


def _controller(head: Token, steps: int) -> Token | None:
    """Who does what a clause without a subject under ``head`` tells."""
    if head.pos_ not in VERB_POS:
        return predicate_subject(head, steps - 1)
    if head.lemma_ not in SUBJECT_CONTROL and not is_passive(head):
        found = direct_object(head)
        if found is not None:
            return found
    return subject(head, steps - 1)


def _of_gerund(preposition: Token, steps: int) -> Token | None:
    """Who does what a gerund behind a preposition tells."""
    head = preposition.head
    if head.pos_ in NOUN_POS:
        return _holder(head, steps)
    if head.pos_ == "ADP":
        return _of_gerund(head, steps - 1) if steps > 1 else None
    if head.pos_ not in VERB_POS:
        return predicate_subject(head, steps - 1)
    if preposition.lower_ in CONTROLLING_PREPOSITIONS and not is_passive(head):
        found = direct_object(head)
        if found is not None and head.lemma_ not in SUBJECT_CONTROL:
            return found
    if preposition.lower_ == "by" and is_passive(head):
        return None
    return subject(head, steps - 1)


def _of_noun(verb: Token, noun: Token, steps: int) -> Token | None:
    """The noun itself for a participle ("a man carrying a gun"); for an infinitive whoever the noun is of."""
    if verb.tag_ == "VB" and any(child.tag_ == "TO" for child in verb.children):
        return named(noun) if is_person(noun) else _holder(noun, steps)
    if verb.dep_ == "relcl" and any(child.tag_ in WH_TAGS for child in verb.children):
        return None
    return named(noun)


def _holder(noun: Token, steps: int) -> Token | None:
    """Whose attempt, plan or role it is: the possessor, the one behind "by", or who has or makes it."""
    for child in noun.children:
        if child.dep_ == "poss":
            return child
        if child.lower_ == "by":
            return next((obj for obj in child.children if obj.dep_ == "pobj"), None)
    head = noun.head
    if noun.dep_ == "pobj" and head.head.pos_ in VERB_POS:
        return subject(head.head, steps - 1) if steps > 1 else None
    if noun.dep_ in OBJECT_OR_PREDICATE and head.pos_ in VERB_POS and steps > 1:
        return subject(head, steps - 1)
    return None


def _agent(verb: Token) -> Token | None:
    for child in verb.children:
        if child.dep_ == "agent":
            return next((obj for obj in child.children if obj.dep_ == "pobj"), None)
    return None
