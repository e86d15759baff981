"""Coordinated clauses: what the second needs of the first when it stands alone."""

from dataclasses import dataclass

from dossier.annotate.summaries.flat_parse import Parse
from dossier.annotate.summaries.summary_words import ADDING, ALIKE, CONDITIONAL, CORRELATIVE, EXACT
from dossier.annotate.syntax.labels import (
    ANY_SUBJECTS,
    AUXILIARIES,
    CLAUSAL_COMPLEMENTS,
    CONJUNCT_OR_FULL_COMPLEMENT,
    CONJUNCTION_OR_PUNCTUATION,
    COORDINATORS,
    DETERMINER_OR_POSSESSIVE,
    FUNCTION_RELATIONS,
    MARK_PREPOSITION_OR_AUXILIARY,
    NONFINITE_TAGS,
    NOUN_POS,
    SIMPLE_PREMODIFIERS,
)
from dossier.annotate.word_classes import HEDGES

_LINK = frozenset(("cc",))
_CONJUNCT = frozenset(("conj",))
_MARKS = frozenset(("mark",))


@dataclass(frozen=True, slots=True)
class Cut:
    """``above`` falls away with all under it but the spans ``kept`` (half-open); ``root`` takes its place."""

    above: int
    root: int
    dropped: tuple[tuple[int, int], ...]
    kept: tuple[tuple[int, int], ...]


def coordinate(parse: Parse, token: int) -> Cut | None:
    """The cut that leaves the coordinated verb ``token`` alone; None where it is none or needs its fellows."""
    first = parse.heads[token]
    if not is_coordinated(parse, token) or not is_adding(parse, token) or _may_be_said(parse, token):
        return None
    shared = _shared(parse, token)
    if shared is None:
        return None
    # what comes after the second verb but hangs on the first may be the second's: it stays
    spans = [(parse.left[child], parse.right[child] + 1) for child in shared]
    own = (parse.left[token], parse.right[token] + 1)
    dropped = ((parse.left[first], parse.right[first] + 1),)
    return Cut(first, token, dropped, (*spans, own, *_behind(parse, first, token)))


def is_coordinated(parse: Parse, token: int) -> bool:
    """Whether it is a verb coordinated with one before it."""
    first = parse.heads[token]
    verbs = parse.deps[token] == "conj" and parse.is_verb(token) and parse.is_verb(first) and first < token
    return verbs and parse.child(first, SIMPLE_PREMODIFIERS) is None and parse.child(token, SIMPLE_PREMODIFIERS) is None


def is_adding(parse: Parse, token: int) -> bool:
    """Whether the coordination says both, each for itself: "and", "but"; not "or", "either", "not only"."""
    first = parse.heads[token]
    link = parse.lowers[parse.left[token] - 1]
    if link not in ADDING and not _is_listed(parse, token):
        return False
    if not _is_alike(parse, first, token):
        return False
    between = parse.lowers[first + 1 : parse.left[token]]
    if not [word for word in between if word not in ADDING and word != ","]:
        # the two verbs may share what comes after ("attacked and looted the town")
        return parse.has_subject(token)
    before = [child for child in parse.children[first] if child < token]
    return not any(parse.deps[child] == "preconj" or _correlates(parse, child) for child in before)


def _is_listed(parse: Parse, token: int) -> bool:
    """Whether, with no conjunction before it, the verb goes on a list ("came, saw and won"), or stands behind ";"."""
    before = parse.words[parse.left[token] - 1]
    if parse.has_subject(token):
        return before == ";"
    return before in (",", ";") and _closing_link(parse, token) in ADDING


def _closing_link(parse: Parse, token: int) -> str:
    """The conjunction before the last of a list that the verb stands in."""
    last: int | None = token
    while last is not None:
        link = parse.child(last, _LINK)
        if link is not None and link > last:
            return parse.lowers[link]
        last = parse.child(last, _CONJUNCT)
    return ""


