"""The features by which mentions are compared, computed once for each."""

from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache, partial
from operator import attrgetter
from types import MappingProxyType

from dossier.memo import NO_MEMO, Memo, ids
from dossier.model import Basis, Qualifier, Realis, Role, TriggerKey, When
from dossier.resolve.events.features.article_telling import ArticleTelling
from dossier.resolve.events.features.deed import Deed, deed
from dossier.resolve.events.features.event_time import Time
from dossier.resolve.events.features.known_nouns import KnownNoun
from dossier.resolve.events.features.one_death import failed_body, tallies_deaths, victim
from dossier.resolve.events.features.surroundings import SurroundingsFinder
from dossier.resolve.events.features.told_sentence import ToldSentence
from dossier.resolve.events.features.trigger_context import TriggerContext, trigger_context
from dossier.resolve.events.mentions.content_words import (
    Rarity,
    is_another,
    name_words,
    ordinal,
    phrase_stems,
    phrase_words,
)
from dossier.resolve.events.mentions.resolved_mention import ResolvedMention
from dossier.text.interning import word_set
from dossier.text.repair import repaired_words

CORE_ROLES = (Role.AGENT, Role.PATIENT, Role.RECIPIENT)
"""The roles by which events differ most; the others are side roles."""
_APPROXIMATE = (Qualifier.APPROXIMATE, Qualifier.BOTH)
_LEAST_CHANCE_OF_DAY = 0.7
"""Of a likely day, within a day, to compare two mentions by it: less than to tell it, since it decides nothing alone.

Set by hand, so that a noun's day counts as it did before its chances were lowered to what comes true.
"""
_HELD = 20_000
"""Sentences of which what their mentions have in common is held at a time. Set by hand."""
_NO_ROLES: Mapping[Role, frozenset[str]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class MentionFeatures:
    """A mention with the features by which it is compared."""

    mention: ResolvedMention
    stem: str
    """The stem of its lemma, which a verb and its noun have in common."""
    realis: Realis
    """The sense in which it is told; forecasts and plans are both FORECAST."""
    time: Time | None
    """Its date, if the text gives one and both ends are known."""
    begins: float | None
    """The day (in days since the year 1) from which on it took place, where the text gives no end ("after 1985")."""
    over_by: float | None
    """The moment (in days since the year 1) before which it took place; None for what did not take place.

    It is the end of the time of publication, or an inferred bound if that is earlier.
    """
    published: float | None
    """The end of its article's time of publication, in days since the year 1."""
    actors_by_role: Mapping[Role, frozenset[str]]
    """The ids of the actors in each role, the place among them."""
    words_by_role: Mapping[Role, frozenset[str]]
    """The content words of the participants in each role that are no known actors."""
    object_name_words: frozenset[str]
    """The capitalised words of patients that are no known actors."""
    actors: frozenset[str]
    """The ids of all actors with a role."""
    sentence: Mapping[str, float]
    """The content words of its sentence, weighted by rarity: a vector of length 1."""
    wording: tuple[str, int]
    """Its whole sentence, case-folded, and the offset of its trigger: equal for copies."""
    numbers: frozenset[str]
    """The numbers of its sentence."""
    ordinal: str
    """Which of several events it is ("the second debate"); empty where the words do not say."""
    is_another: bool
    """Whether it is told as a new event: "another raid", "was also elected"."""
    antecedent: TriggerKey | None
    """The key of the mention that it takes up ("the debate")."""
    is_addressed: bool
    """Whether its sentence speaks to somebody: "would you sign it?"."""
    is_question: bool
    """Whether its sentence asks."""
    is_one_of_several: bool
    """Whether its trigger tells of several events, each at a time of its own, or takes up such a trigger."""
    affair: str
    """The id of the affair of which its article tells."""
    is_of_close_affair: bool
    """Whether the articles of that affair tell much the same, as reports of one happening do."""
    told_by_share: float
    """The share of the articles of its affair that have a trigger with its stem."""
    told_again: float
    """The binary log of how often such an article has one: 0 for once each."""
    role_words: Mapping[Role, frozenset[str]]
    """The stems of the words for all participants in each role, the names of actors among them."""
    context: TriggerContext
    """What stands right around its trigger."""
    known: KnownNoun | None
    """How it is told from others of its kind, where it is a noun for something known: "the raid"."""
    deed: Deed
    """What it says is done, and to what."""
    is_general: bool
    """Whether it tells of what is so in general, and of no single happening."""
    may_be_by_any: bool
    """Whether nobody known does it, and its article has several do such a thing: a list of bans by many countries."""
    victim: str | None
    """The id of the person who alone dies in it, or of the body that fails, as a fact; None in all other events."""
    is_tally_of_deaths: bool
    """Whether it counts deaths that came one by one, and so is none of them."""
    day_of_death: tuple[str, int, int] | None
    """The victim with month and day of the month, where it gives the day; None in all other events."""


class FeatureExtractor:
    """Computes the features of the mentions of one case.

    ``people`` and ``bodies`` are the ids of the persons and of the organisations among its actors.
    """

    def __init__(
        self,
        mentions: Sequence[ResolvedMention],
        memo: Memo = NO_MEMO,
        people: frozenset[str] = frozenset(),
        bodies: frozenset[str] = frozenset(),
    ) -> None:
        self._people, self._bodies = people, bodies
        self.mentions_of: dict[str, list[ResolvedMention]] = {}
        for mention in mentions:
            self.mentions_of.setdefault(mention.evidence.article, []).append(mention)
        known = memo.table("telling of an article")
        self.tellings: dict[str, ArticleTelling] = {
            article: known.recall(ids(own), partial(ArticleTelling, own), own)
            for article, own in self.mentions_of.items()
        }
        self.word_rarity = self._rarity("words", attrgetter("words"), memo)
        self.stem_rarity = self._rarity("stems", attrgetter("stems"), memo)
        self.actor_rarity = self._rarity("actors", attrgetter("actors"), memo)
        # bound to no method, since a cycle would hold all mentions until garbage is collected
        self._sentence = lru_cache(_HELD)(partial(_told_sentence, self.tellings, self.word_rarity))
        self.surroundings = SurroundingsFinder(self.tellings, memo)

    def _rarity(self, sort: str, things: Callable[[ArticleTelling], Collection[Hashable]], memo: Memo) -> Rarity:
        found = memo.count(f"articles of {sort}", {key: things(telling) for key, telling in self.tellings.items()})
        return Rarity(len(self.tellings), found)

    def features(self, mention: ResolvedMention) -> MentionFeatures:
        """The features of the mention."""
        actors, words = _participants(mention)
        quote, trigger = mention.evidence.quote, mention.evidence.trigger
        offset = trigger.span.start - quote.span.start
        dead = victim(mention, self._people) or failed_body(mention, self._bodies)
        sentence = self._sentence(mention.evidence.article, quote.exact)
        before = repaired_words(quote.exact[:offset])
        return MentionFeatures(
            mention=mention,
            stem=mention.stem,
            realis=_realis(mention),
            time=_time(mention),
            begins=_begins(mention),
            over_by=_over_by(mention),
            published=_published(mention),
            actors_by_role=_by_role(actors),
            words_by_role=_by_role(words),
            object_name_words=_object_name_words(mention),
            actors=word_set(actor for found in actors.values() for actor in found),
            sentence=sentence.vector,
            wording=(sentence.folded, offset),
            numbers=sentence.numbers,
            ordinal=ordinal(before),
            is_another=is_another(before, trigger.exact, mention.lemma),
            is_addressed=sentence.is_addressed,
            is_question=sentence.is_question,
            role_words=_role_words(mention),
            context=trigger_context(quote.exact, offset, offset + len(trigger.exact)),
            deed=deed(mention, self.word_rarity),
            victim=dead,
            is_tally_of_deaths=tallies_deaths(mention),
            day_of_death=(dead, *day) if dead and (day := _day_of_year(mention)) else None,
            **self.surroundings.of(mention)._asdict(),
        )


def _told_sentence(tellings: Mapping[str, ArticleTelling], rarity: Rarity, article: str, text: str) -> ToldSentence:
    return ToldSentence.of(text, tellings[article].words_of[text], rarity)


def _participants(mention: ResolvedMention) -> tuple[dict[Role, set[str]], dict[Role, set[str]]]:
    """By role the ids of the actors, the place among them, and the content words of the other participants."""
    actors: dict[Role, set[str]] = {}
    words: dict[Role, set[str]] = {}
    for player in mention.players:
        if player.entity:
            actors.setdefault(player.role, set()).add(player.entity)
        else:
            words.setdefault(player.role, set()).update(phrase_words(player.name))
    place = mention.place.entity if mention.place else None
    if place:
        actors.setdefault(Role.PLACE, set()).add(place)
    return actors, words


def _by_role(found: Mapping[Role, Iterable[str]]) -> Mapping[Role, frozenset[str]]:
    """The same as sets, without those that are empty."""
    return {role: word_set(words) for role, words in found.items() if words} or _NO_ROLES


def _role_words(mention: ResolvedMention) -> Mapping[Role, frozenset[str]]:
    words: dict[Role, set[str]] = {}
    for player in mention.players:
        words.setdefault(player.role, set()).update(phrase_stems(player.name))
    return _by_role(words)


def _object_name_words(mention: ResolvedMention) -> frozenset[str]:
    """The capitalised words of patients that are no known actors."""
    objects = (player.name for player in mention.players if player.role is Role.PATIENT and not player.entity)
    return word_set(word for phrase in objects for word in name_words(phrase))


def _realis(mention: ResolvedMention) -> Realis:
    """The sense in which it is told: a plan is compared with a forecast, and neither with what took place."""
    factuality = mention.evidence.factuality
    return Realis.FORECAST if factuality.is_expected else factuality.realis


def is_firm(when: When) -> bool:
    """Whether neither end of the date is marked as approximate."""
    return not any(side and side.qualifier in _APPROXIMATE for side in (when.first, when.last))


def _time(mention: ResolvedMention) -> Time | None:
    """The date with both ends that the text gives, else a day that is likely enough.

    An approximate date may be off by its own length, a likely day by a day.
    """
    dating = mention.evidence.dating
    when = dating.when if dating.basis is not Basis.INFERRED else None
    if when is None and mention.likely and mention.likely.chance_within_a_day >= _LEAST_CHANCE_OF_DAY:
        day = When.day(mention.likely.day)
        return Time(_day(day.start), _day(day.end), 1.0) if day.start and day.end else None
    if when is None or when.start is None or when.end is None:
        return None
    start, end = _day(when.start), _day(when.end)
    return Time(start, end, 0.0 if is_firm(when) else end - start)


def moment(mention: ResolvedMention) -> float:
    """The day by which it is sorted: of its date, else of its publication; without either it comes first."""
    if time := _time(mention):
        return time.start
    return _published(mention) or 0.0


def _published(mention: ResolvedMention) -> float | None:
    return _day(mention.published) if mention.published != datetime.max else None


def _day_of_year(mention: ResolvedMention) -> tuple[int, int] | None:
    """Month and day of the month, where the text gives one day."""
    dating = mention.evidence.dating
    when = dating.when if dating.basis is not Basis.INFERRED else None
    if when is None or when.start is None or when.end is None or when.end - when.start > timedelta(days=1):
        return None
    return when.start.month, when.start.day


def _begins(mention: ResolvedMention) -> float | None:
    """The day on which its date begins, where that has no end."""
    when = mention.evidence.dating.when
    return _day(when.start) if when and when.start and when.end is None else None


def _over_by(mention: ResolvedMention) -> float | None:
    """The moment before which it took place: that of publication, or an inferred bound before; None if not actual."""
    if mention.evidence.factuality.realis is not Realis.ACTUAL:
        return None
    ends = [mention.published] if mention.published != datetime.max else []
    when = mention.evidence.dating.when
    if when and when.end and mention.evidence.dating.basis is Basis.INFERRED:
        ends.append(when.end)
    return _day(min(ends)) if ends else None


def _day(moment: datetime) -> float:
    """The moment in days since the year 1."""
    return (moment - datetime.min) / timedelta(days=1)
