"""Temporal expressions: which words are times, and what they mean.

``lexer`` spells a text in letters that stand for word classes, ``grammar`` and ``matching`` find the longest rule at
each place. The families (``full_dates``, ``weekdays``, ``clock_times`` …) turn each match into a ``time_reading`` with
the values of ``units`` and ``repeating``; ``anchor_context`` holds the times that a text has mentioned so far.
``timex_tagger`` is the way in.
"""
