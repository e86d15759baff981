"""From the tokens that a line keeps to its words: spaces, punctuation, capitals."""

import re

from dossier.annotate.summaries.flat_parse import Parse
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.summaries", "summary_words.toml")

_CLOSERS = _WORDS["closers"]
_OPENERS = _WORDS["openers"]
_LEADING = re.compile(r"^[\s,;:.!?)–—…-]+")
_TRAILING = re.compile(r"[\s,;:–—(-]+$")
_INNER = re.compile(r",([\"”’']+)\.$")
_ENDS = (".", "!", "?", "…", "।", "。")
_MARKS = "\"”’')]"
_SPACES = re.compile(r"\s+")


def worded(parse: Parse, kept: list[int], put: dict[int, tuple[str, int]]) -> str:
    """The words of the ``kept`` tokens; ``put`` holds what stands in place of a token and of those up to an end."""
    pieces: list[str] = []
    previous = -1
    until = -1
    for token in kept:
        if token < until:
            previous = token
            continue
        word = parse.words[token]
        if token in put:
            word, until = put[token]
        if word == "." and pieces and pieces[-1].endswith("."):
            continue
        if previous >= 0 and _is_apart(parse, previous, token):
            pieces.append(" ")
        pieces.append(word)
        previous = token
    return _SPACES.sub(" ", "".join(pieces)).strip()


def _is_apart(parse: Parse, before: int, after: int) -> bool:
    """Whether a space stands between two kept tokens."""
    if after == before + 1:
        return parse.gaps[before]
    word = parse.words[after]
    if word in _CLOSERS or after in parse.quoting.closing:
        return False
    return not (parse.words[before] in _OPENERS or before in parse.quoting.opening)


def finished(words: str) -> str:
    """The words with a capital first, a full stop last, and no stray punctuation at either end."""
    words = _INNER.sub(r".\1", _LEADING.sub("", words))
    bare = words.rstrip(_MARKS)
    tail = words[len(bare) :]
    if bare.endswith(_ENDS):
        return capitalised(words)
    trimmed = _TRAILING.sub("", bare)
    # the comma before a closing mark becomes the full stop
    return capitalised(f"{trimmed}.{tail}" if trimmed != bare else f"{trimmed}{tail}.")


def capitalised(words: str) -> str:
    """The first letter as a capital; a name written with a capital inside ("iPhone") as it is."""
    for place, letter in enumerate(words):
        if letter.isalnum():
            rest = re.match(r"\w*", words[place:])
            inside = rest is not None and any(c.isupper() for c in rest.group()[1:])
            return words if inside or not letter.islower() else words[:place] + letter.upper() + words[place + 1 :]
        if letter not in "[“\"‘'(":
            return words
    return words
