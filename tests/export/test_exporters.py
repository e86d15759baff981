"""Each export is read back by a reader that is not the writer: ids, dates and doubts survive, and text stays text."""

import csv
import io
import json
import posixpath
import tomllib
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import igraph
import openpyxl
import pytest
import vobject
import yaml
from markdown_it import MarkdownIt
from shapely.geometry import shape

from dossier.export import ABOUT, Export, PublishedBuild, exporters, find_exporter
from tests.export.case_of_exports import ADA, BELL, CLIMBING, FORMULA, LIMASSOL, PORT, TEXTS, published_case

ROOT = Path(__file__).parents[2]
IDS = ["e-arrest", "e-formula", "e-fall", "e-undated", "e-plan"]
DATES = ["2019-03-14", "2019-03/2019-05~", "/2019-03-15", None, "2031-05"]


@pytest.fixture(scope="module")
def published() -> PublishedBuild:
    return published_case()


def made(name: str, published: PublishedBuild) -> Export:
    return find_exporter(name).export(published)


NAMES = [exporter.name for exporter in exporters() if not exporter.missing]


@pytest.mark.parametrize("name", NAMES)
def test_every_export_says_what_it_is_and_is_the_same_each_time(name: str, published: PublishedBuild) -> None:
    first, again = made(name, published), made(name, published_case())
    assert dict(first.files) == dict(again.files)
    about = first.files[ABOUT].decode()
    assert "Marking: TLP:AMBER\nStatus: draft\n" in about
    assert all(f"- {one}\n" in about for one in first.lost)
    assert find_exporter(name).description


def test_the_page_on_exports_says_what_each_loses() -> None:
    page = " ".join((ROOT / "docs" / "exports.md").read_text("utf-8").split())
    table = tomllib.loads((ROOT / "dossier" / "export" / "losses.toml").read_text("utf-8"))
    assert not [loss for lost in table.values() for loss in lost if f"- {loss}" not in page]
    assert not [name for name in NAMES if f"**{name}.**" not in page]


@pytest.mark.parametrize("name", NAMES)
def test_a_timeline_alone_holds_nothing_of_others(name: str, published: PublishedBuild) -> None:
    alone = made(name, published.only("case"))
    assert not [path for path, data in alone.files.items() if b"e-undated" in data]


def rows(export: Export, name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(export.files[f"{name}.csv"].decode("utf-8-sig"), newline="")))


def test_csv(published: PublishedBuild) -> None:
    export = made("csv", published)
    events = rows(export, "events")
    assert [row["id"] for row in events] == IDS
    assert [row["date"] or None for row in events] == DATES
    arrest, _, fall, undated, plan = events
    assert (arrest["disputed"], arrest["timelines"], arrest["agents"]) == ("polarity", f"case; {ADA}", CLIMBING)
    assert (fall["not_before"], fall["likely_day"], fall["likely_p"]) == ("2019-03-14", "2019-03-15", "0.6")
    assert [(row["listed"], row["is_fact"]) for row in (undated, plan)] == [("undated", "yes"), ("expected", "no")]
    assert {row["event"]: row["value"] for row in rows(export, "disputes")} == {"e-arrest": "negative"}
    assert [row["id"] for row in rows(export, "actors")] == [ADA, PORT, LIMASSOL]
    assert rows(export, "articles")[0]["published"] == "2019-03-15"


def test_no_cell_of_a_table_begins_a_formula(published: PublishedBuild) -> None:
    cells = [
        cell
        for name in ("events", "evidence", "articles")
        for row in rows(made("csv", published), name)
        for cell in row.values()
    ]
    assert {f"'{FORMULA}", "'@police", f"'{TEXTS['denial']}", "'=1+1"} <= set(cells)
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


def tokens(text: str) -> Sequence[str]:
    """The kinds of tokens that a reader of Markdown finds, with links of bare addresses too."""
    found = MarkdownIt("gfm-like").parse(text)
    return [child.type for token in found for child in (token, *(token.children or ()))]


def test_markdown(published: PublishedBuild) -> None:
    export = made("markdown", published)
    assert set(export.files) == {"case.md", "ada-brandt-ada0ada0.md", ABOUT}
    page = export.files["ada-brandt-ada0ada0.md"].decode()
    assert all(f"event `{key}`" in page for key in IDS)
    assert all(f"date `{date or 'none'}`" in page for date in DATES)
    assert not {"link_open", "image", "html_inline", "html_block", "s_open"} & set(tokens(page))
    seen = "".join(token.content for top in MarkdownIt("gfm-like").parse(page) for token in top.children or ())
    assert all(text.replace("\x07", "\ufffd") in seen for text in (*TEXTS.values(), FORMULA))
    assert "whether it happened: positive / negative" in seen


