"""Dates in the path of a URL and in the name of a file."""

import pytest

from dossier.sources.dates import address

URLS = [
    ("https://example.org/2021/03/19/flood", "2021-03-19"),
    ("https://example.org/news/2021/3/9/flood.html", "2021-03-09"),
    ("https://example.org/world/2021/mar/19/flood", "2021-03-19"),
    ("https://example.org/2021/03/19", "2021-03-19"),
    ("https://example.org/2021/POLITICS/03/19/flood/index.html", "2021-03-19"),
    ("https://example.org/2021/apollo-13/03/19/flood", None),
    ("https://example.org/a/2021/03/19.html", "2021-03-19"),
    ("https://example.org/2021-03-19-flood", "2021-03-19"),
    ("https://example.org/2021-03-19/flood", "2021-03-19"),
    ("https://example.org/20210319/flood", "2021-03-19"),
    ("https://example.org/world/flood-in-town-2021-03-19/", "2021-03-19"),
    ("//example.org/2021/03/19/flood", "2021-03-19"),
    ("https://example.org/2021/03/19/flood?from=2019/01/02#2018/01/02", "2021-03-19"),
    ("https://example.org/2021/03/flood", "2021-03"),
    ("https://example.org/2021/03/", "2021-03"),
    ("https://example.org/2021/mar/flood", "2021-03"),
    ("https://example.org/2021-03/flood", "2021-03"),
    ("https://example.org/2021/03/14-people-missing", "2021-03"),
    ("https://example.org/2021/03/19th-century-pier", "2021-03"),
    ("https://example.org/2021/02/30/flood", "2021-02"),
    ("https://example.org/2021/flood", None),
    ("https://example.org/2021/13/19/flood", None),
    ("https://example.org/article/20219999", None),
    ("https://example.org/article/1120210319", None),
    ("https://example.org/?date=2021-03-19", None),
    ("https://2021-03-19.example.org/flood", None),
    ("https://example.org/2021/03/19/and/2021/03/20/", None),
    ("https://example.org/2021/03/19/the-fire-of-2020-08-04", "2021-03-19"),
    ("https://example.org/2021/03/2020-08-04-the-fire", "2021-03"),
    ("https://example.org/2021/03/2021-03-19-flood", "2021-03-19"),
    ("https://example.org/03/19/2021/flood", None),
    ("2021/03/19/flood", None),
    ("http://[broken/2021/03/19/", "2021-03-19"),
    ("", None),
    (None, None),
]


@pytest.mark.parametrize(("url", "edtf"), URLS, ids=[str(url) for url, _ in URLS])
def test_a_date_in_a_url(url: str | None, edtf: str | None) -> None:
    when = address.from_url(url)
    assert (when.edtf if when else None) == edtf


NAMES = [
    ("2021-03-22-flood.txt", "2021-03-22"),
    ("2021-03-22.txt", "2021-03-22"),
    ("2021_03_22_flood.html", "2021-03-22"),
    ("2021.03.22 flood.txt", "2021-03-22"),
    ("20210322_flood.txt", "2021-03-22"),
    ("20210322.txt", "2021-03-22"),
    ("20210322T101500-flood.txt", "2021-03-22"),
    ("2021-03-22T10-15.txt", "2021-03-22"),
    ("flood_2021-03-22.txt", "2021-03-22"),
    ("2021-03-22-3-missing.md", "2021-03-22"),
    ("2021-03-flood.md", "2021-03"),
    ("2021-03.md", "2021-03"),
    ("2021_03_flood.md", "2021-03"),
    ("2021-03-100-missing.md", "2021-03"),
    ("2021.txt", None),
    ("2021-flood.txt", None),
    ("report-20219999.txt", None),
    ("report-20210322.txt", None),
    ("2021-13-flood.txt", None),
    ("2021-02-30-flood.txt", None),
    ("2021-03-45-missing.txt", None),
    ("2021-3-2-flood.txt", None),
    ("22-03-2021-flood.txt", None),
    ("2021-03-01_to_2021-03-22.txt", None),
    ("12021-03-22.txt", None),
    ("20210322101500.txt", None),
    ("1066-10-14.txt", None),
    ("v2021-03-22a.txt", None),
    ("", None),
    (None, None),
]


@pytest.mark.parametrize(("name", "edtf"), NAMES, ids=[str(name) for name, _ in NAMES])
def test_a_date_in_a_file_name(name: str | None, edtf: str | None) -> None:
    when = address.from_name(name)
    assert (when.edtf if when else None) == edtf


@pytest.mark.parametrize(
    ("url", "name", "year"),
    [
        pytest.param("https://example.org/2021/flood", None, "2021", id="in the URL"),
        pytest.param(None, "flood-2021.txt", "2021", id="in the name"),
        pytest.param("https://example.org/2021/flood", "flood-2019.txt", "2021", id="the URL goes first"),
        pytest.param(None, "2019-to-2021.txt", None, id="two years are none"),
        pytest.param(None, "case-120215.txt", None, id="digits of a number"),
        pytest.param("https://example.org/2021-things", None, None, id="the beginning of a title"),
    ],
)
def test_a_year_is_a_hint_only(url: str | None, name: str | None, year: str | None) -> None:
    hint = address.year_hint(url, name)
    assert (hint.edtf if hint else None) == year
    assert address.from_url(url) is None
    assert address.from_name(name) is None
