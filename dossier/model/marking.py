"""To whom a document may be passed on (TLP 2.0), and whether it is a draft."""

from dataclasses import dataclass
from enum import StrEnum

_OLD_NAMES = {"white": "clear", "amber strict": "amber+strict"}
"""Other spellings of a marking; "white" is what TLP 1.0 called CLEAR."""


class Marking(StrEnum):
    """A marking of the Traffic Light Protocol 2.0 (FIRST), the least strict first."""

    CLEAR = "TLP:CLEAR"
    GREEN = "TLP:GREEN"
    AMBER = "TLP:AMBER"
    AMBER_STRICT = "TLP:AMBER+STRICT"
    RED = "TLP:RED"

    @classmethod
    def parse(cls, text: str) -> "Marking":
        """The marking of a word as people write it. Raises ValueError when it is none.

        >>> Marking.parse("TLP:Amber+Strict"), Marking.parse("white")
        (<Marking.AMBER_STRICT: 'TLP:AMBER+STRICT'>, <Marking.CLEAR: 'TLP:CLEAR'>)
        """
        word = " ".join(text.casefold().split()).removeprefix("tlp:").strip()
        meant = _OLD_NAMES.get(word, word)
        found = next((one for one in cls if one.word == meant), None)
        if found is None:
            raise ValueError(f"{text!r} is no marking: write {', '.join(one.word for one in cls)}")
        return found

    @property
    def word(self) -> str:
        """The marking as options and files have it.

        >>> Marking.AMBER_STRICT.word
        'amber+strict'
        """
        return self.removeprefix("TLP:").lower()

    @property
    def strictness(self) -> int:
        """A number that is greater, the fewer people may see what is marked so."""
        return list(Marking).index(self)

    def is_above(self, other: "Marking") -> bool:
        """Whether fewer people may see what has this marking than what has the other."""
        return self.strictness > other.strictness


def strictest(*markings: Marking | None) -> Marking | None:
    """The strictest of the markings; None where all are None."""
    return max((one for one in markings if one), key=lambda one: one.strictness, default=None)


class DocumentStatus(StrEnum):
    """Whether somebody answers for a document already."""

    DRAFT = "draft"
    APPROVED = "approved"


@dataclass(frozen=True, slots=True)
class Stamp:
    """What stands on each document of a build; None where nobody asked for it.

    ``selection`` says of which articles alone it was made.
    """

    marking: Marking | None = None
    status: DocumentStatus | None = None
    selection: str | None = None


NO_STAMP = Stamp()
"""Nothing stands on the documents."""
