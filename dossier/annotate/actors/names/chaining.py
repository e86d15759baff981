"""Mentions by name in one article become actors: equal names, short forms and acronyms are joined."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from dossier.annotate.actors.names.bearers import NamedActor, bearer, stands_for, usual_place_name
from dossier.annotate.actors.names.name_mention import NameMention
from dossier.model import Kind
from dossier.text.names import normal
from dossier.text.person_names import name_parts

_TIMES_BY_GIVEN_NAME = 3
"""Times that a given name stands alone where it is what the article calls somebody. Set by hand."""
_GIVEN_TO_SURNAME = 2
"""How many times as often as the surname alone. Set by hand; no measurement is recorded."""
_ByName = dict[str, list[NameMention]]
"""Name mentions by the normal form of their names."""


def named_actors(names: Iterable[NameMention]) -> list[NamedActor]:
    """One for each actor: equal names, short forms, acronyms and other names of a place are joined.

    Among them are those that are nobody: surnames that may be several people's, or a relative's who has no other name.
    """
    by_name: _ByName = {}
    for name in names:
        by_name.setdefault(normal(usual_place_name(name.name)), []).append(name)
    relatives = _relatives(by_name)
    known = [NamedActor(same, is_nobody=_are_couple(same)) for same in by_name.values() if same]
    unnamed = [NamedActor(same, is_nobody=True) for same in relatives.values()]
    return [*_with_short_forms_joined(known, relatives), *unnamed]


def _relatives(by_name: _ByName) -> _ByName:
    """Bare surnames of relatives, taken out of ``by_name``, where the article has a full name with that surname.

    "Her brother, Captain Brandt" is not Ada Brandt; nor is "Captain Brandt" elsewhere.
    """
    surnames = {parts[-1] for key in by_name if len(parts := name_parts(key)) > 1}
    found: _ByName = {}
    for key in surnames & by_name.keys():
        titles = {name.title for name in by_name[key] if name.is_relative and name.title}
        taken = [name for name in by_name[key] if name.is_relative or name.title in titles]
        if taken:
            found[key] = taken
            by_name[key] = [name for name in by_name[key] if name not in taken]
    return found


def _are_couple(names: Sequence[NameMention]) -> bool:
    """Whether a surname without a given name is that of two: "Mr and Mrs Brandt", or "Mr Brandt" and "Mrs Brandt"."""
    is_of_two = len({name.gender for name in names} - {None}) > 1 or any(name.is_one_of_couple for name in names)
    return is_of_two and len(name_parts(names[0].name)) == 1


def _with_short_forms_joined(
    actors: list[NamedActor], relatives: Mapping[str, Sequence[NameMention]]
) -> list[NamedActor]:
    """The actors, each short form and acronym joined to the one full name that it can stand for at its place.

    Those that can stand for several there are nobody's.
    """
    alone = Counter({normal(actor.name): len(actor.names) for actor in actors})
    kept: list[NamedActor] = []
    kept_by_word: dict[str, list[NamedActor]] = {}
    for short in sorted(actors, key=_shortness):
        words = normal(short.name).split() or [""]
        candidates = kept if short.name.isupper() else kept_by_word.get(words[-1], [])
        full = list({id(other): other for other in candidates if stands_for(short, other)}.values())
        full = _without_namesakes(full, short)
        rulers, actor = _known_by_style(short, full)
        kept += rulers
        full += rulers
        if actor is None:
            continue
        meant = [other for other in full if not _is_called_otherwise(other, actor, alone)] or full
        rest = _distributed(actor, meant, relatives.get(normal(actor.name), ()), meant != full) if full else actor
        if rest is None:
            continue
        kept.append(rest)
        for word in () if rest.is_nobody else dict.fromkeys(words):
            kept_by_word.setdefault(word, []).append(rest)
    return kept


def _without_namesakes(full: Sequence[NamedActor], short: NamedActor) -> list[NamedActor]:
    """The actors without those whom the article tells apart from somebody called by the short name before.

    It names them first as relatives ("Brandt met reporters and spoke of his son, Omar Brandt"), or with what they had
    ("the Brandt administration", and then "she had worked in the Omar K. Brandt administration").
    """
    first = min((one.first for one in full), default=0)
    if first < short.first:
        return list(full)
    return [
        one for one in full if not ((one.is_introduced_as_relative or one.is_only_modifier) and short.first < one.first)
    ]


def _shortness(actor: NamedActor) -> tuple[int, int, int, str]:
    """Sorts full names before short ones; a title makes none longer: "Queen Margit" comes behind "Al Margit"."""
    name = actor.name
    return -len(normal(name).split()), -len(name.split()), -len(name), name


def _known_by_style(short: NamedActor, full: Sequence[NamedActor]) -> tuple[list[NamedActor], NamedActor | None]:
    """Whom a style and the short name mean that is none of the full names', and what else the name may mean.

    "King Idris" is not Peter Idris. The second is None where the name never stands without the style.
    """
    if not any(one.kind is Kind.PERSON for one in full):
        return [], short
    styled = sorted((name for name in short.names if name.is_by_style), key=lambda name: name.mention.start)
    if not styled or any(one.may_bear_style(styled[0]) for one in full):
        return [], short
    ruler = NamedActor(styled)
    if styled[0].style not in ruler.name.lower().split():
        ruler.name = f"{styled[0].style.capitalize()} {ruler.name}"
    rest = [name for name in short.names if name not in styled]
    return [ruler], NamedActor(rest) if rest else None


def _is_called_otherwise(person: NamedActor, short: NamedActor, alone: Mapping[str, int]) -> bool:
    """Whether the article calls the person by a given name, and so hardly by the short one: a child among its family.

    Not where a title stands before the short name: "Mr Brandt" may be Tom elsewhere. ``alone`` has how often each name
    stands by itself.
    """
    given, word = normal(person.name).split()[0], normal(short.name)
    is_usual = alone.get(given, 0) >= max(_TIMES_BY_GIVEN_NAME, _GIVEN_TO_SURNAME * alone.get(word, 0))
    return person.kind is Kind.PERSON and is_usual and given != word and not any(name.title for name in short.names)


def _distributed(
    short: NamedActor, full: Sequence[NamedActor], relatives: Sequence[NameMention], only_near: bool
) -> NamedActor | None:
    """What is left of the short name when each bearer has its mentions: nobody, or None where nothing is left.

    A short name of several bodies that came before all of them stays an actor. ``only_near``: somebody else may bear
    it, so that one has it only right behind where he was named.
    """
    left: list[NameMention] = []
    for name in sorted(short.names, key=lambda name: name.mention.start):
        one = _bearer_beside_relatives(name, full, relatives)
        if one is None or (only_near and not one.is_named_near(name)):
            left.append(name)
        else:
            one.absorb([name])
    is_person = any(one.kind is Kind.PERSON for one in full)
    if not left or not (is_person or short.first < min(one.first for one in full)):
        return None
    return NamedActor(left, is_nobody=is_person)


def _bearer_beside_relatives(
    name: NameMention, full: Sequence[NamedActor], relatives: Sequence[NameMention]
) -> NamedActor | None:
    """The bearer of a short name; None right behind a relative who has no other name."""
    is_behind = any(name.sentence_before <= one.mention.start < name.mention.start for one in relatives)
    return None if is_behind else bearer(name, full)
