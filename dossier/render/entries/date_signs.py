"""Signs for how a date is known, where the text does not have it as it stands. What they mean stands in a key."""

from collections.abc import Iterable, Iterator

from dossier.model import Basis, Choice, Event, EventField
from dossier.render.page_values.row_context import KeySign, Row
from dossier.render.wording import date_wording
from dossier.render.wording.analyst_wording import SIGN

_FROM_PUBLICATION = KeySign("*", "worked out from the publication date")
_FROM_THE_TEXT = KeySign("†", "from another date in the text")
_BY_ORDER = KeySign("‡", "inferred from tense or order")
_CHOSEN = KeySign("§", "chosen among the sources’ dates")
BY_THE_ANALYST = KeySign(SIGN, "set by the analyst")
ALL_SIGNS = (_FROM_PUBLICATION, _FROM_THE_TEXT, _BY_ORDER, _CHOSEN, BY_THE_ANALYST)
"""In the order of a key."""


def key_signs(rows: Iterable[Row]) -> tuple[KeySign, ...]:
    """The signs that stand in the rows, in the order of a key; behind a line only that of the analyst does."""
    told = list(rows)
    found = {sign for row in told for sign in row.signs}
    if any(EventField.SUMMARY in event.judged for row in told for event in row.events):
        found.add(BY_THE_ANALYST)
    return tuple(sign for sign in ALL_SIGNS if sign in found)


def date_signs(events: Iterable[Event]) -> tuple[KeySign, ...]:
    """The signs of the dates of events, each once; none for a date that stands in the text, or in no text."""
    found = {sign for event in events for sign in _signs(event)}
    return tuple(sign for sign in ALL_SIGNS if sign in found)


def _signs(event: Event) -> Iterator[KeySign]:
    if event.is_only_reported or event.choice is Choice.LIKELY:
        return  # the date says so itself: "reported", "about"
    dating = event.dating
    if dating.basis is Basis.INFERRED:
        yield _BY_ORDER
    elif dating.basis is Basis.RELATIVE:
        rule = next((piece.dated_by for piece in event.evidence if piece.dating == dating), None)
        yield _FROM_PUBLICATION if date_wording.basis_words(dating, rule) == _FROM_PUBLICATION.words else _FROM_THE_TEXT
    if event.choice is Choice.JUDGEMENT:
        yield BY_THE_ANALYST
    elif event.choice not in (None, Choice.ONLY):
        yield _CHOSEN
