"""Compare two names of bodies, places or peoples: short forms, acronyms, spellings, words in another order."""

from collections.abc import Callable

from dossier.model import Reason, Signal
from dossier.resolve.actors.traits.canonical_names import (
    PARTISANS,
    is_generic,
    named_country,
    sorted_content_words,
    split_country,
)
from dossier.resolve.actors.traits.chain_groups import BroadKind, ChainGroup
from dossier.text.acronyms import inner_capitals, is_acronym_of
from dossier.text.names import is_body, is_trade
from dossier.text.spelling import is_heard_alike, is_one_letter_off, skeleton
from dossier.text.weights import weight_table
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.resolve.actors", "actor_name_words.toml")
_SMALL_WORDS = _WORDS["small_words"]
_DEPARTMENTS = _WORDS["departments"]
_TRANSCRIBED_ARTICLES = _WORDS["transcribed_articles"]
_ACRONYM_LETTERS = range(3, 9)
"""Numbers of letters that an acronym may have; set by hand, no measurement is recorded."""

_WEIGHTS = weight_table("dossier.resolve.actors", "actor_weights.toml")
_SAME_BODY_NAME = _WEIGHTS.bits("same_body_name")
_WITHOUT_PLACE = _WEIGHTS.bits("body_without_its_place")
_WITHOUT_TRADE = _WEIGHTS.bits("body_without_its_trade")
_ONE_WORD_WITHOUT_TRADE = _WEIGHTS.bits("one_word_without_its_trade")
_PARTY_AND_MEMBERS = _WEIGHTS.bits("party_and_members")
_CHAMBER_OF_PARLIAMENT = _WEIGHTS.bits("chamber_of_parliament")
_BODY_OF_MAIN_COUNTRY = _WEIGHTS.bits("body_of_main_country")
_WITHOUT_SECOND_FIELD = _WEIGHTS.bits("body_without_its_second_field")
_BODY_OF_OTHER_COUNTRY = _WEIGHTS.bits("body_of_other_country")
_PER_FURTHER_LETTER = _WEIGHTS.bits("acronym_per_further_letter")
_CAPITALS = _WEIGHTS.bits("capitals_of_one_word_per_further_letter")
_PERSONAL_INITIALS = _WEIGHTS.bits("personal_initials")
_WORDS_IN_OTHER_ORDER = _WEIGHTS.bits("words_in_other_order")
_SPELLING_VARIANT = {
    BroadKind.PLACE: _WEIGHTS.bits("place_spelling_variant"),
    BroadKind.BODY: _WEIGHTS.bits("body_spelling_variant"),
}
_MISPRINT = _WEIGHTS.bits("body_with_a_misprint")
_MISPRINTED_IN = _WEIGHTS.share("misprinted_in")
_WORDS_OF_LONG_NAME = _WEIGHTS.count("words_of_long_name", "words")
_SOUNDED_LETTERS = _WEIGHTS.count("sounded_letters", "letters")


MainCountry = Callable[[str], str | None]
"""Gives the country whose body of a name nearly all articles mean, or None: see ``Corpus.main_country``."""


def compare_bodies(left: ChainGroup, right: ChainGroup, main_country: MainCountry) -> Reason | None:
    """The evidence of two names of which at least one is no person's; None where they do not fit."""
    short, full = sorted((left, right), key=lambda group: (len(group.key), group.key))
    if left.key == right.key:
        return Reason(Signal.SAME_NAME, _SAME_BODY_NAME, f"both are called {left.name}")
    return (
        _short_form_reason(short, full, main_country)
        or _acronym_reason(short, full)
        or _other_order_reason(short, full)
        or _spelling_reason(short, full)
        or _misprint_reason(short, full)
    )


def name_core(key: str) -> str:
    """The name without "of …" and without the words at its end that say what kind of body or company it is.

    >>> name_core("cape arnaut shipping company of limassol"), name_core("sabkha brigade")
    ('cape arnaut', 'sabkha')
    """
    head = key.partition(" of ")[0]
    words = (head if " " in head else key).split()
    while len(words) > 1 and (is_body(words[-1]) or is_trade(words[-1])):
        words = words[:-1]
    return " ".join(words)


