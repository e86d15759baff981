"""What the mentions of one article tell, as far as it does not rest on other articles."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from dossier.model import Number, Role, TriggerKey
from dossier.resolve.events.features.affairs import Bag
from dossier.resolve.events.features.generality import Generality
from dossier.resolve.events.features.known_nouns import KnownNouns
from dossier.resolve.events.mentions.resolved_mention import ResolvedMention
from dossier.text.content_words import content_words
from dossier.text.repair import repaired_words

_PARAGRAPH_CHARACTERS = 600
"""Most characters from a trigger to one that takes it up ("the raid"). Set by hand: about a paragraph."""


class ArticleTelling:
    """The words, actors and triggers of one article, and which of its mentions take up others."""

    def __init__(self, mentions: Sequence[ResolvedMention]) -> None:
        """``mentions`` are those of the article, in their order."""
        texts = dict.fromkeys(mention.evidence.quote.exact for mention in mentions)
        self.words_of: Mapping[str, tuple[str, ...]] = {text: content_words(repaired_words(text)) for text in texts}
        """The content words of each sentence, by its text, without its faults in writing."""
        self.words = tuple(set[str]().union(*self.words_of.values()))  # a quarter of the memory of a set
        self.actors = tuple(set[str]().union(*(mention.actors_in_sentence for mention in mentions)))
        """The ids of the actors in its sentences."""
        self.everybody = sorted(set[str]().union(*map(people_of, mentions)))
        """The ids of these, and of those who take part all the same."""
        self.stems = Counter(mention.stem for mention in mentions)
        """How often it tells of each, by the stem of the trigger."""
        self.antecedents = dict(_antecedents(mentions))
        """For each mention that takes up a known event ("the raid"), the one that it takes up."""
        several = {mention.trigger_key[:2] for mention in mentions if mention.evidence.occurrence > 1}
        several.update(key[:2] for key, taken_up in self.antecedents.items() if taken_up[:2] in several)
        self.of_several = frozenset(several)
        """The articles and places of the triggers that tell of several events, or take up such a trigger."""
        doers: dict[str, set[str]] = {}
        for mention in mentions:
            doers.setdefault(mention.stem, set()).update(doers_of(mention))
        self.of_several_doers = frozenset(stem for stem, actors in doers.items() if len(actors) > 1)
        """The stems of triggers of which it names several who do it, in one sentence or in many."""
        self._mentions = mentions
        self.known_nouns = KnownNouns(mentions)
        self.generality = Generality(mentions)

    def bag(self) -> Bag:
        """The words and actors of its sentences, and in how many of these each stands; made anew, since it is large."""
        return _bag(self._mentions, self.words_of)


def doers_of(mention: ResolvedMention) -> list[str]:
    """The ids of the actors that do it."""
    return [player.entity for player in mention.players if player.entity and player.role is Role.AGENT]


def people_of(mention: ResolvedMention) -> list[str]:
    """The ids of the actors in its sentence, of those who take part and of the place, sorted."""
    parts = {player.entity for player in mention.players if player.entity}
    place = {mention.place.entity} if mention.place and mention.place.entity else set()
    return sorted(mention.actors_in_sentence | parts | place)


def _bag(mentions: Iterable[ResolvedMention], words_of: Mapping[str, tuple[str, ...]]) -> Bag:
    """The words and actors of the sentences that tell of events, and in how many of these each stands."""
    bag: Counter[object] = Counter()
    counted = set()
    for mention in mentions:
        if mention.sentence not in counted:
            counted.add(mention.sentence)
            bag.update(words_of[mention.evidence.quote.exact])
            bag.update((actor,) for actor in mention.actors_in_sentence)
    return dict(bag)


def _antecedents(mentions: Iterable[ResolvedMention]) -> Iterator[tuple[TriggerKey, TriggerKey]]:
    """For each mention that takes up a known event ("the raid"), the one that it takes up.

    It is the last one before with the same stem, if that is near and of the same grammatical number.
    """
    last: dict[tuple[str, str], ResolvedMention] = {}
    for mention in mentions:
        key = mention.evidence.article, mention.stem
        before = last.get(key)
        if (
            before
            and mention.is_definite
            and _is_within_a_paragraph(before, mention)
            and _is_plural(before) == _is_plural(mention)
        ):
            yield mention.trigger_key, before.trigger_key
        last[key] = mention


def _is_within_a_paragraph(before: ResolvedMention, mention: ResolvedMention) -> bool:
    """Whether the second stands in another sentence, about a paragraph behind the first at most."""
    left, right = before.evidence, mention.evidence
    distance = right.trigger.span.start - left.trigger.span.end
    return left.quote.span != right.quote.span and distance <= _PARAGRAPH_CHARACTERS


def _is_plural(mention: ResolvedMention) -> bool:
    return mention.evidence.number is Number.PLURAL
