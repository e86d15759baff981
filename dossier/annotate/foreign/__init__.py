"""Explicit dates in articles of other languages than English.

``month_names`` has the months as Unicode's CLDR spells them, ``foreign_words`` the words around dates, and
``date_patterns`` the forms of dates; ``foreign_dates`` reads them.
"""

from dossier.annotate.foreign.foreign_dates import times

__all__ = ["times"]
