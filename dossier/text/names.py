"""Names as strings: how they are cleaned, compared and shortened."""

import re
import unicodedata
from functools import lru_cache

from dossier.text.repair import repaired_words
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.text", "name_words.toml")

HONORIFICS = _WORDS["honorifics"]
SURNAME_PARTICLES = _WORDS["surname_particles"]
TITLES = HONORIFICS | _WORDS["titles"]
STYLES = _WORDS["styles_before_given_names"]
"""Titles of those who are known by a given name: "King Idris" is no Peter Idris."""
_SHORT_TITLES = _WORDS["short_titles"]
_TITLES_KEPT_BEFORE_ONE_NAME = _WORDS["titles_kept_before_one_name"]
_LEGAL_FORMS = _WORDS["legal_forms"]
_ABBREVIATED_LEGAL_FORMS = tuple(_WORDS["abbreviated_legal_forms"])
JOINING_WORDS = ("&", "and")
_BODY_WORDS = _WORDS["organisation_nouns"] | _LEGAL_FORMS
_INDUSTRY_WORDS = _WORDS["industry_words"] | _LEGAL_FORMS
_ORGANISATION_WORDS = _BODY_WORDS | _INDUSTRY_WORDS
_PARTNERS = _WORDS["words_for_partners"]
_NAMED_AFTER_OWNER = _WORDS["named_after_their_owner"]
_OUTLET_WORDS = _WORDS["outlet_words"]
_WORDS_AFTER_NO_TITLE = _BODY_WORDS | _WORDS["other_words_after_no_title"]

_EDGES = " \t\r\n\u00a0'\"“”‘’«»()[]{},;:!?–—-*_|/\\&"
"""White space and punctuation that is no part of a name at its start or end."""
_ARTICLE = re.compile(r"^(?:the\s+)*(?:the|a|an)\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])+$")
_NICKNAME = re.compile(r"\s+[\"“‘'(]([^\"”’')]+)[\"”’')](?=\s)")

CACHED_NAMES = 1 << 16
"""Names for which a function keeps its result. Set by hand; no measurement is recorded."""
_CACHED_LETTERS = 1 << 12
"""As ``CACHED_NAMES``, for single letters."""


def is_organisation(name: str) -> bool:
    """Whether a name of two words or more ends in a noun of organisations, a legal form, an industry or in partners.

    >>> is_organisation("Sabkha Brigade"), is_organisation("Ada Brandt"), is_organisation("Peter Brandt & Sons")
    (True, False, True)
    """
    words = tokens(name)
    return len(words) > 1 and (words[-1] in _ORGANISATION_WORDS or is_of_partners(words[-2], words[-1]))


def is_of_partners(joining: str, last: str) -> bool:
    """Whether two words in lower case end the name of a firm: "& sons", "and associates"."""
    return joining in JOINING_WORDS and last in _PARTNERS


def is_body(word: str) -> bool:
    """Whether the word (lower case) is a noun of organisations or a legal form: "ministry", "ltd"."""
    return word in _BODY_WORDS


def is_trade(word: str) -> bool:
    """Whether the word (lower case) is an industry, a legal form or "group": "shipping", "ltd"."""
    return word in _INDUSTRY_WORDS or word == "group"


def is_outlet(name: str) -> bool:
    """Whether any word of the name is one by which newspapers, agencies and broadcasters are called.

    >>> is_outlet("Orlov Times"), is_outlet("Orlov Port")
    (True, False)
    """
    return not _OUTLET_WORDS.isdisjoint(tokens(name))


@lru_cache(maxsize=CACHED_NAMES)
def clean(name: str) -> str:
    """The name as it is read, without articles before it, a possessive or full stop behind it, or marks around it.

    The full stop stays in an abbreviation ("U.S.") and after a legal form ("Ltd.").

    >>> clean("the United States’s")
    'United States'
    """
    name = _without_possessive(_ARTICLE.sub("", repaired_words(name).strip(_EDGES)))
    if name.endswith(".") and "." not in name[:-1] and not name[:-1].lower().endswith(_ABBREVIATED_LEGAL_FORMS):
        name = name[:-1]
    return name.strip(_EDGES)


