"""Each export is read back by a reader that is not the writer: ids, dates and doubts survive, and text stays text."""

import csv
import io
import tomllib
from collections.abc import Sequence
from pathlib import Path

import igraph
import pytest
from markdown_it import MarkdownIt

from dossier.export import ABOUT, Export, PublishedBuild, exporters, find_exporter
from tests.export.case_of_exports import ADA, BELL, CLIMBING, FORMULA, ORLOV, PORT, TEXTS, published_case

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
    assert [row["id"] for row in rows(export, "actors")] == [ADA, PORT, ORLOV]
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
    assert {one["id"] for one in graph.vs.select(node="actor")} == {ADA, PORT, ORLOV}
    names = graph.vs["id"]
    edges = {(names[one.source], names[one.target], one["kind"]) for one in graph.es}
    assert {(ADA, "e-arrest", "patient"), (PORT, "e-arrest", "agent"), (ORLOV, "e-arrest", "place")} <= edges
    assert {("a1", "e-arrest", "tells"), ("a2", "e-arrest", "tells"), ("e-fall", "e-arrest", "not_before")} <= edges
    assert {one["quote"] for one in graph.es.select(kind="tells")} >= {FORMULA, BELL.replace("\x07", "\ufffd")}
    assert (graph["marking"], graph["status"]) == ("TLP:AMBER", "draft")
