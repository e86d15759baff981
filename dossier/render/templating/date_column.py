"""Whether a date has room in the column of dates on paper."""

from dossier.render.picture.text_width import printed_width

_COLUMN = 33.6
"""Millimetres from where a date begins, after the number and a gap, to the line."""
_LETTERS = 9.3 / 72 * 25.4
"""Millimetres: the size of the letters of a date."""
_SPACE = 1.5
"""Millimetres between the date and the line."""


def fits_date_column(words: str) -> bool:
    """Whether a printed date stands beside its line; else the line begins below it.

    >>> fits_date_column("Reported 28 Apr 2021"), fits_date_column("12 November 2020 to 4 March 2021")
    (True, False)
    """
    return printed_width(words, _LETTERS, is_bold=True) + _SPACE <= _COLUMN