def _is_alike(parse: Parse, first: int, token: int) -> bool:
    """Whether the forms of the two verbs can stand side by side; where not, the parse of a list went wrong."""
    subject = parse.child(token, ANY_SUBJECTS)
    if subject is not None:
        return _is_no_listed_noun(parse, subject, parse.left[token])
    if _has_auxiliary(parse, token):
        return _is_to_infinitive(parse, token) <= _is_to_infinitive(parse, first)
    form = parse.tags[token]
    opens_oddly = parse.lowers[parse.left[token]] in ("over", "under", "above", "older", "up")
    return not opens_oddly and (form not in NONFINITE_TAGS or form == parse.tags[first])


def _is_to_infinitive(parse: Parse, verb: int) -> bool:
    return any(parse.tags[child] == "TO" and child < verb for child in parse.children[verb])


def _is_no_listed_noun(parse: Parse, subject: int, start: int) -> bool:
    """Whether the subject of a second clause, which begins at ``start``, cannot be the last of the nouns before it.

    In "masks, hats and helmets gathered" it can: a bare noun behind another; a name too, where no comma is before.
    """
    if parse.pos[subject] not in NOUN_POS or parse.child(subject, DETERMINER_OR_POSSESSIVE) is not None:
        return True
    behind = start - 1
    while behind > 0 and (parse.deps[behind] == "cc" or parse.words[behind] in (",", ")")):
        behind -= 1
    comma = "," in parse.words[behind:start] or ";" in parse.words[behind:start]
    return parse.pos[behind] not in NOUN_POS or (comma and parse.pos[subject] == "PROPN")


def _correlates(parse: Parse, word: int) -> bool:
    """Whether it makes one statement of a coordination: "either", "not only"."""
    return parse.lowers[word] in CORRELATIVE or (parse.lowers[word] == "not" and parse.lowers[word + 1] in EXACT)


def _behind(parse: Parse, first: int, token: int) -> list[tuple[int, int]]:
    """The spans behind the second verb that hang on the first, each with its comma; but not what is said beside it."""
    found = [c for c in parse.children[first] if c > token and parse.deps[c] not in CONJUNCTION_OR_PUNCTUATION]
    found = [c for c in found if not (is_coordinated(parse, c) and is_adding(parse, c))]
    return [(parse.left[c] - (parse.words[parse.left[c] - 1] == ","), parse.right[c] + 1) for c in found]


def _shared(parse: Parse, token: int) -> list[int] | None:
    """The children of the verb before that ``token`` needs; None where that cannot be told."""
    first = parse.heads[token]
    left = [child for child in parse.children[first] if child < first]
    if parse.has_subject(token):
        finite = parse.is_finite(first) and parse.is_finite(token)
        bound = _is_bound(parse, first) or not (finite and _is_joint(parse, first))
        marked = parse.child(token, _MARKS) is not None
        opening = [c for c in left if (parse.deps[c] == "mark" and not marked) or _is_condition(parse, c)]
        return None if bound else opening
    if not _is_shared_subject(parse, first, token, left):
        return None
    subject = parse.child(first, ANY_SUBJECTS)
    needs_auxiliary = not _has_auxiliary(parse, token) and parse.tags[token] in NONFINITE_TAGS
    if _is_unclear(parse, first, token) or (needs_auxiliary and not _can_lend(parse, first, token)):
        return None
    return [child for child in left if _carries_over(parse, child, subject, needs_auxiliary)]


def _is_shared_subject(parse: Parse, first: int, token: int, left: list[int]) -> bool:
    """Whether the second verb surely has the subject of the first, and neither its negation nor its "only"."""
    if parse.is_negated(first) and not _has_auxiliary(parse, token):
        return False
    if any(parse.deps[child] == "ccomp" or parse.lowers[child] in EXACT for child in left):
        return False
    if any(child < token and parse.deps[child] not in FUNCTION_RELATIONS for child in parse.children[token]):
        # it may be a subject that the parser did not know for one
        return False
    if not parse.is_finite(token):
        return True
    # "He said he was ill and left": whoever left, the parse cannot know
    if _is_embedded(parse, first) or _is_bare(parse, first, token):
        return False
    return parse.has_subject(first) or is_coordinated(parse, first)


