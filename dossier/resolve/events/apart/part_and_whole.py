"""Which pairs of reports tell of a part of something and of the whole: each is a happening of its own."""

from collections.abc import Iterator

from dossier.model import Number, PartOfSpeech, QuantityKind, Role
from dossier.resolve.events.features.mention_features import MentionFeatures
from dossier.text.word_lists import word_lists

_UNITS_OF_PLACES = word_lists("dossier.resolve.events", "event_comparison_words.toml")["units_of_places"]
_COUNTS_OF_PEOPLE = frozenset(QuantityKind) - {QuantityKind.MONEY, QuantityKind.PERCENT, QuantityKind.OTHER}
_NOUNS = (PartOfSpeech.NOUN, PartOfSpeech.PROPER_NOUN)


def are_part_and_whole(one: MentionFeatures, other: MentionFeatures) -> bool:
    """Whether one tells of a part of what the other tells of.

    - The whole befalls somebody more ("seized both banks"), whom the part does not name, and they give no one day.
    - The whole is of several, or a toll, and of more countries: "the attacks in Peru and Chile", "the attack in Peru".
    - The whole counts places ("in seven countries"), the part has a place.
    """
    pairs = ((one, other), (other, one))
    return any(_befalls_more(*pair) or _is_in_more_countries(*pair) or _counts_places(*pair) for pair in pairs)


def _befalls_more(part: MentionFeatures, whole: MentionFeatures) -> bool:
    few, many = (it.actors_by_role.get(Role.PATIENT, frozenset()) for it in (part, whole))
    if not few or not few < many or not (many - few).isdisjoint(part.mention.actors_in_sentence):
        return False
    return not _give_one_day(part, whole)


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
