"""An actor from the chains that are one."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from dossier.model import Actor, Alias, Description, Kind, Link
from dossier.resolve.actors.body_names import letters
from dossier.resolve.actors.canonical_names import canonical
from dossier.resolve.actors.chain_groups import names_in, sort_of
from dossier.resolve.actors.kind_votes import elected
from dossier.resolve.actors.profiles import Profile
from dossier.text.names import clean

_USED = 0.25


def merge(
    profiles: Sequence[Profile],
    dropped: frozenset[str] = frozenset(),
    renamed: str | None = None,
    links: tuple[Link, ...] = (),
    identifiers: tuple[tuple[str, str], ...] = (),
) -> Actor:
    """The actor of the profiles (sorted by member), called ``renamed`` or as most articles call it in full.

    ``dropped`` are names (canonical) that an article gives it by mistake. Its id has no discriminator yet.
    """
    name = _main_name(profiles)
    key = _key_of(name, profiles)
    kind = _kind(key, profiles)
    return Actor(
        id=identity(f"{key}\n{sort_of(kind)}"),
        name=renamed or name,
        kind=kind,
        members=tuple(profile.member for profile in profiles),
        mentions=sum(len(profile.chain.mentions) for profile in profiles),
        aliases=tuple(_aliases(renamed or name, profiles, dropped)),
        descriptions=tuple(_descriptions(profiles)),
        links=links,
        identifiers=identifiers,
    )


def identity(text: str) -> str:
    """A short hash by which an actor is known."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _main_name(profiles: Iterable[Profile]) -> str:
    """Of the names that are used at least a quarter as often as the most used the fullest that is no acronym."""
    used: Counter[str] = Counter()
    for profile in profiles:
        used[clean(profile.chain.name)] += len(profile.chain.mentions)
    most = max(used.values())
    often = [name for name, count in used.items() if count >= _USED * most]
    return max(often, key=lambda name: (not letters(name), not name.isupper(), len(name.split()), used[name], name))


def _key_of(name: str, profiles: Iterable[Profile]) -> str:
    keys = Counter(profile.key for profile in profiles if clean(profile.chain.name) == name)
    return max(keys, key=lambda key: (keys[key], key))


def _kind(key: str, profiles: Sequence[Profile]) -> Kind:
    """What those with the main name are; where they do not tell, all."""
    own = elected(key, [profile for profile in profiles if profile.key == key])
    return elected(key, profiles) if own is Kind.OTHER else own


def _aliases(name: str, profiles: Iterable[Profile], dropped: frozenset[str]) -> Iterator[Alias]:
    """The other names, the most used first."""
    used: Counter[str] = Counter()
    articles: dict[str, set[str]] = {}
    for profile in profiles:
        for text, count in names_in(profile).items():
            used[text] += count
            articles.setdefault(text, set()).add(profile.article)
    for text in sorted(used, key=lambda text: (-used[text], text)):
        if text != name and canonical(text) not in dropped:
            yield Alias(text, used[text], tuple(sorted(articles[text])))


def _descriptions(profiles: Iterable[Profile]) -> Iterator[Description]:
    """What the actor is called, each wording once, the most used first."""
    used: Counter[str] = Counter()
    first: dict[str, Description] = {}
    for profile in profiles:
        for mention in profile.chain.mentions:
            if mention.is_description:
                text = " ".join(mention.quote.exact.split())
                used[text.casefold()] += 1
                first.setdefault(text.casefold(), Description(text, profile.article, mention.quote))
    for folded in sorted(used, key=lambda folded: (-used[folded], folded)):
        yield first[folded]
