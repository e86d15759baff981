"""The list of what was not taken, and why: words linked to nobody, and passages that tell no events."""

from collections.abc import Iterator

from dossier.model import Annotations, ArticlePassage, RefusedLink
from dossier.render.article_page import page_wording
from dossier.render.article_page.page_context import NotTakenEntry, Value
from dossier.render.article_page.side_lists import entry, fields
from dossier.render.article_page.signs import Sign, Signs


def not_taken(annotations: Annotations, signs: Signs, text: str) -> tuple[NotTakenEntry, ...]:
    """The entries of refused words and of passages, in text order; ``text`` is that of the article."""
    listed = sorted(_entries(annotations, signs, text), key=lambda found: found[0].at)
    return tuple(made for _, made in listed)


def _entries(annotations: Annotations, signs: Signs, text: str) -> Iterator[tuple[Sign, NotTakenEntry]]:
    for refused, sign in zip(annotations.refused, signs.refused, strict=True):
        yield sign, _refused(refused, sign, signs)
    for passage, sign in zip(annotations.passages, signs.passages, strict=True):
        yield sign, _passage(passage, sign, signs, text)


def _refused(refused: RefusedLink, sign: Sign, signs: Signs) -> NotTakenEntry:
    return NotTakenEntry(
        anchor=sign.anchor,
        code=sign.code,
        place=signs.place(sign.at),
        words=page_wording.shortened_words(sign.name),
        kind="linked to nobody",
        fields=fields(
            ("may mean", tuple(entry(signs.actors[candidate]) for candidate in refused.candidates)),
            ("why not", (Value(page_wording.doubt_words(refused.doubt)),)),
        ),
    )


def _passage(passage: ArticlePassage, sign: Sign, signs: Signs, text: str) -> NotTakenEntry:
    return NotTakenEntry(
        anchor=sign.anchor,
        code=sign.code,
        place=signs.place(sign.at),
        words=page_wording.shortened_words(text[passage.span.start : passage.span.end]),
        kind=f"{sign.name}, no events read here",
        fields=fields(("why not", (Value(page_wording.PASSAGE_REASONS[passage.role]),))),
    )
