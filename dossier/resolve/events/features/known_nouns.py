"""Nouns for what the reader knows ("the outbreak"), and how one is told from others of its kind."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from dossier.model import Number, PartOfSpeech
from dossier.resolve.events.mentions.content_words import stem
from dossier.resolve.events.mentions.resolved_mention import ResolvedMention
from dossier.text.calendar_words import MONTH, WEEKDAY
from dossier.text.content_words import content_words
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.resolve.events", "event_comparison_words.toml")
# "the global economic ", "Asia's financial " before "crisis"
_DAY = re.compile(rf"(?:{MONTH}|{WEEKDAY}|\d{{1,2}})[.,]?", re.IGNORECASE)
_KNOWN = re.compile(
    rf"(?:\b(?:{'|'.join(sorted(_WORDS['definite_determiners']))})|(\w+)['’]s?)\s+((?:[\w.-]+\s+){{0,3}})$",
    re.IGNORECASE,
)
# " in the United States" behind "outbreak"
_COMPLEMENT = re.compile(r"\s+(?:in|of|on|at|for|with|against|between)\s+((?:the\s+)?[\w.-]+(?:\s+[\w.-]+)?)")


@dataclass(frozen=True, slots=True)
class KnownNoun:
    """How a definite noun is told from others of its kind: "the Asian financial crisis", "the outbreak in Peru"."""

    description: frozenset[str]
    """The stems of the words before it and of the phrase behind it; vague ones ("the current crisis") are left out."""
    names: frozenset[str]
    """Those of them that are names, or years: "the 1968 pandemic"."""

    def may_be(self, other: "KnownNoun") -> bool:
        """Whether nothing tells the two apart: their descriptions share a word, or one has none.

        A name that only one has tells them apart: "the Asian crisis" is not "the crisis".
        """
        if self.names != other.names and self.names.isdisjoint(other.names):
            return False
        return self.is_bare or other.is_bare or self.shares_words(other)

    @property
    def is_bare(self) -> bool:
        """Whether nothing describes it: "the outbreak"."""
        return not self.description

    def shares_words(self, other: "KnownNoun") -> bool:
        """Whether a word of the descriptions is the same."""
        return not self.description.isdisjoint(other.description)


class KnownNouns:
    """The nouns of a case by which an event is taken up as known.

    They are singular, and of a type of which a matter has one. One that nothing describes is none where its article
    describes two that differ: it may mean either.
    """

    def __init__(self, mentions: Iterable[ResolvedMention]) -> None:
        self._found = {mention.trigger_key: noun for mention in mentions if (noun := _known(mention))}
        self._described: dict[tuple[str, str], set[KnownNoun]] = defaultdict(set)
        for mention in mentions:
            noun = self._found.get(mention.trigger_key)
            if noun and not noun.is_bare:
                self._described[_kind(mention)].add(noun)

    def of(self, mention: ResolvedMention) -> KnownNoun | None:
        """How the noun of the mention is known; None where it is none for what is known."""
        noun = self._found.get(mention.trigger_key)
        described = self._described.get(_kind(mention), ())
        if noun and noun.is_bare and any(not one.may_be(other) for one, other in combinations(described, 2)):
            return None
        return noun


def known_noun(before: str, behind: str) -> KnownNoun | None:
    """How the noun between the two texts is known; None where no determiner of what is known stands before it.

    >>> sorted(known_noun("They blamed the Asian financial ", " of 1998.").description)
    ['1998', 'asian', 'financi']
    >>> known_noun("They feared a financial ", ".")

    A year is a name: "the 1968 pandemic" is not "the pandemic".

    >>> sorted(known_noun("They remembered the 1968 ", ".").names)
    ['1968']

    A month and a day tell nothing here: dates are compared by themselves.

    >>> known_noun("He saw the Oct. 23 sniper ", ".").description == known_noun("He saw the sniper ", ".").description
    True
    """
    found = _KNOWN.search(before)
    if not found:
        return None
    words = [*([found[1]] if found[1] else []), *found[2].split()]
    if any(word.casefold() in _WORDS["no_modifiers"] for word in words):
        return None
    complement = _COMPLEMENT.match(behind)
    words += complement[1].split() if complement else ()
    words = [word for word in words if not _DAY.fullmatch(word)]
    return KnownNoun(
        _stems(word for word in words if word not in _WORDS["vague_modifiers"]),
        _stems(word for word in words if word[0].isupper() or word[0].isdigit()),
    )


def _stems(words: Iterable[str]) -> frozenset[str]:
    return frozenset(stem(word) for word in content_words(" ".join(words)))


def _known(mention: ResolvedMention) -> KnownNoun | None:
    kind, evidence = mention.type, mention.evidence
    if evidence.part_of_speech not in (PartOfSpeech.NOUN, PartOfSpeech.PROPER_NOUN) or evidence.number is Number.PLURAL:
        return None
    if mention.lemma in _WORDS["recurring_nouns"] or kind.name not in _WORDS["known_types"]:
        return None
    start = evidence.trigger.span.start - evidence.quote.span.start
    return known_noun(evidence.quote.exact[:start], evidence.quote.exact[start + len(evidence.trigger.exact) :])


def _kind(mention: ResolvedMention) -> tuple[str, str]:
    return mention.evidence.article, mention.stem
