"""Subjects: a verb's own, and the one it takes from the clause or noun above it. Its own object, too."""

from collections.abc import Set

from dossier.annotate.parsed import Token
from dossier.annotate.syntax.animacy import is_person
from dossier.annotate.syntax.headline_passives import is_passive_of_headline
from dossier.annotate.syntax.inverted_subjects import inverted_subject
from dossier.annotate.syntax.labels import (
    CLAUSAL_ARGUMENTS,
    CONJUNCT_OR_CLAUSAL_COMPLEMENT,
    FINITE_TAGS,
    NOMINAL_OR_NUMBER_POS,
    NOUN_CLAUSES,
    NOUN_POS,
    OBJECT_OR_PREDICATE,
    OBJECTS_AND_CLAUSES,
    PARTICIPIAL_RELATIONS,
    PASSIVE_MARKS,
    PAST_TAGS,
    PLAIN_CLAUSES,
    PREDICATIVE_RELATIONS,
    SUBJECTS,
    SUBORDINATE_CLAUSES,
    VERB_OBJECTS,
    VERB_POS,
    WH_TAGS,
)
from dossier.annotate.syntax.phrases import is_apposition
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.syntax", "syntax_words.toml")

OBJECT_CONTROL_VERBS = _WORDS["object_control_verbs"]
_SUBJECT_CONTROL_VERBS = _WORDS["subject_control_verbs"]
_CONTROLLING_PREPOSITIONS = _WORDS["controlling_prepositions"]
_CALLING_ON_VERBS = _WORDS["calling_on_verbs"]
_TRANSITIVE_VERBS = _WORDS["transitive_verbs"]
_IMPERSONAL_VERBS = _WORDS["impersonal_verbs"]

_MAX_CLAUSES_UP = 8
"""How many clauses up a subject is looked for, and over how many coordinated verbs the mark of a passive.

Set by hand, to bound the work; no measurement is recorded.
"""
_MAX_CLAUSES_TO_NOUN = 4
"""In how many clauses, the pronoun's own first, the relative clause is looked for ("the man who they say left": two).

Set by hand, to bound the work; no measurement is recorded.
"""
_MAX_PREDICATE_STEPS = 4
"""At how many words, the predicate first, its verb is looked for. Set by hand; no measurement is recorded."""


def is_passive(verb: Token) -> bool:
    """Whether the verb is in the passive, or a past participle on its own ("the bombs used").

    A participle coordinated with a passive one shares its auxiliary ("was arrested and charged", "ten were killed and
    fifty wounded").
    """
    for _ in range(_MAX_CLAUSES_UP):
        if verb.tag_ not in PAST_TAGS:
            return False
        deps = {child.dep_ for child in verb.children}
        if deps & PASSIVE_MARKS or is_passive_of_headline(verb, deps):
            return True
        is_coordinated = verb.dep_ == "conj" and verb.head.pos_ in VERB_POS
        is_participle = verb.tag_ == "VBN" or (is_coordinated and _is_mistagged(verb, deps))
        if not is_participle or "aux" in deps or ("nsubj" in deps and (not is_coordinated or "dobj" in deps)):
            return False
        if not is_coordinated:
            return verb.dep_ in PARTICIPIAL_RELATIONS
        verb = verb.head
    return False


def _is_mistagged(verb: Token, deps: Set[str]) -> bool:
    """Whether a coordinated past form, though tagged as finite, lacks the object that its verb needs, and a subject.

    "Keller was held and freed on Monday".
    """
    return verb.lemma_ in _TRANSITIVE_VERBS and deps.isdisjoint(OBJECTS_AND_CLAUSES | SUBJECTS | {"prt"})


def understood_subject(verb: Token, steps: int = _MAX_CLAUSES_UP) -> Token | None:
    """The head of the verb's subject, of a passive too: its own, or else the one that a reader supplies.

    A reader supplies it through coordination, control ("ordered him to leave": him), raising ("is believed to have
    left"), participles and reduced relative clauses, up to ``steps`` clauses up. For a relative pronoun it is the noun
    that the pronoun stands for. None where nobody is named, and for an empty "it".
    """
    own = own_subject(verb)
    if own is not None:
        return None if _is_expletive(own, verb) else antecedent(own, verb)
    return _inherited_subject(verb, steps) if steps else None


