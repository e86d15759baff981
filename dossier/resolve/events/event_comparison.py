"""How much speaks for two tellings being of one event, and what: in bits of evidence, as in record linkage.

The odds that two tellings which share something are one are low, and the log of them, ``PRIOR``, is where the sum
begins (Fellegi and Sunter, A theory for record linkage, 1969).
"""

from collections.abc import Iterator, Mapping
from itertools import product

from dossier.model import OTHER_TYPE, Kind, Quantity, Reason, Role, Signal
from dossier.resolve.events.content_words import LIGHT, content_words
from dossier.resolve.events.coreference_filter import (
    EQUAL,
    LIKE,
    defining,
    fullness,
    is_taken_up,
    likeness,
)
from dossier.resolve.events.mention_features import CORE, Describer, Time, Traits

PRIOR = -10.0
_OTHER_NUMBERS = 3.0
_INSIDE = {Kind.PLACE: -4.0, Kind.PERSON: -4.0, Kind.ORGANIZATION: -2.0}
_FEW = 3  # entities of a sentence that are counted, the rarest

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
        """What speaks for it and against it, in words: ``-PRIOR`` bits of it make the two one."""
        return tuple(
            Reason(signal, round(bits, 2), text) for signal, bits, text in self._findings(one, other) if round(bits, 2)
        )

    def _findings(self, one: Traits, other: Traits) -> Iterator[Finding]:
        yield from self._trigger(one, other)
        yield from self._shared(one, other)
        yield from self._opposed(one, other)
        yield from self._worded(one, other)
        yield from _times(one, other)
        yield from _quantities(one, other)
        yield _wording(one, other)
        if _article(one) == _article(other):
            yield from _within(one, other)

    def _trigger(self, one: Traits, other: Traits) -> Iterator[Finding]:
        left, right = one.telling, other.telling
        words = f"both: {left.evidence.trigger.exact}"
        if left.lemma != right.lemma:
            words = f"“{left.evidence.trigger.exact}” and “{right.evidence.trigger.exact}”"
        if one.stem == other.stem:
            yield Signal.TRIGGER, self._lemma_bits(one), words
        elif left.type.name == right.type.name:
            yield Signal.TYPE, 3.5 if left.type.rare_per_person else 2.0, f"{words}: both {left.type.name}"
        else:
            yield Signal.TYPE, 1.0, f"{words}: {left.type.name} and {right.type.name}"

    def _lemma_bits(self, one: Traits) -> float:
        if one.telling.lemma in LIGHT:
            return 0.5
        bits = min(4.0, self._rare.stems.bits(one.stem) - (one.telling.type.name == OTHER_TYPE))
        return max(1.0, bits)

    def _shared(self, one: Traits, other: Traits) -> Iterator[Finding]:
        """Who has a part in both: most where it is the part that makes the event this one."""
        shared = self._rarest_first(one.entities & other.entities)
        for n, entity in enumerate(shared):
            bits = min(5.0, self._rare.entities.bits(entity)) / (1 + n / 2)
            left, right = _roles(one, entity), _roles(other, entity)
            name = self._names[entity]
            if left & right & set(CORE):
                key = 1.5 if entity in defining(one, other) and (n or shared[1:] or _is_narrow(one)) else 0.0
                yield Signal.PARTICIPANTS, bits + key, f"{name} in both"
            elif left & set(CORE) and right & set(CORE) and not one.telling.type.symmetric:
                is_alone = len(_core(one) | _core(other)) == len(left | right)
                text = f"{name} is {_named(left)} in one, {_named(right)} in the other"
                yield Signal.PARTICIPANTS, bits if is_alone else -5.0, f"{name} in both" if is_alone else text
            else:
                yield Signal.PLACE if Role.PLACE in left | right else Signal.PARTICIPANTS, bits / 2, f"{name} in both"
        yield from self._named_too(one, other)

    def _named_too(self, one: Traits, other: Traits) -> Iterator[Finding]:
        """Who has a part in one, and stands in the sentence of the other."""
        left, right = one.telling.about, other.telling.about
        named = (one.entities & right | left & other.entities) - (one.entities & other.entities)
        for n, entity in enumerate(self._rarest_first(named)[:_FEW]):
            share = 0.5 if entity in _places(one) | _places(other) else 0.4
            bits = min(5.0, self._rare.entities.bits(entity)) * share / (1 + n)
            yield Signal.PARTICIPANTS, bits, f"both name {self._names[entity]}"
        if not named and not one.entities & other.entities and left & right:
            entity = self._rarest_first(left & right)[0]
            yield Signal.PARTICIPANTS, 1.0, f"both name {self._names[entity]}"

    def _rarest_first(self, entities: frozenset[str]) -> list[str]:
        return sorted(entities, key=lambda entity: (-self._rare.entities.bits(entity), entity))

    def _opposed(self, one: Traits, other: Traits) -> Iterator[Finding]:
        """Different ones in the same part."""
        for role in (Role.AGENT, Role.PATIENT, Role.RECIPIENT, Role.PLACE):
            left, right = one.players.get(role), other.players.get(role)
            if not left or not right or left & right:
                continue
            if one.telling.type.symmetric and (left | right) & one.entities & other.entities:
                continue
            first, second = min(left), min(right)
            if self._names[first] == self._names[second]:
                continue  # not known to be one, nor to be two
            bits = self._opposition(role, first, second)
            text = f"{self._names[first]} in one, {self._names[second]} in the other ({role.value})"
            yield Signal.PLACE if role is Role.PLACE else Signal.PARTICIPANTS, bits, text
        yield from self._opposed_inside(one, other)

    def _opposed_inside(self, one: Traits, other: Traits) -> Iterator[Finding]:
        """Different ones named inside a phrase: "won the primary of Ohio", "won the primary of Maine"."""
        left = one.players.get(Role.OTHER, frozenset()) - other.telling.about
        right = other.players.get(Role.OTHER, frozenset()) - one.telling.about
        for kind, bits in _INSIDE.items():
            ours, theirs = ({self._names[it] for it in side if self._kinds[it] is kind} for side in (left, right))
            if ours and theirs and ours.isdisjoint(theirs):
                text = f"{min(ours)} in one, {min(theirs)} in the other"
                yield Signal.PLACE if kind is Kind.PLACE else Signal.PARTICIPANTS, bits, text
        first, second = one.named - other.sentence.keys(), other.named - one.sentence.keys()
        if first and second and not one.telling.type.rare_per_person:
            yield Signal.PARTICIPANTS, -4.0, f"{min(first)} in one, {min(second)} in the other"

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
                    bits = min(4.0, sum(self._rare.words.bits(word) for word in sorted(shared)) / 3)
                    share = len(shared) / min(len(left), len(right))
                    yield Signal.PARTICIPANTS, bits * share, f"{', '.join(sorted(shared))} in both"
                else:
                    yield Signal.PARTICIPANTS, -2.0 if role is Role.PATIENT else -0.5, f"another {role.value}"
            elif left or right:
                yield from self._called(
                    left or right or frozenset(), other if left else one, one if left else other, role
                )

    def _called(self, words: frozenset[str], other: Traits, one: Traits, role: Role) -> Iterator[Finding]:
        """Whether the words for a part in ``one`` call the one who is known to have it in the other."""
        players = other.players.get(role, frozenset()) - one.telling.about
        called = next((player for player in sorted(players) if self._name_words(player) <= one.words[role]), None)
        if called:
            yield Signal.PARTICIPANTS, 2.5, f"{self._names[called]} in both"
        elif shared := sorted(word for player in players for word in self._name_words(player) & one.words[role]):
            yield Signal.PARTICIPANTS, 1.0, f"{shared[0]} in both"
        elif players and not other.players[role] & one.telling.about:
            yield Signal.PARTICIPANTS, -1.0, f"another {role.value}, it seems"

    def _name_words(self, entity: str) -> frozenset[str]:
        return frozenset(content_words(self._names[entity]))