def acronym_letters(name: str) -> str:
    """The letters of a name that is an acronym, folded; empty where it is none.

    >>> acronym_letters("A.G.L."), acronym_letters("JASU"), acronym_letters("Khoms")
    ('agl', 'jasu', '')
    """
    letters = name.replace(".", "")
    return letters.lower() if len(letters) in _ACRONYM_LETTERS and letters.isupper() and letters.isalpha() else ""


def possible_acronyms(key: str) -> frozenset[str]:
    """The acronyms that the name may have, with and without its small words; none for a name of one word."""
    words = key.split()
    if len(words) < 2:
        return frozenset()
    without_small = (word[0] for word in words if word not in _SMALL_WORDS)
    return frozenset(("".join(word[0] for word in words), "".join(without_small)))


def party_stem(key: str) -> str:
    """The stem that the names of a party and of its members have in common, after their country; empty for other names.

    >>> party_stem("democratic party"), party_stem("united states democrat")
    ('democrat', 'united states democrat')
    >>> party_stem("united states democratic party"), party_stem("sabkha brigade")
    ('united states democrat', '')
    """
    country, rest = split_country(key)
    name = rest.split()
    is_party_name = name[1:] == ["party"] or (len(name) == 1 and name[0].removesuffix("s") in PARTISANS)
    return f"{country or ''} {name[0].removesuffix('s').removesuffix('ic')}".strip() if is_party_name else ""


def without_leading_article(key: str) -> tuple[str, ...]:
    """The words of a name without an article before them: "the", or an Arabic or Spanish one.

    >>> without_leading_article("al khums")
    ('khums',)
    """
    words = key.split()
    return tuple(words[1:] if len(words) > 1 and words[0] in _TRANSCRIBED_ARTICLES else words)


def _party_reason(short: ChainGroup, full: ChainGroup) -> Reason | None:
    """Evidence that one name is a party's and the other that of its members; None where neither is a party's."""
    said = f"{short.name} are those of the {full.name}"
    return Reason(Signal.SHORT_FORM, _PARTY_AND_MEMBERS, said) if full.key.endswith(" party") else None


def _short_form_reason(short: ChainGroup, full: ChainGroup, main_country: MainCountry) -> Reason | None:
    """Evidence that the shorter name leaves out what the body is, where it is, or of which country.

    Examples are "Cape Arnaut" of "Cape Arnaut of Limassol", "House" of "House of Representatives", "Senate" of "Iraqi
    Senate". The names of a party and of its members count too.
    """
    key, full_key = short.key, full.key
    are_bodies = short.broad_kind is full.broad_kind is BroadKind.BODY
    if are_bodies and party_stem(key) and party_stem(key) == party_stem(full_key):
        return _party_reason(short, full)
    said = f"{short.name} is short for {full.name}"
    if full_key.startswith(f"{key} of ") and (weight := _bits_without_of(key, full_key)):
        return Reason(Signal.SHORT_FORM, weight, said)
    if are_bodies and full_key.endswith(f" {key}") and (" " in key or is_generic([key])):
        return _of_country_reason(short, full, main_country)
    if are_bodies and (weight := _bits_without_field(key, full_key)):
        return Reason(Signal.SHORT_FORM, weight, said)
    return None if is_generic(key.split()) else _without_trade_reason(short, full)


def _bits_without_of(key: str, full_key: str) -> float | None:
    """The bits for a name that leaves out its place, or "of Representatives"; None where what it leaves is no name."""
    if " " in key and not is_generic(key.split()):
        return _WITHOUT_PLACE
    return _CHAMBER_OF_PARLIAMENT if is_generic(full_key.removeprefix(key).split()) else None


def _bits_without_field(key: str, full_key: str) -> float | None:
    """The bits for a name that leaves out a second field, or for a country's body without "Department"; else None.

    Examples are "Centers for Flood Control" of "Centers for Flood Control and Drainage", "U.S. Treasury".
    """
    country, body = split_country(key)
    if country and full_key.removeprefix(f"{key} ") in _DEPARTMENTS:
        return _WITHOUT_TRADE
    is_own_name = " " in key and not is_generic(body.split())
    return _WITHOUT_SECOND_FIELD if is_own_name and full_key.startswith(f"{key} and ") else None


