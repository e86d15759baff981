"""Names as strings."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dossier.text.acronyms import is_acronym_of
from dossier.text.names import clean, is_short_for, normal
from dossier.text.slugs import slug


@pytest.mark.parametrize(
    ("name", "cleaned"),
    [
        ("the United States", "United States"),
        ("The Hague", "Hague"),
        ("Khadija’s", "Khadija"),
        ("the unions'", "unions"),
        ("“Delvara”", "Delvara"),
        ("Midsea\nPress", "Midsea Press"),
        ("U.S.", "U.S."),
        ("Hadley Marine Ltd.", "Hadley Marine Ltd."),
        ("Brandt.", "Brandt"),
        (" - ", ""),
    ],
)
def test_clean(name: str, cleaned: str) -> None:
    assert clean(name) == cleaned


@pytest.mark.parametrize(
    ("one", "other", "equal"),
    [
        ("Dr. Ada Brandt", "ada brandt", True),
        ("Minister Haddoun", "Haddoun", True),
        ("Colonel Yunis Maghtouf", "Yunis Maghtouf", True),
        ("Édouard Marçal", "Edouard Marcal", True),
        ("Hadley Marine Ltd", "Hadley Marine", True),
        ("al-Zarrouni", "al Zarrouni", True),
        ("U.S.", "US", True),
        ("Adel Haddoun", "Nadia Haddoun", False),
        ("President", "General", False),
    ],
)
def test_normal(one: str, other: str, equal: bool) -> None:
    assert (normal(one) == normal(other)) is equal


@pytest.mark.parametrize(
    ("short", "full", "expected"),
    [
        ("Brandt", "Ada Brandt", True),
        ("Ada", "Ada Brandt", True),
        ("Mr Brandt", "Ada Brandt", True),
        ("Ada Brandt", "Ada Brandt", False),
        ("Brandt", "Ada Brandtner", False),
        ("Abu", "Abu Sanad", False),
        ("van", "van Dyke", False),
        ("Maria", "Ana Maria Lopez", True),
        ("Maria Lopez", "Ana Maria Lopez", True),
    ],
)
def test_short_forms(short: str, full: str, expected: bool) -> None:
    assert is_short_for(short, full) is expected


@pytest.mark.parametrize(
    ("short", "full", "expected"),
    [
        ("CHRF", "Coastal Hospitals Reconstruction Fund", True),
        ("JASU", "Joint Anti-Smuggling Unit", True),
        ("ISIS", "Islamic State of Iraq and Syria", True),
        ("U.N.", "United Nations", True),
        ("FBI", "Coastal Fund", False),
        ("Cf", "Coastal Fund", False),
        ("C", "Coastal", False),
    ],
)
def test_acronyms(short: str, full: str, expected: bool) -> None:
    assert is_acronym_of(short, full) is expected


@pytest.mark.parametrize("name", ["the " * 5000 + "Brandt", "Brandt" + "'s" * 5000, "'the " * 3000 + "Brandt"])
def test_a_name_of_any_length_is_folded(name: str) -> None:
    assert normal(name) == "brandt"


@given(st.text())
@example("À 0")
@example("A. Brandt")
def test_cleaning_and_folding_are_final(name: str) -> None:
    assert "\n" not in clean(name)
    folded = normal(name)
    # "A. Brandt" keeps its initial, which once folded looks like an article
    assert folded.startswith(("a ", "an ")) or normal(folded) == folded


@given(st.text())
def test_a_slug_is_a_safe_file_name(text: str) -> None:
    name = slug(text)
    assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert 0 < len(name) <= 60
    assert not name.startswith("-")
