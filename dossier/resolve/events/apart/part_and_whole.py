"""Which pairs of reports tell of a part of something and of the whole: each is a happening of its own."""

import re
from collections.abc import Iterator

from dossier.model import Number, PartOfSpeech, QuantityKind, Role, RolePlayer
from dossier.resolve.events.features.mention_features import MentionFeatures
from dossier.resolve.events.shared.reports import tell_one_matter_undated
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.resolve.events", "event_comparison_words.toml")
_UNITS_OF_PLACES = _WORDS["units_of_places"]
# "Several countries", "a number of banks"
_SEVERAL = re.compile(rf"(?:an?\s+)?(?:{'|'.join(sorted(_WORDS['several']))})\b", re.IGNORECASE)
_COUNTS_OF_PEOPLE = frozenset(QuantityKind) - {QuantityKind.MONEY, QuantityKind.PERCENT, QuantityKind.OTHER}
_NOUNS = (PartOfSpeech.NOUN, PartOfSpeech.PROPER_NOUN)


def are_part_and_whole(one: MentionFeatures, other: MentionFeatures) -> bool:
    """Whether one tells of a part of what the other tells of.

    - The whole befalls somebody more ("seized both banks"), whom the part does not name, and they give no one day.
    - The whole is of several, or a toll, and of more countries: "the attacks in Peru and Chile", "the attack in Peru".
    - The whole is done by several that nobody names ("many countries closed"), the part by somebody else.
    - The whole counts places ("in seven countries"), the part has a place.
    """
    pairs = ((one, other), (other, one))
    return any(
        _befalls_more(*pair) or _is_done_by_several(*pair) or _is_in_more_countries(*pair) or _counts_places(*pair)
        for pair in pairs
    )


def _befalls_more(part: MentionFeatures, whole: MentionFeatures) -> bool:
    few, many = (it.actors_by_role.get(Role.PATIENT, frozenset()) for it in (part, whole))
    if not few or not few < many or not (many - few).isdisjoint(part.mention.actors_in_sentence):
        return False
    return not _give_one_day(part, whole)


def _is_done_by_several(part: MentionFeatures, whole: MentionFeatures) -> bool:
    several, others = _agents(whole), _agents(part)
    if not several or not others or tell_one_matter_undated(part, whole):
        return False
    are_unnamed = all(not agent.entity and _SEVERAL.match(agent.name) for agent in several)
    return are_unnamed and not any(_SEVERAL.match(agent.name) for agent in others)


def _agents(features: MentionFeatures) -> list[RolePlayer]:
    return [player for player in features.mention.players if player.role is Role.AGENT]


def _give_one_day(one: MentionFeatures, other: MentionFeatures) -> bool:
    if one.time is None or other.time is None:
        return False
    return one.time.gap(other.time) < 0 and max(it.length + it.slack for it in (one.time, other.time)) <= 1


def _is_in_more_countries(part: MentionFeatures, whole: MentionFeatures) -> bool:
    if not part.context.countries or not part.context.countries < whole.context.countries:
        return False
    is_one_of_several = (_number(part), _number(whole)) == (Number.SINGULAR, Number.PLURAL)
    return is_one_of_several or all(_COUNTS_OF_PEOPLE.intersection(_counted(it)) for it in (part, whole))


def _number(features: MentionFeatures) -> Number | None:
    evidence = features.mention.evidence
    return evidence.number if evidence.part_of_speech in _NOUNS else None


def _counted(features: MentionFeatures) -> Iterator[QuantityKind]:
    return (quantity.kind for quantity in features.mention.evidence.quantities)


def _counts_places(part: MentionFeatures, whole: MentionFeatures) -> bool:
    def units(features: MentionFeatures) -> set[str]:
        return {quantity.unit for quantity in features.mention.evidence.quantities if quantity.unit}

    has_place = bool(part.actors_by_role.get(Role.PLACE))
    return has_place and not _UNITS_OF_PLACES.isdisjoint(units(whole)) and _UNITS_OF_PLACES.isdisjoint(units(part))
