"""Temporal expressions: which words are times, and what they mean.

``lexer`` spells a text in letters that stand for word classes, ``grammar`` and ``matching`` find the longest rule at
each place, the families (``dates``, ``weekdays``, ``clock``, …) read it into the values of ``units`` and
``repeating``, resting on what ``context`` knows. ``component`` is the way in.
"""
