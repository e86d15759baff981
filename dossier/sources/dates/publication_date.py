"""Find the publication date of an article, how it is known, and what contradicts it; never by the clock.

A date that is given (in front matter, in the JSONL line, for the whole run by ``--published``) counts as it is, but it
is marked uncertain where the article's own words name a day further off than the next. Else all places that name a date
are heard: the markup of the page, its address, its own words, the name of its file. Where they agree, the first of them
counts, or one that names a day within its month. Where they contradict each other, the page's own words count, and the
date is marked uncertain; an address with the day before the one that several others state contradicts nobody. An update
tells only by which day the article had been published. The times at which a file was made or changed, and copyright
years, are no signs.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from dossier.model import Method, PublicationWitness, Published, When
from dossier.sources.dates import address, dateline
from dossier.sources.dates.date_stamps import OpeningLine
from dossier.sources.dates.publication_signs import PublicationSign
from dossier.sources.dates.written_dates import moment_of

_A_DAY = timedelta(days=1)
"""A paper prints what was written the day before, and east of the date line it is a day later."""
_MIN_STATEMENTS = 2
"""Places that have to state a day, for the day before in the address to be none of another publication. Set by hand."""


def find_publication_date(
    text: str,
    *,
    given: When | None = None,
    stated: Sequence[PublicationSign] = (),
    opening: Sequence[OpeningLine] = (),
    url: str | None = None,
    name: str | None = None,
) -> Published:
    """The publication date with its method and what contradicts it; without a date where there is no sign.

    ``given`` is a date from the user or the feed, ``stated`` are those in the markup of the page, ``opening`` the lines
    that readers see at the head of the page, ``name`` is that of the file.
    """
    signs = sorted(_signs(text, stated, opening, url, name), key=_updates_last)
    if given:
        return _given(given, signs)
    if not signs:
        return Published()
    found = _judged(signs)
    named = [sign.when for sign in signs if not sign.is_of_update]
    return _doubted(found) if dateline.names_another_day(text, named) else found


def _signs(
    text: str,
    stated: Sequence[PublicationSign],
    opening: Sequence[OpeningLine],
    url: str | None,
    name: str | None,
) -> Iterator[PublicationSign]:
    """The signs, the strongest first."""
    in_url, in_name = address.from_url(url), address.from_name(name)
    dated = [sign.when for sign in stated if not sign.is_of_update]
    periods = [when for when in (*dated, in_url, in_name) if when]
    year = address.year_hint(url, name)
    own_words = dateline.signs(text, periods or ([year] if year else []), opening)
    zoned = next((sign for sign in own_words if sign.moment), None)
    yield from (sign.in_zone_of(zoned) for sign in stated)
    if in_url:
        yield PublicationSign.of(in_url, Method.URL)
    yield from own_words
    if in_name:
        yield PublicationSign.of(in_name, Method.FILENAME)


def _updates_last(sign: PublicationSign) -> tuple[bool, date]:
    """The key by which signs come in their order, but updates last, the first update first."""
    return sign.is_of_update, (sign.when.latest if sign.is_of_update else None) or date.min


def _given(given: When, signs: Sequence[PublicationSign]) -> Published:
    """The date as given; of a moment in UTC the day that the page calls it, where the page names one."""
    moment = moment_of(given)
    if moment:
        sign = PublicationSign.at(moment.date(), moment, Method.GIVEN)
        found = _refined(sign, signs)
        if sign.is_in_utc and found.when != sign.when:
            return Published(found.when, found.method)
    others = [sign for sign in signs if sign.method is Method.DATELINE and not sign.is_of_update]
    if others and all(_is_far(given, sign.when) for sign in others):
        return Published(given.as_uncertain(), Method.GIVEN, tuple(dict.fromkeys(sign.witness for sign in others)))
    return Published(given, Method.GIVEN)


def _is_far(given: When, own: When) -> bool:
    """Whether two days lie further apart than the day of writing and that of printing do."""
    day, other = given.known_day, own.known_day
    return day is not None and other is not None and abs(day - other) > _A_DAY


def _judged(signs: Sequence[PublicationSign]) -> Published:
    """The date by the first sign, if all others agree; else by the page's own words, and uncertain."""
    own_words = [sign for sign in signs if sign.method is Method.DATELINE]
    candidates = [_refined(sign, signs) for sign in (signs[0], *own_words[:1])]
    for best in candidates:
        others = [sign for sign in signs if not best.agrees_with(sign) and not _is_day_before(sign, best, signs)]
        if not others:
            return Published(best.when, best.method)
    witnesses = dict.fromkeys(sign.witness for sign in others)
    return Published(best.when.as_uncertain(), best.method, tuple(witnesses))


def _is_day_before(address_: PublicationSign, best: PublicationSign, signs: Sequence[PublicationSign]) -> bool:
    """Whether an address has the day before the one that several other places state: an article may be begun then."""
    day, published = address_.when.known_day, best.when.known_day
    if address_.method is not Method.URL or day is None or published is None or published - day != _A_DAY:
        return False
    stating = [sign for sign in signs if sign is not address_ and not sign.is_of_update and best.agrees_with(sign)]
    return len(stating) >= _MIN_STATEMENTS


def _doubted(found: Published) -> Published:
    """The same date, contradicted by a dateline that has a day without a year."""
    others = (*found.contradicted_by, PublicationWitness(None, Method.DATELINE))
    return Published(found.when and found.when.as_uncertain(), found.method, others)


def _refined(best: PublicationSign, signs: Sequence[PublicationSign]) -> PublicationSign:
    """The sign that names the day which ``best`` leaves open, if any; else ``best``."""
    return max((best, *(sign for sign in signs if sign.refines(best))), key=lambda sign: sign.definiteness)
