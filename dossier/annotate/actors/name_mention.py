"""A name at one place of the text, and what its words tell of the kind of its actor."""

from collections import Counter
from dataclasses import dataclass, field

from dossier.annotate.doc import Mention, name_mention
from dossier.annotate.parsed import TokenSpan
from dossier.model import Kind
from dossier.text.names import clean, nickname


@dataclass(frozen=True, slots=True)
class Naming:
    """The mention, the name as it stands there (cleaned), and votes for the kind of who is named."""

    mention: Mention
    name: str
    votes: Counter[Kind] = field(default_factory=Counter)
    in_heading: bool = False

    @classmethod
    def of(cls, span: TokenSpan, votes: Counter[Kind], in_heading: bool = False) -> "Naming":
        """The name that the span is, without what is no part of it."""
        return cls(name_mention(span), nickname(clean(span.text))[0], votes, in_heading)


def elected(votes: Counter[Kind]) -> Kind:
    """The kind with the most votes; of equals the first in the order of ``Kind``."""
    return max(votes, key=lambda kind: (votes[kind], -list(Kind).index(kind))) if votes else Kind.OTHER