def _wording(one: Traits, other: Traits) -> Finding:
    like = likeness(one, other)
    is_same = one.wording == other.wording
    is_sure = is_same or like >= EQUAL or _is_narrow(one) or bool((one.time and other.time) or defining(one, other))
    bits = -0.5 + (6 if is_sure else 4.5) * like + (4.0 * fullness(one) if is_same else 0.0)
    if like >= LIKE and _has_other_numbers(one, other):
        bits -= _OTHER_NUMBERS
    return Signal.WORDING, bits, "the sentences are much alike" if like >= LIKE else "the sentences share words"


def _has_other_numbers(one: Traits, other: Traits) -> bool:
    """Whether two like sentences differ in their numbers ("won 39 delegates"), and not in accounts of one number."""
    return bool(one.numbers and other.numbers and one.numbers.isdisjoint(other.numbers) and not _counts(one, other))


def _within(one: Traits, other: Traits) -> Iterator[Finding]:
    """What the headline tells is told again below it; "the raid" takes up a raid that was told."""
    first, second = sorted((one, other), key=lambda traits: traits.telling.rank)
    left, right = first.telling, second.telling
    if left.is_headline != right.is_headline:
        yield Signal.HEADLINE, 3.0, "told in the headline and below it"
    elif is_taken_up(one, other):
        yield (
            Signal.TRIGGER,
            3.0 if _core(one) and _core(other) else 5.0,
            f"taken up again: “{right.evidence.trigger.exact}”",
        )
    elif second.is_another and not (one.time and other.time):
        yield Signal.TRIGGER, -6.0, f"told as another: “{right.evidence.trigger.exact}”"


