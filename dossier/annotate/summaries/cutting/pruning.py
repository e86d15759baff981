"""The parts of a sentence that a line can leave out: sentence compression by deleting subtrees.

After Clarke and Lapata (2008), "Global inference for sentence compression", and Filippova and Strube (2008),
"Dependency tree based sentence compression". Most parts go only where punctuation sets them off too, so that a wrong
parse seldom does harm. Each says what a reader loses with it.
"""

from dataclasses import replace

from dossier.annotate.summaries.cutting.asides import asides
from dossier.annotate.summaries.cutting.connectives import connective, opening_conjunction
from dossier.annotate.summaries.cutting.frames import opening_frame, pointing_frame
from dossier.annotate.summaries.cutting.repute import is_repute
from dossier.annotate.summaries.sentence.commas import RemovablePart, set_off
from dossier.annotate.summaries.sentence.coordination import is_adding, is_coordinated
from dossier.annotate.summaries.sentence.flat_parse import FlatParse
from dossier.annotate.summaries.sentence.loss import Loss, coordination_loss
from dossier.annotate.summaries.summary_words import (
    BOUNDARY_MARKS,
    COMPLEMENT_VERBS,
    CONNECTIVE_PHRASES,
    CONTRAST_MARKS,
    CONTRASTING_CONJUNCTIONS,
    NON_TEMPORAL_CONDITION_MARKS,
    NONREMOVABLE_OPENERS,
    REMOVABLE_PREPOSITIONS,
    REMOVABLE_PREPOSITIONS_AFTER_HEAD,
    SOURCE_PARTICIPLES,
    SUBORDINATORS,
    TIME_MARKS,
)
from dossier.annotate.syntax.labels import (
    ANY_SUBJECTS,
    APPOSITION_OR_CONJUNCT,
    AUXILIARIES,
    COORDINATION,
    DETERMINER_OR_PRONOUN_POS,
    PARTICIPLE_TAGS,
    PLAIN_CLAUSES,
    PLURAL_NOUN_TAGS,
    REPORTED_CLAUSES,
)


def removable_parts(parse: FlatParse, start: int, end: int) -> tuple[RemovablePart, ...]:
    """The parts of the sentence ``start`` to ``end`` (half-open) that may go, those with the least loss first.

    None of a question, and none where the main clause is not clear.
    """
    if parse.words[end - 1] == "?":
        return ()
    if _main_clause_is_unclear(parse, start, end):
        return ()
    found = []
    for token in range(start, end):
        finder = _PART_FINDERS.get(parse.deps[token])
        part = finder(parse, token, start, end) if finder else None
        if part is not None:
            found.append(part)
    found.extend(asides(parse, start, end))
    whole = (part for part in found if not _breaks_quotation(parse, part, start, end))
    return tuple(sorted(whole, key=lambda part: part.loss))


def _main_clause_is_unclear(parse: FlatParse, start: int, end: int) -> bool:
    """Whether a subordinating conjunction opens the main clause: then the parser has missed the real one."""
    root = parse.above(start)[-1]
    return any(c < root and parse.lowers[c] in SUBORDINATORS for c in parse.children[root])


def _apposition(parse: FlatParse, token: int, start: int, end: int) -> RemovablePart | None:
    """An apposition with a common noun, "a" or an age ("Ada Brandt, the minister", "Ada Brandt, 52").

    No name ("the minister, Ada Brandt"), no part of a list, and no noun that a date comes before ("the May 3, 2019,
    bombing of the port").
    """
    noun, first = parse.heads[token], parse.left[token]
    is_dated = parse.words[first - 1] == "," and parse.has_date(first - 2, first - 1)
    if is_dated and parse.pos[token] == "NOUN" and parse.pos[first] not in DETERMINER_OR_PRONOUN_POS:
        return None
    beside = (*parse.children[noun], *parse.children[token])
    listed = any(parse.deps[c] in COORDINATION or (parse.deps[c] == "appos" and c != token) for c in beside)
    listed = listed or (parse.tags[token] in PLURAL_NOUN_TAGS and parse.tags[noun] not in PLURAL_NOUN_TAGS)
    age = parse.words[token].isdigit() and len(parse.words[token]) < 4 and not parse.children[token]
    described = age or parse.pos[token] == "NOUN" or any(parse.lowers[c] in ("a", "an") for c in parse.children[token])
    if not described or listed or parse.deps[noun] in APPOSITION_OR_CONJUNCT or token < noun:
        return None
    part = set_off(parse, token, start, end)
    return None if part is None else replace(part, loss=Loss.ASIDE if age else Loss.DESCRIPTION)


