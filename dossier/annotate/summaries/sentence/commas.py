"""Parts of a sentence that commas set off, and which of these commas go with the part."""

from dataclasses import dataclass
from itertools import pairwise

from dossier.annotate.summaries.sentence.flat_parse import FlatParse
from dossier.annotate.summaries.sentence.loss import Loss
from dossier.annotate.summaries.summary_words import BOUNDARY_MARKS
from dossier.annotate.syntax.labels import (
    ANY_SUBJECTS,
    AUXILIARIES,
    FINITE_OR_MODAL_TAGS,
    FINITE_TAGS,
    FRONTED_RELATIONS,
    MARK_OR_CONJUNCTION,
    NOUN_POS,
)


@dataclass(frozen=True, slots=True)
class RemovablePart:
    """Tokens ``start`` to ``end`` (half-open) that a line can leave out, and the commas that go with them.

    before: whether the comma before the tokens goes too.
    after: whether the comma after the tokens goes too.
    needed_by: a verb; while it stays, so do the tokens. It is the first verb of a list ("came, saw and won").
    linked_span: the tokens before the subject; if one of them is needed, these tokens stay.
    earlier_commas: while one of them stays, the comma after the tokens stays.
    clausal: a clause. It stays before a part that stays, which may modify a word in it.
    loss: what a reader loses with it.
    """

    start: int
    end: int
    before: bool = False
    after: bool = False
    needed_by: int | None = None
    linked_span: tuple[int, int] | None = None
    earlier_commas: tuple[int, ...] = ()
    clausal: bool = False
    loss: Loss = Loss.NOTHING

    @property
    def span(self) -> tuple[int, int]:
        """The tokens and the commas that go with them, half-open."""
        return self.start - self.before, self.end + self.after


def without_stray_comma(parse: FlatParse, kept: list[int], verb: int) -> list[int]:
    """The tokens of a line without a comma between a bare name and the verb of which it is the subject.

    "The Orlov Index, was up" is so in its article; where the subject has more words, a part may be lost at the comma.
    """
    subject = parse.child(verb, ANY_SUBJECTS)
    if subject is None or parse.pos[subject] != "PROPN":
        return kept
    if any(child > subject and parse.deps[child] != "punct" for child in parse.children[subject]):
        return kept
    comma = subject + 1
    behind = comma + 1
    is_stray = parse.words[comma : comma + 1] == [","] and (behind == verb or parse.heads[behind] == verb)
    is_stray = is_stray and (behind == verb or parse.deps[behind] in AUXILIARIES)
    if not is_stray or _opens_participle(parse, kept, verb):
        return kept
    return [token for token in kept if token != comma]


def _opens_participle(parse: FlatParse, kept: list[int], verb: int) -> bool:
    """Whether a comma behind the verb is followed by a finite one: "Brandt, asked about the mill, said …"."""
    return any(
        parse.words[one] == "," and parse.tags[other] in FINITE_TAGS and one > verb for one, other in pairwise(kept)
    )


def set_off(parse: FlatParse, token: int, start: int, end: int) -> RemovablePart | None:
    """The subtree of ``token``, if commas or the ends of the sentence ``start`` to ``end`` (half-open) surround it.

    None where it is not set off, the parser lost a part of it, or what follows may need it.
    """
    first, last = parse.left[token], parse.right[token] + 1
    comma_before = first > start and parse.words[first - 1] == ","
    comma_after = last < end and parse.words[last] == ","
    if _is_broken_off(parse, last) or (comma_after and last + 1 < end and _supports_next_words(parse, first, last + 1)):
        return None
    if first == start or (first == start + 1 and parse.deps[start] == "cc"):
        return RemovablePart(first, last, after=True) if comma_after else None
    if not comma_before or (last < end and not is_boundary(parse, last)):
        return None
    source_follows = last + 1 < end and parse.lowers[last + 1] == "according"
    comma_goes = (
        comma_after
        and not source_follows
        and not _comma_closes_fronted_phrase(parse, first, last - 1)
        and not _has_later_comma(parse, last)
    )
    earlier_commas = _commas_before(parse, first - 1) if comma_goes else ()
    return RemovablePart(first, last, before=True, after=comma_goes, earlier_commas=earlier_commas)


def is_boundary(parse: FlatParse, token: int) -> bool:
    """Whether the token may follow a part that is left out: punctuation, or the end of a quotation."""
    return parse.words[token] in BOUNDARY_MARKS or token in parse.quotations.closing


def _commas_before(parse: FlatParse, comma: int) -> tuple[int, ...]:
    """The commas under the same noun before this one; none where the comma hangs on no noun."""
    owner = parse.heads[comma]
    if parse.pos[owner] not in NOUN_POS:
        return ()
    return tuple(child for child in parse.children[owner] if owner < child < comma and parse.words[child] == ",")


def _is_broken_off(parse: FlatParse, last: int) -> bool:
    """Whether the subtree that ends before ``last`` ends with punctuation: the parser lost the rest.

    In "including, by reports, nine children" it may end after "reports,".
    """
    return parse.pos[last - 1] == "PUNCT" and last - 1 not in parse.quotations.closing and parse.words[last - 1] != ")"


def _supports_next_words(parse: FlatParse, first: int, next_token: int) -> bool:
    """Whether what follows may need the part that begins at ``first``.

    A quotation and a conjunction may need it, and so does a verb that would lose its subject.
    """
    if {next_token - 1, next_token} & parse.quotations.opening or parse.deps[next_token] == "cc":
        return True
    return _leaves_verb_without_subject(parse, first, next_token)


def _leaves_verb_without_subject(parse: FlatParse, first: int, verb: int) -> bool:
    """Whether the finite ``verb`` that follows would lose its subject ("…, which, they saw, fell")."""
    if parse.tags[verb] not in FINITE_OR_MODAL_TAGS:
        return False
    main = parse.heads[verb] if parse.deps[verb] in AUXILIARIES else verb
    subject = parse.child(main, ANY_SUBJECTS)
    return subject is None or (first <= subject < verb)


def _has_later_comma(parse: FlatParse, comma: int) -> bool:
    """Whether another comma under the same noun follows, which closes the part that is set off."""
    owner = parse.heads[comma]
    return parse.pos[owner] in NOUN_POS and any(
        child > comma and parse.words[child] == "," for child in parse.children[owner]
    )


def _comma_closes_fronted_phrase(parse: FlatParse, first: int, last: int) -> bool:
    """Whether the comma after ``last`` ends a phrase or clause before its verb that the part belongs to.

    In "After the fall of Varna, a port, the army fled" the second comma does, so it stays without "a port".
    """
    return any(
        (parse.left[step] < first or not _is_link(parse, first - 2))
        and last < parse.heads[step]
        and parse.deps[step] in FRONTED_RELATIONS
        and (parse.deps[step] != "ccomp" or parse.right[step] == last)
        and parse.is_verb(parse.heads[step])
        and not any(parse.deps[c] in ANY_SUBJECTS and c < first for c in parse.children[parse.heads[step]])
        for step in parse.above(last)
    )


def _is_link(parse: FlatParse, token: int) -> bool:
    """Whether the token is a conjunction or preposition, or lies before the text."""
    return token < 0 or parse.deps[token] in MARK_OR_CONJUNCTION or parse.deps[token] == "prep"
