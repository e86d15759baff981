"""Helpers for text that know no model: paragraphs, headings, names, spellings, lists of words, file names."""
