"""Helpers for text that know no model: where paragraphs and headings are, names, slugs."""
