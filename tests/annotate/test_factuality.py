"""How sure each event is told to be, who says so, and by which words; the table and its form: ``factuality.txt``."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from spacy.tokens import Doc

from dossier.annotate import nlp
from dossier.annotate.attribution import sources
from dossier.annotate.doc import Source
from dossier.annotate.fingerprint import DEFAULT_MODEL
from dossier.annotate.stance.reader import stances
from dossier.annotate.tokenizing import tokenized

FACT = "certain + actual"
SIGNS = {"positive": "+", "negative": "-", "underspecified": "?"}


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence, one of its triggers, and what is expected of it, in the words of the table."""

    line: int
    text: str
    trigger: str
    factuality: str
    source: str
    cues: str

    def __str__(self) -> str:
        return f"line {self.line}, {self.trigger}: {self.text}"


def read(path: Path) -> Iterator[Row]:
    """The rows of the table."""
    for line, content in enumerate(path.read_text("utf-8").splitlines(), start=1):
        if content and not content.startswith("#"):
            text, trigger, sure, source, cues = (part.strip() for part in content.split(" | "))
            yield Row(line, text, trigger, FACT if sure == "fact" else sure, source, cues)


TABLE = tuple(read(Path(__file__).parent / "factuality.txt"))


def parsed(text: str) -> Doc:
    """The sentence with its quotations, before any event is looked for."""
    pipeline = nlp.load(DEFAULT_MODEL)
    with pipeline.select_pipes(disable=[name for name in nlp.COMPONENTS if name != "dossier_quotations"]):
        return pipeline(tokenized(pipeline, text))


def found(text: str, trigger: str) -> tuple[str, str, str]:
    """Factuality, source and cues of the one token, in the words of the table."""
    doc = parsed(text)
    (i,) = [token.i for token in doc if token.text == trigger]
    stance = stances(doc, [i])[i]
    sure = stance.factuality
    return (
        f"{sure.certainty} {SIGNS[sure.polarity]} {sure.realis}",
        speakers(doc, sources(doc, [i])[i]),
        " ".join(f"{doc[cue.start : cue.end].text}/{cue.kind}" for cue in stance.cues) or "-",
    )


def speakers(doc: Doc, said: Source | None) -> str:
    """In the words of the table."""
    if said is None:
        return "-"
    name = doc[said.start : said.end].text
    return f"{name} < {speakers(doc, said.via)}" if said.via else name


@pytest.mark.parametrize("row", TABLE, ids=str)
def test_factuality(row: Row) -> None:
    assert found(row.text, row.trigger) == (row.factuality, row.source, row.cues)
