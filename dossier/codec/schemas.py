"""The published forms as JSON Schema (draft 2020-12)."""

from typing import Any

import msgspec

from dossier.codec.annotation_forms import AnnotationsForm
from dossier.codec.cases import CaseForm
from dossier.codec.changes import ChangesForm, DossierChangesForm
from dossier.codec.configs import ConfigForm
from dossier.codec.doubt_lists import DoubtListForm
from dossier.codec.entity_lists import EntityListForm
from dossier.codec.exporters import ExportersForm
from dossier.codec.indexes import IndexForm
from dossier.codec.installed import DoctorForm, TemplateNamesForm
from dossier.codec.judgements import JudgementForm
from dossier.codec.manifests import ManifestForm
from dossier.codec.run_reports import RunReportForm
from dossier.codec.search_results import SearchForm
from dossier.codec.store_exports import StoreForm, StoreRowForm
from dossier.codec.timeline_forms import TimelineForm

SCHEMAS = {
    "annotations": AnnotationsForm,
    "timeline": TimelineForm,
    "case": CaseForm,
    "index": IndexForm,
    "judgement": JudgementForm,
    "manifest": ManifestForm,
    "changes": ChangesForm,
    "dossier-changes": DossierChangesForm,
    "config": ConfigForm,
    "entities": EntityListForm,
    "search": SearchForm,
    "doubts": DoubtListForm,
    "exporters": ExportersForm,
    "templates": TemplateNamesForm,
    "doctor": DoctorForm,
    "run-report": RunReportForm,
    "store": StoreForm,
    "store-row": StoreRowForm,
}
"""The published forms by name."""


def schema(name: str) -> dict[str, Any]:
    """The JSON Schema of a published form; the docstrings of its classes are the descriptions in it.

    Raises KeyError for a name not in ``SCHEMAS``.
    """
    described = msgspec.json.schema(SCHEMAS[name])
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"dossier/{name}/1",
        **described,
    }
