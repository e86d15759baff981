"""Reading the articles of a case once, to learn which of them are sources of their own."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dossier.model import Article, Published
from dossier.resolve.origins.copies import copies
from dossier.resolve.origins.credits import Credits, read_credits
from dossier.resolve.origins.origins import Origins
from dossier.resolve.origins.outlets import Outlets, host
from dossier.resolve.origins.shingles import Sketch, sketch
from dossier.text import names


@dataclass(frozen=True, slots=True)
class _Facts:
    """What is kept of an article when its text is gone."""

    id: str
    name: str
    published: Published
    publisher: str | None
    host: str
    credits: Credits
    sketch: Sketch


def find_origins(articles: Iterable[Article]) -> Origins:
    """The origins of the articles. The order in which they come changes nothing; texts are not kept.

    Of a group of copies the original is the one that is not credited to another outlet, then the one that was published
    first (an unknown date comes last), then that with the least id.
    """
    known = {article.id: _facts(article) for article in articles}
    outlets = _outlets(known.values())
    publishers = _publishers(known.values(), outlets)
    credited = {key: _credited(facts.credits, outlets, publishers.get(key)) for key, facts in known.items()}
    order = sorted(known, key=lambda key: _rank(known[key], credited[key], publishers.get(key)))
    groups = copies({key: facts.sketch for key, facts in known.items()}, order, publishers)
    originals = {copy: group[0] for group in groups for copy in group[1:]}
    sources = {key: frozenset(named) for key, named in credited.items() if named}
    sources |= {key: frozenset((home,)) for key, home in publishers.items() if key not in sources}
    for group in groups:
        shared = next((sources[key] for key in _credited_first(group, credited) if key in sources), None)
        sources |= dict.fromkeys(group, shared or frozenset((group[0],)))
    reasons = {key: _reason(known, key, originals.get(key), credited[key], publishers.get(key)) for key in known}
    return Origins(originals, sources, {key: reason for key, reason in reasons.items() if reason}, outlets)


def _facts(article: Article) -> _Facts:
    return _Facts(
        article.id,
        article.title or article.ref,
        article.published,
        article.publisher,
        host(article.url),
        read_credits(article),
        sketch(article.text),
    )


def _outlets(articles: Iterable[_Facts]) -> Outlets:
    named = [(facts.publisher or "", *facts.credits.sure) for facts in articles]
    return Outlets(name for some in named for name in some if name)


def _publishers(articles: Iterable[_Facts], outlets: Outlets) -> dict[str, str]:
    """The key of each article's publisher; where none is named, the one that the host of its pages is known by."""
    told = [(facts, outlets.key(facts.publisher) if facts.publisher else "") for facts in articles]
    hosts: dict[str, set[str]] = {}
    for facts, key in told:
        if key and facts.host:
            hosts.setdefault(facts.host, set()).add(key)
    found = {}
    for facts, key in told:
        named = hosts.get(facts.host, set())
        if home := key or (min(named) if len(named) == 1 else facts.host):
            found[facts.id] = home
    return found


def _credited(credits: Credits, outlets: Outlets, publisher: str | None) -> dict[str, str]:
    """The outlets by key, each as the article calls it; its publisher may be called by a part of the name."""
    named = [*credits.sure, *filter(outlets.knows, credits.possible)]
    keys = {name: outlets.key(name) for name in reversed(named)}
    return {publisher if publisher and _are_one(key, publisher) else key: name for name, key in keys.items()}


def _are_one(credited: str, publisher: str) -> bool:
    return names.is_short_for(credited, publisher) or names.is_short_for(publisher, credited)


def _rank(facts: _Facts, credited: Mapping[str, str], publisher: str | None) -> tuple[bool, bool, str, str]:
    when = facts.published.when
    moment = (when.start or when.end) if when else None
    printed_again = bool(credited) and publisher is not None and publisher not in credited
    return printed_again, moment is None, moment.isoformat() if moment else "", facts.id


def _credited_first(group: Sequence[str], credited: Mapping[str, Mapping[str, str]]) -> list[str]:
    return sorted(group, key=lambda article: not credited[article])


def _reason(
    known: Mapping[str, _Facts], article: str, original: str | None, credited: Mapping[str, str], publisher: str | None
) -> str:
    said = []
    if original:
        same = known[article].sketch.words == known[original].sketch.words
        said.append(f"{'the same' if same else 'nearly the same'} words as “{known[original].name}”")
    others = sorted(name for key, name in credited.items() if key != publisher)
    if others:
        said.append(f"credited to {', '.join(others)}")
    return "; ".join(said)
