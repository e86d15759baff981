"""Surnames that very many people have: two people of such a name are nothing rare."""

from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.text", "name_words.toml")

COMMON = _WORDS["common"]
"""Folded; written for this project from the lists that statistics offices publish of the most frequent surnames."""
