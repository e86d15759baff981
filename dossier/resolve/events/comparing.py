"""How much speaks for two tellings being of one event, and what: in bits of evidence, as in record linkage.

The odds that two tellings which share something are one are low, and the log of them, ``PRIOR``, is where the sum
begins (Fellegi and Sunter, A theory for record linkage, 1969). What can be told of one event in one sense alone, or
shows two, is no matter of weight: see ``may_be_one``.
"""

from collections.abc import Iterator, Mapping
from itertools import product

from dossier.model import Kind, Polarity, Quantity, Reason, Role, Signal
from dossier.resolve.events.traits import CORE, Describer, Time, Traits
from dossier.resolve.events.words import LIGHT

PRIOR = -10.0
_STATEMENT, _OTHER = "statement", "other"

_NARROW = frozenset(
    """abduction acquisition appointment arrest birth charge death dismissal disaster election escape execution
    extradition founding injury killing lawsuit marriage merger nomination pardon release retreat sanction sentence
    trial unrest verdict""".split()
)
"""Types so narrow that two of their words may well tell of one event ("sacked", "ousted")."""
_KIN = frozenset(
    (frozenset(("death", "killing")), frozenset(("killing", "execution")), frozenset(("death", "execution")))
)
_MUTUAL = frozenset("agreement contact contest cooperation dispute fighting marriage meeting merger".split())
"""Types in which it is all one who is said to act and who to be acted upon."""

_APART = 3.0  # days between two dates of one event, at most: a slip, or another way to count
_FAR = 14.0
_LIKE, _VERY_LIKE = 0.35, 0.55

Finding = tuple[Signal, float, str]


