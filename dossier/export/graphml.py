"""The export ``graphml``: actors, events and articles as a graph, for Gephi, yEd, Cytoscape and igraph."""

import io
from collections.abc import Iterator

import networkx as nx

from dossier.codec import TimelineEventForm
from dossier.export.export_result import Export
from dossier.export.exported_event import ExportedEvent
from dossier.export.losses import losses
from dossier.export.published_build import PublishedBuild
from dossier.export.xml_text import xml_text

Value = str | int | float | None


def export(published: PublishedBuild) -> Export:
    """A graph of actors, events and articles as GraphML; each mention of an event is an edge with its quote."""
    graph = nx.MultiDiGraph(
        **_known(
            {
                "as_of": published.case.as_of,
                "marking": published.case.marking.value if published.case.marking else None,
                "status": published.case.status.value if published.case.status else None,
            }
        )
    )
    _add_nodes(graph, published)
    for event in published.events:
        for number, (source, target, kind, values) in enumerate(_edges(event, graph)):
            graph.add_edge(source, target, key=f"{event.form.id}-{number}", kind=kind, **_known(values))
    written = io.BytesIO()
    nx.write_graphml_xml(graph, written, prettyprint=True)
    return Export({"case.graphml": written.getvalue()}, losses("graphml"))


def _known(values: dict[str, Value]) -> dict[str, Value]:
    """The values that there are: GraphML has no null."""
    return {name: xml_text(one) if isinstance(one, str) else one for name, one in values.items() if one is not None}


def _add_nodes(graph: "nx.MultiDiGraph", published: PublishedBuild) -> None:
    for actor in published.actors:
        header: dict[str, Value] = {"label": actor.name, "kind": actor.kind.value}
        header["has_timeline"] = "yes" if actor.id in published.entities else "no"
        header["aliases"] = "; ".join(alias.text for alias in actor.aliases) or None
        graph.add_node(actor.id, node="actor", **_known(header))
    for key, article in published.articles.items():
        dated: dict[str, Value] = {"published": article.published.edtf, "published_by": article.published.method.value}
        named: dict[str, Value] = {
            "label": article.title or article.ref,
            "publisher": article.publisher,
            "url": article.url,
        }
        graph.add_node(key, node="article", **_known({**named, **dated, "ref": article.ref, "sha256": article.sha256}))
    for event in published.events:
        graph.add_node(event.form.id, node="event", **_known(_event_values(event)))
    for key, article in published.articles.items():
        if article.copy_of in published.articles:
            graph.add_edge(key, article.copy_of, key=f"{key}-copy", kind="copy_of")


def _event_values(event: ExportedEvent) -> dict[str, Value]:
    form, when = event.form, event.form.when
    return {
        "label": form.summary,
        "type": form.type,
        "listed": event.listed.value,
        "date": when.edtf,
        "earliest": when.earliest,
        "latest": when.latest,
        "basis": when.basis.value,
        "likely_day": form.likely.edtf if form.likely else None,
        "likely_p": form.likely.p if form.likely else None,
        "certainty": form.certainty.value,
        "polarity": form.polarity.value,
        "realis": form.realis.value,
        "is_fact": "yes" if event.is_fact else "no",
        "disputed": "; ".join(one.field for one in event.disputes) or None,
        "source": event.source or None,
        "independent_sources": form.independent_sources,
        "importance": event.importance,
        "judged": "; ".join(form.judged) or None,
    }


def _edges(event: ExportedEvent, graph: "nx.MultiDiGraph") -> Iterator[tuple[str, str, str, dict[str, Value]]]:
    """Source, target, kind and values of the edges of an event, to nodes that are in the graph."""
    form = event.form
    for player in form.participants:
        if player.entity and player.entity in graph:
            yield player.entity, form.id, player.role.value, {"confidence": player.confidence, "words": player.name}
    if form.place and form.place.entity and form.place.entity in graph:
        yield form.place.entity, form.id, "place", {"confidence": form.place.confidence, "words": form.place.name}
    for told in form.mentions:
        values: dict[str, Value] = {
            "start": told.quote.start,
            "end": told.quote.end,
            "quote": told.quote.exact,
            "trigger": told.text,
        }
        yield told.article, form.id, "tells", {**values, "certainty": told.certainty.value, "date": told.when.edtf}
    yield from _order(form, graph)


def _order(form: TimelineEventForm, graph: "nx.MultiDiGraph") -> Iterator[tuple[str, str, str, dict[str, Value]]]:
    for kind, bound in (("not_before", form.not_before), ("not_after", form.not_after)):
        if bound and bound.event in graph:
            yield form.id, bound.event, kind, {"date": bound.edtf}
