"""The key of a shelf: it changes with everything that is found on it depends on."""

import hashlib
import json
from collections.abc import Mapping, Sequence, Set
from dataclasses import fields, is_dataclass
from enum import Enum

from dossier.codec import encode_watchlist
from dossier.pipeline.cases.case_key import resolving_digest
from dossier.pipeline.shelves.shelf_inputs import ShelfInputs


def shelf_key(shelf: ShelfInputs) -> str:
    """A hash, in hexadecimal digits, of all that the shelf is resolved from: the same key means the same is found."""
    run, store = shelf.claims.run, shelf.claims.store
    parts = (
        json.dumps([run.annotator, run.ontology, list(shelf.outlets.items())]).encode(),
        encode_watchlist(run.watched),
        stable(shelf.rulings).encode("utf-8", "surrogatepass"),
        stable(shelf.changed).encode("utf-8", "surrogatepass"),
        *store.checksums(run.annotator, run.articles),
        *map(str.encode, sorted(shelf.before)),
    )
    digest = hashlib.sha256(resolving_digest())
    for part in parts:
        digest.update(len(part).to_bytes(8, "big") + part)
    return digest.hexdigest()


def stable(value: object) -> str:
    """The value in words that are the same in each process: sets and mappings are sorted."""
    if isinstance(value, Enum) or value is None or isinstance(value, str | int | float):
        return repr(value)
    if isinstance(value, Mapping):
        return f"{{{', '.join(sorted(f'{stable(key)}: {stable(one)}' for key, one in value.items()))}}}"
    if isinstance(value, Set):
        return f"{{{', '.join(sorted(map(stable, value)))}}}"
    if isinstance(value, Sequence):
        return f"[{', '.join(map(stable, value))}]"
    if is_dataclass(value):
        return f"{type(value).__name__}({', '.join(stable(getattr(value, one.name)) for one in fields(value))})"
    return repr(value)
