"""Which sign of the publication date wins."""

import pytest

from dossier.model import Method, When
from dossier.sources.publication_date import find_publication_date

URL_DAY, URL_MONTH = "https://example.org/2021/03/19/pier", "https://example.org/2021/03/pier"
DATELINE = "March 14, 2021\n\nThe pier is closed."
PLAIN = "The pier is closed. It was built in 1921."
YEARLESS = "ROME, March 14 — The pier is closed."

TABLE = [
    pytest.param(DATELINE, "2020", "2021-03-01", URL_DAY, "2021-03-22.txt", "2020", "given", id="given beats all"),
    pytest.param(DATELINE, None, "2021-03-01", URL_DAY, "2021-03-22.txt", "2021-03-01", "metadata", id="metadata"),
    pytest.param(DATELINE, None, None, URL_DAY, "2021-03-22.txt", "2021-03-19", "url", id="url"),
    pytest.param(DATELINE, None, None, None, "2021-03-22.txt", "2021-03-14", "dateline", id="dateline"),
    pytest.param(PLAIN, None, None, None, "2021-03-22.txt", "2021-03-22", "filename", id="file name"),
    pytest.param(PLAIN, None, None, None, "pier.txt", None, "unknown", id="nothing"),
    pytest.param(PLAIN, None, None, None, None, None, "unknown", id="nothing at all"),
    pytest.param(PLAIN, None, None, URL_MONTH, None, "2021-03", "url", id="a month stays a month"),
    pytest.param(DATELINE, None, None, URL_MONTH, None, "2021-03-14", "dateline", id="a day inside the month"),
    pytest.param(PLAIN, None, None, URL_MONTH, "2021-03-22.txt", "2021-03-22", "filename", id="a day in the name"),
    pytest.param(DATELINE, None, "2021", URL_DAY, None, "2021-03-19", "url", id="a day inside the stated year"),
    pytest.param(DATELINE, None, "2021-04", None, None, "2021-04", "metadata", id="a day outside the month"),
    pytest.param(DATELINE, "2021-03", None, URL_DAY, None, "2021-03", "given", id="what is given is not refined"),
    pytest.param(YEARLESS, None, None, None, "pier.txt", None, "unknown", id="no year anywhere"),
    pytest.param(YEARLESS, None, None, None, "pier-2021.txt", "2021-03-14", "dateline", id="year from the name"),
    pytest.param(YEARLESS, None, None, None, "2021-03.txt", "2021-03-14", "dateline", id="month from the name"),
    pytest.param(YEARLESS, None, None, None, "2021-04.txt", "2021-04", "filename", id="another month in the name"),
    pytest.param(YEARLESS, None, None, URL_MONTH, "x-2019.txt", "2021-03-14", "dateline", id="year from the URL"),
    pytest.param(
        YEARLESS,
        None,
        None,
        "https://example.org/2021/pier",
        None,
        "2021-03-14",
        "dateline",
        id="bare year in the URL",
    ),
    pytest.param(YEARLESS, None, None, None, "2021-04-02.txt", "2021-04-02", "filename", id="another day in the name"),
]


@pytest.mark.parametrize(("text", "given", "stated", "url", "name", "edtf", "method"), TABLE)
def test_the_strongest_sign_wins(
    text: str,
    given: str | None,
    stated: str | None,
    url: str | None,
    name: str | None,
    edtf: str | None,
    method: str,
) -> None:
    found = find_publication_date(
        text,
        given=When.parse(given) if given else None,
        stated=When.parse(stated) if stated else None,
        url=url,
        name=name,
    )
    assert (found.when.edtf if found.when else None, found.method) == (edtf, Method(method))