class Comparison:
    """Compares the tellings of one case. ``kinds`` are those of its actors, by id."""

    def __init__(self, describer: Describer, kinds: Mapping[str, Kind], names: Mapping[str, str]) -> None:
        self._rare = describer
        self._kinds = kinds
        self._names = names

    def weight(self, one: Traits, other: Traits) -> float:
        """The bits that speak for the two being one; below 0 they are more likely two."""
        return round(PRIOR + sum(bits for _, bits, _ in self._findings(one, other)), 2)

    def reasons(self, one: Traits, other: Traits) -> tuple[Reason, ...]:
        """What speaks for it and against it, in words."""
        return tuple(
            Reason(signal, round(bits, 1), text)
            for signal, bits, text in self._findings(one, other)
            if abs(bits) >= 0.5
        )

    def _findings(self, one: Traits, other: Traits) -> Iterator[Finding]:
        yield from self._trigger(one, other)
        yield from self._shared(one, other)
        yield from self._opposed(one, other)
        yield from self._worded(one, other)
        yield from _times(one, other)
        yield from _quantities(one, other)
        yield _wording(one, other)
        if one.telling.is_headline != other.telling.is_headline and _article(one) == _article(other):
            yield Signal.HEADLINE, 2.0, "one is in the headline of the other's article"

    def _trigger(self, one: Traits, other: Traits) -> Iterator[Finding]:
        left, right = one.telling, other.telling
        words = f"both: {left.evidence.trigger.exact}"
        if left.lemma != right.lemma:
            words = f"“{left.evidence.trigger.exact}” and “{right.evidence.trigger.exact}”"
        if one.stem == other.stem:
            yield Signal.TRIGGER, self._lemma_bits(one), words
        elif left.type == right.type:
            yield Signal.TYPE, 1.5, f"{words}: both {left.type}"
        else:
            yield Signal.TYPE, 1.0, f"{words}: {left.type} and {right.type}"

    def _lemma_bits(self, one: Traits) -> float:
        if one.telling.lemma in LIGHT:
            return 0.5
        bits = min(4.0, self._rare.stems.bits(one.stem) - 1)
        return max(1.0, bits if one.telling.type != _OTHER else bits - 0.5)

    def _shared(self, one: Traits, other: Traits) -> Iterator[Finding]:
        """Who has a part in both; in the same part, or in opposite ones."""
        shared = sorted(one.entities & other.entities, key=lambda entity: (-self._rare.entities.bits(entity), entity))
        for n, entity in enumerate(shared):
            bits = min(5.0, self._rare.entities.bits(entity)) / (1 + n)
            left, right = _roles(one, entity), _roles(other, entity)
            name = self._names[entity]
            if left & right:
                yield Signal.PLACE if left == {Role.PLACE} else Signal.PARTICIPANTS, bits, f"{name} in both"
            elif left <= set(CORE) and right <= set(CORE) and one.telling.type not in _MUTUAL:
                yield Signal.PARTICIPANTS, -5.0, f"{name} is {_named(left)} in one, {_named(right)} in the other"
            else:
                yield Signal.PARTICIPANTS, bits / 2, f"{name} in both"
        named = one.telling.about & other.telling.about
        if named and not shared:
            entity = max(named, key=lambda entity: (self._rare.entities.bits(entity), entity))
            yield (
                Signal.PARTICIPANTS,
                min(2.0, self._rare.entities.bits(entity) / 2),
                f"both name {self._names[entity]}",
            )

    def _opposed(self, one: Traits, other: Traits) -> Iterator[Finding]:
        """Different ones in the same part."""
        for role in (Role.AGENT, Role.PATIENT, Role.RECIPIENT, Role.PLACE):
            left, right = one.players.get(role), other.players.get(role)
            if not left or not right or left & right:
                continue
            if one.telling.type in _MUTUAL and (left | right) & one.entities & other.entities:
                continue
            first, second = min(left), min(right)
            bits = self._opposition(role, first, second)
            text = f"{self._names[first]} in one, {self._names[second]} in the other ({role.value})"
            yield Signal.PLACE if role is Role.PLACE else Signal.PARTICIPANTS, bits, text

    def _opposition(self, role: Role, first: str, second: str) -> float:
        kinds = {self._kinds[first], self._kinds[second]}
        if role is Role.PLACE:
            return -1.5
        if kinds == {Kind.PERSON}:
            return -7.0
        return -4.0 if len(kinds) == 1 else -2.0

    def _worded(self, one: Traits, other: Traits) -> Iterator[Finding]:
        """What those are called in the same part whose names are not known."""
        for role in (Role.PATIENT, Role.AGENT):
            left, right = one.words.get(role), other.words.get(role)
            if left and right:
                shared = left & right
                if shared:
                    bits = min(3.0, sum(self._rare.words.bits(word) for word in sorted(shared)) / 3)
                    yield Signal.PARTICIPANTS, bits, f"{', '.join(sorted(shared))} in both"
                else:
                    yield Signal.PARTICIPANTS, -2.0 if role is Role.PATIENT else -0.5, f"another {role.value}"
            elif (left and other.players.get(role)) or (right and one.players.get(role)):
                yield Signal.PARTICIPANTS, -1.0, f"another {role.value}, it seems"


def may_be_one(one: Traits, other: Traits) -> bool:
    """Whether two tellings can be of one event at all.

    One sentence tells no event twice. What is expected is not what took place. Words of different meaning, and what
    light verbs and verbs of saying tell in different words, are different events; so are those of dates far apart, and
    in one article those of any two dates.
    """
    left, right = one.telling, other.telling
    if one.sense != other.sense or left.sentence == right.sentence:
        return False
    if one.stem != other.stem and not _is_kin(left.type, right.type):
        return False
    if _is_before(one, other) or _is_before(other, one) or _is_contrary(one, other):
        return False
    if one.time and other.time and not _are_near(one.time, other.time, _article(one) == _article(other)):
        return False
    return likeness(one, other) >= _least_likeness(one)


def _least_likeness(one: Traits) -> float:
    if one.sense in ("generic", "hypothetical") or one.telling.type == _STATEMENT:
        return _VERY_LIKE
    return _LIKE if one.telling.lemma in LIGHT else 0.0


def _is_kin(left: str, right: str) -> bool:
    return left in _NARROW if left == right else frozenset((left, right)) in _KIN


