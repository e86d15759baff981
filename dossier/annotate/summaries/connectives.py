"""Words that tie a sentence to the one before it, and say nothing in a line: "However", "And so", "also", "too"."""

from dossier.annotate.summaries.commas import RemovablePart, set_off
from dossier.annotate.summaries.flat_parse import FlatParse
from dossier.annotate.summaries.summary_words import (
    ADDITIVE_ADVERBS,
    CONNECTIVE_ADVERBS,
    FOCUS_ADVERBS,
    OPENING_ADVERBS,
    OPENING_CONJUNCTIONS,
    RELATIVE_DAY_ADVERBS,
)
from dossier.annotate.syntax.labels import ANY_SUBJECTS, NOUN_CLAUSES


def opening_conjunction(parse: FlatParse, token: int, start: int, end: int) -> RemovablePart | None:
    """A conjunction that opens the sentence: "But the road was shut"."""
    return RemovablePart(token, token + 1) if token == start and parse.lowers[token] in OPENING_CONJUNCTIONS else None


def opening_words_end(parse: FlatParse, start: int, end: int) -> int:
    """The token behind the conjunctions and adverbs that open the sentence: that of "we" in "And so we left"."""
    for token in range(start, end):
        part = opening_conjunction(parse, token, token, end) or _opening_adverb(parse, token, start)
        if part is None or parse.heads[token] == token:
            return token
    return start


def connective(parse: FlatParse, token: int, start: int, end: int) -> RemovablePart | None:
    """An adverb that ties its clause to another: at the start ("Then they left"), between commas, or by the verb."""
    if parse.children[token]:
        return None
    return (
        _opening_adverb(parse, token, start)
        or _adverb_before_day(parse, token, start)
        or _additive_adverb(parse, token, start, end)
        or _adverb_between_commas(parse, token, start, end)
    )


def _opening_adverb(parse: FlatParse, token: int, start: int) -> RemovablePart | None:
    """An adverb with which the sentence opens, with the comma behind it: "Secondly, the road was shut"."""
    opens = parse.lowers[token] in OPENING_ADVERBS and _opens(parse, token, start)
    if not opens or not parse.is_verb(parse.heads[token]) or parse.children[token]:
        return None
    if parse.lowers[token] == "then" and parse.pos[token + 1] == "PROPN":
        # In "Then President Brandt" it says when she was that.
        return None
    return RemovablePart(token, token + 1, after=parse.words[token + 1] == ",")


def _adverb_before_day(parse: FlatParse, token: int, start: int) -> RemovablePart | None:
    """The first word of "Earlier Thursday" and "Later on Thursday"."""
    day = parse.tags[token + 1 : token + 2] == ["NNP"] or parse.lowers[token + 1 : token + 2] == ["on"]
    before_day = parse.lowers[token] in RELATIVE_DAY_ADVERBS and _opens(parse, token, start) and day
    return RemovablePart(token, token + 1) if before_day else None


def _opens(parse: FlatParse, token: int, start: int) -> bool:
    """Whether only conjunctions and such adverbs stand before the token in its sentence."""
    return all(
        parse.lowers[i] in OPENING_CONJUNCTIONS or parse.lowers[i] in OPENING_ADVERBS or parse.words[i] == ","
        for i in range(start, token)
    )


def _additive_adverb(parse: FlatParse, token: int, start: int, end: int) -> RemovablePart | None:
    """An adverb such as "also" beside a finite verb, or "too" at the end; not the second part of "not only … also"."""
    verb = parse.heads[token]
    if parse.lowers[token] not in ADDITIVE_ADVERBS or not parse.is_verb(verb) or not parse.is_finite(verb):
        return None
    if parse.deps[verb] in NOUN_CLAUSES and not parse.has_subject(verb):
        # In "the Fox, also known as …" the verb is no finite one, whatever its tag.
        return None
    before, after = parse.words[token - 1], parse.words[token + 1] if token + 1 < end else "."
    closes = after in (".", ",", ";")
    focused = any(parse.lowers[i] in FOCUS_ADVERBS for i in range(start, token))
    if parse.lowers[token] == "too" and not closes:
        return None
    if focused or (before == "," and after == ","):
        return None
    return RemovablePart(token, token + 1, before=before == "," and closes)


def _adverb_between_commas(parse: FlatParse, token: int, start: int, end: int) -> RemovablePart | None:
    """A connective adverb between commas ("However, …"), at the start or after the subject of its verb."""
    if parse.lowers[token] not in CONNECTIVE_ADVERBS:
        return None
    # Between two clauses, its commas are all that separates them.
    inside = any(parse.deps[c] in ANY_SUBJECTS and c < token for c in parse.children[parse.heads[token]])
    return set_off(parse, token, start, end) if inside or token <= start + 1 else None
