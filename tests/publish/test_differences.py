"""What is said of a file that is not what it should be."""

import io
import json

import pytest
from pypdf import PdfWriter

from dossier.publish.differences import difference

RIGHT = {"entity": {"name": "Ada", "aliases": ["A.", "Ada B."]}, "events": [{"when": "2019-03"}, {"when": None}]}


def as_json(form: object, indent: int | None = 1) -> bytes:
    return json.dumps(form, indent=indent).encode()


@pytest.mark.parametrize(
    ("found", "said"),
    [
        ({**RIGHT, "events": [{"when": "2019-04"}]}, 'events[0].when is "2019-04", and should be "2019-03"'),
        ({**RIGHT, "events": [*RIGHT["events"], 1]}, "events[2] is 1, and should be nothing"),
        ({**RIGHT, "events": RIGHT["events"][:1]}, 'events[1] is nothing, and should be {"when": null}'),
        ({**RIGHT, "more": [1]}, "more is [1], and should be nothing"),
        ({"events": RIGHT["events"]}, 'entity is nothing, and should be {"name": "Ada", "aliases": ["A.", "Ada B."]}'),
        ([], f"it is [], and should be {json.dumps(RIGHT)[:80]}…"),
    ],
)
def test_the_first_leaf_that_differs(found: object, said: str) -> None:
    assert difference("ada/timeline.json", as_json(found), as_json(RIGHT)) == said


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (as_json(RIGHT), ""),
        (as_json(RIGHT, None), "its values are right, but they are written otherwise"),
        (b"{", "it cannot be read: Expecting property name enclosed in double quotes: line 1 column 2 (char 1)"),
    ],
)
def test_json_that_says_the_same_or_nothing(found: bytes, said: str) -> None:
    assert difference("index.json", found, as_json(RIGHT)) == said


START = "<p>Ada Brandt was not arrested on Monday,"
PAGE = "<p>Ada Brandt was not arrested on Monday, police said.</p>"


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (
            PAGE.replace("not ", ""),
            f"it reads “<p>Ada Brandt was arrested on Monday, police”, and should read “{START}”",
        ),
        (PAGE + " More.", "it reads “on Monday, police said.</p> More.”, and should read nothing"),
        (PAGE.replace(" said.</p>", ""), "it reads nothing, and should read “arrested on Monday, police said.</p>”"),
        (PAGE.replace(" ", "  "), "its words are right, but the space between them is not"),
        (PAGE, ""),
    ],
)
def test_the_first_words_that_differ(found: str, said: str) -> None:
    assert difference("ada/briefing.html", found.encode(), PAGE.encode()) == said


def pdf(pages: int, title: str = "") -> bytes:
    writer, data = PdfWriter(), io.BytesIO()
    for _ in range(pages):
        writer.add_blank_page(100, 100)
    writer.add_metadata({"/Title": title})
    writer.write(data)
    return data.getvalue()


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (pdf(2), ""),
        (pdf(2, "Ada"), "the words of its pages are right, but not all of its bytes"),
        (b"no PDF", "it cannot be read: Stream has ended unexpectedly"),
    ],
)
def test_a_pdf(found: bytes, said: str) -> None:
    assert difference("ada/briefing.pdf", found, pdf(2)) == said
