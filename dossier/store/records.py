"""What the store keeps beside values of the model: runs, judgements with their withdrawal, damaged rows."""

from dataclasses import dataclass
from datetime import date

from dossier.model import Issue, Judgement, Skipped, Watched, When

_WAYS_OUT = {
    "article": "'dossier build' reads it again from its source; where that is gone, take the store from a copy",
    "annotation": "'dossier build' annotates the article again",
    "kept_case": "'dossier build' resolves the case again",
    "kept_events": "'dossier build' resolves the case again",
    "kept_reading": "'dossier build' reads the file again",
    "kept_shelf": "'dossier build' resolves the case again",
    "kept_timeline": "'dossier build' resolves the case again",
    "run": "'dossier build' records a new one",
    "judgement": "make it again, then withdraw what is damaged: 'dossier review undo {key}'",
}


@dataclass(frozen=True, slots=True)
class Run:
    """What one build or listing worked on.

    ``annotator`` is the fingerprint of all that reads the articles (``annotate.fingerprint``), ``model`` the spaCy
    pipeline and its version, ``as_of`` the day that the user had it speak for, ``articles`` the ids of its articles in
    their order, ``watched`` its watchlist, and ``ontology`` the text of the user's file of event types, empty where
    there is none. ``skipped`` are the inputs that it did not take.
    """

    annotator: str
    model: str
    as_of: When | None
    articles: tuple[str, ...]
    watched: tuple[Watched, ...] = ()
    ontology: str = ""
    skipped: tuple[Skipped, ...] = ()


@dataclass(frozen=True, slots=True)
class StoredJudgement:
    """A judgement with its withdrawal; ``withdrawn_by`` and ``withdrawn_on`` are None while nobody has withdrawn it."""

    judgement: Judgement
    withdrawn_by: str | None = None
    withdrawn_on: date | None = None


@dataclass(frozen=True, slots=True)
class DamagedRow:
    """A row that is not as it was saved: its table, its key, and what it is known by.

    ``ref`` is that of its article; of a judgement, it is what is left of its content.
    """

    table: str
    key: str
    ref: str = ""

    def issue(self, done: str = "") -> Issue:
        """The damage as a problem; ``done`` says what was done about it, and stands in place of the way out."""
        known = f" ({self.ref})" if self.ref else ""
        what = "its row in the store is damaged" + (f"; {done}" if done else "")
        return Issue(
            f"{self.table} {self.key}{known}", what, "" if done else _WAYS_OUT[self.table].format(key=self.key)
        )
