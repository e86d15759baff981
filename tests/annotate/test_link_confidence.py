"""How sure links are: a table of texts with the links that are sure and the doubts of others."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from dossier.annotate.actors.links.link_evidence import DOUBTS
from dossier.annotate.actors.sieves import LINK_PRECISION, WEIGHTS
from dossier.model import SURE_LINK, Annotations, Form, Sieve
from tests.conftest import Annotate

TABLE = Path(__file__).with_name("link_confidence.txt")


def cases() -> Iterator[tuple[str, list[str]]]:
    text, links = "", []
    for line in TABLE.read_text("utf-8").splitlines():
        if line.startswith("    "):
            links.append(line.strip())
        elif line.strip() and not line.startswith("#"):
            if text:
                yield text, links
            text, links = line, []
    yield text, links


def links_of(found: Annotations) -> dict[str, str]:
    """By word: the actor, and what is in doubt."""
    return {
        mention.quote.exact: f"{actor.name}: {mention.doubt or 'sure'}"
        for actor in found.actors
        for mention in actor.mentions
        if mention.form is not Form.NAME
    }


@pytest.mark.parametrize(("text", "links"), list(cases()), ids=lambda case: str(case)[:60])
def test_links(annotate: Annotate, text: str, links: list[str]) -> None:
    found = links_of(annotate(text))
    assert [f"{word}: {found.get(word, '-: -')}" for word, _, _ in (link.partition(": ") for link in links)] == links


@pytest.mark.parametrize("text", [text for text, _ in cases()], ids=lambda text: text[:60])
def test_a_sure_link_has_no_doubt_and_any_other_has_one(annotate: Annotate, text: str) -> None:
    for actor in annotate(text).actors:
        for mention in actor.mentions:
            assert 0 < mention.confidence <= 1
            assert (mention.doubt is None) == (mention.confidence >= SURE_LINK)


def test_confidences_do_not_depend_on_what_was_read_before(annotate: Annotate) -> None:
    texts = [text for text, _ in cases()]
    forwards = {text: annotate(text) for text in texts}
    backwards = {text: annotate(text) for text in reversed(texts)}
    assert {text: found.actors for text, found in forwards.items()} == {
        text: found.actors for text, found in backwards.items()
    }


def test_several_that_fit_are_refused_with_the_candidates(annotate: Annotate) -> None:
    found = annotate("Ada Brandt told Bea Keller that she was ill.")
    names = {actor.id: actor.name for actor in found.actors}
    refused = [(link.quote.exact, link.doubt, [names[i] for i in link.candidates]) for link in found.refused]
    assert refused == [("she", "several fit", ["Ada Brandt", "Bea Keller"])]


def test_every_sieve_and_doubt_has_a_share() -> None:
    assert set(LINK_PRECISION) == set(Sieve) - {Sieve.NAME, Sieve.JUDGEMENT, Sieve.WATCHLIST}
    shares = [WEIGHTS.share(f"person.{doubt.name.lower()}") for doubt in DOUBTS]
    assert all(0 < share < SURE_LINK for share in shares)