def _without_possessive(name: str) -> str:
    """The name without a possessive ending that is no part of it: it is of "McDonald's"."""
    bare = _POSSESSIVE.sub("", name)
    ending = name[len(bare) :][:2]
    return f"{bare}{ending}" if bare.casefold() in _NAMED_AFTER_OWNER else bare


def written_as(name: str, known: str) -> str:
    """The name in the order and the case in which ``known``, a name of the same bearer, has its words.

    >>> written_as("HADDAD, Omar", "Omar Haddad"), written_as("HADDAD", "Omar Haddad"), written_as("AHDB", "Ada Haddad")
    ('Omar Haddad', 'Haddad', 'AHDB')
    """
    usual = {word.upper(): word for word in known.split()}
    last, comma, first = name.partition(", ")
    words = f"{first} {last}".split() if comma else name.split()
    if not any(map(str.isupper, words)) or any(word.upper() not in usual for word in words):
        return name
    return " ".join(usual[word.upper()] for word in words)


def is_bare_title(name: str, *, may_be_surname: bool = False) -> bool:
    """Whether the name is nothing but titles; a short one counts without its stop, unless it ``may_be_surname``.

    >>> is_bare_title("Prime Minister"), is_bare_title("Sec"), is_bare_title("SEC"), is_bare_title("Ada Brandt")
    (True, True, False, False)
    """
    is_short = not may_be_surname and not name.isupper() and without_titles(f"{name}. X") == "X"
    return is_short or without_titles(f"{name} X") == "X"


def without_titles(name: str) -> str:
    """The name of a person without the titles before it.

    A title stays where its bearer is known by it and one name together ("Pope Leo"), and where nothing else is left.

    >>> without_titles("Prime Minister Ada Brandt"), without_titles("Mr. Brandt"), without_titles("Pope Leo")
    ('Ada Brandt', 'Brandt', 'Pope Leo')
    >>> without_titles("Deputy Sheriff Ada Brandt"), without_titles("Sen. Brandt"), without_titles("Sen Brandt")
    ('Ada Brandt', 'Brandt', 'Sen Brandt')
    """
    words = name.split()
    while len(words) > 1 and _is_title(words[0]):
        folded = words[0].casefold().rstrip(".")
        if folded in _TITLES_KEPT_BEFORE_ONE_NAME and len(words) == 2:
            break
        words = words[1:]
    return " ".join(words)


def is_honorific(word: str) -> bool:
    """Whether the word is a form of address with a capital.

    >>> is_honorific("Mr."), is_honorific("mr."), is_honorific("Minister")
    (True, False, False)
    """
    return word.lower().rstrip(".") in HONORIFICS and word[0].isupper()


def _is_title(word: str) -> bool:
    """Whether the word is a title, or one in short with its full stop."""
    folded = word.casefold()
    return folded.rstrip(".") in TITLES or (folded.endswith(".") and folded[:-1] in _SHORT_TITLES)


def is_titled(name: str) -> bool:
    """Whether a name of two words or more begins with a title that stands before a person.

    A later word may show that it does not: "General Motors", "King County".

    >>> is_titled("Princess Ada"), is_titled("General Motors"), is_titled("Ada Brandt")
    (True, False, False)
    """
    words = tokens(name)
    if len(words) == 1 or words[0] not in TITLES:
        return False
    return not any(word in _WORDS_AFTER_NO_TITLE or word.removesuffix("s") in TITLES for word in words[1:])


