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


@pytest.mark.parametrize(
    "sentences",
    [
        ["The mayor sold the (£1.2m) mill.", "She left Orlov."],
        ["The Revd. of St. Orlov met Sen. Ada S. Brandt Jr. (D-Velmar).", "Nobody else came."],
        ["Omar Haddad left the ship at pier No. 5 in May.", "It sank."],
        ["Police closed Mill Ave. in Orlov on Monday.", "Nobody was hurt."],
        ['Omar "the Fox" Haddad robbed the bank.', "He fled."],
        ["He said no.", "The mayor left."],
        ["The war was World War I.", "The mayor fought in it."],
        ["She lives in the U.S.", "The mayor does not."],
        ["Nobody came!", "“The army left,” she said.", "He stayed."],
    ],
)
def test_no_sentence_begins_behind_an_abbreviation_or_within_brackets(sentences: list[str]) -> None:
    doc = nlp.load(DEFAULT_MODEL)(" ".join(sentences))
    assert [sentence.text for sentence in doc.sents] == sentences


def test_a_sentence_with_a_small_letter_may_begin_behind_a_stop_or_a_line_break() -> None:
    doc = nlp.load(DEFAULT_MODEL)("The mayor resigned yesterday. nobody knows why.\nthe army left.")
    assert [sentence.text.strip() for sentence in doc.sents][-1] == "the army left."


@pytest.mark.parametrize(
    "sentences",
    [
        ["Mansour questioned\n\n", "Leila Mansour was questioned by police in Tunis on Monday about a loan."],
        ["Yes.", "Ada Brandt left."],
    ],
)
def test_no_sentence_begins_within_the_name_that_opens_a_paragraph(sentences: list[str]) -> None:
    doc = nlp.load(DEFAULT_MODEL)("".join(f"{sentence} " for sentence in sentences).strip().replace("\n ", "\n"))
    assert [sentence.text for sentence in doc.sents] == sentences
