"""Who says so, and what is quoted."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from dossier.model.quote import Quote


class Manner(StrEnum):
    """Whether the source's own words are given."""

    DIRECT = "direct"
    INDIRECT = "indirect"


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says so, when that is not the article itself: the source's words at their place, and the cue.

    ``actor`` is the id of the source's chain (in a timeline: of its entity), ``name`` its name, where it has one.
    ``via`` is who says that this source says so ("police said that witnesses claimed"). ``given`` are the analyst's
    words for a source that he gave: ``speaker`` is their place where the sentence has them, else the cue; and the cue
    is the trigger where no word of speech was read.
    """

    speaker: Quote
    cue: Quote
    actor: str | None = None
    name: str | None = None
    manner: Manner = Manner.INDIRECT
    via: Self | None = None
    given: str = ""

    @property
    def text(self) -> str:
        """The source as the article calls it, or as the analyst does who gave it."""
        return self.given or self.speaker.exact


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks, verbatim and without the marks, and whose they are where that is known."""

    id: str
    quote: Quote
    attribution: Attribution | None = None
