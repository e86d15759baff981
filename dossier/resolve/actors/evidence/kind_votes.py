"""The kind of a name, by the votes of all its chains: a recogniser often mistakes the kind in single articles."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from dossier.model import Kind
from dossier.resolve.actors.traits.canonical_names import is_people
from dossier.resolve.actors.traits.chain_groups import BroadKind, broad_kind
from dossier.resolve.actors.traits.profiles import Profile
from dossier.text.names import is_outlet
from dossier.text.person_names import name_parts
from dossier.text.place_names import is_listed_place, places
from dossier.text.weights import weight_table

_WEIGHTS = weight_table("dossier.resolve.actors", "actor_weights.toml")
_MAX_VOTES_OF_CHAIN = _WEIGHTS.count("votes_of_a_chain_at_most", "votes")
_MIN_SHARE_APART = _WEIGHTS.share("kind_apart_at_least")
_MIN_ARTICLES_APART = _WEIGHTS.count("kind_apart_in_articles", "articles")
_CREDIBLE_BELOW_ARTICLES = _WEIGHTS.count("credible_person_below", "articles")
_PERSONAL_SHARE = _WEIGHTS.share("personal_in_articles")
_GAZETTEER_SHARE = _WEIGHTS.share("votes_of_gazetteer")
_LETTERS_BEFORE_NUMBER = _WEIGHTS.count("letters_before_number", "letters")


def split_by_broad_kind(key: str, profiles: Sequence[Profile], is_surname: bool) -> Mapping[BroadKind, list[Profile]]:
    """The profiles of the canonical name ``key`` by broad kind.

    ``is_surname``: a person of a full name has it. All profiles get the most frequent kind, except under a name of one
    word that is no people's ("Mexicans"). There another kind with a quarter of the votes may keep its profiles. Between
    a person and a place or body it does if an article speaks of a person of that name as one speaks of people ("Mr
    Orlov"). Between a place and a body it does if each is read in five articles.
    """
    counts: Counter[BroadKind] = Counter()
    for kind, votes in count_kind_votes(key, profiles, is_surname).items():
        counts[broad_kind(kind)] += votes
    main = max(counts, key=lambda kind: (counts[kind], kind))
    may_be_several = " " not in key and not _is_people(profiles)
    apart = {kind for kind in counts if may_be_several and _stands_apart(kind, main, counts, profiles)}
    groups: dict[BroadKind, list[Profile]] = {}
    for profile in profiles:
        kind_read = broad_kind(profile.chain.kind)
        groups.setdefault(kind_read if kind_read in apart else main, []).append(profile)
    return groups


def elected_kind(key: str, profiles: Sequence[Profile], is_surname: bool = False) -> Kind:
    """The kind with the most votes: see ``count_kind_votes``."""
    counts = count_kind_votes(key, profiles, is_surname)
    return max(counts, key=lambda kind: (counts[kind], kind.value))


def count_kind_votes(key: str, profiles: Sequence[Profile], is_surname: bool = False) -> Counter[Kind]:
    """The votes of the profiles for their kinds: one for each mention, three at most from one chain.

    Some votes are struck out. The outlet that printed an article is an organisation, unless it is an author. A name
    of one part in three articles or more is no person's unless it is a surname or a fifth of them speak of a person
    of that name as one speaks of people. A people ("Mexicans") is no person, and who bears a person's surname no
    people. A name in capitals with a number behind it ("COVID-19") is no organisation, person or place. A place of
    the gazetteer gets more votes for one. If no vote is left, there is one for ``Kind.OTHER``.
    """
    counts: Counter[Kind] = Counter()
    for profile in profiles:
        counts[profile.chain.kind] += min(len(profile.chain.mentions), _MAX_VOTES_OF_CHAIN)
    if any(profile.is_outlet for profile in profiles) and not _is_author(key, counts):
        return Counter({Kind.ORGANIZATION: counts.total()})
    if is_surname and not any(_has_name_of_people(profile.chain.name) for profile in profiles):
        counts[Kind.PERSON] += counts.pop(Kind.GROUP, 0)
    if is_listed_place(key) and not is_surname:
        _count_gazetteer(counts, profiles)
    if counts[Kind.PERSON] and (_is_people(profiles) or not (is_surname or _may_be_person(key, profiles))):
        del counts[Kind.PERSON]
    if _is_numbered(profiles):
        for kind in (Kind.ORGANIZATION, Kind.PERSON, Kind.PLACE):
            del counts[kind]
    return +counts or Counter({Kind.OTHER: 1})


def _count_gazetteer(counts: Counter[Kind], profiles: Iterable[Profile]) -> None:
    """Change the votes under the name of a listed place.

    Those for a person are for the place, unless an article speaks of a person of that name. Those for bodies are
    outvoted only where an article has the name as a place's: a bank may be called like its town.
    """
    if not any(map(_is_person_in_article, profiles)):
        counts[Kind.PLACE] += counts.pop(Kind.PERSON, 0)
    if counts[Kind.PLACE]:
        counts[Kind.PLACE] += round(_GAZETTEER_SHARE * counts.total())


def _is_people(profiles: Iterable[Profile]) -> bool:
    """Whether any chain is called by the plural of a people's, a party's or a faith's name."""
    return any(is_people(profile.chain.name) for profile in profiles)


def _has_name_of_people(name: str) -> bool:
    """Whether the name is a people's or a party's, in the plural or as an adjective: "Mexicans", "Mexican"."""
    return is_people(name) or is_people(f"{name}s") or name in places().by_adjective


def _may_be_person(key: str, profiles: Sequence[Profile]) -> bool:
    """Whether the votes for a person count: the name has two parts, or stands in few articles, or is treated as one."""
    articles = {profile.article for profile in profiles}
    if len(name_parts(key)) > 1 or len(articles) < _CREDIBLE_BELOW_ARTICLES:
        return True
    personal = {profile.article for profile in profiles if _is_person_in_article(profile)}
    return len(personal) >= _PERSONAL_SHARE * len(articles)


def _is_author(key: str, counts: Counter[Kind]) -> bool:
    """Whether the publisher of an article is a person: a full name, mostly read as a person's, and no newspaper's."""
    return 2 * counts[Kind.PERSON] > counts.total() and len(name_parts(key)) > 1 and not is_outlet(key)


def _is_person_in_article(profile: Profile) -> bool:
    return profile.is_personal and profile.chain.kind is Kind.PERSON


def _stands_apart(
    kind: BroadKind, main: BroadKind, counts: Mapping[BroadKind, int], profiles: Iterable[Profile]
) -> bool:
    """Whether profiles of ``kind`` keep it beside the most frequent kind, ``main``: see ``split_by_broad_kind``."""
    if kind is main:
        return True
    if counts[kind] < _MIN_SHARE_APART * sum(counts.values()):
        return False
    if BroadKind.PERSON in (kind, main):
        return any(_is_person_in_article(profile) for profile in profiles)
    return all(_is_read_often(profiles, one) for one in (kind, main))


def _is_read_often(profiles: Iterable[Profile], kind: BroadKind) -> bool:
    return len({p.article for p in profiles if broad_kind(p.chain.kind) is kind}) >= _MIN_ARTICLES_APART


def _is_numbered(profiles: Iterable[Profile]) -> bool:
    """Whether most chains are called by a word in capitals, a hyphen and a number, as diseases and products are."""
    names = [profile.chain.name.rpartition("-") for profile in profiles]
    numbered = sum(end.isdigit() and word.isupper() and len(word) >= _LETTERS_BEFORE_NUMBER for word, _, end in names)
    return 2 * numbered > len(names)
