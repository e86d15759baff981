"""Merge the profiles of one actor: its name, kind, aliases, descriptions and id."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence

from dossier.model import Actor, Kind, Link
from dossier.resolve.actors.evidence.body_names import acronym_letters
from dossier.resolve.actors.evidence.kind_votes import elected_kind
from dossier.resolve.actors.headers.actor_header import aliases, descriptions
from dossier.resolve.actors.headers.judged_header import NOT_JUDGED, JudgedHeader
from dossier.resolve.actors.traits.canonical_names import canonical_name, is_short_state
from dossier.resolve.actors.traits.chain_groups import BroadKind, broad_kind
from dossier.resolve.actors.traits.profiles import Profile
from dossier.text.names import clean
from dossier.text.weights import weight_table
from dossier.text.well_known_bodies import is_with_index_noun

_WEIGHTS = weight_table("dossier.resolve.actors", "actor_weights.toml")
_MIN_SHARE_OF_MAIN_NAME = _WEIGHTS.share("main_name_at_least")
_MIN_ARTICLES_OF_FULL_NAME = 2
"""Articles that have somebody's full name, for him to be called by it. Set by hand; no measurement is recorded."""
_MIN_SHARE_BESIDE_ACRONYM = _WEIGHTS.share("main_name_beside_acronym")


def merge_profiles(
    profiles: Sequence[Profile],
    dropped: frozenset[str] = frozenset(),
    renamed: str | None = None,
    links: tuple[Link, ...] = (),
    identifiers: tuple[tuple[str, str], ...] = (),
    judged: JudgedHeader = NOT_JUDGED,
) -> Actor:
    """The actor of the profiles (sorted by member), called ``renamed``, or else by its main name.

    ``dropped`` are names (canonical) that an article gives it by mistake: they become no aliases. ``judged`` is what
    the analyst decided on its kind, aliases and descriptions. Another actor may have the same id: see
    ``with_distinct_ids``.
    """
    name = _main_name(profiles)
    key = _canonical_name_of(name, profiles)
    kind = judged.kind or _kind(key, profiles)
    described = descriptions(profiles, kind)
    others = tuple(aliases(renamed or name, kind, profiles, dropped))
    return Actor(
        id=actor_id(f"{key}\n{broad_kind(kind)}"),
        name=renamed or name,
        kind=kind,
        members=tuple(profile.member for profile in profiles),
        mentions=sum(len(profile.chain.mentions) for profile in profiles),
        aliases=judged.aliases(others),
        descriptions=judged.descriptions(described),
        links=links,
        identifiers=identifiers,
        corrections=judged.corrections(name, renamed or name, others, described),
    )


def possible_ids(name: str) -> set[str]:
    """The ids that an actor of this main name may have; that of a public body hangs on its country, too."""
    return {actor_id(f"{canonical_name(name, kind is BroadKind.PERSON)}\n{kind}") for kind in BroadKind}


def actor_id(text: str) -> str:
    """A short hash that identifies an actor."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _main_name(profiles: Sequence[Profile]) -> str:
    """The name with the most words among those used at least a quarter as often as the most used.

    Instead of a person's surname alone the full name that most articles have, if two or more have it: "Bush".

    Acronyms, short forms of states ("Mo."), names that end in "index" and names in capitals come behind all others.
    Acronyms do not count where a name is used a tenth as often.
    """
    used: Counter[str] = Counter()
    for profile in profiles:
        used[clean(profile.chain.name)] += len(profile.chain.mentions)
    spelled_out = Counter({name: count for name, count in used.items() if not acronym_letters(name)})
    if spelled_out and max(spelled_out.values()) >= _MIN_SHARE_BESIDE_ACRONYM * max(used.values()):
        used = spelled_out
    most = max(used.values())
    frequent = [name for name, count in used.items() if count >= _MIN_SHARE_OF_MAIN_NAME * most]
    best = max(
        frequent,
        key=lambda name: (
            not acronym_letters(name),
            not is_short_state(name),
            not is_with_index_noun(name),
            not name.isupper(),
            len(name.split()),
            used[name],
            name,
        ),
    )
    return _full_name(best, profiles) if " " not in best else best


def _full_name(surname: str, profiles: Iterable[Profile]) -> str:
    """The personal name ending with the surname that most articles have, at least two; else the surname."""
    people = (clean(profile.chain.name) for profile in profiles if profile.chain.kind is Kind.PERSON)
    full = Counter(name for name in people if " " in name and name.split()[-1] == surname)
    known = [name for name, count in full.items() if count >= _MIN_ARTICLES_OF_FULL_NAME]
    return max(known, key=lambda name: (full[name], name), default=surname)


def _canonical_name_of(name: str, profiles: Iterable[Profile]) -> str:
    """The canonical name that most profiles called ``name`` have: a body's may differ by the country of the article."""
    keys = Counter(profile.key for profile in profiles if clean(profile.chain.name) == name)
    return max(keys, key=lambda key: (keys[key], key))


def _kind(key: str, profiles: Sequence[Profile]) -> Kind:
    """The kind elected by the profiles with the main name; by all profiles, where those elect none."""
    own = elected_kind(key, [profile for profile in profiles if profile.key == key])
    return elected_kind(key, profiles) if own is Kind.OTHER else own
