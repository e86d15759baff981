"""What the chains of one name are, weighed over all articles: a recogniser often takes one for another."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from dossier.model import Kind
from dossier.resolve.actors.chain_groups import Sort, sort_of
from dossier.resolve.actors.profiles import Profile
from dossier.text.names import is_outlet
from dossier.text.person_names import name_parts

_PER_ARTICLE = 3
_APART = 0.25
_APART_BODIES = 5
_SEEN_OFTEN = 3
_NUMBERED = 3


def by_sort(key: str, profiles: Sequence[Profile]) -> Mapping[Sort, list[Profile]]:
    """The profiles of one name by what they are.

    A name of several words is of one sort. For a single word a person stands apart from a place or a body where a
    quarter of the votes are for each and someone is spoken of as people are; a place from a body where articles enough
    tell of both. All others follow the most frequent sort.
    """
    counts = votes(key, profiles)
    sorts: Counter[Sort] = Counter()
    for kind, number in counts.items():
        sorts[sort_of(kind)] += number
    main = max(sorts, key=lambda sort: (sorts[sort], sort))
    apart = {sort for sort in sorts if " " not in key and _stands_apart(sort, main, sorts, profiles)}
    groups: dict[Sort, list[Profile]] = {}
    for profile in profiles:
        sort = sort_of(profile.chain.kind)
        groups.setdefault(sort if sort in apart else main, []).append(profile)
    return groups


def elected(key: str, profiles: Sequence[Profile]) -> Kind:
    """The kind that most mentions speak for."""
    counts = votes(key, profiles)
    return max(counts, key=lambda kind: (counts[kind], kind.value))


def votes(key: str, profiles: Sequence[Profile]) -> Counter[Kind]:
    """The votes of the chains for their kinds, as many as they have mentions, but no article more than three.

    Whom several articles name by one word and none ever calls "he" or "she", by a role or as a speaker is no person; a
    full name that is mostly read as a person's stays one, so that people of one name are told apart. A name with a
    number at its end ("COVID-19") is no body; who prints an article is one.
    """
    counts: Counter[Kind] = Counter()
    for profile in profiles:
        counts[profile.chain.kind] += min(len(profile.chain.mentions), _PER_ARTICLE)
    if any(profile.is_outlet for profile in profiles) and not _is_author(key, counts):
        return Counter({Kind.ORGANIZATION: counts.total()})
    if counts[Kind.PERSON] and not _is_credible(key, profiles):
        del counts[Kind.PERSON]
    if _is_numbered(profiles):
        for kind in (Kind.ORGANIZATION, Kind.PERSON, Kind.PLACE):
            del counts[kind]
    return +counts or Counter({Kind.OTHER: 1})


def _is_credible(key: str, profiles: Sequence[Profile]) -> bool:
    """Whether the name can be a person's."""
    articles = {profile.article for profile in profiles}
    return len(name_parts(key)) > 1 or len(articles) < _SEEN_OFTEN or any(_speaks(profile) for profile in profiles)


def _is_author(key: str, counts: Counter[Kind]) -> bool:
    """Whether who prints an article is a person: a full name that is mostly read so, and no newspaper's."""
    return 2 * counts[Kind.PERSON] > counts.total() and len(name_parts(key)) > 1 and not is_outlet(key)


def _speaks(profile: Profile) -> bool:
    return profile.is_personal and profile.chain.kind is Kind.PERSON


def _stands_apart(sort: Sort, main: Sort, sorts: Mapping[Sort, int], profiles: Iterable[Profile]) -> bool:
    if sort is main or sorts[sort] < _APART * sum(sorts.values()):
        return sort is main
    if Sort.PERSON in (sort, main):
        return any(_speaks(profile) for profile in profiles)
    return all(_often(profiles, one) for one in (sort, main))


def _often(profiles: Iterable[Profile], sort: Sort) -> bool:
    return len({p.article for p in profiles if sort_of(p.chain.kind) is sort}) >= _APART_BODIES


def _is_numbered(profiles: Iterable[Profile]) -> bool:
    """Whether most print a word in capitals, a hyphen and a number: a disease or a product, no body."""
    names = [profile.chain.name.rpartition("-") for profile in profiles]
    numbered = sum(end.isdigit() and word.isupper() and len(word) >= _NUMBERED for word, _, end in names)
    return 2 * numbered > len(names)
