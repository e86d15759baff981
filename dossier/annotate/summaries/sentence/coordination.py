"""Coordinated clauses: what a second clause needs of the first to stand without it.

"The army entered the town and burned the mill" gives "The army burned the mill".
"""

from dataclasses import dataclass

from dossier.annotate.summaries.sentence.flat_parse import FlatParse
from dossier.annotate.summaries.sentence.loss import Loss, coordination_loss
from dossier.annotate.summaries.sentence.open_clauses import may_go_on_clause_between, needs_clause_before
from dossier.annotate.summaries.summary_words import (
    ADDITIVE_CONJUNCTIONS,
    CONDITION_MARKS,
    CORRELATIVE_WORDS,
    FOCUS_ADVERBS,
    MISPARSED_OPENERS,
    PAST_FORMS_AND_PARTICIPLES,
)
from dossier.annotate.syntax.labels import (
    ANY_SUBJECTS,
    AUXILIARIES,
    CLAUSAL_COMPLEMENTS,
    CONJUNCT_OR_FULL_COMPLEMENT,
    CONJUNCTION_OR_PUNCTUATION,
    COORDINATORS,
    DETERMINER_OR_POSSESSIVE,
    FRONTED_RELATIONS,
    FUNCTION_RELATIONS,
    MARK_PREPOSITION_OR_AUXILIARY,
    NONFINITE_TAGS,
    NOUN_POS,
    SIMPLE_PREMODIFIERS,
)
from dossier.annotate.word_classes import HEDGES

_COORDINATOR = frozenset(("cc",))
_CONJUNCT = frozenset(("conj",))
_MARKS = frozenset(("mark",))
_PASSIVE_AUXILIARY = frozenset(("auxpass",))
_DIRECT_OBJECT = frozenset(("dobj",))


@dataclass(frozen=True, slots=True)
class ConjunctCut:
    """A line without the first of two coordinated verbs: ``kept_verb`` takes the place of ``dropped_verb``.

    All tokens under ``dropped_verb`` go (``dropped_spans``), except those in ``kept_spans``. ``loss`` is what a reader
    loses with them.
    """

    dropped_verb: int
    kept_verb: int
    dropped_spans: tuple[tuple[int, int], ...]
    kept_spans: tuple[tuple[int, int], ...]
    loss: Loss


def conjunct_cut(parse: FlatParse, token: int) -> ConjunctCut | None:
    """The cut that leaves the second verb ``token`` alone; None if it is not coordinated or may need the first verb."""
    first = parse.heads[token]
    if not is_coordinated(parse, token) or not is_adding(parse, token) or _may_be_reported(parse, token):
        return None
    shared = _shared_before(parse, token)
    if shared is None or needs_clause_before(parse, token):
        return None
    # What follows the second verb but hangs on the first in the parse may belong to the second: it stays.
    shared_spans = [(parse.left[child], parse.right[child] + 1) for child in shared]
    second_clause = (parse.left[token], parse.right[token] + 1)
    dropped = ((parse.left[first], parse.right[first] + 1),)
    kept = (*shared_spans, second_clause, *_shared_after(parse, first, token))
    return ConjunctCut(first, token, dropped, kept, coordination_loss(parse, token))


def is_coordinated(parse: FlatParse, token: int) -> bool:
    """Whether the token is a verb coordinated with a verb before it; one with an article or adjective is a noun."""
    first = parse.heads[token]
    verbs = parse.deps[token] == "conj" and parse.is_verb(token) and parse.is_verb(first) and first < token
    return verbs and parse.child(first, SIMPLE_PREMODIFIERS) is None and parse.child(token, SIMPLE_PREMODIFIERS) is None


def is_adding(parse: FlatParse, token: int) -> bool:
    """Whether the coordination states both clauses, each for itself: "and", "but"; not "or", "either", "not only".

    Two verbs with only the conjunction between them may share their object ("attacked and looted the town"). They count
    only if the second has a subject.
    """
    first = parse.heads[token]
    link = parse.lowers[parse.left[token] - 1]
    if link not in ADDITIVE_CONJUNCTIONS and not _is_listed(parse, token):
        return False
    if not _forms_match(parse, first, token):
        return False
    between = parse.lowers[first + 1 : parse.left[token]]
    if all(word in ADDITIVE_CONJUNCTIONS or word == "," for word in between):
        return parse.has_subject(token)
    before_second = [child for child in parse.children[first] if child < token]
    return not any(parse.deps[child] == "preconj" or _correlates(parse, child) for child in before_second)


def _is_listed(parse: FlatParse, token: int) -> bool:
    """Whether the verb, with no conjunction before it, is in a list ("came, saw and won") or follows a semicolon."""
    before = parse.words[parse.left[token] - 1]
    if parse.has_subject(token):
        return before == ";"
    return before in (",", ";") and _final_conjunction(parse, token) in ADDITIVE_CONJUNCTIONS


