"""Which sign of the publication date wins."""

import pytest

from dossier.model import Method, When
from dossier.sources.dates import written_dates
from dossier.sources.dates.publication_date import find_publication_date
from dossier.sources.dates.publication_signs import PublicationSign

URL_DAY, URL_MONTH = "https://example.org/2021/03/19/pier", "https://example.org/2021/03/pier"
DATELINE = "March 14, 2021\n\nThe pier is closed."
PLAIN = "The pier is closed. It was built in 1921."
YEARLESS = "ROME, March 14 — The pier is closed."
UPDATED = "Updated March 20, 2021\n\nThe pier is closed."

TABLE = [
    pytest.param(PLAIN, None, "2021-03-01", None, "2021-03-01.txt", "2021-03-01", "metadata", id="metadata"),
    pytest.param(DATELINE, "2020", "2021-03-01", URL_DAY, "2021-03-22.txt", "2020", "given", id="given beats all"),
    pytest.param(
        DATELINE, None, "2021-03-01", URL_DAY, "2021-03-22.txt", "2021-03-14?", "dateline", id="its own words"
    ),
    pytest.param(PLAIN, None, None, URL_DAY, None, "2021-03-19", "url", id="url"),
    pytest.param(DATELINE, None, None, None, "2021-03-14.txt", "2021-03-14", "dateline", id="dateline"),
    pytest.param(PLAIN, None, None, None, "2021-03-22.txt", "2021-03-22", "filename", id="file name"),
    pytest.param(PLAIN, None, None, None, "pier.txt", None, "unknown", id="nothing"),
    pytest.param(PLAIN, None, None, None, None, None, "unknown", id="nothing at all"),
    pytest.param(PLAIN, None, None, URL_MONTH, None, "2021-03", "url", id="a month stays a month"),
    pytest.param(DATELINE, None, None, URL_MONTH, None, "2021-03-14", "dateline", id="a day inside the month"),
    pytest.param(PLAIN, None, None, URL_MONTH, "2021-03-22.txt", "2021-03-22", "filename", id="a day in the name"),
    pytest.param(PLAIN, None, "2021", URL_DAY, None, "2021-03-19", "url", id="a day inside the stated year"),
    pytest.param(DATELINE, None, "2021-04", None, None, "2021-03-14?", "dateline", id="a day outside the month"),
    pytest.param(DATELINE, "2021-03", None, URL_DAY, None, "2021-03", "given", id="what is given is not refined"),
    pytest.param(DATELINE, "2021-03-15", None, URL_DAY, None, "2021-03-15", "given", id="written the day before"),
    pytest.param(DATELINE, "2021-03-16", None, URL_DAY, None, "2021-03-16?", "given", id="given, two days off"),
    pytest.param(UPDATED, "2021-03-16", None, URL_DAY, None, "2021-03-16", "given", id="given, and an update"),
    pytest.param(YEARLESS, None, None, None, "pier.txt", None, "unknown", id="no year anywhere"),
    pytest.param(YEARLESS, None, None, None, "pier-2021.txt", "2021-03-14", "dateline", id="year from the name"),
    pytest.param(YEARLESS, None, None, None, "2021-03.txt", "2021-03-14", "dateline", id="month from the name"),
    pytest.param(YEARLESS, None, None, None, "2021-04.txt", "2021-04?", "filename", id="another month in the name"),
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
    pytest.param(YEARLESS, None, None, None, "2021-04-02.txt", "2021-04-02?", "filename", id="another day in the name"),
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
        stated=[PublicationSign.of(When.parse(stated), Method.METADATA)] if stated else [],
        url=url,
        name=name,
    )
    assert (found.when.edtf if found.when else None, found.method) == (edtf, Method(method))


UTC_EVENING = "2021-03-15T02:30:00Z"
MDT_EVENING = "March 14, 2021 at 8:30 p.m. MDT\n\nThe pier is closed."
GMT_NIGHT = "15 March 2021, 02:30 GMT\n\nThe pier is closed."
TWO_BYLINES = "By Ada Sund, March 14, 2021\nBy Bo Ek, March 16, 2021\n\nThe pier is closed."
URL_14 = "https://example.org/2021/03/14/pier"

