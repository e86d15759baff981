"""The passage that is cited for an alias."""

import pytest

from dossier.model import Span
from dossier.resolve.actors.traits.alias_wording import alias_quote

CALLED = "Omar Kessel ate. Abu Salim, whose real name is Omar Kessel, was held in Varnholt. He slept."
FAR = f"Omar Kessel ate. {'It rained. ' * 40}Abu Salim slept."


@pytest.mark.parametrize(
    ("text", "sentence", "cited"),
    [
        (CALLED, "", "Abu Salim, whose real name is Omar Kessel"),
        (CALLED, "He slept.", "Abu Salim, whose real name is Omar Kessel"),
        (CALLED, "Omar Kessel ate.", "Abu Salim, whose real name is Omar Kessel"),
        (
            CALLED,
            "Abu Salim, whose real name is Omar Kessel, was held in Varnholt.",
            "Abu Salim, whose real name is Omar Kessel, was held in Varnholt.",
        ),
        (FAR, "", "Abu Salim"),
    ],
)
def test_the_shortest_passage_with_both_names_is_cited(text: str, sentence: str, cited: str) -> None:
    names = [Span(start, start + len("Omar Kessel")) for start in range(len(text)) if text.startswith("Omar K", start)]
    quote = alias_quote(text, names, [_at(text, "Abu Salim")], [_at(text, sentence)] if sentence else [])
    assert (quote.exact, quote.stands_in(text)) == (cited, True)


def _at(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))
