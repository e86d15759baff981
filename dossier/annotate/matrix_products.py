"""The models of a pipeline multiply matrices with numpy, which knows more processors than what spaCy brings along."""

from spacy.language import Language
from spacy.pipeline import TrainablePipe
from thinc.api import NumpyOps
from threadpoolctl import threadpool_limits

_THREADS = 1
"""Threads for one product. More would take the processors of the other workers."""


def multiply_with_numpy(nlp: Language) -> None:
    """Let the models of the pipeline multiply with numpy's library, in one thread, where they would with BLIS.

    The BLIS that is published for spaCy falls back on code for any processor where it knows none better: on AMD since
    2020 it takes five times as long as numpy's (measured). The products differ in the last digits.
    """
    numpys = NumpyOps(use_blis=False)
    for _, component in nlp.pipeline:
        if isinstance(component, TrainablePipe):
            for layer in component.model.walk():
                if type(layer.ops) is NumpyOps:
                    layer.ops = numpys
    threadpool_limits(_THREADS, user_api="blas")
