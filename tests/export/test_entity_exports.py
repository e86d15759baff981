"""Graphs, maps and entities are read back: ids, dates, doubts and sources survive."""

import io
import json
from pathlib import Path

import igraph
import pytest
import stix2
from shapely.geometry import shape

from tests.export.case_of_exports import ADA, BELL, CLIMBING, DATES, FORMULA, IDS, LIMASSOL, PORT, made


def test_graphml(tmp_path: Path) -> None:
    path = tmp_path / "case.graphml"
    path.write_bytes(made("graphml").files["case.graphml"])
    graph = igraph.Graph.Read_GraphML(str(path))
    assert [(one["id"], one["date"] or None) for one in graph.vs.select(node="event")] == list(
        zip(IDS, DATES, strict=True)
    )
    assert {one["id"] for one in graph.vs.select(node="actor")} == {ADA, PORT, LIMASSOL}
    names = graph.vs["id"]
    edges = {(names[one.source], names[one.target], one["kind"]) for one in graph.es}
    assert {(ADA, "e-arrest", "patient"), (PORT, "e-arrest", "agent"), (LIMASSOL, "e-arrest", "place")} <= edges
    assert {("a1", "e-arrest", "tells"), ("a2", "e-arrest", "tells"), ("e-fall", "e-arrest", "not_before")} <= edges
    assert {one["quote"] for one in graph.es.select(kind="tells")} >= {FORMULA, BELL.replace("\x07", "\ufffd")}
    assert (graph["marking"], graph["status"]) == ("TLP:AMBER", "draft")


def test_geojson() -> None:
    export = made("geojson")
    (feature,) = json.loads(export.files["places.geojson"])["features"]
    point = shape(feature["geometry"])
    assert (round(point.x), round(point.y)) == (33, 35)
    assert (feature["id"], feature["properties"]["date"]) == ("e-arrest", "2019-03-14")
    assert feature["properties"]["disputed"] == ["polarity"]
    assert "1 event at places without known coordinates: the Old Mill." in export.lost


def test_stix() -> None:
    bundle = stix2.parse(made("stix").files["dossier.stix.json"].decode(), allow_custom=True)
    found = {one.id: one for one in bundle.objects}
    notes = [one for one in bundle.objects if one.type == "note"]
    known = [next(value for key, value in one.extensions.items() if key in found) for one in notes]
    assert [(one["event_id"], one.get("edtf")) for one in known] == list(zip(IDS, DATES, strict=True))
    assert [one["value"] for one in known[0]["disputes"]] == ["positive", "negative"]
    named = [one for one in bundle.objects if one.type in {"identity", "location"} and "external_references" in one]
    actors = {one.external_references[0].external_id: one for one in named}
    assert (actors[ADA].identity_class, actors[PORT].name) == ("individual", CLIMBING)
    assert round(actors[LIMASSOL].latitude) == 35
    assert {actors[ADA].id, actors[PORT].id, actors[LIMASSOL].id} == set(notes[0].object_refs)
    assert notes[-1].abstract.startswith("[plan; expected] ")
    amber = "marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421"
    assert {tuple(one.object_marking_refs) for one in notes} == {(amber,)}
    references = [one for note in notes for one in note.external_references]
    assert {one.get("url") for one in references if one.external_id == "a2"} == {None}, "no address but of the web"
    assert set().union(*(one.object_refs for one in bundle.objects if one.type == "report")) <= set(found)


def test_ftm() -> None:
    ftm = pytest.importorskip("followthemoney", reason="it builds PyICU, which needs a compiler and ICU")
    from followthemoney.statement.serialize import read_json_statements

    export = made("ftm")
    proxies = [ftm.model.get_proxy(json.loads(line)) for line in export.files["entities.ftm.json"].splitlines()]
    by_id = {proxy.id: proxy for proxy in proxies}
    assert {key: proxy.schema.name for key, proxy in by_id.items() if not key.startswith("e-")} == {
        ADA: "Person",
        PORT: "Organization",
        LIMASSOL: "Address",
        "a1": "Article",
        "a2": "Article",
    }
    dates = [["".join(by_id[key].get(prop)) for prop in ("date", "startDate", "endDate")] for key in IDS]
    assert dates == [["2019-03-14", "", ""], ["", "2019-03", "2019-05"], [""] * 3, [""] * 3, ["2031-05", "", ""]]
    assert by_id["e-plan"].caption.startswith("[plan; expected] ")
    assert "in dispute, polarity: negative (a2)" in by_id["e-arrest"].get("notes")
    assert not by_id["a2"].get("sourceUrl"), "an address that is none of the web"
    statements = list(read_json_statements(io.BytesIO(export.files["statements.ftm.json"])))
    assert [one.canonical_id for one in statements] == sorted(one.canonical_id for one in statements), (
        "to aggregate them"
    )
    assert {one.origin for one in statements if one.prop != "id"} <= {"a1", "a2", "watchlist"}
    told = {(one.prop, one.value, one.origin) for one in statements if one.entity_id in {ADA, "e-arrest"}}
    assert {("alias", "Brandt", "a1"), ("wikidataId", "Q1", "watchlist"), ("proof", "a2", "a2")} <= told