HEARD = [
    pytest.param(DATELINE, [], URL_14, None, "2021-03-14", "url", [], id="the address has the day of the text"),
    pytest.param(DATELINE, [], URL_DAY, None, "2021-03-14?", "dateline", ["url 2021-03-19"], id="another"),
    pytest.param(
        DATELINE,
        ["2024-06-01"],
        URL_DAY,
        "2021-03-22.txt",
        "2021-03-14?",
        "dateline",
        ["metadata 2024-06-01", "url 2021-03-19", "filename 2021-03-22"],
        id="all disagree",
    ),
    pytest.param(
        "March 15, 2021\n\nThe pier is closed.", ["2021-03-15"], URL_14, None, "2021-03-15", "metadata", [], id="eve"
    ),
    pytest.param(PLAIN, ["2021-03-15"], URL_14, None, "2021-03-15?", "metadata", ["url 2021-03-14"], id="eve of one"),
    pytest.param(
        "March 13, 2021\n\nThe pier is closed.",
        ["2021-03-13"],
        URL_14,
        None,
        "2021-03-13?",
        "dateline",
        ["url 2021-03-14"],
        id="the day behind",
    ),
    pytest.param(DATELINE, ["2024-06-01"], URL_14, None, "2021-03-14?", "dateline", ["metadata 2024-06-01"], id="two"),
    pytest.param(PLAIN, ["2021-03-19"], URL_14, None, "2021-03-19?", "metadata", ["url 2021-03-14"], id="no words"),
    pytest.param(PLAIN, ["2024-06-01"], URL_MONTH, None, "2024-06-01?", "metadata", ["url 2021-03"], id="a month"),
    pytest.param(PLAIN, [], URL_14, "2021-03-22.txt", "2021-03-14?", "url", ["filename 2021-03-22"], id="the name"),
    pytest.param(PLAIN, ["2021-03-14", "2024-06-01"], None, None, "2021-03-14?", "metadata", ["metadata 2024-06-01"]),
    pytest.param(
        TWO_BYLINES, [], None, None, "2021-03-14?", "dateline", ["dateline 2021-03-16"], id="two bylines disagree"
    ),
    pytest.param(
        "ROME, March 14 — Rain.", ["2021-03-15"], None, None, "2021-03-14?", "dateline", ["metadata 2021-03-15"]
    ),
    pytest.param(
        "ROME, Dec. 31 — Rain.", ["2021-01-01"], None, None, "2020-12-31?", "dateline", ["metadata 2021-01-01"]
    ),
    pytest.param("ROME, March 14 — Rain.", ["2021-08-15"], None, None, "2021-08-15?", "metadata", ["dateline None"]),
    pytest.param(
        "ROME, March 14 — Rain.", ["2021-08-15"], URL_14, None, "2021-03-14?", "dateline", ["metadata 2021-08-15"]
    ),
    pytest.param(UPDATED, [], None, None, "/2021-03-20", "dateline", [], id="an update is a bound"),
    pytest.param(UPDATED, ["2021-03-19"], None, None, "2021-03-19", "metadata", [], id="published before the update"),
    pytest.param(UPDATED, [], URL_DAY, None, "2021-03-19", "url", [], id="the address too"),
    pytest.param(UPDATED, [], URL_MONTH, None, "2021-03", "url", [], id="a month around the update"),
    pytest.param(
        UPDATED, ["2024-06-01"], None, None, "/2021-03-20?", "dateline", ["metadata 2024-06-01"], id="updated before"
    ),
    pytest.param(MDT_EVENING, [UTC_EVENING], None, None, "2021-03-14", "dateline", [], id="one moment"),
    pytest.param(MDT_EVENING, ["2021-03-15"], None, None, "2021-03-14", "dateline", [], id="a day counted in UTC"),
    pytest.param(MDT_EVENING, ["2021-03-16"], None, None, "2021-03-14?", "dateline", ["metadata 2021-03-16"]),
    pytest.param(DATELINE, [UTC_EVENING], None, None, "2021-03-14", "dateline", [], id="one moment, in some zone"),
    pytest.param(PLAIN, [UTC_EVENING], URL_14, None, "2021-03-14", "url", [], id="the address has the page's day"),
    pytest.param(PLAIN, [UTC_EVENING], None, None, "2021-03-15", "metadata", [], id="UTC and nothing else"),
    pytest.param(
        "14 March 2021, 21:00 GMT", [UTC_EVENING], None, None, "2021-03-14?", "dateline", ["metadata 2021-03-15"]
    ),
    pytest.param(GMT_NIGHT, [UTC_EVENING], None, None, "2021-03-15", "metadata", [], id="a page that lives by GMT"),
    pytest.param(
        PLAIN, [UTC_EVENING, "2021-03-14T20:30:00-06:00"], None, None, "2021-03-14", "metadata", [], id="its own zone"
    ),
    pytest.param(
        DATELINE,
        ["2021-03-17T02:30:00Z"],
        None,
        None,
        "2021-03-14?",
        "dateline",
        ["metadata 2021-03-17"],
        id="days off",
    ),
]


def _stated(text: str) -> PublicationSign:
    day, moment = written_dates.stated(text), written_dates.moment(text)
    assert day
    assert day.known_day
    return PublicationSign.at(day.known_day, moment, Method.METADATA)


@pytest.mark.parametrize(("text", "stated", "url", "name", "edtf", "method", "against"), HEARD)
def test_all_places_are_heard(
    text: str,
    stated: list[str],
    url: str | None,
    name: str | None,
    edtf: str,
    method: str,
    against: list[str],
) -> None:
    found = find_publication_date(text, stated=[_stated(one) for one in stated], url=url, name=name)
    others = [f"{other.method} {other.when and other.when.edtf}" for other in found.contradicted_by]
    assert (found.when and found.when.edtf, found.method, others) == (edtf, Method(method), against)


@pytest.mark.parametrize(
    ("given", "text", "url", "edtf", "method"),
    [
        pytest.param(UTC_EVENING, MDT_EVENING, None, "2021-03-14", "dateline", id="the page's own day"),
        pytest.param(UTC_EVENING, PLAIN, URL_14, "2021-03-14", "url", id="that of its address"),
        pytest.param(UTC_EVENING, PLAIN, URL_DAY, UTC_EVENING, "given", id="another day"),
        pytest.param("2021-03-14T20:30:00-06:00", GMT_NIGHT, None, "2021-03-14T20:30:00-06:00", "given", id="zoned"),
        pytest.param("2021-03-15", MDT_EVENING, None, "2021-03-15", "given", id="a day"),
    ],
)
def test_a_moment_given_in_utc_has_the_day_of_the_page(
    given: str, text: str, url: str | None, edtf: str, method: str
) -> None:
    found = find_publication_date(text, given=When.parse(given), url=url)
    assert found.when
    assert (found.when.edtf, found.method, found.contradicted_by) == (edtf, Method(method), ())
