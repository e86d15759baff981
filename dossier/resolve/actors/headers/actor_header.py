"""What stands at the top of a dossier beside the name: other names and descriptions, few and sure.

A name or a description that is left out does no harm; one that is wrong or unfair does.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from dossier.model import Alias, Description, Kind
from dossier.resolve.actors.traits.canonical_names import canonical_name
from dossier.resolve.actors.traits.chain_groups import broad_kind, name_counts
from dossier.resolve.actors.traits.profiles import Profile
from dossier.text.names import is_body, is_trade, tokens, without_titles
from dossier.text.person_names import name_parts, without_suffix_marks
from dossier.text.repair import repaired_words
from dossier.text.weights import weight_table

_WEIGHTS = weight_table("dossier.resolve.actors", "actor_weights.toml")
_ARTICLES_FOR_LONGER_NAME = _WEIGHTS.count("longer_name_in_articles", "articles")
_WORD = re.compile(r"\w+")
_ARTICLES = frozenset(("a", "an", "the"))
_OF = frozenset(("of", "s"))
"""In these no descriptions differ: "the brigade's commander" says less than "commander of the Orlov Brigade"."""


def aliases(name: str, kind: Kind, profiles: Sequence[Profile], dropped: frozenset[str]) -> Iterator[Alias]:
    """The other names that the articles use, the most used first; spellings that differ in case or stops are one.

    Left out are those whose canonical form is in ``dropped``, those of which ``_is_name`` says that they are none, and
    names that a single article makes longer by further words ("Orlov Hadley Marine", from a caption and the text).
    """
    used: Counter[str] = Counter()
    articles: dict[str, set[str]] = {}
    for profile in profiles:
        for text, count in name_counts(profile).items():
            shown = without_suffix_marks(without_titles(text)) if kind is Kind.PERSON else text
            used[shown] += count
            articles.setdefault(shown, set()).add(profile.article)
    found = _folded(used, name)
    for text in found:
        its_articles = frozenset[str]().union(*(articles[one] for one in found[text]))
        is_seldom = len(its_articles) < _ARTICLES_FOR_LONGER_NAME
        if canonical_name(text) in dropped or not _is_name(text, name, kind):
            continue
        if not (is_seldom and any(_extends(text, other) for other in (name, *found))):
            yield Alias(text, sum(used[one] for one in found[text]), tuple(sorted(its_articles)))


def descriptions(profiles: Iterable[Profile], kind: Kind) -> list[Description]:
    """The neutral descriptions of the actor, the most used first; one that only says less than another is left out.

    Those of a chain that was read as another kind of actor are not taken.
    """
    used: Counter[frozenset[str]] = Counter()
    first: dict[frozenset[str], Description] = {}
    for profile in profiles:
        if broad_kind(profile.chain.kind) is not broad_kind(kind):
            continue
        for mention in profile.chain.mentions:
            if mention.is_description and mention.is_neutral:
                text = repaired_words(mention.quote.exact)
                words = frozenset(_WORD.findall(text.casefold())) - _ARTICLES - _OF
                used[words] += 1
                first.setdefault(words, Description(text, profile.article, mention.quote))
    fullest = [words for words in used if not any(words < other for other in used)]
    return [first[words] for words in sorted(fullest, key=lambda words: (-used[words], first[words].text))]


def _folded(used: Counter[str], name: str) -> dict[str, list[str]]:
    """The most used spelling of each other name, with all its spellings, the most used names first."""
    spellings: dict[str, list[str]] = {}
    for text in sorted(used, key=lambda text: (-used[text], text)):
        spellings.setdefault(_spelling_key(text), []).append(text)
    spellings.pop(_spelling_key(name), None)
    totals = sorted(spellings.values(), key=lambda same: (-sum(used[one] for one in same), same[0]))
    return {same[0]: same for same in totals}


def _spelling_key(text: str) -> str:
    """The name without what spellings of it differ in: case, stops, hyphens, spaces."""
    return "".join(tokens(text))


def _is_name(text: str, name: str, kind: Kind) -> bool:
    """Whether the text may be a name of the actor: no given name alone, and no body's for a place."""
    words = tokens(text)
    if kind is Kind.PERSON:
        parts = name_parts(name)
        return not (len(parts) > 1 and tuple(words) == parts[:1])
    return kind is not Kind.PLACE or not any(is_body(word) or is_trade(word) for word in words)


def _extends(longer: str, shorter: str) -> bool:
    """Whether a name of two words or more is the end or the beginning of the longer one."""
    many, few = canonical_name(longer).split(), canonical_name(shorter).split()
    return 1 < len(few) < len(many) and few in (many[: len(few)], many[-len(few) :])
