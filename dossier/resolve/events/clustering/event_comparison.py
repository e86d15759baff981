"""Weigh the evidence for and against two mentions being one event, in bits, as in record linkage.

The odds that two mentions which share a key are one event are low. The log of these odds, ``PRIOR``, is where the sum
begins (Fellegi and Sunter, A theory for record linkage, 1969). The weights stand in ``event_weights.toml``.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from dossier.model import OTHER_TYPE, Kind, Reason, Role, Signal
from dossier.resolve.events import event_weights as weights
from dossier.resolve.events.apart.coreference_filter import shared_defining_actors, takes_up
from dossier.resolve.events.apart.same_death import are_one_death
from dossier.resolve.events.clustering.time_comparison import time_findings
from dossier.resolve.events.features.mention_features import CORE_ROLES, FeatureExtractor, MentionFeatures
from dossier.resolve.events.mentions.content_words import UNSPECIFIC_VERBS, phrase_words
from dossier.resolve.events.shared.affair_evidence import SHARE_IN_AFFAIR, affair_findings, are_in_one_affair
from dossier.resolve.events.shared.counts import comparable_quantities
from dossier.resolve.events.shared.distinction_evidence import SHARE_WITH_DISTINCTION, distinction_findings
from dossier.resolve.events.shared.distinctions import distinctions
from dossier.resolve.events.shared.sentence_similarity import length_factor, sentence_similarity
from dossier.resolve.events.shared.trigger_relation import can_paraphrase

_OTHER_INSIDE = {
    Kind.PLACE: weights.OTHER_PLACE_INSIDE,
    Kind.PERSON: weights.OTHER_PERSON_INSIDE,
    Kind.ORGANIZATION: weights.OTHER_ORGANIZATION_INSIDE,
}

_reason = lru_cache(1 << 16)(Reason)
"""One object for what speaks for many pairs, which takes less memory. How many are kept: set by hand."""

Finding = tuple[Signal, float, str]
"""A signal, the bits by which it speaks for one event (above 0) or against it, and words for the analyst."""


class Comparison:
    """Compares the mentions of one case. ``kinds`` and ``names`` are those of its actors, by id."""

    def __init__(self, extractor: FeatureExtractor, kinds: Mapping[str, Kind], names: Mapping[str, str]) -> None:
        self._words = extractor.word_rarity
        self._actors = extractor.actor_rarity
        self._stems = extractor.stem_rarity
        self._kinds = kinds
        self._names = names

    def weight(self, one: MentionFeatures, other: MentionFeatures) -> float:
        """The bits that speak for the two being one event, the prior included; below 0 they are more likely two."""
        return round(weights.PRIOR + sum(bits for _, bits, _ in self._findings(one, other)), 2)

    def reasons(self, one: MentionFeatures, other: MentionFeatures) -> tuple[Reason, ...]:
        """The evidence for one event and against it: ``-PRIOR`` bits in sum make the two one."""
        return tuple(
            _reason(signal, round(bits, 2), text) for signal, bits, text in self._findings(one, other) if round(bits, 2)
        )

    def _findings(self, one: MentionFeatures, other: MentionFeatures) -> Iterator[Finding]:
        share = 1.0
        if one.victim and are_one_death(one, other):
            yield Signal.PARTICIPANTS, weights.ONE_DEATH, f"{self._names[one.victim]} ends once"
        if are_in_one_affair(one, other):
            share = SHARE_IN_AFFAIR
            yield from affair_findings(one, other, sentence_similarity(one, other))
        elif found := distinctions(one, other):
            share = SHARE_WITH_DISTINCTION
            yield from distinction_findings(one, other, found)
        for signal, bits, text in self.general_findings(one, other):
            yield signal, bits * share, text

    def general_findings(self, one: MentionFeatures, other: MentionFeatures) -> Iterator[Finding]:
        """The evidence that counts whether or not the articles tell of one affair."""
        yield from self._triggers(one, other)
        yield from self._shared_actors(one, other)
        yield from self._different_actors(one, other)
        yield from self._participant_words(one, other)
        yield from time_findings(one, other)
        yield from _quantities(one, other)
        yield _wording(one, other)
        if _article(one) == _article(other):
            yield from _in_one_article(one, other)

    def _triggers(self, one: MentionFeatures, other: MentionFeatures) -> Iterator[Finding]:
        left, right = one.mention, other.mention
        words = f"both: {left.evidence.trigger.exact}"
        if left.lemma != right.lemma:
            words = f"“{left.evidence.trigger.exact}” and “{right.evidence.trigger.exact}”"
        if one.stem == other.stem:
            yield Signal.TRIGGER, self._same_word_bits(one), words
        elif left.type.name == right.type.name:
            bits = weights.SAME_RARE_TYPE if left.type.rare_per_person else weights.SAME_TYPE
            yield Signal.TYPE, bits, f"{words}: both {left.type.name}"
        elif can_paraphrase(left, right):
            yield Signal.TYPE, weights.TWO_TYPES_OF_DEATH, f"{words}: {left.type.name} and {right.type.name}"

    def _same_word_bits(self, one: MentionFeatures) -> float:
        if one.mention.lemma in UNSPECIFIC_VERBS:
            return weights.SAME_UNSPECIFIC_VERB
        bits = self._stems.bits(one.stem)
        if one.mention.type.name == OTHER_TYPE:
            bits += weights.SAME_UNTYPED_WORD
        return max(weights.SAME_WORD_LEAST, min(weights.SAME_WORD_MOST, bits))

    def _shared_actors(self, one: MentionFeatures, other: MentionFeatures) -> Iterator[Finding]:
        """The actors with a role in both: most bits for the defining role (see ``shared_defining_actors``)."""
        shared = self._rarest_first(one.actors & other.actors)
        for n, actor in enumerate(shared):
            bits = self._actor_bits(actor) / (1 + n * weights.SHARED_ACTOR_DECAY)
            left, right = _roles(one, actor), _roles(other, actor)
            if left & right & set(CORE_ROLES):
                is_defining = actor in shared_defining_actors(one, other)
                if is_defining and (len(shared) > 1 or one.mention.type.paraphrased):
                    bits += weights.DEFINING_ACTOR
                yield Signal.PARTICIPANTS, bits, f"{self._names[actor]} in both"
            elif left & set(CORE_ROLES) and right & set(CORE_ROLES) and not one.mention.type.symmetric:
                yield self._in_other_role(one, other, actor, bits)
            else:
                signal = Signal.PLACE if Role.PLACE in left | right else Signal.PARTICIPANTS
                yield signal, bits * weights.ACTOR_IN_SIDE_ROLE, f"{self._names[actor]} in both"
        yield from self._named_by_one(one, other)

    def _in_other_role(self, one: MentionFeatures, other: MentionFeatures, actor: str, bits: float) -> Finding:
        """An actor with one core role here, another there: one event only if nobody else has a core role in either."""
        left, right = _roles(one, actor), _roles(other, actor)
        if len(_filled_roles(one) | _filled_roles(other)) == len(left | right):
            return Signal.PARTICIPANTS, bits, f"{self._names[actor]} in both"
        text = f"{self._names[actor]} is {_listed(left)} in one, {_listed(right)} in the other"
        return Signal.PARTICIPANTS, weights.ACTOR_IN_OTHER_ROLE, text

    def _named_by_one(self, one: MentionFeatures, other: MentionFeatures) -> Iterator[Finding]:
        """Actors with a role in one mention who are in the sentence of the other; else the rarest in both sentences."""
        left, right = one.mention.actors_in_sentence, other.mention.actors_in_sentence
        shared = one.actors & other.actors
        named = (one.actors & right | left & other.actors) - shared
        places = _places(one) | _places(other)
        for n, actor in enumerate(self._rarest_first(named)[: weights.MOST_NAMED_ACTORS]):
            share = weights.PLACE_NAMED_BY_ONE if actor in places else weights.ACTOR_NAMED_BY_ONE
            yield Signal.PARTICIPANTS, self._actor_bits(actor) * share / (1 + n), f"both name {self._names[actor]}"
        if not named and not shared and left & right:
            actor = self._rarest_first(left & right)[0]
            yield Signal.PARTICIPANTS, weights.ACTOR_NAMED_BY_BOTH, f"both name {self._names[actor]}"

    def _actor_bits(self, actor: str) -> float:
        return min(weights.SHARED_ACTOR_MOST, self._actors.bits(actor))

    def _rarest_first(self, actors: frozenset[str]) -> list[str]:
        return sorted(actors, key=lambda actor: (-self._actors.bits(actor), actor))

    def _different_actors(self, one: MentionFeatures, other: MentionFeatures) -> Iterator[Finding]:
        """Different actors in the same role; not two of one name, nor in a symmetric event with one actor in both."""
        for role in (Role.AGENT, Role.PATIENT, Role.RECIPIENT, Role.PLACE):
            left, right = one.actors_by_role.get(role), other.actors_by_role.get(role)
            if not left or not right or left & right:
                continue
            if one.mention.type.symmetric and (left | right) & one.actors & other.actors:
                continue
            first, second = min(left), min(right)
            if self._names[first] == self._names[second]:
                continue  # two actors of one name: not known to be one, nor to be two
            bits = self._opposition_bits(role, first, second)
            text = f"{self._names[first]} in one, {self._names[second]} in the other ({role.value})"
            yield Signal.PLACE if role is Role.PLACE else Signal.PARTICIPANTS, bits, text
        yield from self._different_inside(one, other)

    def _different_inside(self, one: MentionFeatures, other: MentionFeatures) -> Iterator[Finding]:
        """Different names inside a participant's phrase: "won the primary of Ohio", "won the primary of Maine"."""
        left = one.actors_by_role.get(Role.OTHER, frozenset()) - other.mention.actors_in_sentence
        right = other.actors_by_role.get(Role.OTHER, frozenset()) - one.mention.actors_in_sentence
        for kind, bits in _OTHER_INSIDE.items():
            ours, theirs = ({self._names[it] for it in side if self._kinds[it] is kind} for side in (left, right))
            if ours and theirs and ours.isdisjoint(theirs):
                text = f"{min(ours)} in one, {min(theirs)} in the other"
                yield Signal.PLACE if kind is Kind.PLACE else Signal.PARTICIPANTS, bits, text
        first = one.object_name_words - other.sentence.keys()
        second = other.object_name_words - one.sentence.keys()
        if first and second and not one.mention.type.rare_per_person:
            text = f"{min(first)} in one, {min(second)} in the other"
            yield Signal.PARTICIPANTS, weights.OTHER_NAME_INSIDE, text

    def _opposition_bits(self, role: Role, first: str, second: str) -> float:
        kinds = {self._kinds[first], self._kinds[second]}
        if role is Role.PLACE:
            return weights.OTHER_PLACE
        if kinds == {Kind.PERSON}:
            return weights.OTHER_PERSON
        return weights.OTHER_OF_SAME_KIND if len(kinds) == 1 else weights.OTHER_OF_OTHER_KIND

    def _participant_words(self, one: MentionFeatures, other: MentionFeatures) -> Iterator[Finding]:
        """The words for participants in the same role, if one of them or both are no known actors."""
        for role in (Role.PATIENT, Role.AGENT):
            left, right = one.words_by_role.get(role), other.words_by_role.get(role)
            if left and right:
                yield self._words_in_role(left, right, role)
            elif left:
                yield from self._words_against_actors(left, one, other, role)
            elif right:
                yield from self._words_against_actors(right, other, one, role)

    def _words_in_role(self, left: frozenset[str], right: frozenset[str], role: Role) -> Finding:
        shared = sorted(left & right)
        if not shared:
            bits = weights.OTHER_PATIENT_WORDS if role is Role.PATIENT else weights.OTHER_AGENT_WORDS
            return Signal.PARTICIPANTS, bits, f"another {role.value}"
        rarity = sum(self._words.bits(word) for word in shared) / weights.SHARED_WORDS_DIVISOR
        share = len(shared) / min(len(left), len(right))
        return Signal.PARTICIPANTS, min(weights.SHARED_WORDS_MOST, rarity) * share, f"{', '.join(shared)} in both"

    def _words_against_actors(
        self, words: frozenset[str], worded: MentionFeatures, named: MentionFeatures, role: Role
    ) -> Iterator[Finding]:
        """Whether the words for a role in ``worded`` name an actor that has the role in ``named``."""
        actors = named.actors_by_role.get(role, frozenset())
        elsewhere = actors - worded.mention.actors_in_sentence
        called = next((actor for actor in sorted(elsewhere) if self._name_words(actor) <= words), None)
        if called:
            yield Signal.PARTICIPANTS, weights.WORDS_NAME_ACTOR, f"{self._names[called]} in both"
        elif shared := sorted(word for actor in elsewhere for word in self._name_words(actor) & words):
            yield Signal.PARTICIPANTS, weights.WORDS_NAME_ACTOR_IN_PART, f"{shared[0]} in both"
        elif elsewhere and elsewhere == actors:
            yield Signal.PARTICIPANTS, weights.WORDS_NAME_ANOTHER, f"another {role.value}, it seems"

    def _name_words(self, actor: str) -> frozenset[str]:
        return frozenset(phrase_words(self._names[actor]))