def test_graphml(published: PublishedBuild, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("graph") / "case.graphml"
    path.write_bytes(made("graphml", published).files["case.graphml"])
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


def test_xlsx(published: PublishedBuild) -> None:
    book = openpyxl.load_workbook(io.BytesIO(made("xlsx", published).files["dossier.xlsx"]))
    assert book.sheetnames == ["events", "evidence", "participants", "disputes", "actors", "articles"]
    head, *events = book["events"].iter_rows(values_only=True)
    found = [dict(zip(head, row, strict=True)) for row in events]
    assert [(row["id"], row["date"]) for row in found] == list(zip(IDS, DATES, strict=True))
    assert (found[2]["likely_p"], found[0]["disputed"]) == (0.6, "polarity")
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s", "n"}, "no formula, whatever a text looks like"
    assert not [cell for cell in cells if cell.hyperlink]
    assert all(cell.quotePrefix for cell in cells if cell.value in {FORMULA, "=1+1", "@police"})
    assert {cell.value for cell in cells} >= {FORMULA, BELL.replace("\x07", "\ufffd")}


def properties(note: str) -> dict[str, object]:
    return dict(yaml.safe_load(note.split("---\n")[1]))


def test_obsidian(published: PublishedBuild) -> None:
    notes = {path: data.decode() for path, data in made("obsidian", published).files.items() if path != ABOUT}
    events = {properties(note)["id"]: note for path, note in notes.items() if path.startswith("Events/")}
    assert {key: properties(events[key]).get("date") for key in IDS} == dict(zip(IDS, DATES, strict=True))
    assert properties(events["e-fall"])["not_before"] == "2019-03-14"
    actors = [path for path in notes if path.startswith("Actors/")]
    assert sorted(actors) == [
        "Actors/ada-brandt-ada0ada0.md",
        "Actors/ada-brandt-img-src-x-port0000.md",
        "Actors/limassol-limassol.md",
    ]
    for path, note in notes.items():
        found = [child for token in MarkdownIt("gfm-like").parse(note) for child in token.children or ()]
        links = [str(token.attrs["href"]) for token in found if token.type == "link_open"]
        below = [posixpath.normpath(posixpath.join(posixpath.dirname(path), link)) for link in links]
        assert set(below) <= set(notes), "links lead to notes, and nowhere else"
        assert not {"image", "html_inline", "html_block"} & {token.type for token in found}
    assert "../Articles/" in events["e-arrest"]
    assert "[[" not in "".join(notes.values()).replace("\\[\\[", "")


def test_timelinejs(published: PublishedBuild) -> None:
    slides = json.loads(made("timelinejs", published).files["timelinejs.json"])["events"]
    dates = {slide["unique_id"]: (slide["start_date"], slide.get("end_date")) for slide in slides}
    assert dates == {
        "e-arrest": ({"year": 2019, "month": 3, "day": 14}, None),
        "e-formula": ({"year": 2019, "month": 3}, {"year": 2019, "month": 5}),
        "e-fall": ({"year": 2019, "month": 3, "day": 15}, None),
        "e-plan": ({"year": 2031, "month": 5}, None),
    }
    arrest, formula, fall, plan = slides
    assert (fall["display_date"], plan["group"]) == ("on or before 15 March 2019", "Expected")
    assert "disputed: whether it happened" in arrest["text"]["text"]
    assert "&lt;b&gt;not&lt;/b&gt;" in arrest["text"]["text"]
    assert "possible" in formula["text"]["text"]


def test_icalendar(published: PublishedBuild) -> None:
    calendar = vobject.readOne(made("icalendar", published).files["dossier.ics"].decode())
    (arrest,) = calendar.vevent_list
    assert arrest.uid.value == "e-arrest@dossier"
    assert (arrest.dtstart.value, arrest.dtend.value) == (date(2019, 3, 14), date(2019, 3, 15))
    assert arrest.summary.value == f"[disputed: whether it happened] {TEXTS['arrest']}"
    assert (arrest.status.value, arrest.location.value) == ("TENTATIVE", "Limassol")
    assert getattr(arrest, "class").value == "CONFIDENTIAL"
    assert "positive / negative" in arrest.description.value
    assert made("icalendar", published).lost[0].startswith("4 events of which no day is known (")


def test_geojson(published: PublishedBuild) -> None:
    export = made("geojson", published)
    (feature,) = json.loads(export.files["places.geojson"])["features"]
    point = shape(feature["geometry"])
    assert (round(point.x), round(point.y)) == (33, 35)
    assert (feature["id"], feature["properties"]["date"]) == ("e-arrest", "2019-03-14")
    assert feature["properties"]["disputed"] == ["polarity"]
    assert "1 event at places without known coordinates: the Old Mill." in export.lost
