"""The words of an entry's label in the picture: its trigger with what it is done to, "raised its alert level"."""

import re
from collections.abc import Iterator

from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.render", "render_words.toml")
_ENDING, _LIGHT, _HANGING = _WORDS["words_that_end_a_label"], _WORDS["light_verbs"], _WORDS["words_no_label_ends_with"]
_CLAUSE = _WORDS["verbs_of_a_clause"]
_MOST_LETTERS = 30
"""Letters of a label. Set by hand."""
_WORD = re.compile(r" (\[[^\[\]]*\]|[\w$€£%][\w’'.,/$€£%-]*)")
_END_OF_PART = ".,"


def chart_label(line: str, trigger: str, lemma: str | None) -> str:
    """The trigger with the words behind it in its line, up to the next part of the sentence.

    A verb that says little alone (by its ``lemma``: "came", "led") keeps that part, too. A label that is cut ends with
    "…".

    >>> chart_label("Brandt raised the alert level on Tuesday.", "raised", "raise")
    'raised the alert level'
    """
    found = re.search(rf"(?<!\w){re.escape(trigger)}(?!\w)", line)
    return _with_words(trigger, line[found.end() :], lemma in _LIGHT) if found else trigger


def _with_words(trigger: str, after: str, is_light: bool) -> str:
    words, end = [trigger], ""
    for found in _side_by_side(after):
        word = found.rstrip(_END_OF_PART)
        if word.casefold() in _CLAUSE:  # "said the cause was not known": what stands before is no object
            return trigger
        if word.casefold() in _ENDING and not (is_light and len(words) == 1):
            break
        if len(" ".join((*words, word))) > _MOST_LETTERS:
            end = "…"
            break
        words.append(word)
        if word != found:
            break
    while len(words) > 1 and words[-1].casefold() in _HANGING:
        words.pop()
    return " ".join(words) + (end if len(words) > 1 else "")


def _side_by_side(text: str) -> Iterator[str]:
    """The words at the head of the text with nothing but a space before each."""
    at = 0
    while found := _WORD.match(text, at):
        yield found[1]
        at = found.end()
