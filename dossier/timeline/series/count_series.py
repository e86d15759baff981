"""Entries that give the numbers of one count that goes on: a toll that rises, the cases of an illness."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import networkx as nx

from dossier.model import Event, EventTypes, Evidence, Figure, Role, RolePlayer, When
from dossier.text.content_words import content_words
from dossier.text.word_lists import word_lists
from dossier.timeline.series.running_counts import RunningCount, Sentence
from dossier.timeline.worth.line_reading import tells_total

_WORDS_OF_COUNTS = word_lists("dossier.timeline", "timeline_words.toml")["words_of_counts"]
_IS_ONE_OF_MANY = re.compile(r"(?:an?|another|two|three|several|some)\b", re.IGNORECASE)
"""How a cause begins that has not been told of before: "a bomb has killed ten people"."""
_INCLUDED = re.compile(r"\bincluding\s+$", re.IGNORECASE)
# set by hand, no measurement is recorded
_LONGEST_PAUSE = timedelta(days=60)
"""Days between two tellings of a count beyond which the later may be of another."""
_MOST_COMPARED = 5
"""Tellings before it with which one is compared: of more of one actor those between would have joined them."""


@dataclass(frozen=True, slots=True)
class CountSeries:
    """The events whose lines give the numbers of one count, the newest first, and their figures in the same order."""

    events: tuple[Event, ...]
    figures: tuple[Figure, ...]

    @property
    def grows(self) -> bool:
        """Whether the number changes."""
        return len({figure.number.quote.exact for figure in self.figures}) > 1


@dataclass(frozen=True, slots=True)
class _CountedLine:
    """A line with a number of a count."""

    event: Event
    count: RunningCount
    day: date
    when: When
    parties: frozenset[str]
    """Those who give the number; of a toll those among whom it grows. By their ids."""
    among: frozenset[str]
    """Where it is counted, by ids."""
    matter: frozenset[str]
    """The words of the line that say what it is a count of."""
    is_of_new_cause: bool

    @property
    def most(self) -> float:
        """The number; of a round one that is open ("more than 11,000") the next as round, but "100" says too little."""
        value, digits = self.count.value, f"{self.count.value:.0f}"
        exact = digits.rstrip("0")
        is_open = self.count.number.most is None or self.count.number.is_about
        return value + 10 ** (len(digits) - len(exact)) if is_open and len(exact) > 1 else value

    @property
    def place_in_time(self) -> tuple[date, float, str]:
        return self.day, self.count.value, self.event.id


def count_series(
    events: Iterable[Event], counts: Mapping[Sentence, tuple[RunningCount, ...]], types: EventTypes
) -> list[CountSeries]:
    """The series of counts among events with lines of their own; no event is in two.

    ``counts`` are the numbers of all sentences. Two lines are of one count if the same party gives the number, or the
    number grows in one place; of the same thing in the same places; if they share a word for the matter; and if it does
    not fall.
    """
    of_party: dict[tuple[str, str], list[_CountedLine]] = {}
    for event in events:
        for telling in _tellings(event, counts, types):
            for party in telling.parties:
                of_party.setdefault((telling.count.counted, party), []).append(telling)
    chains = [_growing(matter) for key in sorted(of_party) for matter in _matters(of_party[key])]
    return [_series(tellings) for tellings in _joined(chain for chain in chains if len(chain) > 1)]


def _tellings(
    event: Event, counts: Mapping[Sentence, tuple[RunningCount, ...]], types: EventTypes
) -> Iterator[_CountedLine]:
    """One for each thing that the line of an event counts, if its line has one number for that."""
    shown, when = event.evidence[0], event.stands_at
    moment = (when.start or when.end) if when else None
    if not event.factuality.is_fact or when is None or moment is None:
        return
    agents = [player for player in event.participants if player.role is Role.AGENT]
    is_toll = bool(types[event.type].counts) or not _entities(agents)
    parties = event_entities(event) - _entities(agents) if is_toll else _entities(agents)
    is_report = types[event.type].reporting or tells_total(event.summary)
    of_line = [
        count
        for count in counts.get((shown.article, shown.quote.span), ())
        if count.number.quote.exact in event.summary and (count.event == event.id or (is_report and not is_toll))
    ]
    for counted in sorted({count.counted for count in of_line}):
        first, *others = _without_parts([count for count in of_line if count.counted == counted], shown, is_toll)
        if all(other.number.quote == first.number.quote for other in others):
            matter = _matter(event, parties)
            is_new = is_toll and not tells_total(event.summary) and not _has_known_cause(agents)
            among = frozenset[str]() if is_toll else first.among - parties
            yield _CountedLine(event, first, moment.date(), when, parties, among, matter, is_new)


def _without_parts(counts: Sequence[RunningCount], shown: Evidence, is_toll: bool) -> Sequence[RunningCount]:
    """The counts that somebody gives without those of a part: "898 infections, including one case in Varn".

    Of a toll all stay: that of Varn is the part.
    """
    start = shown.quote.span.start
    whole = [one for one in counts if not _INCLUDED.search(shown.quote.exact[: one.number.quote.span.start - start])]
    return counts if is_toll or not whole else whole


def event_entities(event: Event) -> frozenset[str]:
    """The ids of the actors that an event names, its place too."""
    where = {event.place.entity} if event.place and event.place.entity else set()
    return _entities(event.participants) | where


def _entities(players: Iterable[RolePlayer]) -> frozenset[str]:
    return frozenset(player.entity for player in players if player.entity)


def _has_known_cause(agents: Sequence[RolePlayer]) -> bool:
    """Whether what kills is told of as known: "the flood", "swine flu"."""
    causes = [agent.words.exact if agent.words else agent.name for agent in agents]
    return bool(causes) and not any(_IS_ONE_OF_MANY.match(cause) for cause in causes)


def _matter(event: Event, parties: frozenset[str]) -> frozenset[str]:
    """The words of the line that may say what is counted: not who counts, or where."""
    named = [player for player in (*event.participants, event.place) if player and player.entity in parties]
    texts = (text for player in named for text in (player.name, player.words.exact if player.words else ""))
    known = {word for text in texts for word in content_words(text)}
    words = (word for word in content_words(event.summary) if not word[0].isdigit())
    return frozenset(words) - known - _WORDS_OF_COUNTS


def _matters(tellings: Iterable[_CountedLine]) -> list[list[_CountedLine]]:
    """The tellings of one party and thing in groups of one matter, each in the order of time."""
    in_time = sorted(tellings, key=lambda one: one.place_in_time)
    graph = nx.Graph()
    graph.add_nodes_from(range(len(in_time)))
    graph.add_edges_from(
        (before, number)
        for number, telling in enumerate(in_time)
        for before in range(max(0, number - _MOST_COMPARED), number)
        if _are_of_one_matter(in_time[before], telling)
    )
    return [[in_time[number] for number in sorted(group)] for group in nx.connected_components(graph)]


def _are_of_one_matter(earlier: _CountedLine, later: _CountedLine) -> bool:
    is_one_place = earlier.among == later.among or not earlier.among.isdisjoint(later.among)
    is_near = later.day - earlier.day <= _LONGEST_PAUSE
    return is_one_place and is_near and not later.is_of_new_cause and not earlier.matter.isdisjoint(later.matter)


def _growing(tellings: Sequence[_CountedLine]) -> list[_CountedLine]:
    """The most of the tellings, which are in the order of time, whose numbers do not fall.

    A number falls to none that may be greater than it says: "11,034 cases", and a day later "more than 11,000".
    """
    ends: list[float] = []
    last: list[int] = []
    before: dict[int, int | None] = {}
    for number, telling in enumerate(tellings):
        at = bisect_right(ends, telling.count.value)
        before[number] = last[at - 1] if at else None
        ends[at : at + 1] = [telling.count.value]
        last[at : at + 1] = [number]
    kept: list[_CountedLine] = []
    at_: int | None = last[-1] if last else None
    while at_ is not None:
        kept.append(tellings[at_])
        at_ = before[at_]
    left = [telling for telling in tellings if telling not in kept]
    return sorted((*kept, *(one for one in left if _fits(one, kept))), key=lambda telling: telling.place_in_time)


def _fits(telling: _CountedLine, kept: Sequence[_CountedLine]) -> bool:
    """Whether a telling surely contradicts none of those that are kept, read as no more exact than they are."""
    return all(
        one.count.value <= telling.most
        if one.place_in_time < telling.place_in_time
        else telling.count.value <= one.most
        for one in kept
    )


def _joined(chains: Iterable[Sequence[_CountedLine]]) -> list[list[_CountedLine]]:
    """The chains, those that share an event as one: lines that give the cases and the deaths of one illness."""
    found: list[list[_CountedLine]] = []
    for chain in sorted(chains, key=lambda one: (-len(one), one[0].place_in_time)):
        ids = {telling.event.id for telling in chain}
        shared = [other for other in found if not ids.isdisjoint(telling.event.id for telling in other)]
        found = [other for other in found if other not in shared]
        found.append([telling for other in (*shared, list(chain)) for telling in other])
    return found


def _series(tellings: Iterable[_CountedLine]) -> CountSeries:
    newest_first = sorted(tellings, key=lambda one: one.place_in_time, reverse=True)
    by_event = {telling.event.id: telling.event for telling in sorted(newest_first, key=_event_order, reverse=True)}
    figures = dict.fromkeys(
        Figure(telling.event.id, telling.event.evidence[0].article, telling.count.number, telling.when)
        for telling in newest_first
    )
    return CountSeries(tuple(by_event.values()), tuple(figures))


def _event_order(telling: _CountedLine) -> tuple[date, str]:
    return telling.day, telling.event.id
