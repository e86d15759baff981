"""Tables are read back by readers of tables: ids, dates and doubts survive, and no text is a formula."""

import csv
import io

import openpyxl

from dossier.export import Export
from tests.export.case_of_exports import (
    ADA,
    BELL,
    CLIMBING,
    DATES,
    FORMULA,
    IDS,
    LIMASSOL,
    PORT,
    TEXTS,
    judged_case,
    made,
)


def rows(export: Export, name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(export.files[f"{name}.csv"].decode("utf-8-sig"), newline="")))


def test_csv() -> None:
    export = made("csv")
    events = rows(export, "events")
    assert [row["id"] for row in events] == IDS
    assert [row["date"] or None for row in events] == DATES
    arrest, _, fall, undated, plan = events
    assert (arrest["disputed"], arrest["timelines"], arrest["agents"]) == ("polarity", f"case; {ADA}", CLIMBING)
    assert (fall["not_before"], fall["likely_day"], fall["likely_p"]) == ("2019-03-14", "2019-03-15", "0.6")
    assert [row["series_of"] for row in events] == ["", "", "e-fall", "", ""]
    (figure,) = rows(export, "figures")
    assert [figure[name] for name in ("event", "least", "most", "words")] == ["e-fall", "10", "", "at least ten"]
    assert [(row["listed"], row["is_fact"]) for row in (undated, plan)] == [("undated", "yes"), ("expected", "no")]
    assert {row["event"]: row["value"] for row in rows(export, "disputes")} == {"e-arrest": "negative"}
    assert [row["id"] for row in rows(export, "actors")] == [ADA, PORT, LIMASSOL]
    assert rows(export, "articles")[0]["published"] == "2019-03-15"


def test_what_the_analyst_corrected_is_a_table() -> None:
    export = made("csv", judged_case())
    (arrest,) = [row for row in rows(export, "events") if row["id"] == "e-arrest"]
    assert (arrest["line"], arrest["line_read"]) == (f"'{FORMULA}", TEXTS["arrest"])
    assert arrest["judged"] == "summary; certainty"
    line, sure = rows(export, "corrections")
    assert line | {"value": f"'{FORMULA}", "read": TEXTS["arrest"], "by": "ada", "made": "2026-11-22"} == line
    assert (sure["field"], sure["value"], sure["read"], sure["judgement"]) == (
        "certainty",
        "certain",
        "possible",
        "3f2a",
    )


def test_no_cell_of_a_table_begins_a_formula() -> None:
    cells = [
        cell for name in ("events", "evidence", "articles") for row in rows(made("csv"), name) for cell in row.values()
    ]
    assert {f"'{FORMULA}", "'@police", f"'{TEXTS['denial']}", "'=1+1"} <= set(cells)
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_xlsx() -> None:
    book = openpyxl.load_workbook(io.BytesIO(made("xlsx").files["dossier.xlsx"]))
    assert book.sheetnames == "events evidence participants figures disputes corrections actors articles".split()
    head, *events = book["events"].iter_rows(values_only=True)
    found = [dict(zip(head, row, strict=True)) for row in events]
    assert [(row["id"], row["date"]) for row in found] == list(zip(IDS, DATES, strict=True))
    assert (found[2]["likely_p"], found[0]["disputed"]) == (0.6, "polarity")
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s", "n"}, "no formula, whatever a text looks like"
    assert not [cell for cell in cells if cell.hyperlink]
    assert all(cell.quotePrefix for cell in cells if cell.value in {FORMULA, "=1+1", "@police"})
    assert {cell.value for cell in cells} >= {FORMULA, BELL.replace("\x07", "\ufffd")}


def test_plover() -> None:
    export = made("plover")
    found = {row["event"]: row for row in rows(export, "plover")}
    assert {key: (row["plover"], row["cameo"].split("; ")[0], row["date"]) for key, row in found.items()} == {
        "e-arrest": ("COERCE", "173", "2019-03-14"),
        "e-formula": ("CONSULT", "04", "2019-03/2019-05~"),
        "e-fall": ("ASSAULT", "18", "/2019-03-15"),
        "e-undated": ("COERCE", "", ""),
        "e-plan": ("COERCE", "", "2031-05"),
    }
    arrest = found["e-arrest"]
    assert (arrest["source_ids"], arrest["target_ids"], arrest["disputed"]) == (PORT, ADA, "polarity")
    assert (found["e-plan"]["contexts"], found["e-plan"]["is_fact"]) == ("future", "no")
