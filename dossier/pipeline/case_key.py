"""The key of a case: it changes with everything that the case depends on."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from dossier.codec import encode_judgement, encode_watchlist
from dossier.model import Marking
from dossier.store import Run, Store
from dossier.text.package_digest import package_digest, versions

if TYPE_CHECKING:  # it would import libraries that a case that is kept does not need
    from dossier.sources.stated_judgements import StatedJudgement

_RESOLVING_LIBRARIES = ("networkx", "numpy", "rensa")


def case_key(
    store: Store,
    run: Run,
    stated: Sequence["StatedJudgement"],
    outlets: Mapping[str, str],
    limit: Marking | None,
) -> str:
    """A hash, in hexadecimal digits, of all that ``resolve_case`` reads: the same key means the same case.

    It covers what the store holds of the articles of the run, the judgements, the watchlist, the event types, the
    outlets, the marking, and our own code.
    """
    digest = hashlib.sha256(package_digest("dossier") + versions(_RESOLVING_LIBRARIES))
    digest.update((limit or "").encode())
    for part in _parts(store, run, stated, outlets):
        digest.update(len(part).to_bytes(8, "big") + part)
    return digest.hexdigest()


def _parts(store: Store, run: Run, stated: Sequence["StatedJudgement"], outlets: Mapping[str, str]) -> Iterator[bytes]:
    yield json.dumps([run.annotator, run.ontology, list(outlets.items())]).encode()
    yield encode_watchlist(run.watched)
    yield repr(list(stated)).encode("utf-8", "surrogatepass")
    yield from (encode_judgement(judgement) for judgement in store.judgements())
    yield from store.checksums(run.annotator, run.articles)
