"""Which language an article is in, and what is read in it.

An article may state its language. Where it does not, a detector finds it; short or doubtful text counts as English,
so that no guess silences an English article.
"""

from functools import cache

from babel import Locale
from babel.core import get_global

from dossier.model import Article

ENGLISH = "en"
"""The language in which times, actors and events are read."""
WITH_DATES = ("ar", "de", "es", "fr", "it", "pt", "ru")
"""The languages in which dates are read, and nothing else."""

_MIN_LETTERS = 60
"""A text with fewer letters counts as English. English of so many letters never has a share below 0.02 (measured)."""
_SAMPLE_CHARACTERS = 10_000
"""More of an article would not change the answer, only the cost. Set by hand; no measurement is recorded."""
_MAX_ENGLISH_SHARE = 0.001
"""A text with a greater share for English counts as English. Other languages are never above 0.0001 (measured)."""
_MIN_SHARE = 0.5
"""The share of a language from which on it is certain enough. Set by hand: more than all others together."""
_COUNTED_AS = {"pcm": ENGLISH, "ary": "ar", "arz": "ar"}
"""Codes of the detector for varieties that are read like another language: Nigerian Pidgin, two kinds of Arabic."""
_NO_LANGUAGE = ("und", "mul", "mis", "zxx", "root")
"""Codes that name no single language: undetermined, several, uncoded, none, and CLDR's root."""


def article_language(article: Article, text: str) -> str:
    """The language of the article, as a tag (BCP 47): the one it states, else the one that ``text`` shows.

    ``text`` is that of the article as it is read.
    """
    return language_tag(article.language or "") or detected_language(text)


def language_tag(stated: str) -> str | None:
    """The tag that a tag, a three-letter code or an English name stands for; None where it names no language.

    >>> language_tag("pt_br"), language_tag("French"), language_tag("eng"), language_tag("und")
    ('pt-BR', 'fr', 'en', None)
    """
    words = stated.strip().replace("_", "-")
    first, _, rest = words.partition("-")
    code = _codes().get(words.casefold()) or _codes().get(first.casefold())
    if code is None:
        return None
    region = next((part.upper() for part in rest.split("-") if len(part) == 2 and part.isalpha()), "")
    return f"{code}-{region}" if region else code


def primary_language(tag: str) -> str:
    """The language of a tag without its region.

    >>> primary_language("pt-BR")
    'pt'
    """
    return tag.partition("-")[0]


def language_name(tag: str) -> str:
    """The English name of the language, as Unicode's CLDR has it.

    >>> language_name("pt-BR"), language_name("uk")
    ('Portuguese', 'Ukrainian')
    """
    return str(Locale(ENGLISH).languages.get(primary_language(tag), tag))


def detected_language(text: str) -> str:
    """The language of the text where it is beyond doubt, else English.

    >>> detected_language("Le 14 mars 2019, un incendie a détruit l'entrepôt du quai nord, selon la préfecture.")
    'fr'
    >>> detected_language("Rue du Quai")
    'en'
    """
    sample = text[:_SAMPLE_CHARACTERS]
    if sum(map(str.isalpha, sample)) < _MIN_LETTERS:
        return ENGLISH
    shares: dict[str, float] = {}
    for code, share in _identifier().rank(sample):
        same = _COUNTED_AS.get(code, code)
        shares[same] = shares.get(same, 0.0) + share
    best = max(shares, key=lambda code: (shares[code], code))
    is_beyond_doubt = shares[ENGLISH] < _MAX_ENGLISH_SHARE and shares[best] > _MIN_SHARE and best not in _NO_LANGUAGE
    return best if is_beyond_doubt else ENGLISH


@cache
def _codes() -> dict[str, str]:
    """Two- and three-letter codes and English names, folded, and the shortest code of each language."""
    named = {code: str(words) for code, words in Locale(ENGLISH).languages.items() if code not in _NO_LANGUAGE}
    aliases = {code: short for code, short in get_global("language_aliases").items() if short in named}
    by_name = {words.casefold(): code for code, words in named.items() if "_" not in code}
    return by_name | aliases | {code: code for code in named if "_" not in code}


@cache
def _identifier():  # type: ignore[no-untyped-def]
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
