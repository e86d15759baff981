"""A text file: one article."""

from dossier.sources import plain_text
from dossier.sources.reader import Reader, one_article

TEXT_FILE = Reader(name="a text", suffixes=(".txt", ".text"), read=one_article(plain_text.read))
