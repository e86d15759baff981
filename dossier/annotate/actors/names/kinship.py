"""Words of kinship and titles beside a surname, which say that another bearer of it is meant."""

from dossier.annotate.parsed import Token, TokenSpan
from dossier.text.names import STYLES, is_titled
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.actors", "actor_words.toml")
_KIN_NOUNS = _WORDS["kin_nouns"]
_WORDS_FOR_GENERATIONS = _WORDS["words_for_generations"]


def names_relative(name: Token) -> bool:
    """Whether the words around a name tell its bearer apart as a relative: "her brother, Captain Brandt".

    ``name`` is the head of the name. Also "Mrs Brandt, his mother", "his brother Brandt" and "the elder Brandt".
    """
    if name.dep_ == "appos" and is_kin(name.head) and _is_owned(name.head, name):
        return True
    for child in name.children:
        if child.dep_ == "appos" and is_kin(child) and _is_owned(child, name):
            return True
        if child.i < name.i and (child.lower_ in _WORDS_FOR_GENERATIONS or (is_kin(child) and _is_owned(name, name))):
            return True
    return False


def title_of(name: TokenSpan) -> str:
    """The title (lower case) with which the tokens of a name begin or before which they stand; empty without one."""
    for token in (name[0], name.doc[name.start - 1] if name.start else name[0]):
        if token.text[0].isupper() and is_titled(f"{token.text} X"):
            return token.lower_.rstrip(".")
    return ""


def style_of(name: TokenSpan) -> str:
    """The style (lower case) of one known by a given name that begins a name or stands before it; empty without one."""
    if len(name) > 1 and name[0].lower_ in STYLES:
        return name[0].lower_
    before = name.doc[name.start - 1] if name.start else None
    return before.lower_ if before is not None and before.lower_ in STYLES and _is_part_of(before, name) else ""


def _is_part_of(word: Token, name: TokenSpan) -> bool:
    """Whether the word is a title before the name, with a capital or by the parse."""
    return word.text[0].isupper() or (word.dep_ == "compound" and name.start <= word.head.i < name.end)


def is_kin(noun: Token) -> bool:
    """Whether the noun is one of kinship: "brother", "widows"."""
    return noun.lemma_.lower() in _KIN_NOUNS


def is_plural_kin(word: Token) -> bool:
    """Whether the word is a plural of kinship, with or without a capital: "brothers", "Sisters"."""
    return word.lower_.endswith("s") and word.lower_[:-1] in _KIN_NOUNS


def _is_owned(noun: Token, name: Token) -> bool:
    """Whether a pronoun, or somebody of the surname, owns the noun: "her brother", "Ada Brandt’s brother"."""
    owners = [child for child in noun.children if child.dep_ == "poss"]
    return any(owner.pos_ == "PRON" or owner.text == name.text for owner in owners)
