"""Rates: how often or how much in each span of time. "Kills 36,000 people a year" tells of no single killing."""

from dossier.annotate.parsed import Token
from dossier.annotate.syntax.labels import SUBJECTS_OR_DIRECT_OBJECTS
from dossier.annotate.timex.words.lexicon import FREQUENCY_ADVERBS, UNITS
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.factuality", "factuality_words.toml")

_ARTICLES = frozenset(("a", "an"))
_DETERMINERS_OF_RATES = _WORDS["determiners_of_rates"]


def is_rate(token: Token) -> bool:
    """Whether a verb or noun tells what happens in each span: "a year", "every month", "per day", "annually".

    The span may stand beside the verb, its subject or its object.
    """
    parts = (child for child in token.children if child.dep_ in SUBJECTS_OR_DIRECT_OBJECTS)
    return any(_says_how_often(word) for part in (token, *parts) for word in part.children)


def _says_how_often(word: Token) -> bool:
    if word.dep_ == "npadvmod" and word.lower_ in UNITS:
        determiner = next((child.lower_ for child in word.lefts if child.lower_ in _DETERMINERS_OF_RATES), None)
        # "ten a year"; "fled a week after the vote" counts nothing
        return determiner is not None and (determiner not in _ARTICLES or _is_counted(word.head))
    if word.dep_ == "prep" and word.lower_ == "per":
        return any(child.lower_ in UNITS for child in word.children)
    return word.dep_ == "advmod" and word.lower_ in FREQUENCY_ADVERBS


def _is_counted(head: Token) -> bool:
    return any(child.dep_ == "nummod" for child in head.children)
