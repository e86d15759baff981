"""From an article and its annotations to what the page shows."""

from dossier.model import Annotations, Article
from dossier.render import date_words, prose
from dossier.render.article_page.event_list import events
from dossier.render.article_page.mark_layers import marks
from dossier.render.article_page.marking import blocks
from dossier.render.article_page.page_context import Reading
from dossier.render.article_page.side_lists import actors, quotations, times
from dossier.render.article_page.signs import signs


def reading(article: Article, found: Annotations, number: int) -> Reading:
    """Everything that the page shows of an article; ``number`` tells the articles of one page apart.

    Raises ValueError when the annotations are of another article.
    """
    if found.article != article.id:
        raise ValueError(f"annotations of {found.article} do not belong to article {article.id}")
    named = signs(found, number)
    language = found.language or article.language
    listed = events(found, named, language)
    chains = actors(found, named)
    quoted = quotations(found, named, language)
    timed = times(found, named)
    # Last: only now is it known which places the lists lead to.
    text = blocks(article.text, marks(found, named, len(article.text)), named.places, named.anchor)
    return Reading(
        number=number,
        anchor=named.prefix,
        title=prose.tidy(article.title or "") or prose.tidy(article.ref),
        ref=prose.tidy(article.ref),
        sha256=article.sha256,
        about=_about(article, prose.tag(language)),
        language=prose.tag(language),
        blocks=text,
        actors=chains,
        events=listed,
        quotations=quoted,
        times=timed,
    )


def _about(article: Article, language: str) -> tuple[str, ...]:
    by = prose.tidy(article.publisher or ""), prose.tidy(article.author or "")
    return tuple(filter(None, (*by, language and f"language {language}", date_words.published(article.published))))
