"""When an article was published, and how that is known: the strongest sign there is, and never the clock.

In this order: the date given in the article's own front matter or JSONL line; the date given for the whole
run (``--published``); the metadata of the page; its URL; the dateline; the name of the file. Where the
strongest sign of the last four gives no more than a month, a weaker one that names a day inside it is taken
instead. Without any sign the date is unknown. The times at which a file was made or changed, and copyright
years, are no signs.
"""

from collections.abc import Iterator

from dossier.model import Method, Precision, Published, When
from dossier.sources import address, dateline


def establish(
    text: str,
    *,
    given: When | None = None,
    stated: When | None = None,
    url: str | None = None,
    name: str | None = None,
) -> Published:
    """The publication date with its method.

    ``given`` is a date stated by the user or the feed, ``stated`` one in the markup of the page, ``name`` the
    name of the file.
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
    frame = stated or in_url or in_name or address.year_hint(url, name)
    found = {
        Method.METADATA: stated,
        Method.URL: in_url,
        Method.DATELINE: dateline.find(text, frame),
        Method.FILENAME: in_name,
    }
    return (Published(when, method) for method, when in found.items() if when)


def _refines(sign: Published, best: Published) -> bool:
    if sign.when is None or best.when is None or best.when.precision is Precision.DAY:
        return False
    return sign.when.precision is Precision.DAY and best.when.contains(sign.when)