def _noun_clause(parse: FlatParse, token: int, start: int, end: int) -> RemovablePart | None:
    """A relative or other clause under a noun, between commas: "Varna, which lies on the coast, fell"."""
    noun = parse.heads[token]
    if parse.pos[noun] in DETERMINER_OR_PRONOUN_POS:
        # "those, who …" are not known without the clause.
        return None
    if parse.deps[noun] == "pobj" and parse.lowers[parse.heads[noun]] == "with" and parse.deps[token] == "acl":
        # In "with the road, cut off since May, …" the clause may be what "with" is about.
        return None
    in_list = any(parse.deps[c] in (COORDINATION | APPOSITION_OR_CONJUNCT) and c > token for c in parse.children[noun])
    in_list |= any(_is_of_clause_before(parse, c) for c in range(parse.right[token] + 2, end)[:1])
    part = None if in_list or parse.left[token] == start else set_off(parse, token, start, end)
    loss = Loss.NOTHING if is_repute(parse, token) else Loss.DESCRIPTION
    return None if part is None else replace(part, clausal=True, loss=loss)


def _adverbial_clause(parse: FlatParse, token: int, start: int, end: int) -> RemovablePart | None:
    """An adverbial clause between commas on which the truth of the rest does not depend: "…, calling it a disgrace".

    A clause of condition ("if it rains"), a contrast and the source ("citing two officials") stay.
    """
    first = parse.left[token]
    opening = {parse.lowers[c] for c in parse.children[token] if c < token and not parse.has_subject(c)}
    restrictive = opening & NONREMOVABLE_OPENERS
    if restrictive and not (restrictive <= TIME_MARKS and _is_past(parse, parse.heads[token])):
        return None
    participle = parse.tags[token] in PARTICIPLE_TAGS and not parse.has_subject(token)
    marked = any(parse.deps[c] == "mark" or parse.tags[c] == "WRB" for c in parse.children[token])
    if (
        parse.lowers[token] in SOURCE_PARTICIPLES
        or not (participle or marked)
        or parse.lowers[first] in NON_TEMPORAL_CONDITION_MARKS | CONTRAST_MARKS
        or not _is_asserted(parse, token)
    ):
        return None
    part = set_off(parse, token, start, end)
    if part is None:
        return None
    if token < parse.heads[token]:
        subject = parse.child(parse.heads[token], ANY_SUBJECTS)
        before_subject = (start, parse.heads[token] if subject is None else parse.left[subject])
        loss = Loss.NOTHING if is_repute(parse, token) else Loss.NEWS
        return replace(part, linked_span=before_subject, loss=loss)
    # What follows such a clause is set off too, and needs the comma between them.
    return replace(part, after=False, clausal=True, loss=Loss.NEWS)


def _is_past(parse: FlatParse, verb: int) -> bool:
    """Whether the verb or a word under it is a past form: then "when" gives the time of what happened, no condition."""
    return parse.tags[verb] == "VBD" or any(parse.tags[c] == "VBD" for c in parse.children[verb])


def _is_asserted(parse: FlatParse, token: int) -> bool:
    """Whether all clauses above are plain statements: in a conditional or restrictive clause every part matters."""
    for step in parse.above(token)[1:]:
        relation = parse.deps[step]
        if relation == "relcl" and parse.words[parse.left[step] - 1] != ",":
            return False
        if parse.is_verb(step) and relation not in PLAIN_CLAUSES:
            return False
    return True


def _coordinated_clause(parse: FlatParse, token: int, start: int, end: int) -> RemovablePart | None:
    """A coordinated clause after another, with its conjunction: "and the police closed the road"."""
    separate = _after_semicolon(parse, token, start, end)
    if separate is not None:
        return separate
    first = parse.heads[token]
    if parse.has_subject(token) and not _is_linked(parse, token):
        # With only a comma between two clauses, one may introduce the other.
        return None
    if not (is_coordinated(parse, token) and is_adding(parse, token) and _is_asserted(parse, token)):
        return None
    last = parse.right[token] + 1
    first_goes_on = any(child > parse.right[token] and parse.deps[child] != "punct" for child in parse.children[first])
    # "hoped to come but would wait" is no "hoped to come"
    is_contrast = parse.lowers[parse.left[token] - 1] in CONTRASTING_CONJUNCTIONS
    shares_meaning = (is_contrast or parse.is_negated(first)) and not parse.has_subject(token)
    needs_it = shares_meaning or _lacks_complement(parse, first) or _ends_list(parse, token)
    needs_it |= _is_of_clause_before(parse, first)
    if first_goes_on or needs_it or not _may_end(parse, last, end):
        return None
    needed_by = parse.heads[first] if is_coordinated(parse, first) and not _is_linked(parse, first) else None
    begin = parse.left[token]
    while begin - 1 > first and (parse.deps[begin - 1] == "cc" or parse.words[begin - 1] in (",", ";")):
        begin -= 1
    return RemovablePart(begin, last, needed_by=needed_by, loss=coordination_loss(parse, token))


