"""Find the publication date of an article and how it is known, by the strongest sign; never by the clock.

Signs in this order: the date given in front matter or in the JSONL line; the date given for the whole run
(``--published``); the metadata of the page; its URL; the dateline; the name of the file. Where the strongest of the
last four gives no day, a weaker one that names a day within it is taken instead. Without any sign the date is unknown.
The times at which a file was made or changed, and copyright years, are no signs.
"""

from collections.abc import Iterator

from dossier.model import Method, Precision, Published, When
from dossier.sources import address, dateline


def find_publication_date(
    text: str,
    *,
    given: When | None = None,
    stated: When | None = None,
    url: str | None = None,
    name: str | None = None,
) -> Published:
    """The publication date with its method; without a date where there is no sign.

    ``given`` is a date from the user or the feed, ``stated`` one in the markup of the page, ``name`` that of the file.
    """
    if given:
        return Published(given, Method.GIVEN)
    signs = list(_signs(text, stated, url, name))
    if not signs:
        return Published()
    best = signs[0]
    return next((sign for sign in signs if _refines(sign, best)), best)


def _signs(text: str, stated: When | None, url: str | None, name: str | None) -> Iterator[Published]:
    in_url, in_name = address.from_url(url), address.from_name(name)
    period = stated or in_url or in_name or address.year_hint(url, name)
    found = {
        Method.METADATA: stated,
        Method.URL: in_url,
        Method.DATELINE: dateline.find(text, period),
        Method.FILENAME: in_name,
    }
    return (Published(when, method) for method, when in found.items() if when)


def _refines(sign: Published, best: Published) -> bool:
    if sign.when is None or best.when is None or best.when.precision is Precision.DAY:
        return False
    return sign.when.precision is Precision.DAY and best.when.contains(sign.when)