def _of_country_reason(short: ChainGroup, full: ChainGroup, main_country: MainCountry) -> Reason | None:
    """Evidence where the longer name only adds a country: more if the shorter is mostly in news about that country.

    Where no news says which country's it is, nearly all articles may mean one country's by that name; then it is that.
    """
    country = named_country(full.key.removesuffix(f" {short.key}").title())
    if country is None:
        return None
    usual = main_country(short.key)
    main = next((name for name, _ in short.countries.most_common(1)), usual)
    if main != country and usual not in (None, country):
        return None
    weight = _BODY_OF_MAIN_COUNTRY if country in (main, usual) else _BODY_OF_OTHER_COUNTRY
    return Reason(Signal.SHORT_FORM, weight, f"{short.name} is short for {full.name}")


def _without_trade_reason(short: ChainGroup, full: ChainGroup) -> Reason | None:
    """Evidence where the longer name adds the trade, or the trade and the place: "Hadley Marine Shipping of Orlov"."""
    head = full.key.partition(" of ")[0]
    tail = head.removeprefix(f"{short.key} ")
    if tail == head or named_country(short.name) or not all(map(is_trade, tail.split())):
        return None
    weight = _WITHOUT_TRADE if " " in short.key else _ONE_WORD_WITHOUT_TRADE
    return Reason(Signal.SHORT_FORM, weight, f"{short.name} is short for {full.name}")


def _acronym_reason(short: ChainGroup, full: ChainGroup) -> Reason | None:
    """Evidence that one name is the acronym of the other: more for a long one. A person's initials need full stops."""
    letters = acronym_letters(short.name)
    if not letters or letters not in (*possible_acronyms(full.key), inner_capitals(full.name)):
        return None
    said = f"{short.name} are the initials of {full.name}"
    if full.is_person and "." in short.name:
        return Reason(Signal.ACRONYM, _PERSONAL_INITIALS, said)
    if full.is_person or short.broad_kind is not full.broad_kind or not is_acronym_of(short.name, full.name):
        return None
    is_of_one_word = letters == inner_capitals(full.name)
    return Reason(Signal.ACRONYM, (_CAPITALS if is_of_one_word else _PER_FURTHER_LETTER) * (len(letters) - 1), said)


def _other_order_reason(short: ChainGroup, full: ChainGroup) -> Reason | None:
    words = sorted_content_words(short.key)
    if len(words) > 1 and words == sorted_content_words(full.key) and short.broad_kind is full.broad_kind:
        said = f"{short.name} and {full.name} are the same words in another order"
        return Reason(Signal.SPELLING, _WORDS_IN_OTHER_ORDER, said)
    return None


def _spelling_reason(short: ChainGroup, full: ChainGroup) -> Reason | None:
    """Evidence that all words of the names sound alike, apart from an article before them ("Al Khums", "Khoms")."""
    words, full_words = without_leading_article(short.key), without_leading_article(full.key)
    kinds = (short.broad_kind, full.broad_kind)
    if len(words) != len(full_words) or (BroadKind.PERSON in kinds and kinds[0] is not kinds[1]):
        return None
    are_countries = named_country(short.name) and named_country(full.name)
    if are_countries or max(map(len, map(skeleton, words))) < _SOUNDED_LETTERS:
        return None
    if not all(is_heard_alike(one, other) for one, other in zip(words, full_words, strict=True)):
        return None
    said = f"{short.name} and {full.name} are spellings of one name"
    return Reason(Signal.SPELLING, _SPELLING_VARIANT[short.broad_kind], said)


def _misprint_reason(short: ChainGroup, full: ChainGroup) -> Reason | None:
    """Evidence that one of two long names has a misprint: one letter of one word, and few articles have it so."""
    words, full_words = short.key.split(), full.key.split()
    if len(words) != len(full_words) or len(words) < _WORDS_OF_LONG_NAME:
        return None
    unlike = [(one, other) for one, other in zip(words, full_words, strict=True) if one != other]
    if len(unlike) != 1 or any(named_country(word.title()) for word in unlike[0]):
        return None
    few, many = sorted(len(group.articles) for group in (short, full))
    if few > _MISPRINTED_IN * many or not is_one_letter_off(*unlike[0]):
        return None
    return Reason(Signal.SPELLING, _MISPRINT, f"{short.name} and {full.name} differ in one letter")
