"""What a dossier said otherwise when it changed last: it stands in the dossier until that changes again."""

from dossier.codec import (
    CHANGES,
    ChangeListsForm,
    ChangesForm,
    ComparedForm,
    DossierChangesForm,
    decode_dossier_changes,
)
from dossier.pipeline.planning.found_dossier import FoundDossier
from dossier.publish.earlier_build import EarlierBuild

_NOTHING = ChangeListsForm(added=[], changed=[], withdrawn=[], contradicted=[])


def dossier_history(
    found: FoundDossier, earlier: EarlierBuild, changes: ChangesForm | None, now: ComparedForm
) -> DossierChangesForm:
    """The history of a dossier in the edition ``now``: what changed in it, or what the edition before says of it.

    The lists are empty where no entry is otherwise, but names, evidence or sources are.
    """
    if found.is_unchanged and (kept := _before(found, earlier)):
        return kept
    lists = _lists(found, changes)
    return DossierChangesForm(
        added=lists.added,
        changed=lists.changed,
        withdrawn=lists.withdrawn,
        contradicted=lists.contradicted,
        entity=found.entity,
        since=changes.since if changes and found.before else None,
        now=now,
    )


def _before(found: FoundDossier, earlier: EarlierBuild) -> DossierChangesForm | None:
    try:
        return decode_dossier_changes((earlier.folder / earlier.folders[found.key] / CHANGES).read_bytes())
    except (KeyError, OSError, ValueError):
        return None


def _lists(found: FoundDossier, changes: ChangesForm | None) -> ChangeListsForm:
    if changes is None:
        return _NOTHING
    if found.actor is None:
        return changes.case_dossier or _NOTHING
    return next((lists for lists in changes.dossiers if lists.entity.id == found.key), _NOTHING)
