"""A large case as a ``Case``, on the shelves of a store."""

import shutil
from collections.abc import Sequence
from pathlib import Path
from tempfile import mkdtemp
from weakref import finalize

from dossier.pipeline.cases.case import Case
from dossier.pipeline.cases.case_inputs import CaseInputs
from dossier.pipeline.cases.case_key import case_key
from dossier.pipeline.shelves.kept_timelines import KeptTimelines
from dossier.pipeline.shelves.open_shelves import open_shelves
from dossier.pipeline.shelves.shelved_case import ShelvedCase
from dossier.store import KeptShelves, Store


def case_on_shelves(inputs: CaseInputs, places: Sequence[KeptShelves]) -> Case:
    """The case of these inputs; ``places`` are those of ``open_shelves``."""
    key = case_key(inputs)
    found, judged = open_shelves(inputs, places)
    before = [case for place in places for case in place.cases() if case != key]
    case = ShelvedCase(inputs, found, judged, KeptTimelines(places, key, before))
    places[-1].used([key, *(shelf.key for shelf in found)])
    return Case(
        run=inputs.run,
        contents=case.contents,
        encoded_findings=case.findings,
        encoded_timeline=case.encoded_timeline,
        key=key,
    )


def places(store: Store, is_anew: bool) -> list[KeptShelves]:
    """Where shelves are looked for, and in the last made: the store, unless it cannot be written to.

    A case that is resolved anew has a place of its own, whatever the store keeps.
    """
    if is_anew:
        return [shelves_aside()]
    return [store.shelves, shelves_aside()] if store.is_read_only else [store.shelves]


def shelves_aside() -> KeptShelves:
    """A place for shelves beside the store, which goes when nobody uses it any more."""
    folder = mkdtemp(prefix="dossier-")
    store = Store(Path(folder, "shelves.db"))
    shelves = store.shelves
    finalize(shelves, _remove, store, folder)
    return shelves


def _remove(store: Store, folder: str) -> None:
    store.close()
    shutil.rmtree(folder, ignore_errors=True)
