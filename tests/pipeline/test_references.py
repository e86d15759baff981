"""References as users write them, and where quoted words stand."""

import pytest

from dossier.model import Span
from dossier.pipeline.references.quoted_words import find_words
from dossier.pipeline.references.references import parse_reference
from dossier.sources.stated_judgements import StatedReference


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ('a.txt:"was seized"', StatedReference(article="a.txt", text="was seized")),
        ("a.txt:“was seized”#2", StatedReference(article="a.txt", text="was seized", occurrence=2)),
        (
            'https://x.org/a:"he said: "no""',
            StatedReference(article="https://x.org/a", text='he said: "no"'),
        ),
        ("Ada Brandt#12", StatedReference("Ada Brandt", text="Ada Brandt#12", entry=12)),
        ("Unit #3", StatedReference("Unit", text="Unit #3", entry=3)),
        ("Ada #", StatedReference("Ada #")),
        ("#3", StatedReference("#3")),
        ('a.txt:""', StatedReference('a.txt:""')),
        ("a.txt:5-9#2", StatedReference(article="a.txt", span=Span(5, 9), occurrence=2)),
    ],
)
def test_what_a_reference_says(text: str, meant: StatedReference) -> None:
    assert parse_reference(text) == meant


TEXT = "She said she left.\nThe ship, [sic]  sank. She said no."


@pytest.mark.parametrize(
    ("words", "prefix", "suffix", "places"),
    [
        ("She said", "", "", [0, 42]),
        ("She said", "", "she", [0]),
        ("She said", "sank.", "", [42]),
        ("[She] said no", "", "", [42]),
        ("said [she] left", "", "", [9]),
        ("left. The", "", "", [13]),
        ("[sic] sank", "", "", [29]),
        ("she Left", "", "", []),
        ("s", "", "", [4, 9, 23, 30, 36, 46]),
        (".*", "", "", []),
        (" ", "", "", []),
    ],
)
def test_where_words_stand(words: str, prefix: str, suffix: str, places: list[int]) -> None:
    found = find_words(TEXT, words, prefix, suffix)
    assert [one.span.start for one in found] == places
    assert all(one.stands_in(TEXT) for one in found)
