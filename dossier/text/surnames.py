"""Surnames that very many people have: two people who share one need not be the same."""

from dossier.text.word_lists import word_lists

COMMON_SURNAMES = word_lists("dossier.text", "name_words.toml")["common_surnames"]
"""Folded as by ``names.tokens``: in lower case, without marks."""
