"""Model ↔ JSON, for the store, for the exports and for users; ``docs/formats.md`` describes the published forms.

In each module ``encode_…`` gives bytes and ``decode_…`` gives the equal value back. A class ``…Form`` is one JSON
object. Where it has ``of`` or ``of_…``, that turns a model value into the form, and a method that is named for the
value (``link``, ``as_quote``) turns the form back.
"""

from dossier.codec.annotations import decode_annotations, decode_language, decode_ref, encode_annotations
from dossier.codec.articles import decode_article, encode_article
from dossier.codec.case_actors import CaseActorForm
from dossier.codec.case_contents import decode_case_contents, encode_case_contents
from dossier.codec.case_events import CaseEventForm
from dossier.codec.cases import (
    CASE,
    CaseForm,
    decode_affairs,
    decode_case,
    encode_case,
    encode_case_form,
    encode_findings,
)
from dossier.codec.changes import (
    CHANGES,
    READINGS_SEPARATOR,
    ChangedFieldForm,
    ChangeForm,
    ChangeListsForm,
    ChangesForm,
    ComparedForm,
    DossierChangesForm,
    EntityChangesForm,
    RevisionForm,
    decode_changes,
    decode_dossier_changes,
    encode_changes,
    encode_dossier_changes,
)
from dossier.codec.configs import ConfigForm, ConfigSettingForm, SettingSource, decode_config, encode_config
from dossier.codec.doubt_lists import (
    DoubtListForm,
    DoubtNameForm,
    DoubtSideForm,
    ExcerptForm,
    ListedDoubtForm,
    encode_doubt_list,
)
from dossier.codec.entity_forms import EntityForm
from dossier.codec.entity_lists import ListedEntityForm, encode_entity_list, listed_entities
from dossier.codec.exporters import ExporterForm, ExportersForm, decode_exporters, encode_exporters
from dossier.codec.glances import glance_at_articles, glance_at_subject
from dossier.codec.indexes import (
    EXPORTS,
    IndexCaseForm,
    IndexEntityForm,
    IndexEntryForm,
    IndexExportForm,
    IndexForm,
    IndexSkippedForm,
    IndexUnmatchedForm,
    decode_index,
    encode_index,
)
from dossier.codec.installed import CheckForm, DoctorForm, TemplateNamesForm, encode_installed
from dossier.codec.judgements import decode_judgement, encode_judgement
from dossier.codec.link_forms import LinkForm
from dossier.codec.manifests import (
    MANIFEST,
    ManifestArticleForm,
    ManifestDossierForm,
    ManifestFileForm,
    ManifestForm,
    ManifestJudgementForm,
    PreviousForm,
    Setting,
    decode_manifest,
    encode_manifest,
    is_inside,
    what_it_was_made_of,
)
from dossier.codec.run_reports import (
    Outcome,
    RunReportForm,
    RunSkippedForm,
    decode_run_report,
    encode_run_report,
)
from dossier.codec.schemas import SCHEMAS, schema
from dossier.codec.search_results import (
    FoundArticleForm,
    FoundLineForm,
    FoundNameForm,
    FoundWordsForm,
    SearchForm,
    WordsPlaceForm,
    encode_search,
)
from dossier.codec.searched_lines import SearchedLine, searched_lines
from dossier.codec.shared_forms import IssueForm
from dossier.codec.skipped_inputs import decode_skipped, encode_skipped
from dossier.codec.store_exports import (
    Cell,
    StoreForm,
    StoreRowForm,
    decode_store_head,
    decode_store_row,
    encode_store_head,
    encode_store_row,
)
from dossier.codec.timeline_forms import CitationForm, ConflictForm, Generator, TimelineEventForm, TimelineForm
from dossier.codec.timelines import decode_timeline, decode_timeline_form, encode_timeline
from dossier.codec.watchlist_entries import decode_watchlist, encode_watchlist

__all__ = [
    "CASE",
    "CHANGES",
    "EXPORTS",
    "MANIFEST",
    "READINGS_SEPARATOR",
    "SCHEMAS",
    "CaseActorForm",
    "CaseEventForm",
    "CaseForm",
    "Cell",
    "ChangeForm",
    "ChangeListsForm",
    "ChangedFieldForm",
    "ChangesForm",
    "CheckForm",
    "CitationForm",
    "ComparedForm",
    "ConfigForm",
    "ConfigSettingForm",
    "ConflictForm",
    "DoctorForm",
    "DossierChangesForm",
    "DoubtListForm",
    "DoubtNameForm",
    "DoubtSideForm",
    "EntityChangesForm",
    "EntityForm",
    "ExcerptForm",
    "ExporterForm",
    "ExportersForm",
    "FoundArticleForm",
    "FoundLineForm",
    "FoundNameForm",
    "FoundWordsForm",
    "Generator",
    "IndexCaseForm",
    "IndexEntityForm",
    "IndexEntryForm",
    "IndexExportForm",
    "IndexForm",
    "IndexSkippedForm",
    "IndexUnmatchedForm",
    "IssueForm",
    "LinkForm",
    "ListedDoubtForm",
    "ListedEntityForm",
    "ManifestArticleForm",
    "ManifestDossierForm",
    "ManifestFileForm",
    "ManifestForm",
    "ManifestJudgementForm",
    "Outcome",
    "PreviousForm",
    "RevisionForm",
    "RunReportForm",
    "RunSkippedForm",
    "SearchForm",
    "SearchedLine",
    "Setting",
    "SettingSource",
    "StoreForm",
    "StoreRowForm",
    "TemplateNamesForm",
    "TimelineEventForm",
    "TimelineForm",
    "WordsPlaceForm",
    "decision_kind",
    "decode_affairs",
    "decode_annotations",
    "decode_article",
    "decode_case",
    "decode_case_contents",
    "decode_changes",
    "decode_config",
    "decode_dossier_changes",
    "decode_exporters",
    "decode_index",
    "decode_judgement",
    "decode_language",
    "decode_manifest",
    "decode_ref",
    "decode_run_report",
    "decode_skipped",
    "decode_store_head",
    "decode_store_row",
    "decode_timeline",
    "decode_timeline_form",
    "decode_watchlist",
    "encode_annotations",
    "encode_article",
    "encode_case",
    "encode_case_contents",
    "encode_case_form",
    "encode_changes",
    "encode_config",
    "encode_dossier_changes",
    "encode_doubt_list",
    "encode_entity_list",
    "encode_exporters",
    "encode_findings",
    "encode_index",
    "encode_installed",
    "encode_judgement",
    "encode_manifest",
    "encode_run_report",
    "encode_search",
    "encode_skipped",
    "encode_store_head",
    "encode_store_row",
    "encode_timeline",
    "encode_watchlist",
    "glance_at_articles",
    "glance_at_subject",
    "is_inside",
    "listed_entities",
    "schema",
    "searched_lines",
    "what_it_was_made_of",
]