def _final_conjunction(parse: FlatParse, token: int) -> str:
    """The conjunction, in lower case, before the last verb of the list that ``token`` is in; empty if there is none."""
    last: int | None = token
    while last is not None:
        link = parse.child(last, _COORDINATOR)
        if link is not None and link > last:
            return parse.lowers[link]
        last = parse.child(last, _CONJUNCT)
    return ""


def _forms_match(parse: FlatParse, first: int, token: int) -> bool:
    """Whether the forms of the two verbs can be coordinated. Where they cannot, the parse of a list is wrong."""
    subject = parse.child(token, ANY_SUBJECTS)
    if subject is not None:
        return _is_clear_subject(parse, subject, parse.left[token])
    if _has_auxiliary(parse, token):
        return _is_to_infinitive(parse, token) <= _is_to_infinitive(parse, first)
    form = parse.tags[token]
    is_misparsed = parse.lowers[parse.left[token]] in MISPARSED_OPENERS
    return not is_misparsed and (form not in NONFINITE_TAGS or form == parse.tags[first])


def _is_to_infinitive(parse: FlatParse, verb: int) -> bool:
    """Whether "to" stands before the verb."""
    return any(parse.tags[child] == "TO" and child < verb for child in parse.children[verb])


def _is_clear_subject(parse: FlatParse, subject: int, start: int) -> bool:
    """Whether the subject of a second clause, which begins at ``start``, is no part of a list of nouns before it.

    In "masks, hats and helmets gathered" it may be: a bare noun after a noun, or a name after a noun with no comma.
    """
    if parse.pos[subject] not in NOUN_POS or parse.child(subject, DETERMINER_OR_POSSESSIVE) is not None:
        return True
    word_before = start - 1
    while word_before > 0 and (parse.deps[word_before] == "cc" or parse.words[word_before] in (",", ")")):
        word_before -= 1
    comma = not {",", ";"}.isdisjoint(parse.words[word_before:start])
    return parse.pos[word_before] not in NOUN_POS or (comma and parse.pos[subject] == "PROPN")


def _correlates(parse: FlatParse, word: int) -> bool:
    """Whether the word makes one statement of a coordination: "either", "not only"."""
    if parse.lowers[word] == "not":
        return parse.lowers[word + 1] in FOCUS_ADVERBS
    return parse.lowers[word] in CORRELATIVE_WORDS


def _shared_after(parse: FlatParse, first: int, token: int) -> list[tuple[int, int]]:
    """The spans after the second verb that hang on the first, each with its comma; no further coordinated clauses."""
    found = [c for c in parse.children[first] if c > token and parse.deps[c] not in CONJUNCTION_OR_PUNCTUATION]
    found = [c for c in found if not (is_coordinated(parse, c) and is_adding(parse, c))]
    return [(parse.left[c] - (parse.words[parse.left[c] - 1] == ","), parse.right[c] + 1) for c in found]


def _shared_before(parse: FlatParse, token: int) -> list[int] | None:
    """The children before the first verb that the second verb ``token`` needs; None where that is not certain.

    A second verb with a subject needs a common condition or conjunction at most; one without needs the first's subject.
    """
    first = parse.heads[token]
    left = [child for child in parse.children[first] if child < first]
    if parse.has_subject(token):
        finite = parse.is_finite(first) and parse.is_finite(token)
        if _is_subordinate(parse, first) or not (finite and _is_replaceable(parse, first)):
            return None
        marked = parse.child(token, _MARKS) is not None
        conditional = any(_is_condition(parse, c) for c in parse.children[token] if c < token)
        return [
            c for c in left if (parse.deps[c] == "mark" and not marked) or (not conditional and _is_condition(parse, c))
        ]
    if not _is_shared_subject(parse, first, token, left):
        return None
    subject = parse.child(first, ANY_SUBJECTS)
    needs_auxiliary = not _has_auxiliary(parse, token) and parse.tags[token] in NONFINITE_TAGS
    if _may_be_participle(parse, first, token) or (needs_auxiliary and not _can_share_auxiliary(parse, first, token)):
        return None
    shared = [child for child in left if _is_shared(parse, child, subject, needs_auxiliary)]
    return [child for child in shared if not _is_other_date(parse, child, token)]


def _is_other_date(parse: FlatParse, child: int, token: int) -> bool:
    """Whether the phrase of the child opens the first clause with a date, and the second has one of its own."""
    is_phrase = parse.deps[child] in FRONTED_RELATIONS and not parse.is_verb(child)
    dates_first = is_phrase and parse.has_date(parse.left[child], parse.right[child] + 1)
    return dates_first and parse.has_date(parse.left[token], parse.right[token] + 1)