def _wording(one: MentionFeatures, other: MentionFeatures) -> Finding:
    """How similar the sentences are: this counts more where something else speaks for one event too."""
    similarity = sentence_similarity(one, other)
    is_same = one.wording == other.wording
    is_sure = (
        is_same
        or similarity >= weights.NEARLY_EQUAL
        or one.mention.type.paraphrased
        or bool((one.time and other.time) or shared_defining_actors(one, other))
    )
    slope = weights.WORDING_SLOPE_SURE if is_sure else weights.WORDING_SLOPE
    bits = weights.WORDING_BASE + slope * similarity + (weights.SAME_WORDING * length_factor(one) if is_same else 0.0)
    is_similar = similarity >= weights.SIMILAR
    if is_similar and _has_other_numbers(one, other):
        bits += weights.OTHER_NUMBERS
    return Signal.WORDING, bits, "the sentences are much alike" if is_similar else "the sentences share words"


def _has_other_numbers(one: MentionFeatures, other: MentionFeatures) -> bool:
    """Whether like sentences differ in their numbers ("won 39 delegates"), and not in accounts of one number."""
    are_different = bool(one.numbers and other.numbers and one.numbers.isdisjoint(other.numbers))
    return are_different and not comparable_quantities(one, other)


def _in_one_article(one: MentionFeatures, other: MentionFeatures) -> Iterator[Finding]:
    """Evidence in one article: headline and text tell one event, "the raid" takes one up, "another raid" is another."""
    first, second = sorted((one, other), key=lambda features: features.mention.rank)
    trigger = second.mention.evidence.trigger.exact
    if first.mention.is_headline != second.mention.is_headline:
        yield Signal.HEADLINE, weights.HEADLINE, "told in the headline and below it"
    elif takes_up(one, other):
        have_roles = _filled_roles(one) and _filled_roles(other)
        bits = weights.TAKEN_UP_WITH_ROLES if have_roles else weights.TAKEN_UP
        yield Signal.TRIGGER, bits, f"taken up again: “{trigger}”"
    elif second.is_another and not (one.time and other.time):
        yield Signal.TRIGGER, weights.TOLD_AS_ANOTHER, f"told as another: “{trigger}”"


