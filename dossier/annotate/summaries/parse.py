"""The parse of a Doc as plain lists: lines are drawn by asking the same few things of every token many times."""

from spacy.vocab import Vocab

from dossier.annotate.parsed import Parsed
from dossier.annotate.summaries.quoting import Quoting, quoting

_TEXTUAL = ("ORTH", "LOWER", "LEMMA", "DEP", "TAG", "POS")
FINITE = frozenset("VBD VBZ VBP MD".split())
VERBAL = frozenset(("VERB", "AUX"))
SUBJECTS = frozenset("nsubj nsubjpass csubj csubjpass expl".split())
AUXILIARIES = frozenset(("aux", "auxpass"))


class Parse:
    """Words, tags and relations by token index; ``left`` and ``right`` are the first and last token under each."""

    def __init__(self, doc: Parsed) -> None:
        columns = doc.source.to_array([*_TEXTUAL, "SPACY", "HEAD"]).T
        strings = _Strings(doc.vocab)
        self.words, self.lowers, self.lemmas, self.deps, self.tags, self.pos = (
            [strings[key] for key in column.tolist()] for column in columns[: len(_TEXTUAL)]
        )
        self.gaps: list[bool] = columns[-2].astype(bool).tolist()
        offsets: list[int] = columns[-1].astype("int64").tolist()
        self.heads = [place + offset for place, offset in enumerate(offsets)]
        self.children = _children(self.heads)
        self.left, self.right = _edges(self.heads)
        self.quoting: Quoting = quoting(doc)

    def child(self, token: int, relations: frozenset[str]) -> int | None:
        """The first child of the token in one of the relations."""
        return next((child for child in self.children[token] if self.deps[child] in relations), None)

    def is_verb(self, token: int) -> bool:
        """Whether it is a verb or auxiliary."""
        return self.pos[token] in VERBAL

    def is_finite(self, token: int) -> bool:
        """Whether the verb, or an auxiliary of it, has a tense or is a modal."""
        auxiliaries = (child for child in self.children[token] if self.deps[child] in AUXILIARIES)
        return self.tags[token] in FINITE or any(self.tags[child] in FINITE for child in auxiliaries)

    def is_negated(self, token: int) -> bool:
        """Whether a negation hangs on the token."""
        return any(self.deps[child] == "neg" for child in self.children[token])

    def has_subject(self, token: int) -> bool:
        """Whether the verb has a subject of its own."""
        return self.child(token, SUBJECTS) is not None

    def above(self, token: int, steps: int = 40) -> list[int]:
        """The token and those above it, up to the root of its sentence or so many steps."""
        path = [token]
        while self.heads[token] != token and len(path) < steps:
            token = self.heads[token]
            path.append(token)
        return path


def _children(heads: list[int]) -> list[list[int]]:
    """The tokens right under each. Those with none share one list: there are many."""
    none: list[int] = []
    children = [none] * len(heads)
    for place, head in enumerate(heads):
        if head == place:
            continue
        if children[head]:
            children[head].append(place)
        else:
            children[head] = [place]
    return children


def _edges(heads: list[int]) -> tuple[list[int], list[int]]:
    """The first and the last token under each. What is set for a token holds for all above it: so it is linear."""
    left, right = list(range(len(heads))), list(range(len(heads)))
    for place, head in enumerate(heads):
        token = head
        while left[token] > place:
            left[token] = place
            token = heads[token]
    for place in range(len(heads) - 1, -1, -1):
        token = heads[place]
        while right[token] < place:
            right[token] = place
            token = heads[token]
    return left, right


class _Strings(dict[int, str]):
    """The strings of a vocabulary by their numbers, each looked up once."""

    def __init__(self, vocab: Vocab) -> None:
        self._vocab = vocab

    def __missing__(self, key: int) -> str:
        self[key] = text = self._vocab.strings[key]
        return text
