"""Documents, notes, slides and calendars are read back: ids, dates and doubts survive, and text stays text."""

import html
import io
import json
import posixpath
import re
import zipfile
from collections.abc import Sequence
from datetime import date

import mammoth
import vobject
import yaml
from markdown_it import MarkdownIt

from dossier.export import ABOUT
from tests.export.case_of_exports import DATES, FORMULA, IDS, TEXTS, made


def tokens(text: str) -> Sequence[str]:
    """The kinds of tokens that a reader of Markdown finds, with links of bare addresses too."""
    found = MarkdownIt("gfm-like").parse(text)
    return [child.type for token in found for child in (token, *(token.children or ()))]


def test_markdown() -> None:
    export = made("markdown")
    assert set(export.files) == {"case.md", "ada-brandt-ada0ada0.md", ABOUT}
    page = export.files["ada-brandt-ada0ada0.md"].decode()
    assert all(f"event `{key}`" in page for key in IDS)
    assert all(f"date `{date or 'none'}`" in page for date in DATES)
    assert not {"link_open", "image", "html_inline", "html_block", "s_open"} & set(tokens(page))
    seen = "".join(token.content for top in MarkdownIt("gfm-like").parse(page) for token in top.children or ())
    assert all(text.replace("\x07", "\ufffd") in seen for text in (*TEXTS.values(), FORMULA))
    assert "whether it happened: positive / negative" in seen


def properties(note: str) -> dict[str, object]:
    return dict(yaml.safe_load(note.split("---\n")[1]))


def test_obsidian() -> None:
    notes = {path: data.decode() for path, data in made("obsidian").files.items() if path != ABOUT}
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


def test_docx() -> None:
    export = made("docx")
    assert set(export.files) == {"case.docx", "ada-brandt-ada0ada0.docx", ABOUT}
    page = mammoth.convert_to_html(io.BytesIO(export.files["ada-brandt-ada0ada0.docx"])).value
    text = html.unescape(re.sub(r"<[^>]+>", " ", page))
    assert all(f"date {day or 'none'}, event {key}" in text for key, day in zip(IDS, DATES, strict=True))
    assert all(words.replace("\x07", "\ufffd") in text for words in (*TEXTS.values(), FORMULA))
    assert "whether it happened: positive / negative" in text
    with zipfile.ZipFile(io.BytesIO(export.files["case.docx"])) as parts:
        assert {one.date_time for one in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert "TLP:AMBER draft" in parts.read("word/header1.xml").decode()


def test_timelinejs() -> None:
    slides = json.loads(made("timelinejs").files["timelinejs.json"])["events"]
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


def test_icalendar() -> None:
    calendar = vobject.readOne(made("icalendar").files["dossier.ics"].decode())
    (arrest,) = calendar.vevent_list
    assert arrest.uid.value == "e-arrest@dossier"
    assert (arrest.dtstart.value, arrest.dtend.value) == (date(2019, 3, 14), date(2019, 3, 15))
    assert arrest.summary.value == f"[disputed: whether it happened] {TEXTS['arrest']}"
    assert (arrest.status.value, arrest.location.value) == ("TENTATIVE", "Limassol")
    assert getattr(arrest, "class").value == "CONFIDENTIAL"
    assert "positive / negative" in arrest.description.value
    assert made("icalendar").lost[0].startswith("4 events of which no day is known (")
