"""Numbers of counts that go on while they are told: the dead of a flood, the cases of an illness."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from dossier.memo import Memo
from dossier.model import Event, Evidence, Quantity, QuantityKind, Quote, Realis, Role, Span, Tense
from dossier.text.word_lists import word_lists, word_tables
from dossier.timeline.conflicts.quantity_ranges import counts_a_part
from dossier.timeline.worth.line_reading import tells_total

_WORDS = word_lists("dossier.timeline", "timeline_words.toml")
_COUNTED_UNITS = word_tables("dossier.timeline", "timeline_words.toml")["counted_units"]
_CASE = _COUNTED_UNITS["case"]
_COUNTED_PEOPLE = (
    QuantityKind.KILLED,
    QuantityKind.INJURED,
    QuantityKind.MISSING,
    QuantityKind.DETAINED,
    QuantityKind.DISPLACED,
)
_RUNNING_TENSES = (Tense.PERFECT, Tense.PRESENT)
_SAID_TENSE = Tense.PLUPERFECT
"""The tense of what somebody said of a count: "said that 40 people had died"."""
_TOTALS_OF = word_tables("dossier.timeline", "timeline_words.toml")["totals_of"]
_DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?![.,]?\d)"
_BARE_NUMBER = re.compile(rf"(?P<more>(?:more than|at least|over) )?(?P<digits>{_DIGITS})")
_RISE = re.compile(rf"\bfrom (?P<old>{_DIGITS})(?: [a-z]+)? to (?P<new>{_DIGITS})")
"""A move of a count, of which the second number is that of today: "from 257 to 331"."""
_NUMBER_IN_PLACES = re.compile(rf"{_BARE_NUMBER.pattern}(?: (?:across|in) .+)?")
"""A number alone, or with where it is counted: "9,830 across 40 countries"."""
SAID_OF_CASES = re.compile(rf"\b(?:{'|'.join(sorted(_WORDS['words_of_cases']))})\b", re.IGNORECASE)
"""A word that says that a number beside it is one of an illness that spreads."""

Sentence = tuple[str, Span]
"""The id of an article and the place of a sentence in it."""


@dataclass(frozen=True, slots=True)
class RunningCount:
    """A ``number`` of a count, what is ``counted`` ("killed", "case"), and the ``value`` by which numbers are compared.

    ``event`` is the id of the event whose number it is, ``among`` are the actors (ids) that this event names, but for
    its patients: where it happened, and who had it.
    """

    counted: str
    number: Quantity
    value: float
    event: str
    among: frozenset[str]


def running_counts(events: Iterable[Event], memo: Memo) -> Mapping[Sentence, tuple[RunningCount, ...]]:
    """The numbers of counts that go on, by the sentence that gives them.

    A number of victims is one if its verb is in the perfect or the present ("has killed 40 people"), or words beside it
    say that it is a total or the deaths among cases. "Killed 40 people" tells of one blow, "27 new cases" of a part.
    """
    found: dict[Sentence, list[RunningCount]] = {}
    known = memo.table("counts of an event")
    for event in events:
        for sentence, counts in known.recall(id(event), partial(_counts_of, event), event):
            found.setdefault(sentence, []).extend(counts)
    return {sentence: tuple(counts) for sentence, counts in found.items()}


def _counts_of(event: Event) -> list[tuple[Sentence, list[RunningCount]]]:
    """The numbers of the mentions of an event that have any, by their sentences."""
    found: list[tuple[Sentence, list[RunningCount]]] = []
    for piece in event.evidence:
        counts = [count for quantity in piece.quantities if (count := _running_count(event, piece, quantity))]
        known = {count.counted for count in counts}
        counts += [total for total in _stated_total(event, piece) if total.counted not in known]
        if counts:
            found.append(((piece.article, piece.quote.span), counts))
    return found


def _running_count(event: Event, piece: Evidence, quantity: Quantity) -> RunningCount | None:
    value = quantity.most if quantity.least is None else quantity.least
    counted = _counted(piece, quantity)
    is_told = piece.factuality.realis is Realis.ACTUAL and not counts_a_part(quantity.quote.exact)
    is_told = is_told and not _is_outdated(piece, quantity)
    if value is None or counted is None or not is_told:
        return None
    tenses = (*_RUNNING_TENSES, _SAID_TENSE) if piece.attribution else _RUNNING_TENSES
    is_running = piece.tense in tenses and quantity.kind in _COUNTED_PEOPLE
    sentence = piece.quote.exact
    if counted != _CASE and not is_running and not tells_total(sentence) and not SAID_OF_CASES.search(sentence):
        return None
    return RunningCount(counted, quantity, value, event.id, _among(piece))


def _is_outdated(piece: Evidence, quantity: Quantity) -> bool:
    """Whether it is the first number of a move: "rose from 257 cases to 331"."""
    rise, own = _RISE.search(piece.quote.exact), quantity.quote.span
    return rise is not None and own.start <= piece.quote.span.start + rise.start("old") < own.end


def _stated_total(event: Event, piece: Evidence) -> Iterator[RunningCount]:
    """The number to which a total is said to have come: "the death toll rose to 40"."""
    totals = {counted for player in piece.participants if (counted := total_of(player.name))}
    numbers = [match for player in piece.participants if (match := _NUMBER_IN_PLACES.fullmatch(player.name))]
    if not numbers:
        totals, numbers = _given_total(piece)
    if len(totals) != 1 or len(numbers) != 1 or piece.factuality.realis is not Realis.ACTUAL:
        return
    number = f"{numbers[0]['more'] or ''}{numbers[0]['digits']}"
    rise = _RISE.search(piece.quote.exact)
    is_old = rise is not None and rise["old"] == number
    words, digits = (rise["new"], rise["new"]) if rise and is_old else (number, numbers[0]["digits"])
    value = float(digits.replace(",", ""))
    places = [match.span() for match in re.finditer(rf"(?<![\w.,]){re.escape(words)}(?![\w%])", piece.quote.exact)]
    if len(places) == 1:
        (counted,), (place,) = totals, places
        start = piece.quote.span.start
        quote = Quote(Span(start + place[0], start + place[1]), words)
        quantity = Quantity(quote, QuantityKind.OTHER, value, None if numbers[0]["more"] else value, counted)
        yield RunningCount(counted, quantity, value, event.id, _among(piece))


def _given_total(piece: Evidence) -> tuple[set[str], list[re.Match[str]]]:
    """What a total counts that a participant gives, and its number: "a total of 898 infections in 18 countries"."""
    totals, numbers = set(), []
    for player in piece.participants:
        opening, _, rest = player.name.partition(" of ")
        number = _BARE_NUMBER.match(rest)
        if number and opening.casefold() in _WORDS["openings_of_totals"]:
            units = (_COUNTED_UNITS.get(word.rstrip("s,")) for word in rest.casefold().split())
            found = _CASE if piece.lemma in _WORDS["infecting"] else next(filter(None, units), None)
            if found:
                totals.add(found)
                numbers.append(number)
    return totals, numbers


def total_of(phrase: str) -> str | None:
    """What a phrase such as "the tally of confirmed cases" is a total of; None for any other."""
    words = phrase.casefold().split()
    counted = [_TOTALS_OF[word] for word in words if word in _TOTALS_OF]
    first = next((place for place, word in enumerate(words) if word in _TOTALS_OF), len(words))
    of = " ".join(word for word in words[: first + 1] if word != "of")  # not "cases of the new flu"
    is_total = not _WORDS["words_of_totals"].isdisjoint(words) and not counts_a_part(of)
    return counted[0] if is_total and len(set(counted)) == 1 else None


def _counted(piece: Evidence, quantity: Quantity) -> str | None:
    """What the quantity counts, if that is a count of victims or cases."""
    if piece.lemma in _WORDS["infecting"] or (piece.lemma in _WORDS["catching"] and _is_done_by(piece, quantity)):
        return _CASE
    if quantity.kind in _COUNTED_PEOPLE:
        return quantity.kind.value
    return _COUNTED_UNITS.get(quantity.unit or "") if quantity.kind is QuantityKind.OTHER else None


def _is_done_by(piece: Evidence, quantity: Quantity) -> bool:
    """Whether so many people do it: "40 people have contracted the fever", not "the firm contracted 40 people"."""
    agents = (player.name for player in piece.participants if player.role is Role.AGENT)
    return quantity.kind is QuantityKind.PEOPLE and any(name.startswith(quantity.quote.exact) for name in agents)


def _among(piece: Evidence) -> frozenset[str]:
    players = {player.entity for player in piece.participants if player.role is not Role.PATIENT}
    place = {piece.place.entity} if piece.place else set()
    return frozenset(entity for entity in players | place if entity)
