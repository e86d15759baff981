"""Direct objects: a verb's own, and those that a reader supplies."""

from dossier.annotate.parsed import Token
from dossier.annotate.syntax.inverted_subjects import inverted_subject
from dossier.annotate.syntax.labels import (
    ADVERB_OR_MARK,
    CLAUSAL_COMPLEMENTS,
    CONJUNCTION_PARTS,
    EMBEDDED_CLAUSES,
    NOMINAL_OR_NUMBER_POS,
    RELATIVE_TAGS,
    SUBJECTS,
    TIME_ENTITIES,
    VERB_OR_ADJECTIVE_COMPLEMENTS,
)
from dossier.annotate.syntax.subjects import (
    OBJECT_CONTROL_VERBS,
    antecedent,
    is_passive,
    name_explained_by,
    own_subject,
    understood_subject,
)
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.syntax", "syntax_words.toml")

TIME_AND_MANNER_NOUNS = _WORDS["time_and_manner_nouns"]
_TRANSITIVE_VERBS = _WORDS["transitive_verbs"]
_MAX_SHARING_VERBS = 3
"""Over how many verbs an object is shared ("shelled, stormed and occupied the port": two).

Set by hand, to bound the work; no measurement is recorded.
"""
_MAX_CLAUSES_TO_GAP = 3
"""How deep in a relative clause its gap may be ("the bomb he said he planted": one clause deep).

Set by hand, to bound the work; no measurement is recorded.
"""


def understood_objects(verb: Token, steps: int = _MAX_SHARING_VERBS) -> list[Token]:
    """The heads of the verb's direct objects: its own, or else the one that a reader supplies.

    That is who is ordered or allowed to do something ("ordered the crew to leave"), or what a relative clause leaves
    out ("the bomb he planted"). A transitive verb shares the object of a coordinated verb right behind it ("arrested
    and questioned three men"), over as many verbs as ``steps``.
    """
    own = [child for child in verb.children if child.dep_ == "dobj" and child.pos_ in NOMINAL_OR_NUMBER_POS]
    if own:
        return [antecedent(child, verb) for child in own if child is not inverted_subject(verb)]
    ordered = _ordered_person(verb) if verb.lemma_ in OBJECT_CONTROL_VERBS else None
    if ordered is not None:
        return [ordered]
    gap = _object_gap(verb)
    if gap is not None:
        return [gap]
    if not steps or verb.lemma_ not in _TRANSITIVE_VERBS or is_passive(verb):
        return []
    sharing = _object_sharing_verb(verb)
    return understood_objects(sharing, steps - 1) if sharing is not None else []


def is_stranded(child: Token) -> bool:
    """Whether the word is a preposition with nothing behind it ("the man he met with")."""
    return child.dep_ == "prep" and not child.children


def relativised_noun(verb: Token) -> Token | None:
    """The noun above a relative clause that leaves out an object, or that of a preposition ("the man he met with").

    ``verb`` is the verb of the clause or one in a complement under it. None where the clause has no subject but the
    relative word or one with "whose", or has the relative word as an adverb or behind a preposition ("in which he
    left"). None for a noun of time or manner, too ("the day he left").
    """
    top = _relative_clause_above(verb)
    if top is None or top.head.lemma_ in TIME_AND_MANNER_NOUNS or top.head.ent_type_ in TIME_ENTITIES:
        return None
    if any(obj.tag_ in RELATIVE_TAGS for child in top.children if child.dep_ == "prep" for obj in child.children):
        return None
    relatives = [child for child in top.children if child.tag_ in RELATIVE_TAGS]
    subjects = [child for child in top.children if child.dep_ in SUBJECTS]
    if all(child in relatives for child in subjects) or _has_whose(subjects[0]):
        return None
    # a relative pronoun that is an object is the gap's own; "where" and "when" leave no object out
    if any(child.tag_ == "WRB" or child.dep_ in ADVERB_OR_MARK for child in relatives):
        return None
    return name_explained_by(top.head)


def _relative_clause_above(verb: Token) -> Token | None:
    """The verb of the relative clause in which the verb stands, itself or in complements under it."""
    top = verb
    for _ in range(_MAX_CLAUSES_TO_GAP):
        if top.dep_ == "relcl":
            break
        if top.dep_ not in CLAUSAL_COMPLEMENTS:
            return None
        top = top.head
    return top if top.dep_ == "relcl" else None


def _object_sharing_verb(verb: Token) -> Token | None:
    """The verb right behind with which this one shares its object ("arrested and questioned three men")."""
    for child in verb.rights:
        if child.dep_ == "conj":
            is_same_form = child.tag_ == verb.tag_ and own_subject(child) is None
            between = range(verb.i + 1, child.i)
            return child if is_same_form and all(verb.doc[i].dep_ in CONJUNCTION_PARTS for i in between) else None
    return None


def _ordered_person(verb: Token) -> Token | None:
    """Who is ordered or allowed to do something, where the parse makes them its subject ("ordered the crew to leave").

    The clause is a full complement there, with "the crew" as the subject of "leave".
    """
    for clause in verb.children:
        if clause.dep_ == "ccomp" and clause.tag_ == "VB" and clause.i > verb.i:
            parts = list(clause.lefts)
            if any(part.tag_ == "TO" for part in parts):
                return next((part for part in parts if part.dep_ == "nsubj" and part.i > verb.i), None)
    return None


def _object_gap(verb: Token) -> Token | None:
    """The noun that a relative clause leaves out as the verb's object ("the bomb he planted")."""
    if verb.dep_ not in EMBEDDED_CLAUSES:
        return None
    if any(child.dep_ in VERB_OR_ADJECTIVE_COMPLEMENTS or is_stranded(child) for child in verb.children):
        return None
    noun = relativised_noun(verb)
    subject = understood_subject(verb)
    return None if noun is None or (subject is not None and subject.i == noun.i) else noun


def _has_whose(noun: Token) -> bool:
    return any(child.tag_ == "WP$" for child in noun.children)
