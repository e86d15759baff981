"""spaCy's lemmatizer with its words in sets and its lemmas kept: the same lemmas in a fraction of the time."""

from collections.abc import Callable

from spacy.language import Language
from spacy.pipeline import Lemmatizer
from spacy.tokens import Token


def look_up_lemmas(nlp: Language) -> None:
    """Let the lemmatizer of the pipeline, if it goes by rules, look up what it searches for and works out anew."""
    for _, component in nlp.pipeline:
        if isinstance(component, Lemmatizer) and component.mode == "rule":
            index = component.lookups.get_table("lemma_index", {})
            for part_of_speech, words in index.items():
                index[part_of_speech] = frozenset(words)
            component.lemmatize = _kept(component.lemmatize)  # type: ignore[assignment]


def _kept(lemmatize: Callable[[Token], list[str]]) -> Callable[[Token], list[str]]:
    """The same function, which works out the lemmas of a word once for each part of speech and form."""
    known: dict[tuple[int, int, int], list[str]] = {}

    def lemmas(token: Token) -> list[str]:
        key = (token.orth, token.pos, token.morph.key)  # type: ignore[attr-defined]
        if key not in known:
            known[key] = lemmatize(token)
        return known[key]

    return lemmas