def _is_before(one: Traits, other: Traits) -> bool:
    """Whether the one was told before the other took place."""
    return one.by is not None and other.time is not None and other.time.start - other.time.slack >= one.by


def _are_near(one: Time, other: Time, in_one_article: bool) -> bool:
    gap = one.gap(other)
    if gap < 0:
        return True
    return not in_one_article and gap < _APART and max(one.length, other.length) < 32


def likeness(one: Traits, other: Traits) -> float:
    """The cosine of the two sentences' content words, weighted by how rare they are (from 0 to 1)."""
    few, many = sorted((one.sentence, other.sentence), key=len)
    return sum(weight * many[word] for word, weight in few.items() if word in many)


def _wording(one: Traits, other: Traits) -> Finding:
    like = round(likeness(one, other), 3)
    bits = -0.5 + 6 * like + (4.0 if one.wording == other.wording else 0.0)
    return Signal.WORDING, bits, "the sentences are much alike" if like >= _LIKE else "the sentences share words"


def _times(one: Traits, other: Traits) -> Iterator[Finding]:
    if one.time and other.time:
        yield Signal.TIME, _time_bits(one.time, other.time), _time_words(one, other)
    elif one.time or other.time:
        dated, loose = (one, other) if one.time else (other, one)
        if dated.time and loose.published is not None:
            yield from _reported(loose.published - dated.time.end, "after the date of the other")
    elif one.published is not None and other.published is not None and _article(one) != _article(other):
        yield from _reported(abs(one.published - other.published), "apart")


def _reported(days: float, what: str) -> Iterator[Finding]:
    """By how many days there are between a date and a report: news is soon told."""
    bits = 1.5 if days <= 2 else 0.7 if days <= 7 else 0.0 if days <= 31 else -1.0 if days <= 120 else -2.0
    yield Signal.TIME, bits, f"reported {max(0, round(days))} days {what}"


def _time_bits(one: Time, other: Time) -> float:
    gap = one.gap(other)
    if gap >= 0:
        return -3.0 if gap < 1 else -5.0
    length = max(one.length + one.slack, other.length + other.slack)
    return 4.0 if length <= 1 else 2.5 if length <= 3 else 1.5 if length <= 32 else 0.5


def _time_words(one: Traits, other: Traits) -> str:
    left, right = (it.telling.evidence.dating.when for it in (one, other))
    said = [when.edtf for when in (left, right) if when]
    return f"{said[0]} in both" if len(set(said)) == 1 else f"{said[0]} in one, {said[-1]} in the other"


def _quantities(one: Traits, other: Traits) -> Iterator[Finding]:
    left, right = one.telling.evidence.quantities, other.telling.evidence.quantities
    pairs = [(a, b) for a, b in product(left, right) if a.kind == b.kind and a.unit == b.unit and _is_known(a, b)]
    if not pairs:
        return
    same = next((a for a, b in pairs if (a.least, a.most) == (b.least, b.most)), None)
    if same:
        yield Signal.NUMBER, 1.5, f"{same.quote.exact} in both"
    else:
        a, b = pairs[0]
        yield Signal.NUMBER, -1.5, f"{a.quote.exact} in one, {b.quote.exact} in the other"


def _is_known(one: Quantity, other: Quantity) -> bool:
    return one.least is not None and other.least is not None


def _roles(traits: Traits, entity: str) -> set[Role]:
    return {role for role, players in traits.players.items() if entity in players}


def _named(roles: set[Role]) -> str:
    return " and ".join(sorted(role.value for role in roles))


def _article(traits: Traits) -> str:
    return traits.telling.evidence.article


def _is_contrary(one: Traits, other: Traits) -> bool:
    """Whether one says that it was and the other that it was not, and neither gives it as another's word.

    A claim and its denial are readings of one event; "paid" and "did not pay" of two.
    """
    said = {it.telling.evidence.factuality.polarity for it in (one, other)}
    voices = [it.telling.evidence.attribution for it in (one, other)]
    return said == {Polarity.POSITIVE, Polarity.NEGATIVE} and not any(voices)
