"""Explicit dates in articles of other languages than English.

``names`` has the months as Unicode's CLDR spells them, ``words`` what stands around dates, ``patterns`` their shapes,
and ``dates`` reads them.
"""

from dossier.annotate.foreign.foreign_dates import times

__all__ = ["times"]
