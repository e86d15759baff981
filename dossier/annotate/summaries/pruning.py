"""What a sentence can lose with no harm to its truth or grammar (sentence compression by deleting subtrees).

After Clarke and Lapata (2008), "Global inference for sentence compression", and Filippova and Strube (2008),
"Dependency tree based sentence compression": but only what punctuation sets off as well, so that a wrong parse seldom
harms.
"""

from collections.abc import Iterator
from dataclasses import replace

from dossier.annotate.summaries.commas import STOPS, Unit, set_off
from dossier.annotate.summaries.coordination import is_adding, is_coordinated
from dossier.annotate.summaries.flat_parse import Parse
from dossier.annotate.summaries.summary_words import (
    ADDED,
    CARRIED,
    CONDITIONAL,
    CONNECTING,
    CONNECTIVES,
    GROUNDS,
    HOLLOW,
    SETTING,
)
from dossier.annotate.syntax.labels import (
    ANY_SUBJECTS,
    APPOSITION_OR_CONJUNCT,
    COORDINATION,
    DETERMINER_OR_PRONOUN_POS,
    PARTICIPLE_TAGS,
    PLAIN_CLAUSES,
    PLURAL_NOUN_TAGS,
)
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.summaries", "summary_words.toml")

_LOCAL = _WORDS["local"]
_OPEN_MARKS = CONDITIONAL | _WORDS["open_marks_more"]
_TIMES = _WORDS["times"]


def units(parse: Parse, start: int, end: int) -> tuple[Unit, ...]:
    """What may go from the sentence ``start`` to ``end``; nothing from a question."""
    if parse.words[end - 1] == "?":
        return ()
    if _opens_under(parse, start, end):
        return ()
    found = []
    for token in range(start, end):
        finder = _FINDERS.get(parse.deps[token])
        unit = finder(parse, token, start, end) if finder else None
        if unit is not None:
            found.append(unit)
    found.extend(_asides(parse, start, end))
    return tuple(unit for unit in found if not _breaks_quotation(parse, unit, start, end))


def _opens_under(parse: Parse, start: int, end: int) -> bool:
    """Whether the main verb stands under a conjunction: then the parser has not found the main clause."""
    root = parse.above(start)[-1]
    return any(c < root and parse.lowers[c] in CONDITIONAL | GROUNDS for c in parse.children[root])


def _apposition(parse: Parse, token: int, start: int, end: int) -> Unit | None:
    """What someone is, not who ("the minister, Ada Brandt"), nor where ("Springfield, Ohio"); no part of a list."""
    noun = parse.heads[token]
    beside = (*parse.children[noun], *parse.children[token])
    listed = any(parse.deps[c] in COORDINATION or (parse.deps[c] == "appos" and c != token) for c in beside)
    listed = listed or (parse.tags[token] in PLURAL_NOUN_TAGS and parse.tags[noun] not in PLURAL_NOUN_TAGS)
    age = parse.words[token].isdigit() and len(parse.words[token]) < 4 and not parse.children[token]
    described = age or parse.pos[token] == "NOUN" or any(parse.lowers[c] in ("a", "an") for c in parse.children[token])
    if not described or listed or parse.deps[noun] in APPOSITION_OR_CONJUNCT or token < noun:
        return None
    return set_off(parse, token, start, end)


def _relative(parse: Parse, token: int, start: int, end: int) -> Unit | None:
    noun = parse.heads[token]
    if parse.pos[noun] in DETERMINER_OR_PRONOUN_POS:
        # "those, who …" are no others
        return None
    if parse.deps[noun] == "pobj" and parse.lowers[parse.heads[noun]] == "with" and parse.deps[token] == "acl":
        return None
    behind = any(parse.deps[c] in COORDINATION and c > token for c in parse.children[noun])
    unit = None if behind or parse.left[token] == start else set_off(parse, token, start, end)
    return None if unit is None else replace(unit, clausal=True)


def _adverbial(parse: Parse, token: int, start: int, end: int) -> Unit | None:
    """A clause of circumstance that the truth of the rest does not hang on."""
    first = parse.left[token]
    opening = {parse.lowers[c] for c in parse.children[token] if c < token and not parse.has_subject(c)}
    if opening & _OPEN_MARKS and not (opening & _OPEN_MARKS <= _TIMES and _is_told(parse, parse.heads[token])):
        return None
    participle = parse.tags[token] in PARTICIPLE_TAGS and not parse.has_subject(token)
    marked = any(parse.deps[c] == "mark" or parse.tags[c] == "WRB" for c in parse.children[token])
    if (
        parse.lowers[token] in ("citing", "quoting")
        or not (participle or marked)
        or parse.lowers[first] in CONDITIONAL - _TIMES
        or not _is_plain(parse, token)
    ):
        return None
    unit = set_off(parse, token, start, end)
    if unit is None:
        return None
    if token < parse.heads[token]:
        subject = parse.child(parse.heads[token], ANY_SUBJECTS)
        return replace(unit, front=(start, parse.heads[token] if subject is None else parse.left[subject]))
    # what follows a clause behind the verb is set off itself: its comma stays
    return replace(unit, after=False, clausal=True)


def _is_told(parse: Parse, verb: int) -> bool:
    """Whether the verb tells of one thing done, of which "when" and "after" can be no condition."""
    return parse.tags[verb] == "VBD" or any(parse.tags[c] == "VBD" for c in parse.children[verb])


def _is_plain(parse: Parse, token: int) -> bool:
    """Whether the clause stands under no condition and restricts nothing: there every part has its weight."""
    for step in parse.above(token)[1:]:
        relation = parse.deps[step]
        if relation == "relcl" and parse.words[parse.left[step] - 1] != ",":
            return False
        if parse.is_verb(step) and relation not in PLAIN_CLAUSES:
            return False
    return True


