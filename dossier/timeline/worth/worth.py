"""Which events of an actor are worth a line of their own, and why the others are not: see docs/worth-a-line.md."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from dossier.model import (
    Certainty,
    Event,
    EventField,
    EventType,
    EventTypes,
    Evidence,
    LeftOutReason,
    Polarity,
    QuantityKind,
    Realis,
    Role,
    Span,
    Tense,
)
from dossier.text.word_lists import word_lists
from dossier.timeline.ordering.likely_days import is_dated
from dossier.timeline.worth.line_reading import is_quoted, says_nothing, speculates, tells_habit, tells_total
from dossier.timeline.worth.part_worth import GRAVE_IMPORTANCE, ROLE_WORTH, is_foreseen, part_worth
from dossier.timeline.worth.share_prices import is_daily_price
from dossier.timeline.worth.shown_mention import acts_for, claims_against, is_nameless, names_actor

_WORDS = word_lists("dossier.timeline", "timeline_words.toml")

PRIVATE_LIFE = _WORDS["private_life"]
"""Types of events that are told of those alone who have a part in them: a marriage, a birth."""

# set by hand, no measurement is recorded
_LIGHT = 0.5
"""Importance of a type below which its events are light: a movement (0.4), not a promise (0.5)."""
_MIN_RECURRING = 3
"""Running totals of one word from which they recur."""
_YEARS_OF_HISTORY = 2
"""Years from an event to the article that make it history."""
_COUNTED = (QuantityKind.KILLED, QuantityKind.INJURED, QuantityKind.MISSING)
"""Numbers of people that grow while a disaster goes on."""


@dataclass(frozen=True, slots=True)
class _OwnEvent:
    """An event of an actor, with what the other events of the actor say of it."""

    event: Event
    type: EventType
    part: float
    """What the part of the actor in it is worth."""
    is_with_grave: bool
    """Whether its sentence tells of a grave event of the actor."""
    recurring: int
    """The number of running totals with its word."""
    is_named: bool
    """Whether its line, or the sentence of that, has the actor."""
    is_claimed: bool
    """Whether only claims say that the actor did it, and the line is none of them."""
    is_history: bool
    """Whether it lies years before the article."""
    is_by_own_person: bool
    """Whether somebody does it of whom the line says that he is of the actor: "the bank's Roth"."""

    @property
    def shown(self) -> Evidence:
        """The mention whose line is shown."""
        return self.event.evidence[0]

    @property
    def is_dated(self) -> bool:
        """Whether a text gives its date, or its likely day is likely enough to be told."""
        return is_dated(self.event)

    @property
    def is_light(self) -> bool:
        """Whether it is of a type that matters little."""
        return self.type.importance < _LIGHT

    @property
    def is_present(self) -> bool:
        """Whether it stands in the simple present: "sells", not "is selling" and not "is sold"."""
        word = self.shown.trigger.exact.casefold()
        return self.shown.tense is Tense.PRESENT and (word == self.shown.lemma or word.endswith("s"))


def left_out_reasons(
    actor: str | None, events: Sequence[Event], types: EventTypes, published: Mapping[str, int] = MappingProxyType({})
) -> dict[str, LeftOutReason]:
    """The reason of each event, by id, that gets no line in the timeline of the actor (an id), or of the case.

    ``events`` are all that certainly belong to the actor; their order changes nothing. Without an actor they are those
    in which nobody takes part. ``published`` has the year of publication by article, where it is known. The first
    reason that fits counts.
    """
    found: dict[str, LeftOutReason] = {}
    for one in _own_events(actor, events, types, published):
        rules = _RULES_OF_FORESEEN if actor and is_foreseen(one.event, actor) else _RULES
        reason = next((reason for reason, fits in rules.items() if fits(one)), None)
        if reason:
            found[one.event.id] = reason
    return found


def _own_events(
    actor: str | None, events: Sequence[Event], types: EventTypes, published: Mapping[str, int]
) -> list[_OwnEvent]:
    grave = {_sentence(event) for event in events if types[event.type].importance >= GRAVE_IMPORTANCE}
    totals = Counter(event.evidence[0].lemma for event in events if _is_running_total(event))
    return [
        _OwnEvent(
            event,
            types[event.type],
            ROLE_WORTH[Role.AGENT] if actor is None else part_worth(event, actor),
            _sentence(event) in grave,
            totals[event.evidence[0].lemma],
            actor is None or names_actor(event, actor),
            actor is not None and bool(claims_against(event, actor)),
            _is_history(event, published.get(event.evidence[0].article)),
            actor is not None and acts_for(event.evidence[0], actor),
        )
        for event in events
    ]


def _is_history(event: Event, published: int | None) -> bool:
    last = event.dating.when.latest if event.dating.when else None
    return bool(published and last and published - last.year >= _YEARS_OF_HISTORY)


def _sentence(event: Event) -> tuple[str, Span]:
    first = event.evidence[0]
    return first.article, first.quote.span


def _has_unknown_speaker(one: _OwnEvent) -> bool:
    """Whether it is told within a quotation of nobody, or by a pronoun that means nobody known."""
    if one.event.attribution:
        return is_nameless(one.event.attribution)
    return is_quoted(one.shown.quote.exact, one.shown.trigger.span.start - one.shown.quote.span.start)


def _is_uncertain(one: _OwnEvent) -> bool:
    """Whether it is light, and the words leave open whether it took place."""
    value = one.event.factuality
    is_open = value.certainty in (Certainty.POSSIBLE, Certainty.UNDERSPECIFIED)
    return one.is_light and not value.is_expected and (is_open or value.polarity is Polarity.UNDERSPECIFIED)


def _is_open(one: _OwnEvent) -> bool:
    """Whether nobody can know whether it took or takes place; what the analyst calls a forecast is one."""
    is_judged = EventField.REALIS in one.event.judged
    return _is_uncertain(one) or (not is_judged and (_is_speculation(one) or _is_over(one)))


def _is_speculation(one: _OwnEvent) -> bool:
    """Whether the article itself only thinks of what may come, or of no act that will: without a day or a source."""
    value, when = one.event.factuality, one.event.dating.when
    if value.realis is not Realis.FORECAST or one.event.attribution or when:
        return False
    is_no_act = one.event.type in _WORDS["forecasts_of_no_act"]
    return is_no_act or (value.certainty is not Certainty.CERTAIN and speculates(one.event.summary))


def _is_over(one: _OwnEvent) -> bool:
    """Whether it is told as still to come, but of a time before the report: "it was her plan to sell in 1998"."""
    when, reported = one.event.dating.when, one.event.reported
    return bool(one.event.factuality.is_expected and when and reported and when.before(reported.first))


def _is_general(one: _OwnEvent) -> bool:
    """Whether it happens again and again."""
    return not one.is_dated and tells_habit(one.event.summary)


def _is_state(one: _OwnEvent) -> bool:
    """Whether it tells how things are: by its verb, in the simple present without a date, or since when they are so.

    Not an act that news tells in the present: "Kentland orders ten ships".
    """
    lemma = one.shown.lemma
    if (one.is_light and lemma in _WORDS["states"]) or _is_since_then(one):
        return True
    if not one.is_present or one.is_dated:
        return False
    if lemma in _WORDS["stands"]:
        return not one.is_with_grave
    is_act = one.event.type in _WORDS["acts_in_the_present"]
    return one.type.importance < GRAVE_IMPORTANCE and not one.type.reporting and not is_act


def _is_since_then(one: _OwnEvent) -> bool:
    """Whether a participle beside the statement says since when it is so: "the band, weakened since 2019, still robs".

    The statement is of today.
    """
    when, is_beside = one.event.dating.when, one.shown.tense is Tense.BARE and one.shown.hangs_on is not None
    return is_beside and when is not None and when.first is not None and when.last is None


def _is_figure(one: _OwnEvent) -> bool:
    """Whether it is a total, or one of several running totals."""
    if not one.shown.quantities or one.is_dated:
        return False
    return tells_total(one.event.summary) or (_is_running_total(one.event) and one.recurring >= _MIN_RECURRING)


def _is_running_total(event: Event) -> bool:
    """Whether it gives a number of victims in the perfect or the present: "has killed 40 people"."""
    shown = event.evidence[0]
    is_counted = any(quantity.kind in _COUNTED for quantity in shown.quantities)
    return is_counted and not is_dated(event) and shown.tense in (Tense.PERFECT, Tense.PRESENT)


def _is_talk(one: _OwnEvent) -> bool:
    """Whether somebody only remarks on something that is not grave, or only says something to the actor, or of it."""
    if not one.type.reporting or one.is_with_grave or one.shown.lemma in _WORDS["announcing"]:
        return False
    return one.part < ROLE_WORTH[Role.AGENT] or one.shown.lemma in _WORDS["remarks"]


def _says_nothing(one: _OwnEvent) -> bool:
    """Whether somebody only says nothing: "declined to comment", "did not say when"."""
    shown = one.shown
    is_unsaid = one.type.reporting and shown.lemma in _WORDS["plain_speech"]
    if is_unsaid and one.event.factuality.polarity is Polarity.NEGATIVE and not one.event.is_denied_by_judgement:
        return True
    return says_nothing(shown.quote.exact, shown.trigger.span.start - shown.quote.span.start)


def _is_in_passing(one: _OwnEvent) -> bool:
    """Whether the actor is only named in the phrase of another, and it is not grave, lies years back or is private.

    So is one whose line does not have the actor at all, unless several sources tell it and another gives it a part:
    as a fact, since by the bare line a reader takes what the actor is charged with for its deed.
    """
    if one.is_by_own_person:
        return False
    is_private = one.event.type in PRIVATE_LIFE
    is_minor = one.is_history or is_private or one.type.importance < GRAVE_IMPORTANCE
    is_told_by_others = one.event.independent_sources > 1 and one.part > ROLE_WORTH[Role.OTHER]
    return not (one.is_named or (is_told_by_others and not one.is_claimed)) or (
        one.part <= ROLE_WORTH[Role.OTHER] and is_minor
    )


def _is_routine(one: _OwnEvent) -> bool:
    """Whether its verb tells of every day, and neither a date nor a second source speaks for it.

    So does the price of a share, which has a date and is told by several.
    """
    if is_daily_price(one.event.summary):
        return True
    is_everyday = one.is_light and one.shown.lemma in _WORDS["everyday"]
    return is_everyday and not one.is_dated and one.event.independent_sources == 1


_RULES: Mapping[LeftOutReason, Callable[[_OwnEvent], bool]] = {
    LeftOutReason.NOT_ALONE: lambda one: not one.shown.stands_alone,
    LeftOutReason.UNKNOWN_SPEAKER: _has_unknown_speaker,
    LeftOutReason.UNCERTAIN: _is_open,
    LeftOutReason.GENERAL: _is_general,
    LeftOutReason.FIGURE: _is_figure,
    LeftOutReason.STATE: _is_state,
    LeftOutReason.TALK: lambda one: _says_nothing(one) or _is_talk(one),
    LeftOutReason.IN_PASSING: _is_in_passing,
    LeftOutReason.ROUTINE: _is_routine,
}
"""In the order in which they are tried."""
_RULES_OF_FORESEEN = {
    reason: fits
    for reason, fits in _RULES.items()
    if reason not in (LeftOutReason.NOT_ALONE, LeftOutReason.IN_PASSING, LeftOutReason.TALK)
} | {LeftOutReason.UNCERTAIN: _is_uncertain}
"""Its subject is an event of the actor, so a reader knows what "the group" of a forecast is, and what speaks for it.
A warning beside it is talk, but not of the actor."""
