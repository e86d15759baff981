"""The parse of a Doc as plain lists: lines are drawn by asking the same few things of every token many times."""

from spacy.tokens import Doc

from dossier.annotate.summaries.quoting import Quoting, quoting

FINITE = frozenset("VBD VBZ VBP MD".split())
VERBAL = frozenset(("VERB", "AUX"))
SUBJECTS = frozenset("nsubj nsubjpass csubj csubjpass expl".split())
AUXILIARIES = frozenset(("aux", "auxpass"))


class Parse:
    """Words, tags and relations by token index; ``left`` and ``right`` are the first and last token under each."""

    def __init__(self, doc: Doc) -> None:
        self.words, self.lowers, self.deps, self.tags, self.pos = (
            _strings(doc, attribute) for attribute in ("ORTH", "LOWER", "DEP", "TAG", "POS")
        )
        self.gaps: list[bool] = doc.to_array("SPACY").astype(bool).tolist()
        offsets = doc.to_array("HEAD").astype("int64").tolist()
        self.heads: list[int] = [place + offset for place, offset in enumerate(offsets)]
        self.children: list[list[int]] = [[] for _ in self.words]
        for place, head in enumerate(self.heads):
            if head != place:
                self.children[head].append(place)
        self.left = self._edges(range(len(self.words)))
        self.right = self._edges(range(len(self.words) - 1, -1, -1))
        self.quoting: Quoting = quoting(doc)

    def _edges(self, order: range) -> list[int]:
        """The furthest token under each against the order. Once set it holds for all above: so it is linear."""
        edges = list(range(len(order)))
        for place in order:
            token = self.heads[place]
            while (edges[token] - place) * order.step > 0:
                edges[token] = place
                token = self.heads[token]
        return edges

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


def _strings(doc: Doc, attribute: str) -> list[str]:
    """An attribute of every token, by the array: a Token for every word of a text is slow to make."""
    column = [int(key) for key in doc.to_array(attribute)]
    strings = {key: doc.vocab.strings[key] for key in set(column)}
    return [strings[key] for key in column]
