"""What the store keeps beside values of the model: runs, and judgements with their withdrawal."""

from dataclasses import dataclass
from datetime import date

from dossier.model import Judgement, Watched, When


@dataclass(frozen=True, slots=True)
class Run:
    """What one build or listing worked on.

    ``annotator`` is the fingerprint of all that reads the articles (``annotate.fingerprint``), ``model`` the spaCy
    pipeline and its version, ``as_of`` the date the run speaks for, ``articles`` the ids of its articles in their
    order, ``watched`` its watchlist, and ``ontology`` the text of the user's file of event types, empty where there is
    none.
    """

    annotator: str
    model: str
    as_of: When | None
    articles: tuple[str, ...]
    watched: tuple[Watched, ...] = ()
    ontology: str = ""


@dataclass(frozen=True, slots=True)
class StoredJudgement:
    """A judgement with its withdrawal; ``withdrawn_by`` and ``withdrawn_on`` are None while nobody has withdrawn it."""

    judgement: Judgement
    withdrawn_by: str | None = None
    withdrawn_on: date | None = None
