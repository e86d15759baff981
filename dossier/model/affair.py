"""A matter that several articles tell of."""

from dataclasses import dataclass

from dossier.model.likely_day import Reported


@dataclass(frozen=True, slots=True)
class Affair:
    """The articles (ids, sorted) that tell of one matter, and when they came out; None where none has a date."""

    id: str
    articles: tuple[str, ...]
    reported: Reported | None
