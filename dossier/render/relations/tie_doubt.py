"""How sure a tie between two actors is: a plain fact, a fact by one voice, alleged, denied."""

from collections.abc import Collection
from dataclasses import dataclass

from dossier.model import Certainty, Citation, Event, Evidence, Factuality, Polarity, Realis
from dossier.render.wording import label_wording
from dossier.render.wording.foretold import is_foretold


@dataclass(frozen=True, slots=True, order=True)
class TieDoubt:
    """How sure a tie is: the less the ``rank``, the surer. ``words`` say it, empty for a plain fact."""

    rank: int
    words: str = ""

    @property
    def is_fact(self) -> bool:
        """Whether it is told as a fact, be it by one voice."""
        return self.rank < _DISPUTED

    @property
    def is_voice(self) -> bool:
        """Whether it is a fact that only a named source tells."""
        return self.rank == _BY_ONE_VOICE


PLAIN = TieDoubt(0)
_BY_ONE_VOICE, _DISPUTED, _ALLEGED, _DENIED = 1, 2, 3, 4


def tie_doubt(event: Event, piece: Evidence, citation: Citation, disputed: Collection[str]) -> TieDoubt | None:
    """The doubt of what one mention tells; None where it tells of nothing that happened, or of what is to come.

    ``disputed`` are the ids of the events of which sources disagree whether they happened.
    """
    told = (event.factuality, piece.factuality)
    if any(value.realis is not Realis.ACTUAL for value in told) or is_foretold(event, citation):
        return None
    unsure = next((value for value in told if not value.is_fact), None)
    if unsure:
        return _doubt(unsure, is_said=piece.attribution is not None)
    if event.id in disputed:
        return TieDoubt(_DISPUTED, "disputed")
    voice = label_wording.source_words(piece)
    return TieDoubt(_BY_ONE_VOICE, voice) if voice else PLAIN


def _doubt(value: Factuality, is_said: bool) -> TieDoubt:
    words = label_wording.factuality_words(value)
    if value.polarity is Polarity.NEGATIVE:
        return TieDoubt(_DENIED, "denied" if is_said else words)
    is_claim = is_said or value.certainty is Certainty.UNDERSPECIFIED
    return TieDoubt(_ALLEGED, "alleged" if is_claim and value.polarity is Polarity.POSITIVE else words)
