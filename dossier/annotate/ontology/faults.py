"""What can be wrong with an ontology file, one class for each fault. Each says what to do about it.

``place`` names where in the file the fault is: "mine.toml: [arrest] importance", or "mine.toml: [arrest]".
"""

from collections.abc import Iterable
from enum import StrEnum

from dossier.errors import OntologyUnusable

_FORM = "docs/ontology.md describes the form of the file"


class UnreadableOntology(OntologyUnusable):
    """The file is not there, or not in UTF-8."""

    def __init__(self, path: object, error: Exception) -> None:
        super().__init__(f"{path} cannot be read: {error}", "give a TOML file in UTF-8")


class NotToml(OntologyUnusable):
    """The text does not follow the rules of TOML."""

    def __init__(self, file: str, error: Exception) -> None:
        super().__init__(f"{file} is not TOML: {error}", _FORM)


class BadTypeName(OntologyUnusable):
    """A section has a name that no type may have."""

    def __init__(self, file: str, name: str) -> None:
        super().__init__(f"{file}: {name!r} is no name of a type", "use small letters, digits, - and _, a letter first")


class OutsideType(OntologyUnusable):
    """A key stands above the first section."""

    def __init__(self, file: str, key: str) -> None:
        super().__init__(f"{file}: {key!r} stands outside a type", f"put it under a [type]; {_FORM}")


class UnknownKey(OntologyUnusable):
    """A type has a key that means nothing."""

    def __init__(self, place: str, key: str, keys: Iterable[str]) -> None:
        super().__init__(f"{place}: {key!r} is no key of a type", f"the keys are {', '.join(keys)}")


class NotText(OntologyUnusable):
    """A value that must be a text is none."""

    def __init__(self, place: str) -> None:
        super().__init__(f"{place} is no text", f'write {_key(place)} = "…"')


class NotTexts(OntologyUnusable):
    """A value that must be a list of texts is none."""

    def __init__(self, place: str) -> None:
        super().__init__(f"{place} is no list of texts", 'write ["…", "…"]')


class NotTable(OntologyUnusable):
    """The value of ``prepositions`` is no table."""

    def __init__(self, place: str) -> None:
        super().__init__(f"{place} is no table", 'write prepositions = { with = "instrument" }')


class NotYesOrNo(OntologyUnusable):
    """A value that must be true or false is neither."""

    def __init__(self, place: str) -> None:
        super().__init__(f"{place} is neither true nor false", f"write {_key(place)} = true")


class NotImportance(OntologyUnusable):
    """The importance is no number from 0 to 1."""

    def __init__(self, place: str) -> None:
        super().__init__(f"{place} is no number from 0 to 1", "write importance = 0.8")


class NotOneOf(OntologyUnusable):
    """A value is none of the members that it may be, as "victim" is no role."""

    def __init__(self, place: str, value: object, what: str, members: type[StrEnum]) -> None:
        super().__init__(f"{place}: {value!r} is no {what}", f"choose from {', '.join(members)}")


class NotWords(OntologyUnusable):
    """An entry of a list of words is no word, and no phrase of up to three words."""

    def __init__(self, place: str, word: str) -> None:
        super().__init__(f"{place}: {word!r} is no word or phrase of up to three words", "write lemmas: go to war")


class WordTwice(OntologyUnusable):
    """A word stands twice in lists of verbs, or of nouns, so that nobody can say which type it tells of."""

    def __init__(self, file: str, word: str, owner: str, other: str) -> None:
        where = f"under [{owner}] and [{other}]" if owner != other else f"twice in [{owner}]"
        super().__init__(f"{file}: {word!r} stands {where}", "leave it in one list of one type")


def _key(place: str) -> str:
    """The key at the end of a place."""
    return place.rpartition(" ")[2]
