"""Words that tie a sentence to the one before it, and say nothing in a line: "However", "And so", "also", "too"."""

from dossier.annotate.summaries.sentence.commas import RemovablePart, set_off
from dossier.annotate.summaries.sentence.flat_parse import FlatParse
from dossier.annotate.summaries.summary_words import (
    ADDITIVE_ADVERBS,
    CONNECTIVE_ADVERBS,
    CONNECTIVE_PHRASES,
    FOCUS_ADVERBS,
    OPENING_ADVERBS,
    OPENING_CONJUNCTIONS,
    PAST_OPENERS,
    POINTING_OPENERS,
    POINTING_TIME_WORDS,
    RELATIVE_DAY_ADVERBS,
    SEPARABLE_ADVERBS,
)
from dossier.annotate.syntax.labels import ANY_SUBJECTS, AUXILIARIES, NOUN_CLAUSES

_MAX_OPENING_TOKENS = 5
"""Longest connective phrase that is looked for ("on the one hand"). Set by the longest of the list."""
_MAX_COUNTED_TOKENS = 4
"""Longest time that counts from another, with its last word: "a few weeks later"."""


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


def without_opening(parse: FlatParse, kept: list[int]) -> list[int]:
    """The tokens of a line without the conjunctions, adverbs and phrases before its first mark that tie it to another.

    "However, the road was shut", "In response, Brandt left", "Later that day, she died", "Two days later, she died",
    "In other developments: the road was shut".
    """
    while kept:
        length = _opening_length(parse, kept)
        if not 0 < length < len(kept):
            break
        kept = kept[length:]
    return kept


def _opening_length(parse: FlatParse, kept: list[int]) -> int:
    """The number of tokens, with their comma, of the connective words with which the line opens; 0 where none do."""
    if parse.deps[kept[0]] == "cc" and parse.lowers[kept[0]] in OPENING_CONJUNCTIONS:
        return 1
    opening = kept[: _MAX_OPENING_TOKENS + 1]
    comma = next((place for place, token in enumerate(opening) if parse.words[token] in (",", ":")), 0)
    if not comma and _counts_from_before(parse, opening):
        return opening.index(next(token for token in opening if parse.lowers[token] == "later")) + 1
    words = [parse.lowers[token] for token in opening[:comma]]
    if len(words) == 1 and words[0] in PAST_OPENERS:
        return 0
    is_connective = len(words) == 1 and words[0] in CONNECTIVE_ADVERBS | OPENING_ADVERBS
    # "next week" counts from the report, "the next week" from what was told
    points = words[:1] != ["next"] and not POINTING_OPENERS.isdisjoint(words) and POINTING_TIME_WORDS.issuperset(words)
    points = points or words[-1:] == ["later"]
    return comma + 1 if words and (is_connective or points or " ".join(words) in CONNECTIVE_PHRASES) else 0


def _counts_from_before(parse: FlatParse, opening: list[int]) -> bool:
    """Whether a line opens with a time counted from one told before, with no comma: "A year later Brandt resigned"."""
    words = [parse.lowers[token] for token in opening[:_MAX_COUNTED_TOKENS]]
    place = words.index("later") if "later" in words else 0
    is_unit = place > 1 and words[place - 1] in POINTING_TIME_WORDS
    return is_unit and opening[place - 1] in parse.above(opening[0])[1:]


def connective(parse: FlatParse, token: int, start: int, end: int) -> RemovablePart | None:
    """An adverb that ties its clause to another: at the start ("Then they left"), between commas, or by the verb."""
    if parse.lowers[token] == "well" and parse.lowers[token - 1] == "as" and _closes(parse, token, end):
        return RemovablePart(token - 1, token + 1, before=parse.words[token - 2] == ",")
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
    """An adverb such as "also" beside a finite verb, or "too" at the end; not the second part of "not only … also".

    "Later" and "too" may go between subject and verb as well: "Brandt later left".
    """
    verb = parse.heads[token]
    if parse.lowers[token] not in ADDITIVE_ADVERBS or not parse.is_verb(verb) or not parse.is_finite(verb):
        return None
    if parse.deps[verb] in NOUN_CLAUSES:
        # "A man who also died" is another than "a man who died".
        return None
    before, after = parse.words[token - 1], parse.words[token + 1] if token + 1 < end else "."
    closes = _closes(parse, token, end)
    focused = any(parse.lowers[i] in FOCUS_ADVERBS for i in range(start, token))
    if parse.lowers[token] in SEPARABLE_ADVERBS and not closes and not _follows_subject(parse, token, verb):
        return None
    if focused or (before == "," and after == ","):
        return None
    return RemovablePart(token, token + 1, before=before == "," and closes)


def _follows_subject(parse: FlatParse, token: int, verb: int) -> bool:
    """Whether the token stands between the subject and its verb: "Brandt too left", "Brandt was then hired"."""
    subject = parse.child(verb, ANY_SUBJECTS)
    if subject is None or not parse.right[subject] < token < verb:
        return False
    between = range(parse.right[subject] + 1, token)
    is_then = parse.lowers[token] == "then" and parse.tags[verb] == "VBN"
    return not between or (is_then and all(parse.deps[i] in AUXILIARIES for i in between))


def _closes(parse: FlatParse, token: int, end: int) -> bool:
    """Whether a clause ends with the token."""
    return token + 1 >= end or parse.words[token + 1] in (".", ",", ";")


def _adverb_between_commas(parse: FlatParse, token: int, start: int, end: int) -> RemovablePart | None:
    """A connective adverb between commas ("However, …"), at the start or after the subject of its verb."""
    if parse.lowers[token] not in CONNECTIVE_ADVERBS:
        return None
    # Between two clauses, its commas are all that separates them.
    inside = any(parse.deps[c] in ANY_SUBJECTS and c < token for c in parse.children[parse.heads[token]])
    if _follows_name(parse, token, start) and parse.words[token + 1 : token + 2] == [","]:
        return RemovablePart(token, token + 1, before=True, after=True)
    return set_off(parse, token, start, end) if inside or token <= start + 1 else None


def _follows_name(parse: FlatParse, token: int, start: int) -> bool:
    """Whether only a name stands before the comma before the token: its subject, whatever the parser calls it."""
    name = range(start, token - 1)
    return bool(name) and parse.words[token - 1] == "," and all(parse.pos[i] == "PROPN" for i in name)
