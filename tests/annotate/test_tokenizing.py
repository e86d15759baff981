"""A long run without blanks: the same text, in time that grows with it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.annotate import nlp
from dossier.annotate.fingerprint import DEFAULT_MODEL
from dossier.annotate.tokenizing import tokenized

RUNS = st.lists(st.sampled_from(["a", " ", "\n", ",", "(", "word ", "1", ".", "\u00a0", "é"]), max_size=900).map(
    "".join
)


@settings(max_examples=60, deadline=None)
@given(RUNS, st.integers(0, 600))
def test_no_character_is_lost(text: str, commas: int) -> None:
    whole = f"{text}{',' * commas}{text}"
    assert tokenized(nlp.load(DEFAULT_MODEL), whole).text == whole


def test_prose_is_tokenized_as_ever() -> None:
    pipeline = nlp.load(DEFAULT_MODEL)
    text = "Mr. Halden didn't say (on 14 March) why the U.S.-led talks failed.\n\nHe left."
    assert [t.text for t in tokenized(pipeline, text)] == [t.text for t in pipeline.make_doc(text)]


@pytest.mark.parametrize("character", [",", "(", "1", "-"])
def test_a_hostile_run_comes_to_an_end(character: str) -> None:
    text = character * 100_000  # of commas, spaCy by itself would take twenty minutes
    assert tokenized(nlp.load(DEFAULT_MODEL), text).text == text
