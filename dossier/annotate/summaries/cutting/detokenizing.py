"""Turn the kept tokens of a line into a sentence: spaces, punctuation, capitals."""

import re

from dossier.annotate.summaries.sentence.flat_parse import FlatParse
from dossier.annotate.summaries.summary_words import CLOSING_TOKENS, OPENING_TOKENS

_LEADING_MARKS = re.compile(r"^[\s,;:.!?)–—…*•·▪-]+")
_TRAILING_MARKS = re.compile(r"[\s,;:–—(-]+$")
_COMMA_IN_QUOTATION = re.compile(r",([\"”’']+)\.$")
_SENTENCE_ENDS = (".", "!", "?", "…", "।", "。")
_CLOSING_MARKS = "\"”’')]"
_BEFORE_OPENING_MARK = ("", " ", "(", "[", "—", "–", "“", "‘")
_BEFORE_CLOSING_MARK = (",", ".", "!", "?", "…")
_SPACES = re.compile(r"\s+")


def detokenized(parse: FlatParse, kept: list[int], replaced: dict[int, tuple[str, int]]) -> str:
    """The ``kept`` tokens as text, with the spaces that they need.

    ``replaced`` has, by first token, the words that stand for it and those after it, and where these end (exclusive).
    """
    pieces: list[str] = []
    previous = -1
    replaced_until = -1
    for token in kept:
        if token < replaced_until:
            previous = token
            continue
        word = parse.words[token]
        if token in replaced:
            word, replaced_until = replaced[token]
        if word == "." and pieces and pieces[-1].endswith("."):
            continue
        if previous >= 0 and _is_apart(parse, previous, token):
            pieces.append(" ")
        pieces.append(word)
        previous = token
    return _SPACES.sub(" ", "".join(pieces)).strip()


def _is_apart(parse: FlatParse, before: int, after: int) -> bool:
    """Whether a space separates two kept tokens: as in the article if they are neighbours there."""
    if after == before + 1:
        return parse.gaps[before]
    word = parse.words[after]
    if word in CLOSING_TOKENS or after in parse.quotations.closing:
        return False
    return not (parse.words[before] in OPENING_TOKENS or before in parse.quotations.opening)


def as_sentence(words: str) -> str:
    """The words with a capital first and, unless a sentence ends there, a full stop last.

    Punctuation that the cuts left at either end goes.
    """
    words = _COMMA_IN_QUOTATION.sub(r".\1", _LEADING_MARKS.sub("", words))
    bare = words.rstrip(_CLOSING_MARKS).rstrip()
    tail = words[len(bare) :].lstrip()
    words = bare + tail
    if bare.endswith(_SENTENCE_ENDS):
        return capitalised(words)
    trimmed = _TRAILING_MARKS.sub("", bare)
    # A comma before a closing mark becomes the full stop.
    return capitalised(f"{trimmed}.{tail}" if trimmed != bare else f"{trimmed}{tail}.")


def with_paired_marks(line: str) -> str:
    """The line with the partner of a quotation mark whose quotation begins before the line, or goes on behind it.

    A line in which two marks lack their partners stays as it is.

    >>> [with_paired_marks(line) for line in ("“It rained.", "It rained,” he said.", "“Yes,” he said.")]
    ['“It rained.”', '“It rained,” he said.', '“Yes,” he said.']
    >>> with_paired_marks('one" two" three'), with_paired_marks("the ship” s end")
    ('one" two" three', 'the ship” s end')
    """
    for opening, closing in ('""', "“”"):
        depth = unopened = 0
        for found in re.finditer(f"[{opening}{closing}]", line):
            before = line[: found.start()][-1:]
            opens = found.group() == opening if opening != closing else before in _BEFORE_OPENING_MARK
            if opens:
                depth += 1
            elif depth:
                depth -= 1
            elif not before.isdigit():
                # A quotation ends behind a mark; any other lone mark has no partner at an end of the line.
                unopened += 1 if before in _BEFORE_CLOSING_MARK else 2
        if depth + unopened == 1:
            line = line + closing if depth else opening + line
    return line


def capitalised(words: str) -> str:
    """The words with a capital first. A first word with a capital inside ("iPhone") stays as it is."""
    for place, letter in enumerate(words):
        if letter.isalnum():
            rest = re.match(r"\w*", words[place:])
            inside = rest is not None and any(c.isupper() for c in rest.group()[1:])
            return words if inside or not letter.islower() else words[:place] + letter.upper() + words[place + 1 :]
        if letter not in "[“\"‘'(":
            return words
    return words
