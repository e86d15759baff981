"""The export ``plover``: events as political event data, by the codes of PLOVER and CAMEO."""

import csv
import io
from collections.abc import Iterable

from dossier.annotate.ontology import ontology
from dossier.export.csv_tables import safe_cell
from dossier.export.export_result import Export
from dossier.export.exported_event import ExportedEvent
from dossier.export.losses import losses
from dossier.export.published_build import PublishedBuild
from dossier.export.tables import Cell, listed
from dossier.model import EventType, Polarity, Realis, Role
from dossier.text.plurals import plural

_COLUMNS = """event plover cameo type date earliest latest basis source_ids sources target_ids targets place contexts
is_fact certainty polarity disputed attributed_to independent_sources articles publishers line judged"""
_TARGETS = (Role.PATIENT, Role.RECIPIENT)
_CONTEXTS = {Realis.FORECAST: "future", Realis.PLAN: "future", Realis.HYPOTHETICAL: "hypothetical"}
"""PLOVER's contexts for what did not, or not yet, take place."""


def export(published: PublishedBuild) -> Export:
    """A table of events with a code in PLOVER or CAMEO (docs/ontology.md): who did it to whom, and in which context."""
    types = ontology().types
    coded = [(event, type_) for event in published.events if _has_code(type_ := types[event.form.type])]
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(_COLUMNS.split())
    writer.writerows([safe_cell(cell) for cell in _row(event, type_, published)] for event, type_ in coded)
    left = len(published.events) - len(coded)
    lost = f"{plural(left, 'event')} of a type that has no code, or that is the user's own, left out."
    return Export({"plover.csv": text.getvalue().encode("utf-8-sig", "replace")}, (lost, *losses("plover")))


def _has_code(type_: EventType) -> bool:
    return bool(type_.plover or type_.cameo)


def _row(event: ExportedEvent, type_: EventType, published: PublishedBuild) -> list[Cell]:
    form = event.form
    publishers = (published.articles[key].publisher for key in event.articles)
    return [
        *(form.id, type_.plover, listed(type_.cameo), form.type),
        *(form.when.edtf, form.when.earliest, form.when.latest, form.when.basis.value),
        *_parties(event, (Role.AGENT,)),
        *_parties(event, _TARGETS),
        form.place.name if form.place else None,
        listed(_contexts(event)),
        "yes" if event.is_fact else "no",
        *(form.certainty.value, form.polarity.value, listed(one.field for one in event.disputes), event.source),
        *(form.independent_sources, listed(event.articles), listed(dict.fromkeys(filter(None, publishers)))),
        form.summary,
        listed(form.judged),
    ]


def _parties(event: ExportedEvent, roles: Iterable[Role]) -> tuple[str, str]:
    """The ids and the names of those in these roles."""
    players = [player for player in event.form.participants if player.role in roles]
    return listed(player.entity or "none" for player in players), listed(player.name for player in players)


def _contexts(event: ExportedEvent) -> list[str]:
    negated = ["negated"] if event.form.polarity is Polarity.NEGATIVE else []
    return [*filter(None, [_CONTEXTS.get(event.form.realis, "")]), *negated]
