"""A page of articles with their annotations marked in the text: to see what was read in them, and why."""

from dossier.render.article_page.article_view import article_view
from dossier.render.article_page.excerpt import excerpt
from dossier.render.article_page.page_writer import ArticlePage

__all__ = ["ArticlePage", "article_view", "excerpt"]
