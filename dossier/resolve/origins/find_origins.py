"""The entry point: from the articles of a case, read once, to their origins."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dossier.model import Article, Published
from dossier.resolve.origins.copies import copy_groups
from dossier.resolve.origins.credits import Credits, read_credits
from dossier.resolve.origins.origins import Origins
from dossier.resolve.origins.outlets import Outlets, host_of
from dossier.resolve.origins.shingles import Sketch, sketch
from dossier.text import names
from dossier.text.repair import repaired


@dataclass(frozen=True, slots=True)
class _ArticleFacts:
    """What is remembered of an article after its text has been let go."""

    id: str
    title: str
    published: Published
    publisher: str | None
    host: str
    credits: Credits
    sketch: Sketch


def find_origins(articles: Iterable[Article]) -> Origins:
    """The origins of the articles. Their order changes nothing; no text is kept in memory.

    Of a group of copies the original is, if possible, an article that is credited to nobody or to its own publisher, or
    whose publisher is unknown. Of several it is the one published first, an unknown date last, then the one with the
    least id.
    """
    known = {article.id: _facts(article) for article in articles}
    outlets = _outlets(known.values())
    publishers = _publishers(known.values(), outlets)
    credited = {key: _credited(facts.credits, outlets, publishers.get(key)) for key, facts in known.items()}
    order = sorted(known, key=lambda key: _originality(known[key], credited[key], publishers.get(key)))
    groups = copy_groups({key: facts.sketch for key, facts in known.items()}, order, publishers)
    originals = {copy: group[0] for group in groups for copy in group[1:]}
    reasons = {
        key: _reason(facts, known.get(originals.get(key, "")), credited[key], publishers.get(key))
        for key, facts in known.items()
    }
    return Origins(
        copies=originals,
        sources=_sources(credited, publishers, groups),
        reasons={key: reason for key, reason in reasons.items() if reason},
        outlets=outlets,
    )


def _facts(article: Article) -> _ArticleFacts:
    text = repaired(article.text).text
    return _ArticleFacts(
        id=article.id,
        title=article.title or article.ref,
        published=article.published,
        publisher=article.publisher,
        host=host_of(article.url),
        credits=read_credits(text, article.author or ""),
        sketch=sketch(text),
    )


def _outlets(articles: Iterable[_ArticleFacts]) -> Outlets:
    named = [(facts.publisher or "", *facts.credits.sure) for facts in articles]
    return Outlets(name for some in named for name in some if name)


def _publishers(articles: Iterable[_ArticleFacts], outlets: Outlets) -> dict[str, str]:
    """The key of each article's publisher, by article id; an article without publisher and address has none.

    Where an article names no publisher, it is the one that other articles of the same host name; where they name none,
    or several, it is the host.
    """
    named_publishers = [(facts, outlets.key(facts.publisher) if facts.publisher else "") for facts in articles]
    publishers_of_host: dict[str, set[str]] = {}
    for facts, key in named_publishers:
        if key and facts.host:
            publishers_of_host.setdefault(facts.host, set()).add(key)
    found = {}
    for facts, key in named_publishers:
        of_host = publishers_of_host.get(facts.host, set())
        if publisher := key or (min(of_host) if len(of_host) == 1 else facts.host):
            found[facts.id] = publisher
    return found


def _credited(credits: Credits, outlets: Outlets, publisher: str | None) -> dict[str, str]:
    """The outlets that an article is credited to: by key, each as the article calls it.

    The publisher goes by its own key, even where the article credits it by a part of its name.
    """
    named = [*credits.sure, *filter(outlets.knows, credits.possible)]
    keys = {name: outlets.key(name) for name in reversed(named)}
    return {publisher if publisher and _are_one_outlet(key, publisher) else key: name for name, key in keys.items()}


def _sources(
    credited: Mapping[str, Mapping[str, str]], publishers: Mapping[str, str], groups: Iterable[Sequence[str]]
) -> dict[str, frozenset[str]]:
    """The outlets that each article depends on: those it is credited to, else its publisher.

    All copies in a group depend on the same outlets: those to which the first credited copy is credited, else the
    publisher of the first that has one, else the original.
    """
    sources = {key: frozenset(named) for key, named in credited.items() if named}
    sources |= {key: frozenset((publisher,)) for key, publisher in publishers.items() if key not in sources}
    for group in groups:
        credited_first = sorted(group, key=lambda article: not credited[article])
        shared = next((sources[key] for key in credited_first if key in sources), None)
        sources |= dict.fromkeys(group, shared or frozenset((group[0],)))
    return sources


def _are_one_outlet(credited: str, publisher: str) -> bool:
    """Whether one key is a shorter form of the other."""
    return names.is_short_for(credited, publisher) or names.is_short_for(publisher, credited)


def _originality(
    facts: _ArticleFacts, credited: Mapping[str, str], publisher: str | None
) -> tuple[bool, bool, str, str]:
    """A sort key by which the original of some copies comes first: see ``find_origins``."""
    when = facts.published.when
    moment = (when.start or when.end) if when else None
    is_credited_elsewhere = bool(credited) and publisher is not None and publisher not in credited
    return is_credited_elsewhere, moment is None, moment.isoformat() if moment else "", facts.id


def _reason(
    facts: _ArticleFacts, original: _ArticleFacts | None, credited: Mapping[str, str], publisher: str | None
) -> str:
    """Why the article is no source of its own, in words; empty where it is one."""
    parts = []
    if original:
        is_equal = facts.sketch.words_digest == original.sketch.words_digest
        parts.append(f"{'the same' if is_equal else 'nearly the same'} words as “{original.title}”")
    others = sorted(name for key, name in credited.items() if key != publisher)
    if others:
        parts.append(f"credited to {', '.join(others)}")
    return "; ".join(parts)
