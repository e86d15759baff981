"""Which words of an entity are a name."""

import pytest

from dossier.annotate.actors.names.recognised_names import is_name


@pytest.mark.parametrize(
    ("text", "label", "expected"),
    [
        ("Ada Brandt", "PERSON", True),
        ("Peter Cook Baker", "PERSON", True),
        ("Hadley Chief Executive", "PERSON", False),
        ("Hadley Vice President", "ORG", False),
        ("Orlov Supreme Court Justice", "ORG", True),
        ("Office of the Prime Minister", "ORG", True),
        ("Foreign Minister", "ORG", False),
        ("Sec", "ORG", False),
        ("SEC", "ORG", True),
        ("Sen", "PERSON", True),
        ("Court", "ORG", False),
    ],
)
def test_is_name(text: str, label: str, *, expected: bool) -> None:
    assert is_name(text, label) == expected
