"""What was read at a place of an article, for a reader: whom words mean, by which rule, and how often it is right."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from flask import request

from dossier.model import ActorMention, Annotations, Article, Citation, Form, Span, StandingNote
from dossier.render import article_page
from dossier.render.article_page import page_wording
from dossier.render.article_page.marking import TextMark
from dossier.render.article_page.page_context import Block
from dossier.render.wording import date_wording, prose
from dossier.render.wording.analyst_wording import author_words
from dossier.serve.served_case import CaseSnapshot


@dataclass(frozen=True, slots=True)
class MentionLine:
    """Words that mean somebody, or may: whom (``name``, empty for nobody), how that is known, and where to correct it.

    ``dossier`` is the address of the dossier of that name, empty where it has none.
    """

    words: str
    name: str
    dossier: str
    how: str
    address: str
    is_doubtful: bool


def title_words(cited: Citation) -> str:
    """The title of an article; where it has none, its first words, else its ref."""
    return prose.tidy(cited.title or cited.opening or cited.ref)


def origin_words(cited: Citation) -> str:
    """Who published an article, and when, as far as that is known."""
    published = date_wording.shortened(date_wording.publication_words(cited.published))
    return ", ".join(filter(None, (prose.tidy(cited.publisher or ""), published)))


def notes_in_words(notes: Iterable[StandingNote]) -> tuple[tuple[str, str], ...]:
    """The notes of the analyst: each with its author and day."""
    return tuple((prose.tidy(one.text), author_words(one.by, one.made)) for one in notes)


def words_address(article: str, span: Span) -> str:
    """The address of the page on words of an article."""
    return f"/article/{article}/words/{span.start}-{span.end}"


def with_way_back(article: str) -> Callable[[TextMark], str]:
    """The address behind a mark in an article, from which a decision leads back to the page that is asked for."""
    return lambda mark: f"{words_address(article, mark.span)}?back={request.path}"


def around(article: Article, found: Annotations, place: Span) -> list[Block]:
    """The paragraphs around a place, with what was read there marked; each mark leads to the page on its words."""
    return article_page.excerpt(article, found, place, with_way_back(article.id))


def mention_lines(held: CaseSnapshot, found: Annotations, place: Span) -> tuple[MentionLine, ...]:
    """The words within a place that mean somebody, or were linked to nobody, in their order."""
    lines = [*_meant(held, found, place), *_refused(held, found, place)]
    return tuple(line for _, line in sorted(lines, key=lambda one: one[0]))


def _meant(held: CaseSnapshot, found: Annotations, place: Span) -> "Iterator[tuple[int, MentionLine]]":
    for chain in found.actors:
        actor = held.of_chain.get((found.article, chain.id))
        for mention in chain.mentions:
            span = mention.quote.span
            if place.covers(span):
                yield (
                    span.start,
                    MentionLine(
                        words=page_wording.shortened_words(mention.quote.exact),
                        name=prose.tidy(actor.name if actor else chain.name),
                        dossier=f"/actor/{actor.id}" if actor else "",
                        how=_how(mention),
                        address=f"{words_address(found.article, span)}?back={request.path}",
                        is_doubtful=mention.form is not Form.NAME,
                    ),
                )


def _how(mention: ActorMention) -> str:
    return ", ".join(filter(None, (page_wording.FORM_WORDS[mention.form], page_wording.sieve_words(mention))))


def _refused(held: CaseSnapshot, found: Annotations, place: Span) -> "Iterator[tuple[int, MentionLine]]":
    names = {chain.id: chain.name for chain in found.actors}
    for refused in found.refused:
        span = refused.quote.span
        if place.covers(span):
            candidates = page_wording.candidate_words([prose.tidy(names[one]) for one in refused.candidates])
            how = ", ".join(filter(None, (candidates, page_wording.doubt_words(refused.doubt))))
            address = f"{words_address(found.article, span)}?back={request.path}"
            yield span.start, MentionLine(prose.tidy(refused.quote.exact), "", "", how, address, True)
