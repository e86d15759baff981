"""Lines in which the writer comments, and tells of nothing that happened: "The summit was a success"."""

from collections.abc import Collection

from dossier.annotate.actors.nouns.noun_lexicon import nouns
from dossier.annotate.summaries.sentence.flat_parse import FlatParse
from dossier.annotate.summaries.summary_words import PREPOSITIONS_OF_TOPICS
from dossier.annotate.syntax.labels import (
    FULL_COMPLEMENT_OR_ADVERBIAL,
    NOUN_CLAUSES,
    PREDICATES,
    SUBJECTS,
    VERB_OBJECTS,
)
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.summaries", "commentary_words.toml")
_IMPRESSION_VERBS = _WORDS["impression_verbs"]
_JUDGING_NOUNS, _JUDGING_ADJECTIVES = _WORDS["judging_nouns"], _WORDS["judging_adjectives"]
_INTERPRETING_VERBS = _WORDS["interpreting_verbs"]
_LINKING_MARKS, _KNOWN_DETERMINERS = _WORDS["linking_marks"], _WORDS["known_determiners"]
_QUESTION_WORDS = _WORDS["question_words"]
_LINKING_VERBS = _WORDS["linking_verbs"]
_SPEAKING_VERBS, _SPEECHES = _WORDS["speaking_verbs"], _WORDS["speeches"]
_CONTENTS = NOUN_CLAUSES | FULL_COMPLEMENT_OR_ADVERBIAL
_COMPARISONS = frozenset(("as", "like"))


GRAVE = 0.8
"""Importance of a type from which its events are told whatever is said of them: that of ``timeline.part_worth``."""


def is_commentary(parse: FlatParse, kept: Collection[int], root: int, grave: Collection[int]) -> bool:
    """Whether a line with the tokens ``kept``, headed by the verb ``root``, only says what its writer makes of things.

    Not so where a second statement stands beside it ("The summit was a success, and Orlov joined the pact"), or where
    its subject is an event of the ``grave`` ones ("The death of Ada Brandt is a blow to Orlov").
    """
    line = frozenset(kept)
    if parse.child(root, SUBJECTS) in grave:
        return False
    below = [child for child in parse.children[root] if child in line]
    if any(parse.deps[c] == "conj" and parse.is_verb(c) and parse.lemmas[c] not in _LINKING_VERBS for c in below):
        return False
    return (
        _gives_impression(parse, root, below)
        or _judges(parse, root, below)
        or _interprets(parse, root)
        or _only_links(parse, root, below)
        or _only_asks(parse, root, below)
        or _only_speaks(parse, root, line)
    )


def _gives_impression(parse: FlatParse, root: int, below: Collection[int]) -> bool:
    """Whether it says how somebody looked: "appeared calm", "looked like a ghost"; not "appears ready to sell"."""
    if parse.lemmas[root] not in _IMPRESSION_VERBS:
        return False
    described = (child for child in below if parse.deps[child] in PREDICATES and not parse.is_verb(child))
    is_described = any(all(parse.deps[c] != "xcomp" for c in parse.children[child]) for child in described)
    return is_described or any(parse.deps[c] == "prep" and parse.lowers[c] in _COMPARISONS for c in below)


def _judges(parse: FlatParse, root: int, below: Collection[int]) -> bool:
    """Whether it calls something good, bad or telling: "was a surprise"; not "there is no evidence of a fire"."""
    if parse.lemmas[root] not in _LINKING_VERBS or any(parse.deps[child] == "expl" for child in below):
        return False
    is_named = any(parse.deps[child] == "attr" and parse.lemmas[child] in _JUDGING_NOUNS for child in below)
    adjectives = [child for child in below if parse.deps[child] == "acomp"]
    is_compared = any(parse.tags[c] == "RBR" for adjective in adjectives for c in parse.children[adjective])
    return is_named or is_compared or any(parse.lemmas[c] in _JUDGING_ADJECTIVES for c in adjectives)


def _interprets(parse: FlatParse, root: int) -> bool:
    """Whether it says what an event stands for: "Her visit reflects the mood in Orlov"."""
    subject = parse.child(root, SUBJECTS)
    if subject is None or parse.pos[subject] != "NOUN" or parse.lemmas[subject] in nouns().kinds:
        return False
    return parse.lemmas[root] in _INTERPRETING_VERBS and parse.child(root, VERB_OBJECTS) is not None


def _only_links(parse: FlatParse, root: int, below: Collection[int]) -> bool:
    """Whether it only sets one thing beside another: "The move comes as Orlov votes", "It is a year since …"."""
    subject = parse.child(root, SUBJECTS)
    if subject is None:
        return False
    clauses = (child for child in below if parse.deps[child] == "advcl")
    marks = {parse.lowers[child] for clause in clauses for child in parse.children[clause]}
    if parse.lemmas[root] == "be":
        return parse.lowers[subject] == "it" and "since" in marks
    is_known = any(parse.lowers[child] in _KNOWN_DETERMINERS for child in parse.children[subject])
    is_linked = parse.lemmas[root] == "come" and parse.pos[subject] == "NOUN" and is_known
    return is_linked and not marks.isdisjoint(_LINKING_MARKS)


def _only_asks(parse: FlatParse, root: int, below: Collection[int]) -> bool:
    """Whether it has a question and no answer: "Ada Brandt was asked when she would resign"."""
    is_passive = any(parse.deps[child] == "auxpass" for child in below)
    clauses = (child for child in below if parse.deps[child] in FULL_COMPLEMENT_OR_ADVERBIAL)
    return (
        parse.lemmas[root] == "ask"
        and is_passive
        and any(parse.lowers[parse.left[c]] in _QUESTION_WORDS for c in clauses)
    )


def _only_speaks(parse: FlatParse, root: int, line: Collection[int]) -> bool:
    """Whether somebody speaks, and the line does not tell of what: "Ada Brandt gave a long speech in the senate"."""
    speech = parse.child(root, VERB_OBJECTS)
    if parse.lemmas[root] not in _SPEAKING_VERBS or speech is None or parse.lemmas[speech] not in _SPEECHES:
        return False
    below = {child for verb_or_noun in (root, speech) for child in parse.children[verb_or_noun] if child in line}
    is_told = any(parse.deps[c] in _CONTENTS or parse.lowers[c] in PREPOSITIONS_OF_TOPICS | {"on"} for c in below)
    return not is_told
