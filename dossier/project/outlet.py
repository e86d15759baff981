"""What a project says about one of its outlets."""

from dataclasses import dataclass

GRADES = "ABCDEF"
"""The Admiralty grades of a source: from A, completely reliable, to E, unreliable; F: it cannot be judged."""


@dataclass(frozen=True, slots=True)
class Outlet:
    """An outlet, by the name of the publisher or by the host of its addresses, and how reliable it is: A to F."""

    name: str
    reliability: str

    def __post_init__(self) -> None:
        if self.reliability not in tuple(GRADES):
            raise ValueError(f"{self.reliability!r} is no grade: write one letter from A (reliable) to F (not judged)")
