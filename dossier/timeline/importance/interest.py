"""How likely it is that a reader finds a line true, in good English and worth having: learned from readers' verdicts.

A logistic regression over signals that a reader understands. ``interest_weights.toml`` has the weights and says from
which verdicts ``scripts/learn_interest.py`` learned them.
"""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence

from dossier.model import Actor, Citation, Event, EventTypes, Kind, Tense
from dossier.text.weights import weight_table
from dossier.text.word_lists import word_lists
from dossier.timeline.importance.interest_signals import signals
from dossier.timeline.importance.retold import Retold
from dossier.timeline.worth.part_worth import DOING_OR_UNDERGOING, GRAVE_IMPORTANCE, roles_of

_WORDS = word_lists("dossier.timeline", "timeline_words.toml")
_MOVES = _WORDS["moves_of_figures"]
_ACTS_IN_THE_PRESENT, _PERFORMING = _WORDS["acts_in_the_present"], _WORDS["performing"]
_WEIGHTS = weight_table("dossier.timeline.importance", "interest_weights.toml")
LEAST_INTEREST = _WEIGHTS.share("least_interest")
"""The interest from which an event gets a line."""
LEAST_INTEREST_IF_GRAVE = _WEIGHTS.share("least_interest_if_grave")
"""The same for a grave act of the actor or to it."""
LEAST_INTEREST_OF_FEW = _WEIGHTS.share("least_interest_of_few")
"""The same for an event of an actor of whom few lines are told, unless it is grave: then it is told anyway."""
_INTEREST_OF_SEVERAL = 0.8
"""The least interest of what several sources tell. Set by hand."""
_NARRATIVE_TENSES = (Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT)
_FEW = 8
"""Lines of a timeline that are still few: to so many it is filled. Set by hand; no measurement is recorded."""
_DIGITS = 4  # behind the point, so that no machine rounds otherwise


def interest(event: Event, actor: Actor | None, articles: Mapping[str, Citation], types: EventTypes) -> float:
    """The chance, from 0 to 1, that a reader of the timeline of the actor, or of the case, wants the line of the event.

    ``articles`` are those of its evidence, by id.
    """
    score = _WEIGHTS.value("base", "log odds") + math.fsum(
        _WEIGHTS.value(name, "log odds") * value for name, value in signals(event, actor, articles, types).items()
    )
    return round(1 / (1 + math.exp(-score)), _DIGITS)


def interests(
    actor: Actor | None, events: Sequence[Event], articles: Mapping[str, Citation], types: EventTypes
) -> Mapping[str, float]:
    """The interest of each event of the actor, or of nobody, by id. ``articles`` are those of their evidence, by id.

    What several independent sources tell is wanted, however each of them words it.
    """
    scores = {event.id: interest(event, actor, articles, types) for event in events}
    wanted = {event.id for event in events if event.independent_sources > 1}
    if actor is not None:
        wanted.update(_told_alike(actor, events, scores, articles))
    return scores | {key: max(scores[key], _INTEREST_OF_SEVERAL) for key in wanted}


def _told_alike(
    actor: Actor, events: Sequence[Event], scores: Mapping[str, float], articles: Mapping[str, Citation]
) -> Iterator[str]:
    """The ids of the acts of little interest that several sources state alike, known to be one event or not.

    The actor does or undergoes them. What is told in passing, what lasts and how far a count has grown is told alike
    of many things.
    """
    doubtful = [
        event
        for event in events
        if scores[event.id] < LEAST_INTEREST
        and _states_an_act(event)
        and not roles_of(event, actor.id).isdisjoint(DOING_OR_UNDERGOING)
    ]
    retold = Retold(events, articles) if doubtful else None
    yield from (event.id for event in doubtful if retold and retold.sources(event) > 1)


def _states_an_act(event: Event) -> bool:
    shown = event.evidence[0]
    is_act = event.type in _ACTS_IN_THE_PRESENT or shown.lemma in _PERFORMING
    is_news = shown.tense is Tense.PRESENT and is_act
    is_told = (shown.tense in _NARRATIVE_TENSES or is_news) and shown.hangs_on is None
    return is_told and event.factuality.is_fact and not shown.quantities


def of_little_interest(
    actor: Actor, events: Iterable[Event], scores: Mapping[str, float], types: EventTypes
) -> frozenset[str]:
    """The ids of those events of the actor that a reader of its timeline hardly wants, by their ``scores`` of interest.

    Where few lines are left, the most wanted of the others fill them up: who reads of somebody of whom little is told
    wants that little.
    """
    own = tuple(events)
    wanted = _moves_of_figure(own) if actor.kind not in (Kind.PERSON, Kind.PLACE) else frozenset()
    others = [event for event in own if event.id not in wanted]
    enough = {event.id for event in others if scores[event.id] >= least_interest(event, actor, types)}
    lines = {event.summary for event in own if event.id in wanted | enough}
    for event in sorted(others, key=lambda event: (-scores[event.id], event.id)):
        is_told = event.summary in lines or len(lines) < _FEW
        if is_told and scores[event.id] >= least_interest(event, actor, types, are_few=True):
            lines.add(event.summary)
            enough.add(event.id)
    return frozenset(event.id for event in others) - enough


def _moves_of_figure(events: Sequence[Event]) -> frozenset[str]:
    """The ids of the events that move a figure, where they are half of an actor's: a share index does little else.

    Readers gave their verdicts on people, bodies and places, so the score says nothing of these.
    """
    moves = frozenset(event.id for event in events if event.evidence[0].lemma in _MOVES)
    return moves if 2 * len(moves) >= len(events) else frozenset()


def least_interest(event: Event, actor: Actor, types: EventTypes, *, are_few: bool = False) -> float:
    """The interest from which the event, one of few or of many, gets a line in the timeline of the actor.

    None is asked of what several independent sources tell, who may contradict each other, and less of a grave act of
    the actor or to it that is a statement of its own and told in words that need no other sentence. Of few lines more
    is asked of one that needs another sentence.
    """
    if event.independent_sources > 1:
        return 0.0
    shown = event.evidence[0]
    has_part = not roles_of(event, actor.id).isdisjoint(DOING_OR_UNDERGOING)
    is_grave = types[event.type].importance >= GRAVE_IMPORTANCE
    is_whole = shown.hangs_on is None and not shown.points_back
    if has_part and is_grave and is_whole:
        return 0.0 if are_few else LEAST_INTEREST_IF_GRAVE
    if not are_few:
        return LEAST_INTEREST
    return LEAST_INTEREST_IF_GRAVE if shown.points_back else LEAST_INTEREST_OF_FEW
