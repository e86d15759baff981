"""Names as strings: how they are cleaned, compared and shortened."""

import re
import unicodedata
from functools import lru_cache

from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.text", "name_words.toml")

_EDGES = " \t\r\n\u00a0'\"“”‘’«»()[]{},;:!?–—-*_|/\\&"
_ARTICLE = re.compile(r"^(?:the\s+)*(?:the|a|an)\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])+$")
_NICKNAME = re.compile(r"\s+[\"“‘'(]([^\"”’')]+)[\"”’')](?=\s)")
HONORIFICS = _WORDS["honorifics"]
"""Words of courtesy before a name: they say nothing of what someone is."""
_TITLES = HONORIFICS | _WORDS["titles_more"]
_REGNAL = _WORDS["regnal"]
_BODIES = _WORDS["bodies"]
_CORPORATE = _WORDS["corporate"]
_OUTLETS = _WORDS["outlets"]
_TRADES = _WORDS["trades"]
# "General Motors" and "King County" are no generals and kings
_NO_PERSONS = _BODIES | _CORPORATE | _WORDS["no_persons_more"]


def is_organisation(name: str) -> bool:
    """Whether the last word of the name is one that organisations are called by.

    >>> is_organisation("Sabkha Brigade"), is_organisation("Ada Brandt")
    (True, False)
    """
    words = tokens(name)
    return len(words) > 1 and words[-1] in _BODIES | _CORPORATE | _TRADES


def is_body(word: str) -> bool:
    """Whether the word (lower case) ends names of organisations: "ministry", "ltd"."""
    return word in _BODIES or word in _CORPORATE


def is_trade(word: str) -> bool:
    """Whether the word (lower case) says what a company does, or its legal form: "shipping", "ltd"."""
    return word in _TRADES or word in _CORPORATE or word == "group"


def is_outlet(name: str) -> bool:
    """Whether the name has a word that newspapers, agencies and broadcasters are called by.

    >>> is_outlet("Orlov Times"), is_outlet("Orlov Port")
    (True, False)
    """
    return not _OUTLETS.isdisjoint(tokens(name))


@lru_cache(maxsize=65536)
def clean(name: str) -> str:
    """The name on one line without a leading article, a possessive, or punctuation around it.

    >>> clean("the United States’s")
    'United States'
    """
    name = _POSSESSIVE.sub("", _ARTICLE.sub("", " ".join(name.split()).strip(_EDGES)))
    if name.endswith(".") and "." not in name[:-1] and not name[:-1].lower().endswith(("inc", "ltd", "corp", "co")):
        name = name[:-1]
    return name.strip(_EDGES)


def without_titles(name: str) -> str:
    """The name of a person without titles and courtesy; a title that the name is used with alone stays.

    >>> without_titles("Prime Minister Ada Brandt"), without_titles("Mr. Brandt"), without_titles("Pope Leo")
    ('Ada Brandt', 'Brandt', 'Pope Leo')
    """
    words = name.split()
    while len(words) > 1 and (folded := words[0].casefold().rstrip(".")) in _TITLES:
        if folded in _REGNAL and len(words) == 2:
            break
        words = words[1:]
    return " ".join(words)


def is_titled(name: str) -> bool:
    """Whether a name of two words or more begins with the title of a person.

    >>> is_titled("Princess Ada"), is_titled("General Motors"), is_titled("Ada Brandt")
    (True, False, False)
    """
    words = tokens(name)
    if len(words) == 1 or words[0] not in _TITLES:
        return False
    return not any(word in _NO_PERSONS or word.removesuffix("s") in _TITLES for word in words[1:])


def nickname(name: str) -> tuple[str, str | None]:
    """The name without what stands in quotation marks or brackets within it, and that nickname.

    >>> nickname('Peter "Dock" Brandt')
    ('Peter Brandt', 'Dock')
    """
    found = _NICKNAME.search(name)
    return (_NICKNAME.sub("", name), found[1]) if found else (name, None)


def without_form(words: list[str]) -> list[str]:
    """The folded words of a name without legal forms at its end.

    >>> without_form(["hadley", "marine", "ltd"])
    ['hadley', 'marine']
    """
    while len(words) > 1 and words[-1].strip(",") in _CORPORATE:
        words = words[:-1]
    return words


