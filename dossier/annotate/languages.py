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
DATED = ("ar", "de", "es", "fr", "it", "pt", "ru")
"""The languages in which dates are read, and nothing else."""

_ENOUGH_LETTERS = 60
_SAMPLE = 10_000  # characters: more of an article would not change the answer, only the cost
_DOUBT = 0.001  # measured: English of 60 letters is never below 0.02, another language never above 0.0001
_MAJORITY = 0.5
# What the detector tells apart, and no reader of dates or events need.
_SAME = {"pcm": ENGLISH, "ary": "ar", "arz": "ar"}
_NO_LANGUAGE = ("und", "mul", "mis", "zxx", "root")


def language(article: Article) -> str:
    """The language of the article, as a tag (BCP 47): the one it states, else the one its text shows."""
    return tag(article.language or "") or detected(article.text)


def tag(stated: str) -> str | None:
    """The tag that a tag, a three-letter code or an English name stands for; None where it names no language.

    >>> tag("pt_br"), tag("French"), tag("eng"), tag("und")
    ('pt-BR', 'fr', 'en', None)
    """
    words = stated.strip().replace("_", "-")
    first, _, rest = words.partition("-")
    code = _codes().get(words.casefold()) or _codes().get(first.casefold())
    if code is None:
        return None
    region = next((part.upper() for part in rest.split("-") if len(part) == 2 and part.isalpha()), "")
    return f"{code}-{region}" if region else code


def primary(tag: str) -> str:
    """The language of a tag without its region.

    >>> primary("pt-BR")
    'pt'
    """
    return tag.partition("-")[0]


def name(tag: str) -> str:
    """The English name of the language, as Unicode's CLDR has it.

    >>> name("pt-BR"), name("uk")
    ('Portuguese', 'Ukrainian')
    """
    return str(Locale(ENGLISH).languages.get(primary(tag), tag))


def detected(text: str) -> str:
    """The language of the text where it is beyond doubt, else English.

    >>> detected("Le 14 mars 2019, un incendie a détruit l'entrepôt du quai nord, selon la préfecture.")
    'fr'
    >>> detected("Rue du Quai")
    'en'
    """
    sample = text[:_SAMPLE]
    if sum(map(str.isalpha, sample)) < _ENOUGH_LETTERS:
        return ENGLISH
    shares: dict[str, float] = {}
    for code, share in _identifier().rank(sample):
        same = _SAME.get(code, code)
        shares[same] = shares.get(same, 0.0) + share
    best = max(shares, key=lambda code: (shares[code], code))
    sure = shares[ENGLISH] < _DOUBT and shares[best] > _MAJORITY and best not in _NO_LANGUAGE
    return best if sure else ENGLISH


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
