"""The words that stand for the title of an article without one."""

import pytest

from dossier.model import ArticlePassage, PassageRole, Span
from dossier.pipeline.cases.openings import opening

BODY = "The harbour of Orlov burnt down on Monday night. Nobody was hurt."
FIRST = "The harbour of Orlov burnt down on Monday night."


@pytest.mark.parametrize(
    ("parts", "title"),
    [
        ([("", None)], FIRST),
        ([("ORLOV (Agency) - ", "dateline")], FIRST),
        ([("A man looks at ruins in Orlov May 4, 2020. ", "caption"), ("ORLOV (Agency) - ", "dateline")], FIRST),
        ([("By Ada Brandt | ", "byline"), ("09:53 AM, 4 May 2020 ", "dateline")], FIRST),
        ([("Harbour of Orlov burns ", "headline")], "Harbour of Orlov burns"),
        ([("Harbour of Orlov burns ", "caption"), ("Tuesday 5 May 2020 ", "dateline")], "Harbour of Orlov burns"),
        ([("\\* Harbour burnt down \\* Nobody hurt ", None)], "Harbour burnt down"),
        ([("No.\nMr. J. R. Brandt of the Orlov port saw it. ", None)], "Mr. J. R. Brandt of the Orlov port saw it."),
    ],
)
def test_an_opening_is_the_headline_or_the_first_sentence(parts: list[tuple[str, str | None]], title: str) -> None:
    text, passages = "", []
    for words, role in parts:
        if role:
            passages.append(ArticlePassage(Span(len(text), len(text) + len(words)), PassageRole(role)))
        text += words
    assert opening(text + BODY, passages) == title


def test_nothing_but_parts_of_the_page_has_no_opening() -> None:
    text = "A man looks at ruins in Orlov."
    assert opening(text, [ArticlePassage(Span(0, len(text)), PassageRole.CAPTION)]) == ""
