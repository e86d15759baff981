"""Where sentences may begin, and where not."""

import pytest

from dossier.annotate import nlp
from dossier.annotate.fingerprint import DEFAULT_MODEL


@pytest.mark.parametrize(
    "sentences",
    [
        ["He was known for the sale of [used] boats, you see.", "Others left."],
        ["There is trade, fishing, some RPG [role-playing game] and more.", "It is fun."],
        ["The mayor won.", "[The firm did not comment.]", "Nobody else was asked."],
        ["The mayor resigned.", "She left on Monday."],
    ],
)
def test_no_sentence_begins_in_the_midst_of_brackets(sentences: list[str]) -> None:
    doc = nlp.load(DEFAULT_MODEL)(" ".join(sentences))
    assert [sentence.text for sentence in doc.sents] == sentences
