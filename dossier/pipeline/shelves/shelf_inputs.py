"""What a shelf is resolved from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dossier.model import Annotations
from dossier.pipeline.cases.claims import CaseClaims
from dossier.pipeline.shelves.judged_archive import JudgedArchive
from dossier.resolve import Rulings


@dataclass(frozen=True, slots=True, kw_only=True)
class ShelfInputs:
    """The articles of a shelf and what was read in them, and the ``rulings`` that bear on them.

    ``before`` are articles of other shelves (ids) of which some may be copies. ``judged`` and ``outlets`` are those of
    the whole case.
    """

    claims: CaseClaims
    before: Sequence[str]
    judged: JudgedArchive
    rulings: Rulings
    outlets: Mapping[str, str]

    @property
    def changed(self) -> list[Annotations]:
        """What was read in those of the articles that judgements change, as these make it."""
        changed = self.judged.changed
        return [changed[article] for article in self.claims.run.articles if article in changed]
