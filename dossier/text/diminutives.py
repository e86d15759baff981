"""Given names and their short and familiar forms: one person is "Michael" here and "Mike" there."""

from collections.abc import Iterator

from dossier.text.word_lists import word_lists

_FORMS_BY_NAME = {name: forms | {name} for name, forms in word_lists("dossier.text", "diminutives.toml").items()}
"""The forms of each given name, itself among them; all in lower case."""


def _names_by_form() -> Iterator[tuple[str, frozenset[str]]]:
    found: dict[str, set[str]] = {}
    for name, forms in _FORMS_BY_NAME.items():
        for form in forms:
            found.setdefault(form, set()).add(name)
    return ((form, frozenset(names)) for form, names in found.items())


_NAMES_BY_FORM = dict(_names_by_form())
"""The given names of which each form is one: gerald and jeremy for "jerry"."""
_NO_NAMES: frozenset[str] = frozenset()


def are_forms_of_one(left: str, right: str) -> bool:
    """Whether two given names (lower case) are equal, or are forms of one name.

    >>> are_forms_of_one("mike", "michael"), are_forms_of_one("ada", "adele")
    (True, False)
    """
    names = _NAMES_BY_FORM.get(left, _NO_NAMES)
    return left == right or not names.isdisjoint(_NAMES_BY_FORM.get(right, _NO_NAMES))


def given_name_initials(given: str) -> frozenset[str]:
    """The first letters of the given name (lower case) and of all forms of its names: "bill" may stand as "William".

    >>> sorted(given_name_initials("bill"))
    ['b', 'l', 'w']
    """
    names = _NAMES_BY_FORM.get(given, _NO_NAMES)
    return frozenset({given[:1]} | {form[0] for name in names for form in _FORMS_BY_NAME[name]})


def is_common_given_name(given: str) -> bool:
    """Whether the given name (lower case) is in the list, as a name or as a form of one: then very many people have it.

    >>> is_common_given_name("john"), is_common_given_name("iacovos")
    (True, False)
    """
    return given in _NAMES_BY_FORM
