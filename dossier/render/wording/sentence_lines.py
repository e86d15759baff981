"""Whether a line names the source of what it tells."""

from dossier.model import Attribution
from dossier.text.line_words import BRACKETED, line_words

_NAME_SLOT = "_"
"""Stands for a name in brackets."""
_MAX_SOURCE_WORDS = 12
"""Words of a source that are compared: the time grows with their square. Set by hand."""


def names_source(line: str, source: Attribution) -> bool:
    """Whether a line has the cue of an attribution and its source: its words in the text, or its name.

    A run of the source's words may stand as a name in brackets: "[Ada’s] lawyer" for "her lawyer".
    """
    words = _spaced_words(line)
    called = [source.text, source.name or source.text]
    if _spaced_words(source.cue.exact) not in words:
        return False
    return any(_spaced_words(name) in words for name in called) or _has_with_bracketed_name(line, source.text)


def _has_with_bracketed_name(line: str, called: str) -> bool:
    """Whether the line has the words with a name in brackets for a run of them: "[Ada’s] lawyer" for "her lawyer"."""
    words, slotted = (
        _spaced_words(called).split()[:_MAX_SOURCE_WORDS],
        _spaced_words(BRACKETED.sub(f" {_NAME_SLOT} ", line)),
    )
    cuts = ((start, end) for start in range(len(words)) for end in range(start + 1, len(words) + 1))
    return any(
        f" {' '.join([*words[:start], _NAME_SLOT, *words[end:]])} " in slotted
        for start, end in cuts
        if end - start < len(words)
    )


def _spaced_words(line: str) -> str:
    """The folded words, with a space between them and around them; brackets and punctuation are dropped."""
    return f" {' '.join(line_words(line))} "
