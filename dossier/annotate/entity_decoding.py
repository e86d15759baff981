"""spaCy's entity recogniser, which scores its moves outside of names for all tokens at once: the same names, sooner.

The recogniser goes from token to token and makes one of its moves: out (no name), begin, in, last or unit (a name of
one token). The scores rest on the token and, within a name, on its first token and the one before. Outside of names
they rest on the token alone, so one product of matrices gives the scores of all tokens. spaCy scores token by token,
and asks of each of the moves whether it is allowed.
"""

from collections.abc import Iterator
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.pipeline import EntityRecognizer
from spacy.tokens import Doc, Span
from thinc.api import NumpyOps

Floats = NDArray[np.float32]
Booleans = NDArray[np.bool_]
Integers = NDArray[np.intp]

_STATE_TOKENS = 3
"""The tokens on which scores rest: the token itself, the first of its name, and the one before within the name."""
PIECE_TOKENS = 10_000
"""How many tokens are scored at once, but for the rest of their last sentence. Set by hand."""
_BLOCK = "U-"
"""A move without a label, which keeps a token from ever being a name. It is made only where a user asks for it."""


def decode_entities_at_once(nlp: Language) -> None:
    """Put the quicker recogniser in the place of each of spaCy's that it equals."""
    for name, component in nlp.pipeline:
        if type(component) is EntityRecognizer and _is_known_form(component):
            quick = nlp.replace_pipe(name, "dossier_entity_decoder")
            cast(EntityDecoder, quick).take(component)


def _is_known_form(recogniser: EntityRecognizer) -> bool:
    """Whether the recogniser takes the best move at each token, by the layers of the published pipelines."""
    model = recogniser.model
    return (
        recogniser.cfg["beam_width"] == 1
        and model.attrs["has_upper"]
        and not model.attrs["unseen_classes"]
        and model.get_ref("lower").get_dim("nF") == _STATE_TOKENS
        and isinstance(model.ops, NumpyOps)
    )


class _Moves:
    """The moves of a recogniser: "O", "B-ORG", "I-ORG", "L-ORG", "U-ORG" and so on, in the order of their scores."""

    def __init__(self, names: list[str]) -> None:
        self.names = names
        self.numbers = {name: number for number, name in enumerate(names)}
        self.out = self.numbers["O"]
        self.begin = np.array([name.startswith("B-") for name in names])
        unit = np.array([name.startswith("U-") and name != _BLOCK for name in names])
        self.only_within = ~(self.begin | unit)
        self.only_within[self.out] = False


@Language.factory("dossier_entity_decoder", assigns=["doc.ents", "token.ent_iob", "token.ent_type"])
class EntityDecoder:
    """Finds the names of a Doc with the model of one of spaCy's recognisers."""

    def __init__(self, nlp: Language, name: str) -> None:
        pass

    def take(self, recogniser: EntityRecognizer) -> None:
        """Use the model and the moves of this recogniser."""
        self._spacys = recogniser
        self._embed, self._lower, self._upper = cast(list[Any], recogniser.model.layers)
        self._bias: Floats = self._lower.get_param("b")
        moves = recogniser.moves
        self._moves = _Moves([moves.get_class_name(number) for number in range(moves.n_moves)])

    def __call__(self, doc: Doc) -> Doc:
        """Set the names of the Doc. One that has some already, as of a list, is left to spaCy's recogniser."""
        if doc.has_annotation("ENT_IOB"):  # an empty Doc counts as one that has
            return cast(Doc, self._spacys(doc))
        doc.set_ents([Span(doc, start, end, label) for start, end, label in self._names(doc)], default="outside")
        return doc

    def _names(self, doc: Doc) -> Iterator[tuple[int, int, str]]:
        """The first token of each name, the one behind its last, and its label."""
        vectors = self._embed.predict([doc])
        # what begins behind the last token is no part of its sentence
        opens = np.append(doc.to_array("SENT_START") == 1, True)
        is_blank = doc.to_array("IS_SPACE") == 1
        for first, last in _pieces(opens):  # the scores of a million characters took 400 MB
            hidden = self._lower.predict(vectors[first:last])
            for start, end, label in self._names_of(hidden, opens[first : last + 1], is_blank[first:last]):
                yield first + start, first + end, label

    def _names_of(self, hidden: Floats, opens: Booleans, is_blank: Booleans) -> Iterator[tuple[int, int, str]]:
        """The names of whole sentences; their tokens are counted from the first of these."""
        best = self._best_outside(hidden, opens[1:], is_blank)
        end = 0
        for start in np.flatnonzero(best != self._moves.out).tolist():
            if start >= end:
                move, _, label = self._moves.names[best[start]].partition("-")
                end = start + 1 if move == "U" else self._end(hidden, opens, start, label)
                yield start, end, label

    def _best_outside(self, hidden: Floats, closes: Booleans, is_blank: Booleans) -> Integers:
        """The best move at each token outside of names.

        ``closes`` tells where a sentence ends: no name goes on behind it. ``is_blank`` tells where no name begins.
        """
        scores = self._scores(hidden[1:, 0] + hidden[0, 1] + hidden[0, 2])
        scores[:, self._moves.only_within] = -np.inf
        scores[np.ix_(closes, self._moves.begin)] = -np.inf
        best: Integers = scores.argmax(axis=1)
        best[is_blank] = self._moves.out
        return best

    def _end(self, hidden: Floats, opens: Booleans, start: int, label: str) -> int:
        """The token behind the name that begins at ``start``: at most the first of the next sentence."""
        within = sorted(self._moves.numbers[f"{move}-{label}"] for move in "IL")
        token = start + 1
        while not opens[token + 1]:
            scores = self._scores(hidden[[token + 1], 0] + hidden[[start + 1], 1] + hidden[[token], 2])
            best = within[scores[0, within].argmax()]
            if self._moves.names[best].startswith("L"):
                break
            token += 1
        return token + 1

    def _scores(self, summed: Floats) -> Floats:
        """The scores of all moves in each state, from the sum of what the tokens of the state give to it."""
        return cast(Floats, self._upper.predict((summed + self._bias).max(axis=2)))


def _pieces(opens: Booleans) -> Iterator[tuple[int, int]]:
    """The tokens of pieces that hold whole sentences: no name runs over their ends.

    ``opens`` tells of each token, and of the end of the text, whether a sentence begins there.
    """
    first = 0
    while first < len(opens) - 1:
        later = np.flatnonzero(opens[first + PIECE_TOKENS :])
        last = first + PIECE_TOKENS + int(later[0]) if len(later) else len(opens) - 1
        yield first, last
        first = last
