"""The lists of ``structure_words.toml``, and patterns made of them."""

import re

from dossier.text.word_lists import word_lists

WORDS = word_lists("dossier.annotate.structure", "structure_words.toml")

_SYNTAX = word_lists("dossier.annotate.syntax", "syntax_words.toml")
BEFORE_A_NAME = WORDS["nouns_before_a_name"] | _SYNTAX["people_nouns"] | _SYNTAX["body_nouns"]
"""Common nouns (singular) behind which a name may stand with no mark between: "the mayor Ada Brandt"."""
DOERS = tuple(_SYNTAX["agentive_endings"])
"""Endings of nouns for people, behind which a name may stand, too: "the singer Ada Brandt"."""

GAP = r"[ \t\u00a0]{1,3}"
"""Blanks within a line; bounded, so that long runs cost no time."""
OPT = r"[ \t\u00a0]{0,3}"


def any_of(name: str) -> str:
    """A pattern for the words or phrases of a list, the longest first."""
    phrases = sorted(WORDS[name], key=lambda phrase: (-len(phrase), phrase))
    return "(?:" + "|".join(re.escape(phrase).replace(r"\ ", GAP) for phrase in phrases) + ")"


CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"
"""A capital letter (no small one of Latin-1)."""
NAME_WORD = rf"{CAPITAL}[\w.'’-]*"
PERSON = (
    rf"{CAPITAL}[\w'’-]+(?:{GAP}{CAPITAL}\.)?(?:{GAP}(?:al|bin|da|de|del|der|di|la|van|von))?{GAP}{CAPITAL}[\w'’-]+"
)
"""A given name and a surname; an initial or a particle may stand between."""