def _times(one: Traits, other: Traits) -> Iterator[Finding]:
    if one.time and other.time:
        yield Signal.TIME, _time_bits(one, other, one.time, other.time), _time_words(one, other)
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


def _time_bits(one: Traits, other: Traits, left: Time, right: Time) -> float:
    gap = left.gap(right)
    if gap >= 0:
        # nobody is set free again the next day, of all days; a meeting may well be held again
        same = 1.5 if one.telling.type.rare_per_person else -1.5
        return (same if defining(one, other) else -4.0) - (2.0 if gap >= 1 else 0.0)
    length = max(left.length + left.slack, right.length + right.slack)
    return 4.0 if length <= 1 else 2.5 if length <= 3 else 1.5 if length <= 32 else 0.5


def _time_words(one: Traits, other: Traits) -> str:
    left, right = (it.telling.evidence.dating.when for it in (one, other))
    said = [when.edtf for when in (left, right) if when]
    return f"{said[0]} in both" if len(set(said)) == 1 else f"{said[0]} in one, {said[-1]} in the other"


def _quantities(one: Traits, other: Traits) -> Iterator[Finding]:
    """The numbers that both give of the same: other ones may be another account of it."""
    pairs = _counts(one, other)
    same = next((a for a, b in pairs if (a.least, a.most) == (b.least, b.most)), None)
    if same:
        yield Signal.NUMBER, 1.5, f"{same.quote.exact} in both"
    elif pairs:
        a, b = pairs[0]
        yield Signal.NUMBER, -1.0, f"{a.quote.exact} in one, {b.quote.exact} in the other"


def _counts(one: Traits, other: Traits) -> list[tuple[Quantity, Quantity]]:
    left, right = one.telling.evidence.quantities, other.telling.evidence.quantities
    return [(a, b) for a, b in product(left, right) if a.kind == b.kind and a.unit == b.unit and _is_known(a, b)]


def _is_known(one: Quantity, other: Quantity) -> bool:
    return one.least is not None and other.least is not None


def _core(traits: Traits) -> set[Role]:
    """The parts that somebody has, by name or not."""
    return {role for role in CORE if role in traits.players or role in traits.words}


def _places(traits: Traits) -> frozenset[str]:
    return traits.players.get(Role.PLACE, frozenset())


def _is_narrow(traits: Traits) -> bool:
    return traits.telling.type.paraphrased


def _roles(traits: Traits, entity: str) -> set[Role]:
    return {role for role, players in traits.players.items() if entity in players}


def _named(roles: set[Role]) -> str:
    return " and ".join(sorted(role.value for role in roles))


def _article(traits: Traits) -> str:
    return traits.telling.evidence.article