def _coordinated(parse: Parse, token: int, start: int, end: int) -> Unit | None:
    """A clause coordinated with one before it, with the conjunction."""
    parted = _independent(parse, token, start, end)
    if parted is not None:
        return parted
    first = parse.heads[token]
    if parse.has_subject(token) and not _is_linked(parse, token):
        # a comma alone between two clauses: one may be only the frame of the other
        return None
    if not (is_coordinated(parse, token) and is_adding(parse, token) and _is_plain(parse, token)):
        return None
    last = parse.right[token] + 1
    behind = any(child > parse.right[token] and parse.deps[child] != "punct" for child in parse.children[first])
    shared_negation = parse.is_negated(first) and not parse.has_subject(token)
    if behind or shared_negation or not _may_end(parse, last, end) or _is_hollow(parse, first):
        return None
    mate = parse.heads[first] if is_coordinated(parse, first) and not _is_linked(parse, first) else None
    begin = parse.left[token]
    while begin - 1 > first and (parse.deps[begin - 1] == "cc" or parse.words[begin - 1] in (",", ";")):
        begin -= 1
    return Unit(begin, last, mate=mate)


def _may_end(parse: Parse, last: int, end: int) -> bool:
    """Whether a clause can go that ends before the token ``last``: not where a comma alone parts it from the next."""
    if last >= end or parse.words[last] != ",":
        return last >= end or parse.words[last] in STOPS
    return last + 1 >= end or parse.deps[last + 1] == "cc"


def _is_hollow(parse: Parse, verb: int) -> bool:
    """Whether the verb says nothing without what the parser hung elsewhere ("I think, and …")."""
    return parse.lowers[verb] in HOLLOW and max(parse.children[verb], default=0) < verb


def _is_linked(parse: Parse, token: int) -> bool:
    """Whether a conjunction stands between the verb and the one it is coordinated with."""
    return any(parse.deps[c] == "cc" and c < token for c in parse.children[parse.heads[token]])


def _independent(parse: Parse, token: int, start: int, end: int) -> Unit | None:
    """A clause behind a semicolon, to the end of the sentence or the next one."""
    first, last = parse.left[token], parse.right[token] + 1
    parted = first > start + 1 and parse.words[first - 1] == ";" and parse.has_subject(token) and parse.is_finite(token)
    ends = last >= end or parse.words[last] in (";", ".")
    return Unit(first - 1, last) if parted and ends and parse.heads[token] < first else None


def _setting(parse: Parse, token: int, start: int, end: int) -> Unit | None:
    """A phrase in commas that ties the sentence to others, or sets it against something."""
    words = " ".join(parse.lowers[parse.left[token] : parse.right[token] + 1])
    opening = parse.lowers[parse.left[token]]
    behind = parse.heads[token] < token and opening in ADDED
    if words not in CONNECTING and opening not in SETTING and not behind:
        return None
    return set_off(parse, token, start, end)


def _connective(parse: Parse, token: int, start: int, end: int) -> Unit | None:
    if parse.lowers[token] not in CONNECTIVES or parse.children[token]:
        return None
    # between two clauses its commas are all that parts them
    inside = any(parse.deps[c] in ANY_SUBJECTS and c < token for c in parse.children[parse.heads[token]])
    return set_off(parse, token, start, end) if inside or token <= start + 1 else None


def _opening(parse: Parse, token: int, start: int, end: int) -> Unit | None:
    """A conjunction that opens the sentence."""
    return Unit(token, token + 1) if token == start and parse.lowers[token] in ("and", "but", "so", "yet") else None


def _participle(parse: Parse, token: int, start: int, end: int) -> Unit | None:
    """A participle between commas; of "an operation carried out in the hills" the empty words."""
    set_off = _relative(parse, token, start, end)
    if set_off is not None or parse.tags[token] != "VBN" or parse.left[token] != token:
        return set_off
    if parse.lowers[token] not in CARRIED:
        return None
    last = token + 1
    while last < end and parse.deps[last] == "prt":
        last += 1
    placed = last < end and parse.deps[last] == "prep" and parse.lowers[last] in _LOCAL and parse.heads[last] == token
    return Unit(token, last) if placed and parse.heads[token] == token - 1 else None


_FINDERS = {
    "appos": _apposition,
    "relcl": _relative,
    "acl": _participle,
    "advcl": _adverbial,
    "conj": _coordinated,
    "prep": _setting,
    "advmod": _connective,
    "cc": _opening,
    "ccomp": _independent,
    "parataxis": _independent,
}


def _asides(parse: Parse, start: int, end: int) -> Iterator[Unit]:
    """What stands in brackets, or between two dashes."""
    dashes = [token for token in range(start, end) if parse.words[token] in ("—", "–")]
    if len(dashes) == 2 and not any(parse.heads[token] == token for token in range(*dashes)):
        yield Unit(dashes[0], dashes[1] + 1)
    opened: int | None = None
    for token in range(start, end):
        if parse.words[token] == "(":
            opened = token
        elif parse.words[token] == ")" and opened is not None:
            yield Unit(opened, token + 1)
            opened = None


def _breaks_quotation(parse: Parse, unit: Unit, start: int, end: int) -> bool:
    """Whether it would take some of the words between two quotation marks and leave others."""
    first, last = unit.span
    for begin, finish in parse.quoting.within(start, end):
        inside = begin < last and first < finish
        if inside and not (first <= begin and finish <= last):
            return True
    return False
