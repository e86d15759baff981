"""Lines in which the writer comments, and tells of nothing that happened: "The summit was a success"."""

from collections.abc import Collection

from dossier.annotate.summaries.flat_parse import FlatParse
from dossier.annotate.syntax.labels import FULL_COMPLEMENT_OR_ADVERBIAL, PREDICATES, SUBJECTS
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.summaries", "commentary_words.toml")
_IMPRESSION_VERBS = _WORDS["impression_verbs"]
_JUDGING_NOUNS, _JUDGING_ADJECTIVES = _WORDS["judging_nouns"], _WORDS["judging_adjectives"]
_LINKING_MARKS, _KNOWN_DETERMINERS = _WORDS["linking_marks"], _WORDS["known_determiners"]
_QUESTION_WORDS = _WORDS["question_words"]
_COMPARISONS = frozenset(("as", "like"))


def is_commentary(parse: FlatParse, kept: Collection[int], root: int) -> bool:
    """Whether a line with the tokens ``kept``, headed by the verb ``root``, only says what its writer makes of things.

    Not so where a second statement stands beside it: "The summit was a success, and Orlov joined the pact".
    """
    line = frozenset(kept)
    below = [child for child in parse.children[root] if child in line]
    if any(parse.deps[child] == "conj" and parse.is_verb(child) for child in below):
        return False
    return (
        _gives_impression(parse, root, below)
        or _judges(parse, root, below)
        or _only_links(parse, root, below)
        or _only_asks(parse, root, below)
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
    if parse.lemmas[root] != "be" or any(parse.deps[child] == "expl" for child in below):
        return False
    is_named = any(parse.deps[child] == "attr" and parse.lemmas[child] in _JUDGING_NOUNS for child in below)
    return is_named or any(parse.deps[c] == "acomp" and parse.lemmas[c] in _JUDGING_ADJECTIVES for c in below)


def _only_links(parse: FlatParse, root: int, below: Collection[int]) -> bool:
    """Whether it only sets what was told beside another thing: "The move comes as Orlov prepares for the fair"."""
    subject = parse.child(root, SUBJECTS)
    if parse.lemmas[root] != "come" or subject is None or parse.pos[subject] != "NOUN":
        return False
    is_known = any(parse.lowers[child] in _KNOWN_DETERMINERS for child in parse.children[subject])
    clauses = (child for child in below if parse.deps[child] == "advcl")
    return is_known and any(parse.lowers[c] in _LINKING_MARKS for clause in clauses for c in parse.children[clause])


def _only_asks(parse: FlatParse, root: int, below: Collection[int]) -> bool:
    """Whether it has a question and no answer: "Ada Brandt was asked when she would resign"."""
    is_passive = any(parse.deps[child] == "auxpass" for child in below)
    clauses = (child for child in below if parse.deps[child] in FULL_COMPLEMENT_OR_ADVERBIAL)
    return (
        parse.lemmas[root] == "ask"
        and is_passive
        and any(parse.lowers[parse.left[c]] in _QUESTION_WORDS for c in clauses)
    )
