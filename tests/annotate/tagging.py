"""Texts tagged under several publication dates: a text is parsed once, then tagged under each date."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache

from spacy.tokens import Doc

from dossier.annotate import nlp
from dossier.annotate.fingerprint import DEFAULT_MODEL
from dossier.model import Dating, When


@dataclass(frozen=True, slots=True)
class Found:
    """One time that the tagger found: where (characters), what, by which rule, and its calendar time."""

    start: int
    end: int
    type: str
    value: str
    rule: str
    dating: Dating

    @property
    def edtf(self) -> str | None:
        """Its calendar time as EDTF, None where there is none."""
        return self.dating.when.edtf if self.dating.when else None


def tag(text: str, published: str | date | None, tagger: Callable[[Doc], Doc] | None = None) -> list[Found]:
    """The times of a text under a publication date (EDTF or a day; None: not known), by the pipeline's tagger."""
    doc = _parsed(text)
    doc._.published = When.parse(str(published)) if published else None
    tagged = (tagger or nlp.load(DEFAULT_MODEL).get_pipe("dossier_timex"))(doc)
    return [
        Found(doc[t.start].idx, doc[t.end - 1].idx + len(doc[t.end - 1]), t.type.value, t.value, t.rule, t.dating)
        for t in tagged._.timexes
    ]


@cache
def _parsed(text: str) -> Doc:
    pipeline = nlp.load(DEFAULT_MODEL)
    with pipeline.select_pipes(disable=list(nlp.COMPONENTS)):
        return pipeline(text)