def own_subject(verb: Token) -> Token | None:
    """The subject that the parse gives the verb itself.

    Of several it is the last before the verb that is no relative pronoun: "firm" in "whom the firm dismissed". The
    parse may take a dateline for a subject, too. If all stand behind the verb, it is the first. The parse may take it
    for the object: "…, confirmed the ministry.".
    """
    subjects = [child for child in verb.children if child.dep_ in SUBJECTS]
    if len(subjects) < 2:
        return subjects[0] if subjects else inverted_subject(verb)
    plain = [child for child in subjects if child.tag_ not in WH_TAGS] or subjects
    before = [child for child in plain if child.i < verb.i]
    return before[-1] if before else plain[0]


def own_object(verb: Token) -> Token | None:
    """The head of the verb's first object in the parse, direct or indirect, with a relative pronoun resolved."""
    for child in verb.children:
        if child.dep_ in VERB_OBJECTS and child.pos_ in NOMINAL_OR_NUMBER_POS:
            return antecedent(child, verb)
    return None


def antecedent(token: Token, verb: Token) -> Token:
    """The noun for which a relative pronoun of the verb's clause stands; any other token itself, "whose" included."""
    if token.tag_ not in WH_TAGS or token.tag_ == "WP$":
        return token
    for _ in range(_MAX_CLAUSES_TO_NOUN):
        if verb.dep_ == "relcl":
            return name_explained_by(_person_meant(verb.head) if token.lower_ in ("who", "whom") else verb.head)
        if verb.dep_ not in CONJUNCT_OR_CLAUSAL_COMPLEMENT:
            break
        verb = verb.head
    return token


def predicate_subject(token: Token, steps: int = _MAX_CLAUSES_UP) -> Token | None:
    """The subject of the clause in which the token is the verb or the predicate ("likely" in "he is likely to leave").

    For an adjective before a noun it is that noun ("the guilty men"). ``steps`` is as in ``understood_subject``.
    """
    for _ in range(_MAX_PREDICATE_STEPS):
        if token.pos_ in VERB_POS:
            return understood_subject(token, steps)
        if token.dep_ == "amod":
            return token.head
        if token.dep_ not in PREDICATIVE_RELATIONS:
            return None
        token = token.head
    return None


def name_explained_by(noun: Token) -> Token:
    """The name to which a noun stands in apposition ("Brandt, the clerk who left": Brandt); any other noun itself."""
    return noun.head if is_apposition(noun) and noun.head.pos_ == "PROPN" and noun.pos_ == "NOUN" else noun


def _person_meant(noun: Token) -> Token:
    """Whom a "who" behind the noun means: the director in "the director of the bank, who resigned", not the bank."""
    above = noun.head.head
    is_part = noun.dep_ == "pobj" and noun.head.dep_ == "prep" and above.pos_ in NOUN_POS
    is_of_person = is_part and (is_person(above) or is_person(name_explained_by(above)))
    return above if is_of_person and not is_person(noun) else noun


def _is_expletive(subject: Token, verb: Token) -> bool:
    """Whether the subject is an empty "it" before a clause ("it was reported that …", "it seems that …")."""
    if subject.lower_ != "it":
        return False
    has_clause = any(child.dep_ in CLAUSAL_ARGUMENTS and child.i > verb.i for child in verb.children)
    return has_clause and (subject.dep_ == "nsubjpass" or verb.lemma_ in _IMPERSONAL_VERBS)


def _inherited_subject(verb: Token, steps: int) -> Token | None:
    """The subject that a verb without one of its own takes from the word above it."""
    head, dep = verb.head, verb.dep_
    if dep in NOUN_CLAUSES:
        return _subject_from_noun(verb, head, steps) if head.pos_ in NOMINAL_OR_NUMBER_POS else None
    if dep == "conj":
        is_open = head.pos_ not in VERB_POS or _may_go_on_clause_between(verb, head)
        return None if is_open else understood_subject(head, steps - 1)
    if dep == "pcomp":
        return _subject_of_gerund(head, steps)
    if dep in SUBORDINATE_CLAUSES and verb.tag_ not in FINITE_TAGS:
        called = _called_on(head) if head.lemma_ in _CALLING_ON_VERBS and verb.tag_ == "VB" else None
        if called is not None:
            return called
        return _subject_of_adverbial(verb, steps) if dep == "advcl" else _controller(head, steps)
    return None


