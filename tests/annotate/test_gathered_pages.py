"""Pages that gather the posts of many days under one date, of which none is that of the page. 1 March 2021 is a Monday.

Each event reads "trigger date rule"; "-" stands for nothing.
"""

import pytest

from dossier.annotate import nlp
from dossier.annotate.structure.archives import is_filed_as_archive
from dossier.model import Annotations, Article, Published
from tests.conftest import Annotate

_FILLING = "The harbour is old and its cranes are tall. " * 35
"""More words than stand in one stretch."""
_POST = f"The council dismissed Brandt today. {_FILLING}\n"
_DATED = "Posted at 14:05 2{0} Feb 2021\nThe council dismissed Brandt today. " + _FILLING + "\n"
_THEIRS = f"“The council dismissed Brandt today,” the union said. {_FILLING}\n"
_BLOG = "Welcome to my blog on the harbour.\n"


def dates(found: Annotations) -> set[str]:
    """What is said of the dismissals."""
    return {
        f"{one.trigger.exact} {one.dating.when.edtf if one.dating.when else '-'} {one.dated_by or '-'}"
        for one in found.told
        if one.trigger.exact == "dismissed"
    }


@pytest.mark.parametrize(("text", "gathers"), [
    (8 * _POST, True),
    (7 * _POST, False),
    (_BLOG + 3 * _POST, True),
    (_BLOG + 2 * _POST, False),
    (8 * _POST.replace(_FILLING, ""), False),
    (8 * _THEIRS, False),
    ("".join(map(_DATED.format, range(8))), False),
])  # fmt: skip
def test_a_page_that_says_today_in_many_places_gathers_days(annotate: Annotate, text: str, gathers: bool) -> None:
    assert annotate(text, "2021-03-01").gathers_days is gathers


def test_nothing_in_such_a_page_counts_from_its_day(annotate: Annotate) -> None:
    found = annotate(8 * _POST, "2021-03-01")
    assert dates(found) == {"dismissed /2021-03-01 published by then"}
    assert not any(one.likely for one in found.events)
    assert dates(annotate(7 * _POST, "2021-03-01")) == {"dismissed 2021-03-01 own time"}


def test_a_page_filed_under_its_month_gathers_days() -> None:
    url, published = "https://blog.test/2021/02/index.html", Published.given("2021-03-01")
    (found,) = nlp.annotate([Article(ref="test", text=_POST, published=published, url=url)])
    assert dates(found) == {"dismissed /2021-03-01 published by then"}


@pytest.mark.parametrize(
    ("url", "is_one"),
    [
        ("https://blog.test/2021/03", True),
        ("https://blog.test/2021-03/?page=2", True),
        ("https://blog.test/2021/", True),
        ("https://blog.test/2021_03_01_archive.html", True),
        ("https://blog.test/2021/03/05/", False),
        ("https://blog.test/2021/03/flood.html", False),
        ("https://blog.test/budget-2021", False),
        ("https://blog.test/flood/120210", False),
        (None, False),
    ],
)
def test_which_addresses_are_those_of_a_month_or_year(url: str | None, is_one: bool) -> None:
    assert is_filed_as_archive(url) is is_one
