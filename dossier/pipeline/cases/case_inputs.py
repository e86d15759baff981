"""What a case is resolved from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dossier.model import DecisionKind, Judgement, Marking, decision_kind
from dossier.store import Run, Store

if TYPE_CHECKING:  # it would import libraries that a case that is kept does not need
    from dossier.sources.stated_judgements import StatedJudgement

MOST_OF_WHOLE = 2_000
"""Articles up to which a case is resolved as a whole. Set by hand: as many as a case held open remembers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseInputs:
    """The articles of a run as a store has them, the judgements on them, and what the user says of outlets.

    ``saved`` are the judgements of the store, in the order in which they were saved; ``stated`` are those of files, and
    come after these. ``outlets`` gives the reliability of an outlet by its name or host. Events that are marked above
    ``limit`` are left out; where it is None, none are.
    """

    store: Store
    run: Run
    saved: Sequence[Judgement] = ()
    stated: Sequence["StatedJudgement"] = ()
    outlets: Mapping[str, str] = field(default_factory=dict)
    limit: Marking | None = None

    @property
    def are_shelved(self) -> bool:
        """Whether the case stands on shelves: it is large, and no marked event is left out of its edition.

        What tells of such an event may stand on any shelf, so that case is resolved as a whole.
        """
        kinds = {one.kind for one in self.stated} | {decision_kind(one.decision) for one in self.saved}
        return len(self.run.articles) > MOST_OF_WHOLE and not (self.limit and DecisionKind.MARK in kinds)
