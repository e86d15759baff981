"""Exports of press databases: one text, many articles. The files in bundles/ are made up, in the known layouts."""

from pathlib import Path

import pytest

from dossier.sources.draft import Draft
from dossier.sources.press import factiva, nexis
from dossier.sources.press.database_dates import line_date
from dossier.sources.unreadable import Unreadable

FOLDER = Path(__file__).parent / "bundles"
LEAD = "The ferry Amal ran aground off Orlov on Monday"
LAST = "Two tugs pulled it off the rocks."
SECOND = ("Who owns the Amal?", "Harbour Monthly", None, "The Maritime Bank owns the ferry, its chief said.")


def _drafts(name: str, ends: str = "\n") -> list[Draft | Unreadable]:
    text = (FOLDER / name).read_text("utf-8").replace("\n", ends)
    return nexis.drafts(text) or factiva.drafts(text)


def _about(draft: Draft) -> tuple[str | None, ...]:
    return draft.title, draft.publisher, draft.author


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("name", "publisher", "author", "last", "days"),
    [
        pytest.param(
            "nexis_counted.txt",
            "Coast Weekly (Orlov)",
            "Ada Sund, Staff Writer",
            f"{LAST} NOTE: the pilot was asleep.",
            ["2021-03-16", "2021-04"],
            id="Nexis",
        ),
        pytest.param("nexis_ended.txt", "Coast Weekly", "Ada Sund", LAST, ["2021-03-16", "2021-04"], id="Nexis Uni"),
        pytest.param("factiva_lines.txt", "Coast Weekly", "Ada Sund", LAST, ["2021-03-16", "2021-04-02"], id="Factiva"),
        pytest.param("factiva_codes.txt", "Coast Weekly", "Ada Sund", LAST, ["2021-03-16", "2021-04-02"], id="codes"),
    ],
)
def test_each_article_of_an_export(
    name: str, publisher: str, author: str, last: str, days: list[str], ends: str
) -> None:
    first, second = (draft for draft in _drafts(name, ends) if isinstance(draft, Draft))
    assert _about(first) == ("Ferry runs aground off Orlov", publisher, author)
    assert (first.text.startswith(LEAD), first.text.split("\n\n")[1:]) == (True, [last])
    assert (*_about(second), second.text) == SECOND
    assert [draft.given.edtf if draft.given else None for draft in (first, second)] == days


@pytest.mark.parametrize("name", sorted(path.name for path in FOLDER.iterdir()))
def test_an_article_that_is_cut_off_is_told_and_the_rest_is_read(name: str) -> None:
    text = (FOLDER / name).read_text("utf-8")
    start = text.index("The Maritime Bank owns")
    broken = text[:start] + text[start:].replace("The Maritime Bank owns the ferry, its chief said.", "", 1)
    first, second = nexis.drafts(broken) or factiva.drafts(broken)
    assert isinstance(first, Draft)
    assert isinstance(second, Unreadable)
    assert second.advice


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("1 of 2 DOCUMENTS\n\nwere found in the safe.", id="a count of documents"),
        pytest.param("Document ABCDEF0123456789\n\nis the number of a file.", id="a number of a document"),
        pytest.param("He read the whole.\n\nEnd of Document\n\nHe slept.", id="an end"),
    ],
)
def test_other_texts_are_no_exports(text: str) -> None:
    assert not nexis.drafts(text)
    assert not factiva.drafts(text)


@pytest.mark.parametrize(
    ("line", "edtf"),
    [
        ("March 16, 2021 Tuesday", "2021-03-16"),
        ("Tuesday, 16 March 2021", "2021-03-16"),
        ("March 16, 2021 Tuesday 10:15 AM GMT", "2021-03-16"),
        ("March 16, 2021 Tuesday Final Edition", "2021-03-16"),
        ("April 2021", "2021-04"),
        ("March 16, 2021 Monday", None),
        ("On March 16, 2021", None),
        ("March 2021 was wet", None),
    ],
)
def test_a_line_that_is_a_date(line: str, edtf: str | None) -> None:
    found = line_date(line)
    assert (found.edtf if found else None) == edtf
