"""The rulings of an edition that leaves events out: without the analyst's own words that tell of these."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from dossier.model import Article, EventField, Span, values_of
from dossier.pipeline.intake.withheld_claims import blanked, words_of
from dossier.resolve import Rulings
from dossier.resolve.rulings.rulings import EventCorrection

_IN_FREE_WORDS = frozenset(
    (
        EventField.EVENT,
        EventField.SUMMARY,
        EventField.ATTRIBUTION,
        EventField.PLACE,
        EventField.PARTICIPANTS,
        EventField.MENTION,
    )
)
"""The fields that the analyst gives in words of his own; the values of the others are a few, or dates."""


def withheld_words(articles: Iterable[Article], passages: Mapping[str, Sequence[Span]]) -> frozenset[str]:
    """The words that stand in the passages (by the id of their article) and nowhere else in the articles."""
    secret: set[str] = set()
    told: set[str] = set()
    for article in articles:
        spans = passages.get(article.id, ())
        secret.update(*(words_of(article.text[span.start : span.end]) for span in spans))
        told |= words_of(blanked(article.text, spans))
    return frozenset(secret - told)


def rulings_without(rulings: Rulings, secret: frozenset[str]) -> Rulings:
    """The rulings without each name, note and correction of the analyst's in which one of these words stands."""

    def is_open(*texts: str) -> bool:
        return all(words_of(text).isdisjoint(secret) for text in texts)

    def stays(one: EventCorrection) -> bool:
        return one.field not in _IN_FREE_WORDS or is_open(one.value, one.read or "")

    return replace(
        rulings,
        names={chain: name for chain, name in rulings.names.items() if is_open(name)},
        of_actors={
            chain: tuple(one for one in judgements if is_open(*values_of(one.decision).values()))
            for chain, judgements in rulings.of_actors.items()
        },
        notes=tuple(note for note in rulings.notes if is_open(note.text)),
        corrections={key: tuple(filter(stays, those)) for key, those in rulings.corrections.items()},
    )
