"""Open a large case: the shelves that are kept as they are, and those alone resolved on which something is new."""

from collections.abc import Sequence
from dataclasses import replace

from dossier.pipeline.cases.case_inputs import CaseInputs
from dossier.pipeline.cases.claims import CaseClaims
from dossier.pipeline.shelves.judged_archive import judge_archive
from dossier.pipeline.shelves.kept_shelf import KeptShelf, kept_shelf, make_shelf
from dossier.pipeline.shelves.shelf_inputs import ShelfInputs
from dossier.pipeline.shelves.shelf_key import shelf_key
from dossier.pipeline.shelves.shelf_rulings import rulings_on, ties
from dossier.pipeline.shelves.shelving import printed_before, shelves
from dossier.resolve import RulingReport
from dossier.store import KeptShelves


def open_shelves(inputs: CaseInputs, places: Sequence[KeptShelves]) -> tuple[Sequence[KeptShelf], RulingReport]:
    """The shelves of a case, and the rulings on its articles.

    Shelves are looked for in the ``places``; what is resolved anew is kept in the last of these.
    """
    claims = CaseClaims(inputs.store, inputs.run)
    judged = judge_archive(claims, inputs.saved, inputs.stated)
    rulings = judged.report.rulings
    published = inputs.store.published(inputs.run.articles)
    days = {key: found.when.latest if found.when else None for key, found in published}
    found = []
    for articles in shelves(days, ties(rulings)):
        shelf = ShelfInputs(
            claims=CaseClaims(inputs.store, replace(inputs.run, articles=articles)),
            before=printed_before(articles, days),
            judged=judged,
            rulings=rulings_on(frozenset(articles), rulings),
            outlets=inputs.outlets,
        )
        found.append(_found(shelf, places))
    return found, judged.report


def _found(shelf: ShelfInputs, places: Sequence[KeptShelves]) -> KeptShelf:
    key = shelf_key(shelf)
    for place in places:
        if kept := kept_shelf(place, key):
            return kept
    return make_shelf(shelf, places[-1], key)
