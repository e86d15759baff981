"""The spaCy components declare what they need of each other, and stand in an order that gives it to them."""

from typing import Any

import pytest
from spacy.tokens.underscore import Underscore

from dossier.annotate import nlp
from dossier.annotate.fingerprint import DEFAULT_MODEL
from dossier.annotate.tokenizing import tokenized
from dossier.model import When

TEXT = """Port chief arrested

Police arrested Peter Brandt, the head of the port, on Monday. “He left after the vote,” said Marta Olsen.

((PN))  When did you open the bridge?

((Marta Olsen))  I opened the bridge in May.

((PN))  Did Anna Keller say that rebels shelled the mill?

((Marta Olsen))  Anna Keller said that rebels raided the mine before the trial began.
"""
ON_EVERY_DOC = {
    "parsed",
    "other_script_tokens",
    "unread_tokens",
    "dated_items",
    "as_written",
    "filed_as_opinion",
    "filed_as_archive",
    "is_called_chronicle",
    "published",
    "ontology",
}
"""Made by whichever component asks first; and what is set before the pipeline runs: the publication date, the
event types, and whether it is filed as opinion or called a chronicle."""


def test_no_component_lacks_what_it_requires() -> None:
    analysis = nlp.load(DEFAULT_MODEL).analyze_pipes()
    assert {name: problems for name, problems in analysis["problems"].items() if problems} == {}


def test_each_component_declares_what_it_reads_and_leaves_on_the_doc(monkeypatch: pytest.MonkeyPatch) -> None:
    pipeline = nlp.load(DEFAULT_MODEL)
    doc = tokenized(pipeline, TEXT)
    doc._.published = When.parse("2025-03-14")
    read: set[str] = set()
    look_up = Underscore.__getattr__

    def noted(self: Underscore, name: str) -> Any:
        read.add(name)
        return look_up(self, name)

    monkeypatch.setattr(Underscore, "__getattr__", noted)
    declared = pipeline.analyze_pipes()["summary"]
    for name, component in pipeline.pipeline:
        read.clear()
        component(doc)
        known = {
            attribute.removeprefix("doc._.")
            for attribute in (*declared[name]["requires"], *declared[name]["assigns"])
            if attribute.startswith("doc._.")
        }
        assert read <= known | ON_EVERY_DOC, name
    assert doc._.headings
    assert doc._.quotations
    assert doc._.turns
    assert doc._.relations
    assert doc._.summaries