def _has_auxiliary(parse: Parse, verb: int) -> bool:
    return parse.child(verb, AUXILIARIES) is not None


def _may_be_said(parse: Parse, token: int) -> bool:
    """Whether it may be part of what the verb before it reports: "She said that it rained and the road was shut"."""
    first = parse.heads[token]
    said = (c for c in parse.children[first] if parse.deps[c] in CLAUSAL_COMPLEMENTS and first < c < token)
    return (
        any(parse.is_finite(c) or parse.has_subject(c) for c in said)
        and ";" not in parse.words[first : parse.left[token]]
    )


def _is_bare(parse: Parse, first: int, token: int) -> bool:
    """Whether a form taken for the present may be an infinitive under the first ("hopes to apply and use …")."""
    return parse.tags[token] == "VBP" and not _has_auxiliary(parse, token) and parse.tags[first] != "VBP"


def _is_embedded(parse: Parse, verb: int) -> bool:
    while is_coordinated(parse, verb):
        verb = parse.heads[verb]
    return parse.heads[verb] != verb


def _is_joint(parse: Parse, first: int) -> bool:
    """Whether the clause of the first verb begins where another can take its place: behind its governor or a comma."""
    before = parse.left[first] - 1
    opens = before < 0 or not parse.words[before].isalnum() or parse.left[parse.above(first)[-1]] > before
    return opens or before == parse.heads[first] or is_coordinated(parse, first)


def _is_condition(parse: Parse, child: int) -> bool:
    return parse.deps[child] == "advcl" and _is_conditional(parse, child)


def _is_bound(parse: Parse, first: int) -> bool:
    """Whether a conjunction opens the first clause which the second may not be under."""
    marked = parse.child(first, _MARKS) is not None
    standing = parse.deps[first] in CONJUNCT_OR_FULL_COMPLEMENT
    return _is_conditional(parse, first) or not (standing or (parse.deps[first] == "ROOT" and not marked))


def _is_conditional(parse: Parse, verb: int) -> bool:
    return any(child < verb and parse.lowers[child] in CONDITIONAL for child in parse.children[verb])


def _is_unclear(parse: Parse, first: int, token: int) -> bool:
    """Whether the second verb may be a participle like the first ("has closed the mine and sold …")."""
    if parse.tags[token] != "VBD" or parse.tags[first] != "VBN" or _has_auxiliary(parse, token):
        return False
    alike = parse.lowers[token].endswith("ed") or parse.lowers[token] in ALIKE
    passive = parse.child(first, frozenset(("auxpass",))) is not None
    return alike and not (passive and parse.child(token, frozenset(("dobj",))) is not None)


def _can_lend(parse: Parse, first: int, token: int) -> bool:
    """Whether the auxiliary of the first fits the second: the same form; no object behind a second passive."""
    auxiliaries = [child for child in parse.children[first] if parse.deps[child] in AUXILIARIES]
    if parse.tags[first] != parse.tags[token]:
        return False
    passive = any(parse.deps[child] == "auxpass" for child in auxiliaries)
    return not (passive and parse.child(token, frozenset(("dobj",))) is not None)


def _carries_over(parse: Parse, child: int, subject: int | None, needs_auxiliary: bool) -> bool:
    """Whether a word before the first verb is the second's too: the subject and what is before it, "to", the hedges."""
    relation = parse.deps[child]
    if relation in AUXILIARIES:
        return needs_auxiliary
    if relation in COORDINATORS:
        return False
    if subject is not None and child <= subject:
        return True
    return relation in MARK_PREPOSITION_OR_AUXILIARY or parse.lowers[child] in HEDGES
