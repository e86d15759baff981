"""The line that a reader sees for an event: a table (``summaries.txt``), and what holds of every line."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from spacy.tokens import Doc

from dossier.annotate import nlp
from dossier.annotate.doc import Trigger
from dossier.annotate.fingerprint import DEFAULT_MODEL

BRACKETED = re.compile(r"\[[^\]]*\]")


def read(path: Path) -> Iterator[tuple[str, str, str]]:
    """The rows of the table: text, trigger, line."""
    text = ""
    for content in path.read_text("utf-8").splitlines():
        if content.startswith(" "):
            trigger, _, line = content.strip().partition(" | ")
            yield text, trigger, line
        elif content and not content.startswith("#"):
            text = content


TABLE = tuple(read(Path(__file__).parent / "summaries.txt"))
TEXTS = tuple(dict.fromkeys(text for text, _, _ in TABLE))


@cache
def annotated(text: str) -> Doc:
    return nlp.load(DEFAULT_MODEL)(text)


def lines(text: str) -> dict[str, str]:
    """The line of each trigger of a text; of equal triggers the last."""
    doc = annotated(text)
    return {doc[trigger.head].text: doc._.summaries[index] for index, trigger in enumerate(doc._.triggers)}


@pytest.mark.parametrize(("text", "trigger", "line"), TABLE)
def test_line(text: str, trigger: str, line: str) -> None:
    assert lines(text)[trigger] == line


def test_the_table_is_large_enough() -> None:
    assert len(TABLE) >= 100
