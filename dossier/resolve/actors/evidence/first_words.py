"""A body that articles call by its full name first and by its first word from then on: "Hadley Quay", then "Hadley"."""

from collections.abc import Iterator

from dossier.model import Form, Kind, Reason, Signal
from dossier.resolve.actors.evidence.corpus import Corpus
from dossier.resolve.actors.traits.canonical_names import is_generic, named_country
from dossier.resolve.actors.traits.chain_groups import ChainGroup
from dossier.text.names import is_body
from dossier.text.place_names import is_listed_place
from dossier.text.weights import weight_table

_WEIGHTS = weight_table("dossier.resolve.actors", "actor_weights.toml")
_FIRST_WORD = _WEIGHTS.bits("body_by_its_first_word")
_SPELLED_OUT_IN = _WEIGHTS.share("spelled_out_beside_first_word")
_SPELLED_OUT_FIRST_IN = _WEIGHTS.share("spelled_out_before_first_word")
_MOST_WORDS = _WEIGHTS.count("words_of_body_by_its_first", "words")


def first_word_reasons(left: ChainGroup, right: ChainGroup, corpus: Corpus) -> Iterator[Reason]:
    """The evidence that one name is the first word by which articles go on to call the body of the other.

    Most articles with the word spell the name out, and nearly all of these before it, but for a headline: so a
    newspaper names a body once. An arm bears the
    name of its firm too ("Hadley", "Hadley Maps"), but most articles tell of the firm without the arm. No article with
    the word may have another name with it, and the word is no place's and no country's, as in "Orlov Quay".
    """
    short, full = sorted((left, right), key=lambda group: len(group.words))
    if not may_be_first_word(short) or not is_with_first_word(full) or short.key != full.words[0]:
        return
    both = short.articles & full.articles
    if len(both) < _SPELLED_OUT_IN * len(short.articles) or len(short.articles) > len(full.articles):
        return
    names, words = _starts(full), _starts(short)
    spelled_first = sum(names[article] < words[article] for article in both)
    if spelled_first >= _SPELLED_OUT_FIRST_IN * len(both) and not any(
        corpus.others_with(short.key, full.key, article) for article in short.articles
    ):
        yield Reason(Signal.SHORT_FORM, _FIRST_WORD, f"{short.name} is what articles go on to call {full.name}")


def may_be_first_word(group: ChainGroup) -> bool:
    """Whether the name is one word, and a body's of its own: no country's, no place's, and none that many bear."""
    is_word = group.kind is Kind.ORGANIZATION and len(group.words) == 1
    return is_word and not (is_generic(group.words) or named_country(group.name) or is_listed_place(group.key))


def is_with_first_word(group: ChainGroup) -> bool:
    """Whether the name is a body's of two or three words, none behind the first of which says what kind of body it is.

    "Hadley Foundation" may be another body than Hadley.
    """
    is_name = group.kind is Kind.ORGANIZATION and 1 < len(group.words) <= _MOST_WORDS
    return is_name and not any(map(is_body, group.words[1:]))


def _starts(group: ChainGroup) -> dict[str, int]:
    """By article where it first has the name."""
    return {
        one.article: min((m.quote.span.start for m in one.chain.mentions if m.form is Form.NAME), default=-1)
        for one in reversed(group.profiles)
    }
