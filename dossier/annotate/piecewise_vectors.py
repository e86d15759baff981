"""The vectors of the tokens of a long text, made piece by piece: the same vectors, in a tenth of the memory.

A pipeline's embedding layer takes 15 kB for each token while it works, so a text of a million characters took 3.4 GB.
The vector of a token rests on a few tokens to its left and its right; a piece that has these too gives the same.
"""

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.pipeline import TrainablePipe
from spacy.tokens import Doc
from thinc.api import Model

Floats = NDArray[np.float32]
Layer = Model[list[Doc], list[Floats]]

PIECE_TOKENS = 10_000
"""The tokens of a piece: 150 MB while they are read. Set by hand; shorter texts are one piece."""
_WINDOW = "pad"
"""What spaCy's encoders call the number of tokens on each side that a vector rests on."""


def make_vectors_in_pieces(nlp: Language) -> None:
    """Let each embedding layer of the pipeline take a long text piece by piece."""
    for _, component in nlp.pipeline:
        if isinstance(component, TrainablePipe):
            for layer in [one for one in component.model.walk() if _is_embedding(one)]:
                piecewise = _in_pieces(layer)
                if layer is component.model:
                    component.model = piecewise
                else:
                    component.model.replace_node(layer, piecewise)


def _is_embedding(layer: Model[Any, Any]) -> bool:
    return "encode" in layer.ref_names and _WINDOW in layer.get_ref("encode").attrs


def _in_pieces(layer: Layer) -> Layer:
    window = layer.get_ref("encode").attrs[_WINDOW]
    dims = {"nO": layer.maybe_get_dim("nO")}
    return Model("in_pieces", _forward, layers=[layer], dims=dims, attrs={_WINDOW: window}, ops=layer.ops)


def _forward(model: Layer, docs: list[Doc], is_train: bool) -> tuple[list[Floats], Any]:
    layer: Layer = model.layers[0]
    if is_train or all(len(doc) <= PIECE_TOKENS for doc in docs):
        return layer(docs, is_train)
    return [np.concatenate(list(_vectors(layer, doc, model.attrs[_WINDOW]))) for doc in docs], _no_way_back


def _vectors(layer: Layer, doc: Doc, window: int) -> Iterator[Floats]:
    for start in range(0, len(doc), PIECE_TOKENS):
        first, end = max(start - window, 0), min(start + PIECE_TOKENS, len(doc))
        (vectors,) = layer.predict([doc[first : end + window].as_doc()])
        yield vectors[start - first : end - first]


def _no_way_back(_: Any) -> Any:
    raise NotImplementedError("a text in pieces is read, and nothing is learned from it")
