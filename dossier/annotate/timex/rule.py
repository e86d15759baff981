"""A rule: what it looks for, and how it reads what it found."""

from collections.abc import Callable
from dataclasses import dataclass

from dossier.annotate.timex.anchor_context import Context
from dossier.annotate.timex.grammar import Found
from dossier.annotate.timex.time_reading import Reading
from dossier.model import Qualifier

Read = Callable[[Found, Context], Reading | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """Its name for the reader, a pattern of the grammar, and what gives the meaning (None: it is no time after all)."""

    name: str
    pattern: str
    read: Read


def about(found: Found) -> Qualifier:
    """Approximate where the words say "early", "around" and the like."""
    return Qualifier.APPROXIMATE if found.has("edge") or found.has("roughly") else Qualifier.NONE
