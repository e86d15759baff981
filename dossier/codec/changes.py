"""The forms ``dossier/changes/1`` and ``dossier/dossier-changes/1``: what one build says otherwise than one before."""

import msgspec

from dossier.codec.indexes import IndexEntityForm
from dossier.codec.manifests import ManifestArticleForm, ManifestJudgementForm
from dossier.codec.shared_forms import JsonObject, indented
from dossier.model import Marking

CHANGES = "changes.json"
"""The name of the file with the changes of an edition, in its folder, and of a dossier, in its own."""

READINGS_SEPARATOR = " / "
"""Stands between the readings of a field on which sources disagree."""


class ChangedFieldForm(JsonObject):
    """A field of an entry that is not what it was; null where it has no value."""

    field: str
    old: str | None
    new: str | None


class ChangeForm(JsonObject):
    """An entry as it is now, or as it was where it is withdrawn: the event's id, its date (EDTF) and line.

    ``fields`` are those that changed; of a contradiction, the field in dispute, with the readings as ``new``.
    """

    event: str
    when: str | None
    summary: str
    fields: list[ChangedFieldForm]


class ChangeListsForm(JsonObject):
    """The entries that are new, that are not what they were, that are gone, and that are newly contradicted."""

    added: list[ChangeForm]
    changed: list[ChangeForm]
    withdrawn: list[ChangeForm]
    contradicted: list[ChangeForm]


class EntityChangesForm(ChangeListsForm):
    """The changes of the timeline of one entity that both builds have a dossier of."""

    entity: IndexEntityForm


class ComparedForm(JsonObject):
    """One of the two builds: its number as an edition (null for none), and the day (EDTF) that it speaks for.

    ``marking`` (TLP 2.0) is null where it has none; only builds of one marking are compared.
    """

    edition: int | None
    as_of: str | None
    marking: Marking | None = None


class RevisionForm(JsonObject):
    """An article that was changed where it stands: as it was, and as it is."""

    old: ManifestArticleForm
    new: ManifestArticleForm


class ChangesForm(JsonObject, tag_field="schema", tag="dossier/changes/1"):
    """What the build ``now`` has otherwise than the build ``since``.

    ``case`` has each change of an entry once, whichever dossiers of actors it stands in. ``case_dossier`` has the
    changes of the case's own, null where only one build has one: what is withdrawn there may only have become less
    important than other events. ``dossiers`` are the others with a change,
    ``entities_new`` and ``entities_gone`` those that only one build has a dossier of. ``articles_gone`` were withdrawn
    and ``articles_revised`` changed where they stand.
    """

    since: ComparedForm
    now: ComparedForm
    case: ChangeListsForm
    case_dossier: ChangeListsForm | None
    dossiers: list[EntityChangesForm]
    entities_new: list[IndexEntityForm]
    entities_gone: list[IndexEntityForm]
    articles_new: list[ManifestArticleForm]
    articles_gone: list[ManifestArticleForm]
    articles_revised: list[RevisionForm]
    judgements_new: list[ManifestJudgementForm]
    judgements_gone: list[ManifestJudgementForm]


class DossierChangesForm(ChangeListsForm, tag_field="schema", tag="dossier/dossier-changes/1"):
    """What a dossier said otherwise when it changed last, in the edition ``now``.

    ``entity`` is null for the dossier of the case. ``since`` is the edition before that one, null where the dossier was
    new.
    """

    entity: IndexEntityForm | None
    since: ComparedForm | None
    now: ComparedForm


_decoder = msgspec.json.Decoder(ChangesForm)
_dossier_decoder = msgspec.json.Decoder(DossierChangesForm)


def encode_changes(changes: ChangesForm) -> bytes:
    """The changes as indented JSON in UTF-8."""
    return indented(changes)


def decode_changes(data: bytes) -> ChangesForm:
    """What ``encode_changes`` wrote. Raises ValueError for anything else."""
    return _decoder.decode(data)


def encode_dossier_changes(changes: DossierChangesForm) -> bytes:
    """The changes of one dossier as indented JSON in UTF-8."""
    return indented(changes)


def decode_dossier_changes(data: bytes) -> DossierChangesForm:
    """What ``encode_dossier_changes`` wrote. Raises ValueError for anything else."""
    return _dossier_decoder.decode(data)
