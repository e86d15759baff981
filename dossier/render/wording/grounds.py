"""The grounds on which two are taken for one, or kept apart: the strongest, in words for the reader."""

import re
from collections.abc import Iterable, Sequence

from dossier.model import Link, Reason, Signal, When
from dossier.render.wording import date_wording
from dossier.render.wording.prose import tidy

_CIRCUMSTANCES = frozenset({Signal.ASSOCIATES, Signal.PLACE, Signal.TIME})
"""What many actors have in common that are not one."""
_EDTF = re.compile(r"(?<![\w/-])/?\d{4}-\d\d(?:-\d\d)?[~?%]?(?:/(?:\d{4}(?:-\d\d){0,2}[~?%]?)?)?(?![\w/-])")


def strongest(reasons: Iterable[Reason], most: int | None) -> tuple[Reason, ...]:
    """At most so many of the reasons, those with the most weight, in their order; all where there is no limit.

    If any speaks against, the strongest of these is among them.
    """
    given = tuple(reasons)
    if most is None or len(given) <= most:
        return given
    ranked = sorted(given, key=lambda reason: -abs(reason.weight))
    kept = ranked[:most]
    against = [reason for reason in ranked if reason.weight < 0]
    if against and against[0] not in kept:
        kept[-1] = against[0]
    return tuple(reason for reason in given if reason in kept)


def telling(link: Link) -> tuple[Reason, ...]:
    """The reasons of a link, but for shared company, place and time where another reason says more."""
    against, other = (
        [reason for reason in link.reasons if reason.weight < 0],
        [reason for reason in link.reasons if reason.weight > 0 and reason.signal not in _CIRCUMSTANCES],
    )
    if not other and (link.is_merged or not against):
        return link.reasons
    return tuple(reason for reason in link.reasons if reason in against or reason in other)


def ground_words(reasons: Sequence[Reason], most: int | None = None) -> str:
    """The reasons in words, each once, at most so many: one reason may name several, joined by semicolons."""
    words = dict.fromkeys(part for reason in reasons for part in reason_words(reason).split("; "))
    return "; ".join(list(words)[:most])


def reason_words(reason: Reason) -> str:
    """The words of a reason, with its dates as a reader writes them."""
    return _EDTF.sub(lambda found: _date(found[0]), tidy(reason.text))


def _date(edtf: str) -> str:
    """A date in words; as it is where it is none.

    >>> _date("2021-03-30~"), _date("2021-13")
    ('about 30 March 2021', '2021-13')
    """
    try:
        return date_wording.when_words(When.parse(edtf))
    except ValueError:
        return edtf
