"""spaCy's lemmatizer with its words in sets: it asks whether a form is a word, and looks through a list for it."""

from spacy.language import Language
from spacy.pipeline import Lemmatizer


def keep_words_in_sets(nlp: Language) -> None:
    """Let the lemmatizer of the pipeline, if it goes by rules, find words in sets; its lemmas stay the same."""
    for _, component in nlp.pipeline:
        if isinstance(component, Lemmatizer):
            index = component.lookups.get_table("lemma_index", {})
            for part_of_speech, words in index.items():
                index[part_of_speech] = frozenset(words)
