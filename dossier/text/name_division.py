"""How the words of a name are divided: "Jong-su", "Jong Su" and "Jongsu", "J. K." and "JK", "Abd al-Karim"."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from dossier.text.spelling import is_heard_alike
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.text", "name_words.toml")
_SERVANT = "abd"
_SERVANT_WORDS = _WORDS["servant_words"]
_ARTICLES = _WORDS["articles_in_names"]
_NO_INITIALS = _WORDS["consonants_that_are_no_initials"]
# "Abdelkarim", and with the article made like the next letter, "Abdurrahman"; but Abdullah is one name everywhere
_WRITTEN_TOGETHER = re.compile(r"^abd[aeiou]{1,2}(?:l|([dnrstz])(?=\1))(?!lahi?$)([a-z]{4,})$")
_INITIALS = re.compile(r"^(?:[b-df-hj-np-tv-xz]{2,3}|[aeiou]j)$")


def servant_names_joined(words: Sequence[str]) -> list[str]:
    """The words (folded), each "servant of" in one form and in one word with the name behind it.

    It stays as it is where the two are the whole name: then "Abdul" may be a given name before a surname.

    >>> servant_names_joined(["abdul", "karim", "haddoun"]), servant_names_joined(["abdelkarim", "haddoun"])
    (['abd karim', 'haddoun'], ['abd karim', 'haddoun'])
    >>> servant_names_joined(["abdul", "haddoun"])
    ['abdul', 'haddoun']
    """
    found: list[str] = []
    rest = list(words)
    while rest:
        word = rest.pop(0)
        if found[-1:] == [_SERVANT]:
            if word not in _ARTICLES or not rest:
                found[-1] = f"{_SERVANT} {word}"
        elif word in _SERVANT_WORDS and rest and (found or len(rest) > 1):
            found.append(_SERVANT)
        else:
            found.append(_WRITTEN_TOGETHER.sub(rf"{_SERVANT} \2", word))
    return found


def initials_parted(words: Sequence[str]) -> list[str]:
    """The words, those before the last that are two or three initials written together as single letters.

    >>> initials_parted(["jk", "brandt"]), initials_parted(["ty", "brandt"]), initials_parted(["aj", "brandt"])
    (['j', 'k', 'brandt'], ['ty', 'brandt'], ['a', 'j', 'brandt'])
    """
    before = (list(word) if _INITIALS.match(word) and word not in _NO_INITIALS else [word] for word in words[:-1])
    return [part for parts in before for part in parts] + list(words[-1:])


def differ_in_division(few: Sequence[str], many: Sequence[str]) -> bool:
    """Whether the parts of two names sound alike where two neighbours of the longer name are written as one.

    The first or the last part may stand at the other end: a family name comes first in some languages.

    >>> differ_in_division(("park", "jongsu"), ("park", "jong", "su"))
    True
    >>> differ_in_division(("jongsu", "park"), ("park", "jong", "su"))
    True
    >>> differ_in_division(("ada", "w", "brandt"), ("ada", "h", "w", "brandt"))
    False

    So do those of a name that lost a letter where the text was copied: "Omar Bal n" for "Omar Balón".

    >>> differ_in_division(("omar", "balon"), ("omar", "bal", "n"))
    True
    """
    if len(many) != len(few) + 1:
        return False
    if _lost_a_letter(few, many):
        return True
    orders = [list(few)] if len(few) == 1 else [list(few), [*few[1:], few[0]], [few[-1], *few[:-1]]]
    return any(all(map(is_heard_alike, order, joined)) for joined in _with_two_joined(many) for order in orders)


def _lost_a_letter(whole: Sequence[str], broken: Sequence[str]) -> bool:
    """Whether a part of the first name stands in the second in two pieces, without the letter between them."""
    for n, (left, right) in enumerate(pairwise(broken)):
        part = whole[n]
        is_cut = part.startswith(left) and part.endswith(right) and len(part) == len(left) + 1 + len(right)
        if is_cut and (*broken[:n], part, *broken[n + 2 :]) == tuple(whole):
            return True
    return False


def _with_two_joined(parts: Sequence[str]) -> Iterator[list[str]]:
    """The parts, each time with two neighbours as one: two words or two initials, but no word with an initial."""
    for n, (left, right) in enumerate(pairwise(parts)):
        if (len(left) == 1) is (len(right) == 1):
            yield [*parts[:n], left + right, *parts[n + 2 :]]