def nickname(name: str) -> tuple[str, str | None]:
    """The name without a nickname that stands within it in quotation marks or brackets, and that nickname or None.

    >>> nickname('Peter "Dock" Brandt')
    ('Peter Brandt', 'Dock')
    """
    found = _NICKNAME.search(name)
    return (_NICKNAME.sub("", name), found[1]) if found else (name, None)


def without_legal_form(words: list[str]) -> list[str]:
    """The folded words of a name without the legal forms at its end; the first word always stays.

    >>> without_legal_form(["hadley", "marine", "ltd"]), without_legal_form(["brandt", "&", "co"])
    (['hadley', 'marine'], ['brandt'])
    """
    while len(words) > 1 and words[-1].strip(",") in _LEGAL_FORMS:
        words = words[:-2] if len(words) > 2 and words[-2] in JOINING_WORDS else words[:-1]
    return words


@lru_cache(maxsize=CACHED_NAMES)
def normal(name: str) -> str:
    """The form in which two spellings of one name are equal: folded case, no marks, titles or legal forms.

    >>> normal("Prime Minister Édouard  Marçal") == normal("Edouard Marcal")
    True
    >>> normal("Hadley Marine Ltd."), normal("General Assembly"), normal("A. Brandt")
    ('hadley marine', 'general assembly', 'a brandt')
    """
    # a name behind a title can have an article or quotation marks of its own: each round takes off one layer, up to an
    # "a" that may be an initial ("A. Brandt")
    words, before = name.split() if _is_folded(name) else _untitled(name), None
    while words != before and words[:1] not in (["a"], ["an"]):
        words, before = _untitled(" ".join(words)), words
    return " ".join(words)


def _is_folded(name: str) -> bool:
    """Whether the name is folded already and begins with "a" or "an", which may be an initial."""
    return name.startswith(("a ", "an ")) and " ".join(tokens(name)) == name


def _untitled(name: str) -> list[str]:
    """The words of the name, folded, without the titles before them and the legal forms behind them."""
    words = tokens(clean(name))
    while len(words) > 1 and words[0] in TITLES and words[1] not in _WORDS_AFTER_NO_TITLE:
        words = words[1:]
    return without_legal_form(words)


def tokens(name: str) -> list[str]:
    """The words of a name, folded: in lower case, without diacritics and full stops, parted at hyphens too."""
    plain = name.casefold()
    if not plain.isascii():
        plain = "".join(char for char in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(char))
    return plain.replace(".", "").replace("-", " ").replace("’", "'").split()


def is_short_for(short: str, full: str) -> bool:
    """Whether ``short`` is a shorter form of the personal name ``full``.

    It is a run of words of ``full``, or begins like ``full`` and leaves out later words, or begins with its initial and
    ends with its last word.

    >>> is_short_for("Khadija", "Abu Khadija"), is_short_for("Abu", "Abu Khadija")
    (True, False)
    >>> is_short_for("A. Brandt", "Ada Brandt"), is_short_for("Ada Brandt", "Ada Marie Brandt")
    (True, True)
    """
    few, many = normal(short).split(), normal(full).split()
    if not few or few == many or (len(few) == 1 and few[0] in SURNAME_PARTICLES):
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


@lru_cache(maxsize=_CACHED_LETTERS)
def is_latin(letter: str) -> bool:
    """Whether the letter is of the Latin script or ASCII, or a combining mark.

    >>> is_latin("é"), is_latin("ж")
    (True, False)
    """
    return letter.isascii() or unicodedata.name(letter, "").startswith(("LATIN", "COMBINING"))


def is_of_one_script(name: str) -> bool:
    """Whether all letters of the name are Latin, or none is.

    >>> is_of_one_script("Édouard"), is_of_one_script("COVID ж")
    (True, False)
    """
    return name.isascii() or len({is_latin(char) for char in name if char.isalpha()}) <= 1


def _has_initials(words: list[str]) -> bool:
    """Whether all words before the last are single letters: "a g loukaridis"."""
    return len(words) > 1 and all(len(word) == 1 for word in words[:-1])