def _may_go_on_clause_between(verb: Token, head: Token) -> bool:
    """Whether an active verb, coordinated with a passive one, may go on the clause that stands between them.

    In "he was sought after officers raided a depot, and found guns" the parse does not show who found them.
    """
    if not is_passive(head) or is_passive(verb):
        return False
    between = (verb.doc[i] for i in range(head.i + 1, verb.i))
    clauses = (token for token in between if token.dep_ in PLAIN_CLAUSES and token.tag_ in FINITE_TAGS)
    return any((subject := own_subject(clause)) and subject.tag_ not in WH_TAGS for clause in clauses)


def _called_on(verb: Token) -> Token | None:
    """Who is called on to do something ("called on the army to withdraw")."""
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in ("on", "upon"):
            return _first_object(child)
    return None


def _subject_of_adverbial(verb: Token, steps: int) -> Token | None:
    """The subject that a participle or an infinitive of purpose takes from the main clause.

    In "a law was passed to protect them" it is whoever passed the law, so the agent of the passive.
    """
    head = verb.head
    is_purpose_of_passive = verb.tag_ == "VB" and head.pos_ in VERB_POS and is_passive(head)
    if is_purpose_of_passive and head.lemma_ not in OBJECT_CONTROL_VERBS:
        return _agent(head)
    return predicate_subject(head, steps - 1)


def _controller(head: Token, steps: int) -> Token | None:
    """The subject of a complement clause under ``head``: the object of "ordered him to leave", else its subject."""
    if head.pos_ not in VERB_POS:
        return predicate_subject(head, steps - 1)
    if head.lemma_ not in _SUBJECT_CONTROL_VERBS and not is_passive(head):
        controlling_object = own_object(head)
        if controlling_object is not None:
            return controlling_object
    return understood_subject(head, steps - 1)


def _subject_of_gerund(preposition: Token, steps: int) -> Token | None:
    """Who does what a gerund behind the preposition tells ("accused him of lying": him).

    None behind the "by" of a passive: in "was broken by kicking it" nobody is named.
    """
    head = preposition.head
    if head.pos_ in NOUN_POS:
        return _holder(head, steps)
    if head.pos_ == "ADP":
        return _subject_of_gerund(head, steps - 1) if steps > 1 else None
    if head.pos_ not in VERB_POS:
        return predicate_subject(head, steps - 1)
    if preposition.lower_ in _CONTROLLING_PREPOSITIONS and not is_passive(head):
        controlling_object = own_object(head)
        if controlling_object is not None and head.lemma_ not in _SUBJECT_CONTROL_VERBS:
            return controlling_object
    if preposition.lower_ == "by" and is_passive(head):
        return None
    return understood_subject(head, steps - 1)


def _subject_from_noun(verb: Token, noun: Token, steps: int) -> Token | None:
    """Who does what a clause under the noun tells, where it has no subject of its own.

    Of a participle it is the noun ("a man carrying a gun"). Of an infinitive it is the noun if that is a person, else
    who has the plan, attempt or role that the noun names ("his attempt to leave"). Of a relative clause with a
    relative word it is nobody, as that word is no subject there ("the day when they left").
    """
    if verb.tag_ == "VB" and any(child.tag_ == "TO" for child in verb.children):
        return name_explained_by(noun) if is_person(noun) else _holder(noun, steps)
    if verb.dep_ == "relcl" and any(child.tag_ in WH_TAGS for child in verb.children):
        return None
    return name_explained_by(noun)


def _holder(noun: Token, steps: int) -> Token | None:
    """Whose attempt, plan or role the noun is: the possessor, the one behind "by", or who has or makes it."""
    for child in noun.children:
        if child.dep_ == "poss":
            return child
        if child.lower_ == "by":
            return _first_object(child)
    head = noun.head
    if noun.dep_ == "pobj" and head.head.pos_ in VERB_POS:
        return understood_subject(head.head, steps - 1) if steps > 1 else None
    if noun.dep_ in OBJECT_OR_PREDICATE and head.pos_ in VERB_POS and steps > 1:
        return understood_subject(head, steps - 1)
    return None


def _agent(verb: Token) -> Token | None:
    """Who stands behind "by" in the passive."""
    for child in verb.children:
        if child.dep_ == "agent":
            return _first_object(child)
    return None


def _first_object(preposition: Token) -> Token | None:
    return next((child for child in preposition.children if child.dep_ == "pobj"), None)