def _is_of_clause_before(parse: FlatParse, token: int) -> bool:
    """Whether a bare verb stands beside one in the past: "fell to those who had to sell ships, shut mines and leave".

    It goes on the list of the clause between the two, which the parser lost.
    """
    first = parse.heads[token]
    is_bare = parse.tags[token] == "VB" and all(parse.deps[c] not in AUXILIARIES for c in parse.children[token])
    return is_bare and parse.deps[token] == "conj" and parse.tags[first] == "VBD" and not parse.has_subject(token)


def _ends_list(parse: FlatParse, token: int) -> bool:
    """Whether two clauses or more stand before it with commas between: "bars shut, schools closed and people left".

    One may be lost on the parser, which then calls it a mere dependent.
    """
    first = parse.heads[token]
    inside = [c for c in parse.children[first] if first < c < token]
    listed = any(parse.deps[c] == "dep" or (is_coordinated(parse, c) and not _is_linked(parse, c)) for c in inside)
    before = (c for c in parse.children[first] if c < first and parse.deps[c] in REPORTED_CLAUSES)
    return listed or any(parse.has_subject(c) and parse.words[parse.right[c] + 1] == "," for c in before)


def _may_end(parse: FlatParse, last: int, end: int) -> bool:
    """Whether a clause that ends before ``last`` can go: not where only a comma separates it from the next."""
    if last >= end or parse.words[last] != ",":
        return last >= end or parse.words[last] in BOUNDARY_MARKS
    return last + 1 >= end or parse.deps[last + 1] == "cc"


def _lacks_complement(parse: FlatParse, verb: int) -> bool:
    """Whether the verb needs a complement and none follows it ("I think, and …")."""
    return parse.lowers[verb] in COMPLEMENT_VERBS and max(parse.children[verb], default=0) < verb


def _is_linked(parse: FlatParse, token: int) -> bool:
    """Whether a conjunction links the verb ``token`` to the one before it in the list: B in "A and B, C", but not C."""
    siblings = [c for c in parse.children[parse.heads[token]] if c < token and parse.deps[c] in COORDINATION]
    return bool(siblings) and parse.deps[siblings[-1]] == "cc"


def _after_semicolon(parse: FlatParse, token: int, start: int, end: int) -> RemovablePart | None:
    """A clause after a semicolon, up to the next semicolon or the end of the sentence."""
    first, last = parse.left[token], parse.right[token] + 1
    follows_semicolon = first > start + 1 and parse.words[first - 1] == ";"
    separate = follows_semicolon and parse.has_subject(token) and parse.is_finite(token)
    ends = last >= end or parse.words[last] in (";", ".")
    return RemovablePart(first - 1, last) if separate and ends and parse.heads[token] < first else None


def _adjunct_phrase(parse: FlatParse, token: int, start: int, end: int) -> RemovablePart | None:
    """A prepositional phrase between commas that connects or adds ("In addition, …", "…, including two children").

    Or one that only names an occasion told of before ("During the keynote, …").
    """
    frame = opening_frame(parse, token, start, end) or pointing_frame(parse, token, start, end)
    if frame is not None:
        return frame
    words = " ".join(parse.lowers[parse.left[token] : parse.right[token] + 1])
    opening = parse.lowers[parse.left[token]]
    after_head = parse.heads[token] < token and opening in REMOVABLE_PREPOSITIONS_AFTER_HEAD
    if words not in CONNECTIVE_PHRASES and opening not in REMOVABLE_PREPOSITIONS and not after_head:
        return None
    part = set_off(parse, token, start, end)
    if part is None and words == "in turn":
        # needs no comma: "Haddad in turn left"
        return RemovablePart(parse.left[token], parse.right[token] + 1)
    return part if part is None or words in CONNECTIVE_PHRASES else replace(part, loss=Loss.DESCRIPTION)


_PART_FINDERS = {
    "appos": _apposition,
    "relcl": _noun_clause,
    "acl": _noun_clause,
    "advcl": _adverbial_clause,
    "conj": _coordinated_clause,
    "prep": _adjunct_phrase,
    "advmod": connective,
    "intj": connective,
    "cc": opening_conjunction,
    "ccomp": _after_semicolon,
    "parataxis": _after_semicolon,
}


def _breaks_quotation(parse: FlatParse, part: RemovablePart, start: int, end: int) -> bool:
    """Whether leaving the part out would shorten a quotation without removing it."""
    first, last = part.span
    for quote_start, quote_end in parse.quotations.within(start, end):
        overlaps = quote_start < last and first < quote_end
        if overlaps and not (first <= quote_start and quote_end <= last):
            return True
    return False
