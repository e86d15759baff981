"""What an edition says nothing of because of its marking, though the articles that tell it are in the edition."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from dossier.model.quote import Span


@dataclass(frozen=True, slots=True)
class WithheldEvents:
    """The events that are marked above an edition: how many, and the sentences that tell them.

    ``passages`` are those sentences by the id of their article. ``unfit`` counts the marks that fit nothing that was
    read: what they are about may stand in the edition.
    """

    count: int = 0
    passages: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)
    unfit: int = 0

    @property
    def is_any(self) -> bool:
        """Whether anything is marked above the edition, found or not."""
        return self.count > 0 or self.unfit > 0

    def has(self, article: str, span: Span) -> bool:
        """Whether the span has anything of these sentences."""
        return any(one.overlaps(span) for one in self.passages.get(article, ()))
