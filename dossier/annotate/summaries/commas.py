"""Parts of a sentence that commas set off, and which of their commas are theirs alone."""

from dataclasses import dataclass

from dossier.annotate.summaries.flat_parse import Parse
from dossier.annotate.syntax.labels import (
    ANY_SUBJECTS,
    AUXILIARIES,
    FINITE_OR_MODAL_TAGS,
    FRONTED_RELATIONS,
    MARK_OR_CONJUNCTION,
    NOUN_POS,
)
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.summaries", "summary_words.toml")

STOPS = _WORDS["stops"]
"""What may stand behind a part that goes."""


@dataclass(frozen=True, slots=True)
class Unit:
    """Tokens ``start`` to ``end`` (half-open) that may go, with the commas that are theirs alone around them.

    ``mate`` is a verb beside which they must stay, if that stays: the first of a list ("came, saw and won"). ``front``
    are the tokens before the subject they stand among: what is said there hangs together. While one of the commas
    ``earlier`` stays, the one behind the unit does. ``clausal`` units stay before a unit that stays: what that hangs on
    may be in them.
    """

    start: int
    end: int
    before: bool = False
    after: bool = False
    mate: int | None = None
    front: tuple[int, int] | None = None
    earlier: tuple[int, ...] = ()
    clausal: bool = False

    @property
    def span(self) -> tuple[int, int]:
        """The tokens with the commas."""
        return self.start - self.before, self.end + self.after


def set_off(parse: Parse, token: int, start: int, end: int) -> Unit | None:
    """The subtree of the token where commas (or the ends of the sentence) stand around it."""
    return _between_commas(parse, parse.left[token], parse.right[token] + 1, start, end)


def _between_commas(parse: Parse, first: int, last: int, start: int, end: int) -> Unit | None:
    comma_before = first > start and parse.words[first - 1] == ","
    comma_after = last < end and parse.words[last] == ","
    if _is_broken_off(parse, last) or (comma_after and last + 1 < end and _is_wanted(parse, first, last + 1)):
        return None
    if first == start or (first == start + 1 and parse.deps[start] == "cc"):
        return Unit(first, last, after=True) if comma_after else None
    if not comma_before or (last < end and parse.words[last] not in STOPS and last not in parse.quoting.closing):
        return None
    said = last + 1 < end and parse.lowers[last + 1] == "according"
    own = comma_after and not said and not _closes_opening(parse, first, last - 1) and not _is_one_of_more(parse, last)
    return Unit(first, last, before=True, after=own, earlier=_commas_before(parse, first - 1) if own else ())


def _commas_before(parse: Parse, comma: int) -> tuple[int, ...]:
    """The commas of the same noun before this one: while one of them stands, so must the last."""
    owner = parse.heads[comma]
    if parse.pos[owner] not in NOUN_POS:
        return ()
    return tuple(child for child in parse.children[owner] if owner < child < comma and parse.words[child] == ",")


def _is_broken_off(parse: Parse, last: int) -> bool:
    """Whether the parser has broken off before ``last`` ("including, by reports, nine children")."""
    return parse.pos[last - 1] == "PUNCT" and last - 1 not in parse.quoting.closing and parse.words[last - 1] != ")"


def _is_wanted(parse: Parse, first: int, behind: int) -> bool:
    """Whether what comes behind it may lean on it: a quotation, a conjunction, a verb that has no subject else."""
    if {behind - 1, behind} & parse.quoting.opening or parse.deps[behind] == "cc":
        return True
    return _strands(parse, first, behind)


def _strands(parse: Parse, first: int, verb: int) -> bool:
    """Whether a finite verb behind it would be without its subject ("…, which, they saw, fell")."""
    if parse.tags[verb] not in FINITE_OR_MODAL_TAGS:
        return False
    main = parse.heads[verb] if parse.deps[verb] in AUXILIARIES else verb
    subject = parse.child(main, ANY_SUBJECTS)
    return subject is None or (first <= subject < verb)


def _is_one_of_more(parse: Parse, comma: int) -> bool:
    """Whether another comma of the same noun follows: that is the one which closes what is set off."""
    owner = parse.heads[comma]
    nominal = parse.pos[owner] in NOUN_POS
    return nominal and any(child > comma and parse.words[child] == "," for child in parse.children[owner])


def _closes_opening(parse: Parse, first: int, last: int) -> bool:
    """Whether it lies in a phrase or clause before its verb, which the comma behind sets off."""
    return any(
        (parse.left[step] < first or not _is_link(parse, first - 2))
        and last < parse.heads[step]
        and parse.deps[step] in FRONTED_RELATIONS
        and (parse.deps[step] != "ccomp" or parse.right[step] == last)
        and parse.is_verb(parse.heads[step])
        and not any(parse.deps[c] in ANY_SUBJECTS and c < first for c in parse.children[parse.heads[step]])
        for step in parse.above(last)
    )


def _is_link(parse: Parse, token: int) -> bool:
    return token < 0 or parse.deps[token] in MARK_OR_CONJUNCTION or parse.deps[token] == "prep"
