"""What stands behind a name to tell a parent, a child and later bearers of it apart: "Sr.", "fils", "the Elder"."""

from dossier.annotate.parsed import Parsed, Token
from dossier.annotate.syntax.labels import NOUN_OR_ADJECTIVE_POS
from dossier.text.person_names import ADJECTIVES_OF_GENERATIONS, GENERATIONS
from dossier.text.word_lists import word_lists

_BEFORE_A_SUFFIX = (",", "(", "the")
_ADJECTIVES_IN_SMALL_LETTERS = word_lists("dossier.annotate.actors", "actor_words.toml")["suffixes_that_are_adjectives"]


def end_behind_suffix(doc: Parsed, end: int) -> int:
    """The end of a name that goes on with the suffix of a generation ("Peter Brandt, Sr."), else ``end``.

    "Senior" before a further capital is a title: "Peter Brandt, Senior Director". So is an adjective before a noun:
    "Peter Brandt the elder statesman".
    """
    before = doc[end].lower_ if end < len(doc) else ""
    suffix = end + (before in _BEFORE_A_SUFFIX)
    if suffix >= len(doc) or not _is_suffix(doc[suffix], before):
        return end
    behind = doc[suffix + 1] if suffix + 1 < len(doc) else None
    if before == "(":
        return suffix + 2 if behind is not None and behind.text == ")" else end
    is_title = behind is not None and (behind.is_title or (before == "the" and behind.pos_ in NOUN_OR_ADJECTIVE_POS))
    return end if is_title else suffix + 1


def _is_suffix(token: Token, before: str) -> bool:
    """Whether a token is the suffix of a generation: "Sr.", "fils", the "Elder" of "the Elder"; "senior" is none."""
    word = token.lower_.rstrip(".")
    if before == "the":
        return word in ADJECTIVES_OF_GENERATIONS
    return word in GENERATIONS and (token.text[0].isupper() or word not in _ADJECTIVES_IN_SMALL_LETTERS)
