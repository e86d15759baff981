"""Make what the template of an article gets from the article and its annotations."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from dossier.model import Annotations, Article
from dossier.render.article_page.event_list import events
from dossier.render.article_page.mark_layers import marks
from dossier.render.article_page.marking import TextMark, blocks
from dossier.render.article_page.not_taken import not_taken
from dossier.render.article_page.page_context import ArticleView
from dossier.render.article_page.side_lists import actors, quotations, times
from dossier.render.article_page.signs import signs
from dossier.render.wording import date_wording, prose


def article_view(
    article: Article,
    annotations: Annotations,
    number: int,
    link: Callable[[TextMark], str] = lambda mark: mark.link,
    also: Iterable[TextMark] = (),
) -> ArticleView:
    """Everything that the page shows of an article. ``number`` counts the articles of the page from 1.

    ``link`` gives where a mark in the text leads: to its entry in the lists, or an address that begins with "/".
    ``also`` are marks of what was not read.

    Raises ValueError when the annotations are of another article.
    """
    if annotations.article != article.id:
        raise ValueError(f"annotations of {annotations.article} do not belong to article {article.id}")
    all_signs = signs(annotations, number)
    language = annotations.language or article.language
    event_entries = events(annotations, all_signs, language)
    actor_entries = actors(annotations, all_signs)
    quotation_entries = quotations(annotations, all_signs, language)
    time_entries = times(annotations, all_signs)
    not_taken_entries = not_taken(annotations, all_signs, article.text)
    # last, since making the lists has collected the places to which they lead
    found = marks(annotations, all_signs, len(article.text))
    marked = [replace(mark, link=link(mark)) if mark.link else mark for mark in found]
    text = blocks(article.text, [*marked, *also], all_signs.places, all_signs.anchor)
    return ArticleView(
        number=number,
        anchor=all_signs.prefix,
        title=prose.tidy(article.title or "") or prose.tidy(article.ref),
        ref=prose.tidy(article.ref),
        sha256=article.sha256,
        about=_about(article, prose.language_tag(language)),
        language=prose.language_tag(language),
        blocks=text,
        actors=actor_entries,
        events=event_entries,
        quotations=quotation_entries,
        times=time_entries,
        not_taken=not_taken_entries,
    )


def _about(article: Article, language: str) -> tuple[str, ...]:
    by = prose.tidy(article.publisher or ""), prose.tidy(article.author or "")
    return tuple(
        filter(None, (*by, language and f"language {language}", date_wording.publication_words(article.published)))
    )
