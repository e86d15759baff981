"""The tokens that a line keeps of its sentence."""

from dossier.annotate.summaries.sentence.flat_parse import FlatParse
from dossier.annotate.syntax.labels import NOUN_MODIFIERS, NOUN_POS


class LineTokens:
    """The kept tokens of a line, in order and as a set, and the ids of its actors in brackets."""

    def __init__(self, kept: list[int], bracketed: set[int]) -> None:
        self.kept = kept
        self.tokens = set(kept)
        self.bracketed = bracketed


def kept_nouns(parse: FlatParse, kept: list[int]) -> list[int]:
    """The nouns that head their phrase among the tokens."""
    return [k for k in kept if parse.pos[k] in NOUN_POS and parse.deps[k] not in NOUN_MODIFIERS]
