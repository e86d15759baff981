"""What of the rulings on a case bears on one of its shelves."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from dossier.model import TriggerKey
from dossier.resolve import Rulings
from dossier.resolve.rulings.rulings import ChainKey

_Key = TypeVar("_Key", ChainKey, TriggerKey)
_T = TypeVar("_T")
_Pair = tuple[frozenset[_Key], frozenset[_Key]]


def rulings_on(articles: Collection[str], rulings: Rulings) -> Rulings:
    """The rulings on chains and mentions of these articles; notes are put on when the whole case is known.

    A chain that the analyst keeps apart from others stays apart, also where those stand on other shelves.
    """

    def within(keys: Iterable[_Key]) -> frozenset[_Key]:
        return frozenset(key for key in keys if key[0] in articles)

    def groups(all_groups: Iterable[frozenset[_Key]]) -> tuple[frozenset[_Key], ...]:
        return tuple(own for group in all_groups if len(own := within(group)) > 1)

    def pairs(all_pairs: Iterable[_Pair[_Key]]) -> tuple[_Pair[_Key], ...]:
        return tuple((within(one), within(other)) for one, other in all_pairs if within(one | other))

    def values(by_key: Mapping[_Key, _T], of: Callable[[_T], _T] = lambda value: value) -> dict[_Key, _T]:
        return {key: of(value) for key, value in by_key.items() if key[0] in articles}

    return Rulings(
        same=groups(rulings.same),
        different=pairs(rulings.different),
        unsure=pairs(rulings.unsure),
        of_actors=values(rulings.of_actors),
        kinds_read=values(rulings.kinds_read),
        names=values(rulings.names),
        rejected=within(rulings.rejected),
        same_events=groups(rulings.same_events),
        different_events=pairs(rulings.different_events),
        unsure_events=pairs(rulings.unsure_events),
        dates=values(rulings.dates),
        corrections=values(
            rulings.corrections, lambda those: tuple(replace(one, chains=within(one.chains)) for one in those)
        ),
        hidden=within(rulings.hidden),
    )


def ties(rulings: Rulings) -> list[frozenset[str]]:
    """The articles that must stand on one shelf: those of mentions that the analyst called one event.

    So must an event to which he gave an actor of other articles, and the first of these.
    """
    events = (frozenset(article for article, *_ in group) for group in rulings.same_events)
    given = (
        frozenset((event[0], min(one.chains)[0]))
        for event, those in rulings.corrections.items()
        for one in those
        if one.chains and all(article != event[0] for article, _ in one.chains)
    )
    return [*events, *given]