def _quantities(one: MentionFeatures, other: MentionFeatures) -> Iterator[Finding]:
    """The numbers that both give of the same thing: an equal pair, else a pair of different ones."""
    pairs = comparable_quantities(one, other)
    same = next((left for left, right in pairs if (left.least, left.most) == (right.least, right.most)), None)
    if same:
        yield Signal.NUMBER, weights.SAME_NUMBER, f"{same.quote.exact} in both"
    elif pairs:
        left, right = pairs[0]
        text = f"{left.quote.exact} in one, {right.quote.exact} in the other"
        yield Signal.NUMBER, weights.OTHER_NUMBER, text


def _filled_roles(features: MentionFeatures) -> set[Role]:
    """The core roles that an actor or mere words fill."""
    return {role for role in CORE_ROLES if role in features.actors_by_role or role in features.words_by_role}


def _places(features: MentionFeatures) -> frozenset[str]:
    return features.actors_by_role.get(Role.PLACE, frozenset())


def _roles(features: MentionFeatures, actor: str) -> set[Role]:
    """The roles that the actor has."""
    return {role for role, actors in features.actors_by_role.items() if actor in actors}


def _listed(roles: set[Role]) -> str:
    return " and ".join(sorted(role.value for role in roles))


def _article(features: MentionFeatures) -> str:
    return features.mention.evidence.article
