"""A Markdown file, perhaps with front matter: one article."""

from dossier.sources import markdown
from dossier.sources.reader import Reader, one_article

MARKDOWN_FILE = Reader(name="Markdown", suffixes=(".md", ".markdown"), read=one_article(markdown.read))