@lru_cache(maxsize=65536)
def normal(name: str) -> str:
    """The form in which two spellings of one name are equal: folded case, no marks, titles or legal forms.

    >>> normal("Prime Minister Édouard  Marçal") == normal("Edouard Marcal")
    True
    >>> normal("Hadley Marine Ltd."), normal("General Assembly"), normal("A. Brandt")
    ('hadley marine', 'general assembly', 'a brandt')
    """
    # what stood behind a title may have an article or quotation marks of its own; "a" may be an initial by now
    words, before = name.split() if _is_folded(name) else _untitled(name), None
    while words != before and words[:1] not in (["a"], ["an"]):
        words, before = _untitled(" ".join(words)), words
    return " ".join(words)


def _is_folded(name: str) -> bool:
    """Whether it is a folded name that begins with what may be an initial."""
    return name.startswith(("a ", "an ")) and " ".join(tokens(name)) == name


def _untitled(name: str) -> list[str]:
    """The words of the name, folded, without titles before them and legal forms behind."""
    words = tokens(clean(name))
    while len(words) > 1 and words[0] in _TITLES and words[1] not in _NO_PERSONS:
        words = words[1:]
    return without_form(words)


def tokens(name: str) -> list[str]:
    """The words of a name, folded: no case, no marks, no full stops, hyphens as spaces."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    return plain.replace(".", "").replace("-", " ").replace("’", "'").split()


def is_short_for(short: str, full: str) -> bool:
    """Whether ``short`` is a part of the personal name ``full``, leaves out names between, or has initials first.

    >>> is_short_for("Khadija", "Abu Khadija"), is_short_for("Abu", "Abu Khadija")
    (True, False)
    >>> is_short_for("A. Brandt", "Ada Brandt"), is_short_for("Ada Brandt", "Ada Marie Brandt")
    (True, True)
    """
    few, many = normal(short).split(), normal(full).split()
    if not few or few == many or (len(few) == 1 and few[0] in PARTICLES):
        return False
    if _has_initials(few):
        return not _has_initials(many) and few[-1] == many[-1] and few[0] == many[0][0]
    if len(few) >= len(many):
        return False
    if any(few == many[start : start + len(few)] for start in range(len(many))):
        return True
    rest = iter(many)
    return len(few) > 1 and few[0] == many[0] and all(word in rest for word in few)


def is_short_body(short: str, full: str) -> bool:
    """Whether ``short`` is the name of the organisation ``full`` without the generic words at its end.

    >>> is_short_body("Hadley Marine", "Hadley Marine Group"), is_short_body("Hadley", "Hadley Marine Group")
    (True, False)
    """
    few, many = tokens(clean(short)), tokens(clean(full))
    return 0 < len(few) < len(many) and many[: len(few)] == few and all(map(is_body, many[len(few) :]))


@lru_cache(maxsize=4096)
def is_latin(letter: str) -> bool:
    """Whether the letter is one of the Latin script.

    >>> is_latin("é"), is_latin("ж")
    (True, False)
    """
    return letter.isascii() or unicodedata.name(letter, "").startswith(("LATIN", "COMBINING"))


def is_of_one_script(name: str) -> bool:
    """Whether all letters of the name are Latin, or none.

    >>> is_of_one_script("Édouard"), is_of_one_script("COVID ж")
    (True, False)
    """
    return name.isascii() or len({is_latin(char) for char in name if char.isalpha()}) <= 1


def _has_initials(words: list[str]) -> bool:
    return len(words) > 1 and all(len(word) == 1 for word in words[:-1])


@lru_cache(maxsize=65536)
def is_acronym_of(short: str, full: str) -> bool:
    """Whether the capitals of ``short`` are the initials of ``full``, with or without its small words.

    >>> is_acronym_of("ISIS", "Islamic State of Iraq and Syria")
    True
    """
    letters = short.replace(".", "").casefold()
    if not (2 <= len(letters) <= 8 and short.replace(".", "").isupper()):
        return False
    return letters in initials(full)


def initials(name: str) -> tuple[str, str]:
    """The first letters of its words (folded): of all, and of those with a capital.

    >>> initials("Bank of Varna")
    ('bov', 'bv')
    """
    words = clean(name).replace("-", " ").split()
    capitals = (word[0] for word in words if word[0].isupper())
    return "".join(word[0] for word in words).casefold(), "".join(capitals).casefold()


PARTICLES = _WORDS["particles"]
"""Words (lower case) that begin a surname of several."""
