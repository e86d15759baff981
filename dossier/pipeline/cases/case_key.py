"""The key of a case: it changes with everything that the case depends on."""

import hashlib
import json
from collections.abc import Iterator

from dossier.codec import encode_judgement, encode_watchlist
from dossier.pipeline.cases.case_inputs import CaseInputs
from dossier.text.package_digest import package_digest, versions

_RESOLVING_LIBRARIES = ("networkx", "numpy", "rensa")


def case_key(inputs: CaseInputs) -> str:
    """A hash, in hexadecimal digits, of all that a case is resolved from: the same key means the same case.

    It covers what the store holds of the articles of the run, the judgements, the watchlist, the event types, the
    outlets, the marking, and our own code.
    """
    digest = hashlib.sha256(resolving_digest())
    digest.update((inputs.limit or "").encode())
    for part in _parts(inputs):
        digest.update(len(part).to_bytes(8, "big") + part)
    return digest.hexdigest()


def resolving_digest() -> bytes:
    """A digest of our own code and of the versions of the libraries that resolving uses."""
    return package_digest("dossier") + versions(_RESOLVING_LIBRARIES)


def _parts(inputs: CaseInputs) -> Iterator[bytes]:
    run = inputs.run
    yield json.dumps([run.annotator, run.ontology, list(inputs.outlets.items())]).encode()
    yield encode_watchlist(run.watched)
    yield repr(list(inputs.stated)).encode("utf-8", "surrogatepass")
    yield from map(encode_judgement, inputs.saved)
    yield from inputs.store.checksums(run.annotator, run.articles)