def _is_shared_subject(parse: FlatParse, first: int, token: int, left: list[int]) -> bool:
    """Whether the second verb certainly has the subject of the first, and no negation or "only" of the first."""
    if (parse.is_negated(first) and not _has_auxiliary(parse, token)) or may_go_on_clause_between(parse, first, token):
        return False
    if any(parse.deps[child] == "ccomp" or parse.lowers[child] in FOCUS_ADVERBS for child in left):
        return False
    if any(child < token and parse.deps[child] not in FUNCTION_RELATIONS for child in parse.children[token]):
        # It may be a subject that the parser did not recognise.
        return False
    if not parse.is_finite(token):
        return True
    # In "He said he was ill and left" the parse does not show who left.
    if _is_embedded(parse, first) or _may_be_infinitive(parse, first, token):
        return False
    return parse.has_subject(first) or is_coordinated(parse, first)


def _has_auxiliary(parse: FlatParse, verb: int) -> bool:
    """Whether an auxiliary hangs on the verb."""
    return parse.child(verb, AUXILIARIES) is not None


def _may_be_reported(parse: FlatParse, token: int) -> bool:
    """Whether the second clause may belong to what the first verb reports.

    It may in "She said that it rained and the road was shut"; not after a semicolon.
    """
    first = parse.heads[token]
    said = (c for c in parse.children[first] if parse.deps[c] in CLAUSAL_COMPLEMENTS and first < c < token)
    return (
        any(parse.is_finite(c) or parse.has_subject(c) for c in said)
        and ";" not in parse.words[first : parse.left[token]]
    )


def _may_be_infinitive(parse: FlatParse, first: int, token: int) -> bool:
    """Whether a verb tagged as present may be an infinitive under the first ("hopes to apply and use …")."""
    return parse.tags[token] == "VBP" and not _has_auxiliary(parse, token) and parse.tags[first] != "VBP"


def _is_embedded(parse: FlatParse, verb: int) -> bool:
    """Whether the verb, or the first of those it is coordinated with, is not the root of the sentence."""
    while is_coordinated(parse, verb):
        verb = parse.heads[verb]
    return parse.heads[verb] != verb


def _is_replaceable(parse: FlatParse, first: int) -> bool:
    """Whether the second clause can stand where the first begins: after its governor, or after punctuation."""
    before = parse.left[first] - 1
    opens = before < 0 or not parse.words[before].isalnum() or parse.left[parse.above(first)[-1]] > before
    return opens or before == parse.heads[first] or is_coordinated(parse, first)


def _is_condition(parse: FlatParse, child: int) -> bool:
    """Whether the child heads an adverbial clause of condition: "if it rains"."""
    return parse.deps[child] == "advcl" and _is_conditional(parse, child)


def _is_subordinate(parse: FlatParse, first: int) -> bool:
    """Whether a conjunction opens the first clause, so that the second may depend on it too: "because …"."""
    marked = parse.child(first, _MARKS) is not None
    standing = parse.deps[first] in CONJUNCT_OR_FULL_COMPLEMENT
    return _is_conditional(parse, first) or not (standing or (parse.deps[first] == "ROOT" and not marked))


def _is_conditional(parse: FlatParse, verb: int) -> bool:
    """Whether a mark of condition stands before the verb."""
    return any(child < verb and parse.lowers[child] in CONDITION_MARKS for child in parse.children[verb])


def _may_be_participle(parse: FlatParse, first: int, token: int) -> bool:
    """Whether the second verb, tagged as past, may be a participle like the first: "has closed the mine and sold …"."""
    if parse.tags[token] != "VBD" or parse.tags[first] != "VBN" or _has_auxiliary(parse, token):
        return False
    is_ambiguous = parse.lowers[token].endswith("ed") or parse.lowers[token] in PAST_FORMS_AND_PARTICIPLES
    passive = parse.child(first, _PASSIVE_AUXILIARY) is not None
    return is_ambiguous and not (passive and parse.child(token, _DIRECT_OBJECT) is not None)


def _can_share_auxiliary(parse: FlatParse, first: int, token: int) -> bool:
    """Whether the auxiliary of the first verb fits the second: the same form, and no object after a second passive."""
    auxiliaries = [child for child in parse.children[first] if parse.deps[child] in AUXILIARIES]
    if parse.tags[first] != parse.tags[token]:
        return False
    passive = any(parse.deps[child] == "auxpass" for child in auxiliaries)
    return not (passive and parse.child(token, _DIRECT_OBJECT) is not None)


def _is_shared(parse: FlatParse, child: int, subject: int | None, needs_auxiliary: bool) -> bool:
    """Whether a word before the first verb belongs to both: the subject and what precedes it, "to", hedges."""
    relation = parse.deps[child]
    if relation in AUXILIARIES:
        return needs_auxiliary
    if relation in COORDINATORS:
        return False
    if subject is not None and child <= subject:
        return True
    return relation in MARK_PREPOSITION_OR_AUXILIARY or parse.lowers[child] in HEDGES
