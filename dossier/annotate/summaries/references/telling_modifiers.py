"""Whether a word before a noun says which thing is meant: "the harbour bill", not "the Italian company"."""

from dossier.annotate.parsed import Token
from dossier.annotate.syntax.labels import PLACE_ENTITIES, SUPERLATIVE_TAGS
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.summaries", "description_words.toml")
_TELLING_MODIFIERS = _WORDS["telling_modifiers"]
_SECTOR_NOUNS = _WORDS["sector_nouns"]
_PLAIN_ACTORS = _WORDS["plain_actors"]
PLAIN_FIRMS = _WORDS["plain_firms"]
"""Nouns for a firm, of which a place and a trade say nothing: "the Orlov computer maker"."""


def says_little(modifier: Token) -> bool:
    """Whether the modifier says of a company or somebody no more than where it is, and, of a firm, what it makes.

    Each country, and each town, has many companies: "the Orlov, Norland, bank", "the Orlov-based bank". Those who write
    of business call a firm that they have named "the computer maker".
    """
    if modifier.dep_ == "det":
        return True
    lemma = modifier.head.lemma_.lower()
    is_place = modifier.ent_type_ == "NORP" or modifier.ent_type_ in PLACE_ENTITIES
    is_home = is_place or modifier.lower_ == "based" or modifier.head.nbor(-1).text == ","  # "the Orlov, Norland, bank"
    is_trade = modifier.dep_ == "compound" and modifier.pos_ == "NOUN" and lemma in PLAIN_FIRMS
    return (is_home and lemma in _PLAIN_ACTORS | PLAIN_FIRMS) or is_trade


def tells_alone(modifier: Token) -> bool:
    """Whether the modifier says which one is meant: a name, a noun, a possessor, a superlative, money, "first"."""
    if says_little(modifier):
        return False
    is_name = any(letter.isupper() for letter in modifier.text)
    telling = modifier.tag_ in SUPERLATIVE_TAGS or modifier.lower_ in _TELLING_MODIFIERS
    is_noun = modifier.dep_ == "compound" and modifier.pos_ == "NOUN"
    telling = telling or (modifier.dep_ == "amod" and modifier.head.lemma_.lower() in _SECTOR_NOUNS)
    return modifier.dep_ == "poss" or is_name or is_noun or telling or modifier.ent_type_ == "MONEY"
