"""Explicit dates in articles of other languages than English.

``month_names`` has the months as Unicode's CLDR spells them, ``foreign_words`` the words around dates, and
``date_patterns`` the forms of dates. ``date_readings`` says what a match of each form means, with the words beside it
(``match_context``) and the calendar (``calendar_dates``). ``foreign_dates`` is the way in.
"""

from dossier.annotate.foreign.foreign_dates import times

__all__ = ["times"]
