"""What a mention says is done, and to what: the words of its object, and the step of a scale that it names."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from dossier.model import Number, PartOfSpeech, Realis, Role, Tense
from dossier.resolve.events.mentions.content_words import Rarity, stem
from dossier.resolve.events.mentions.resolved_mention import ResolvedMention
from dossier.text.content_words import content_words
from dossier.text.interning import word_set
from dossier.text.scale_steps import DIGITS, steps
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.resolve.events", "event_comparison_words.toml")
_OBJECT_CHARACTERS = 90
"""Characters behind a trigger in which its object is looked for. Set by hand: about fourteen words."""
# ", ", " after ": what stands behind is told of something else
_END = re.compile(rf"[;,.:—“”\"]|--|\b(?:{'|'.join(sorted(_WORDS['ends_of_an_object']))})\b", re.IGNORECASE)
# " for the decision" behind "support"
_ADDITION = re.compile(rf"\s(?:{'|'.join(sorted(_WORDS['no_objects'] - {'of'}))})\s", re.IGNORECASE)
# " had been" behind "of the fever": the noun is the subject of what follows
_VERB = re.compile(rf"\b(?:{'|'.join(sorted(_WORDS['auxiliaries']))})\b", re.IGNORECASE)
# " on Thursday": when it was done, not what
_WHEN = re.compile(r"^\s*on\s+[A-Z][a-z]+day\b")
# "another case", "nine new cases", "new cases": not "the new law"
_ROW = re.compile(
    rf"\b(?:{'|'.join(sorted(_WORDS['of_a_row']))})\b|(?:^|\b\d+\s+|\b(?:{'|'.join(sorted(DIGITS))})\s+)new\b",
    re.IGNORECASE,
)
_ROW_CHARACTERS = 20
"""Characters before a trigger in which a word for one of a row is looked for. Set by hand: two or three words."""
# "two pupils" before "fell ill": it may befall two others tomorrow
_COUNTED = re.compile(rf"(?:\d+|{'|'.join(sorted(DIGITS))})\b", re.IGNORECASE)
TYPES_WITH_INFINITIVES = _WORDS["types_with_infinitives"]
"""The types of events that say to do what: "asked to close the port"."""
NO_OBJECT_STEMS = frozenset(map(stem, _WORDS["no_object_words"]))
"""The stems of words that do not say to what something is done: they say when, how much, or that it is somebody."""
_NOUNS = (PartOfSpeech.NOUN, PartOfSpeech.PROPER_NOUN)
_DONE = (None, Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT)
"""None is that of a noun."""


@dataclass(frozen=True, slots=True)
class Deed:
    """What a mention says is done."""

    words: Mapping[str, float]
    """By stem the words for that to which it is done, each with its rarity in bits: "an influenza pandemic"."""
    spelled: frozenset[str]
    """These words as they are written."""
    heads: frozenset[str]
    """The stems of the words that name that to which it is done, without what tells more of it: of "support for the
    decision" only "support", of "a state of emergency" both words. None where somebody known is named for it."""
    steps: frozenset[str]
    """The step of a scale that it names, in digits: "raised the alert to phase five"."""
    is_done: bool
    """Whether it is told as done, not as what goes on, comes, or is to be: "declared", not "declaring"."""
    is_one_of_a_row: bool
    """Whether it is told as done again, to others: "nine new cases were confirmed"."""

    def names_another(self, other: "Deed") -> bool:
        """Whether both name to what it is done, and one of them by words of which the other has none at all."""
        if not self.heads or not other.heads:
            return False
        return self.heads.isdisjoint(other.words) or other.heads.isdisjoint(self.words)

    def shared(self, other: "Deed") -> float:
        """How rare the words are, in bits, that both have for that to which it is done."""
        return sum(self.words[word] for word in self.words.keys() & other.words.keys())

    def share(self, other: "Deed") -> float:
        """The same as a share of the words of the one that has less, from 0 to 1."""
        return self.shared(other) / (min(sum(self.words.values()), sum(other.words.values())) or 1.0)


def deed(mention: ResolvedMention, rarity: Rarity) -> Deed:
    """What the mention says is done, by its patient and by the words right behind its trigger."""
    evidence = mention.evidence
    start = evidence.trigger.span.start - evidence.quote.span.start
    behind = behind_trigger(mention)
    said = object_phrase(
        behind,
        is_noun=evidence.part_of_speech in _NOUNS,
        has_infinitive=mention.type.name in TYPES_WITH_INFINITIVES,
    )
    patients = [player.name for player in mention.players if player.role is Role.PATIENT]
    before = evidence.quote.exact[max(0, start - _ROW_CHARACTERS) : start]
    words: dict[str, float] = {}
    spelled = object_words(said, *patients)
    for word in spelled:
        words[stem(word)] = max(words.get(stem(word), 0.0), rarity.bits(word))
    return Deed(
        words,
        spelled,
        _heads(mention),
        steps(behind),
        _is_done(mention),
        _is_by_counted(mention) or any(_ROW.search(text) for text in (said, *patients, before)),
    )


def behind_trigger(mention: ResolvedMention) -> str:
    """The characters behind its trigger in which its object is looked for."""
    evidence = mention.evidence
    end = evidence.trigger.span.end - evidence.quote.span.start
    return evidence.quote.exact[end : end + _OBJECT_CHARACTERS]


def _is_by_counted(mention: ResolvedMention) -> bool:
    """Whether so many that nobody names do it."""
    agents = [player for player in mention.players if player.role is Role.AGENT]
    return any(_COUNTED.match(agent.name) for agent in agents if not agent.entity)


def _heads(mention: ResolvedMention) -> frozenset[str]:
    patients = [player for player in mention.players if player.role is Role.PATIENT]
    if any(player.entity for player in patients):
        return frozenset()
    names = (_ADDITION.split(player.name, maxsplit=1)[0] for player in patients)
    return frozenset(stem(word) for word in object_words(*names))


def object_phrase(behind: str, *, is_noun: bool, has_infinitive: bool = False) -> str:
    """What stands behind the trigger as its object, empty where nothing does: of a noun what follows "of".

    >>> object_phrase(" on Thursday that the quay had sunk, since ...", is_noun=False)
    'that the quay had sunk'
    >>> object_phrase(" in the valley", is_noun=False), object_phrase(" of a pandemic.", is_noun=True)
    ('', 'a pandemic')
    """
    own = _WHEN.sub("", _END.split(behind, maxsplit=1)[0]).strip()
    first, _, rest = own.partition(" ")
    if is_noun:
        return _VERB.split(rest, maxsplit=1)[0].strip() if first.casefold() == "of" else ""
    if has_infinitive and first.casefold() == "to":
        return rest
    return "" if first.casefold() in _WORDS["no_objects"] else own


def object_words(*phrases: str) -> frozenset[str]:
    """The words for that to which something is done.

    >>> sorted(object_words("a state of emergency on Thursday"))
    ['emergency', 'state']
    """
    words = (word for text in phrases for word in content_words(text))
    return word_set(word for word in words if word not in _WORDS["no_object_words"] and not word[0].isdigit())


def _is_done(mention: ResolvedMention) -> bool:
    """Whether it is a fact, and its verb, if it is one, in the past or perfect: or in a headline, in the present."""
    evidence = mention.evidence
    if evidence.factuality.realis is not Realis.ACTUAL or evidence.number is Number.PLURAL:
        return False
    is_news = mention.is_headline and evidence.tense is Tense.PRESENT
    return is_news or evidence.tense in _DONE
