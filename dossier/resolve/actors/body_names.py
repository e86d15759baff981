"""How two names of bodies, places or peoples go together."""

from dossier.model import Reason, Signal
from dossier.resolve.actors.canonical_names import PARTISANS, country, is_generic
from dossier.resolve.actors.chain_groups import Group, Sort
from dossier.text.names import is_acronym_of, is_body, is_trade
from dossier.text.spelling import is_heard_alike, skeleton
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.resolve.actors", "actor_name_words.toml")

_SMALL = _WORDS["small"]
_REORDERED = 7.0
_CORE, _SHORT_CORE = 7.0, 4.5
_PARTY = 7.0
_CHAMBER = 6.5
_AT_HOME, _ABROAD = 5.5, 1.0
_PER_LETTER = 1.0
_INITIALS = 4.0
_SPELLED = {Sort.PLACE: 3.0, Sort.BODY: 4.0, Sort.PERSON: 3.0}
_HEARD = 3
_ARTICLES = _WORDS["articles"]


def compare_bodies(left: Group, right: Group) -> Reason | None:
    """What the names of the two say, where at least one is no person; None where they have nothing in common."""
    few, many = sorted((left, right), key=lambda group: (len(group.key), group.key))
    if left.key == right.key:
        return Reason(Signal.SAME_NAME, _CORE, f"both are called {left.name}")
    return _core(few, many) or _letters(few, many) or _reordered(few, many) or _spelled(few, many)


def core(key: str) -> str:
    """The name without the words at its end that say what it is: "cape arnaut" of "cape arnaut shipping company".

    >>> core("cape arnaut shipping company of limassol"), core("sabkha brigade")
    ('cape arnaut', 'sabkha')
    """
    head = key.partition(" of ")[0]
    words = (head if " " in head else key).split()
    while len(words) > 1 and (is_body(words[-1]) or is_trade(words[-1])):
        words = words[:-1]
    return " ".join(words)


def content(key: str) -> tuple[str, ...]:
    """The words that carry the name, sorted: those of "ministry of health" and "health ministry" are the same."""
    return tuple(sorted(word for word in key.split() if word not in _SMALL))


def letters(name: str) -> str:
    """The letters of a name that is an acronym, folded; empty where it is none.

    >>> letters("A.G.L."), letters("JASU"), letters("Khoms")
    ('agl', 'jasu', '')
    """
    bare = name.replace(".", "")
    return bare.lower() if 3 <= len(bare) <= 8 and bare.isupper() and bare.isalpha() else ""


def initials(key: str) -> frozenset[str]:
    """The acronyms that the name can have, with and without its small words."""
    words = key.split()
    if len(words) < 2:
        return frozenset()
    return frozenset(("".join(word[0] for word in words), "".join(word[0] for word in words if word not in _SMALL)))


def stem(key: str) -> str:
    """What a party and its people share, with their country: "democratic party", "democrat"; empty for other names.

    >>> stem("democratic party"), stem("united states democrat"), stem("united states democratic party")
    ('democrat', 'united states democrat', 'united states democrat')
    """
    words = key.split()
    where = next((words[:size] for size in (3, 2, 1) if country(" ".join(words[:size]).title())), [])
    name = words[len(where) :]
    is_one = name[1:] == ["party"] or (len(name) == 1 and name[0].removesuffix("s") in PARTISANS)
    return " ".join((*where, name[0].removesuffix("s").removesuffix("ic"))) if is_one else ""


def _core(few: Group, many: Group) -> Reason | None:
    """The one without words that say what it is, and where."""
    short, full = few.key, many.key
    if stem(short) and stem(short) == stem(full) and Sort.BODY is few.sort is many.sort:
        return (
            Reason(Signal.SHORT_FORM, _PARTY, f"{few.name} are those of the {many.name}") if _is_party(full) else None
        )
    if full.startswith(f"{short} of ") and " " in short and not is_generic(short.split()):
        return Reason(Signal.SHORT_FORM, _CORE, f"{few.name} is short for {many.name}")
    if full.startswith(f"{short} of ") and is_generic(full.removeprefix(short).split()):
        return Reason(Signal.SHORT_FORM, _CHAMBER, f"{few.name} is short for {many.name}")
    if full.endswith(f" {short}") and few.sort is many.sort is Sort.BODY and (" " in short or is_generic([short])):
        return _of_country(few, many)
    return None if is_generic(short.split()) else _without_trade(few, many)


def _of_country(few: Group, many: Group) -> Reason | None:
    """The one with the country whose it is: telling where the other is mostly named in news of that country."""
    whose = country(many.key.removesuffix(f" {few.key}").title())
    if whose is None:
        return None
    homes = few.homes.most_common(1)
    weight = _AT_HOME if homes and homes[0][0] == whose else _ABROAD
    return Reason(Signal.SHORT_FORM, weight, f"{few.name} is short for {many.name}")


def _without_trade(few: Group, many: Group) -> Reason | None:
    """The name of a company without what it does, and its legal form."""
    head = many.key.partition(" of ")[0]
    tail = head.removeprefix(f"{few.key} ")
    if tail == head or country(few.name) or not all(map(is_trade, tail.split())):
        return None
    weight = _CORE if " " in few.key else _SHORT_CORE
    return Reason(Signal.SHORT_FORM, weight, f"{few.name} is short for {many.name}")


def _is_party(key: str) -> bool:
    return key.endswith(" party")


def _letters(few: Group, many: Group) -> Reason | None:
    short = letters(few.name)
    if not short or short not in initials(many.key):
        return None
    if many.is_person and "." in few.name:
        return Reason(Signal.ACRONYM, _INITIALS, f"{few.name} are the initials of {many.name}")
    if many.is_person or few.sort is not many.sort or not is_acronym_of(few.name, many.name):
        return None
    weight = _PER_LETTER * (len(short) - 1)
    return Reason(Signal.ACRONYM, weight, f"{few.name} are the initials of {many.name}")


def _reordered(few: Group, many: Group) -> Reason | None:
    words = content(few.key)
    if len(words) > 1 and words == content(many.key) and few.sort is many.sort:
        return Reason(Signal.SPELLING, _REORDERED, f"{few.name} and {many.name} are the same words in another order")
    return None


def _spelled(few: Group, many: Group) -> Reason | None:
    """Spellings of one name, word by word, apart from a leading article ("Al Khums", "Khoms")."""
    ours, others = bare(few.key), bare(many.key)
    if len(ours) != len(others) or (Sort.PERSON in (few.sort, many.sort) and few.sort is not many.sort):
        return None
    if (country(few.name) and country(many.name)) or max(map(len, map(skeleton, ours))) < _HEARD:
        return None
    if not all(is_heard_alike(one, other) for one, other in zip(ours, others, strict=True)):
        return None
    return Reason(Signal.SPELLING, _SPELLED[few.sort], f"{few.name} and {many.name} are spellings of one name")


def bare(key: str) -> tuple[str, ...]:
    """The words without an Arabic or Spanish article before them.

    >>> bare("al khums")
    ('khums',)
    """
    words = key.split()
    return tuple(words[1:] if len(words) > 1 and words[0] in _ARTICLES else words)
