"""Helpers for text that use no values of ``model``: paragraphs, names, spellings, lists of words, file names."""
