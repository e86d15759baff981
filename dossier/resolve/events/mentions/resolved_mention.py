"""Event mentions with actors in place of chains, and with all that comparing and merging ask of them."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from dossier.memo import NO_MEMO, Memo
from dossier.model import (
    Annotations,
    Article,
    Attribution,
    EventMention,
    EventType,
    EventTypes,
    Evidence,
    LikelyDay,
    PartOfSpeech,
    Quote,
    RolePlayer,
    Setting,
    Span,
    TriggerKey,
    When,
)
from dossier.model.new_names import Names, evidence_under, players_under
from dossier.resolve.actors import Actors
from dossier.resolve.events.mentions.kindred_words import trigger_stem
from dossier.resolve.events.mentions.mention_links import ActorLinks, beginning_in, surest
from dossier.text.repair import repaired_words
from dossier.text.segments import segments
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.resolve.events", "event_comparison_words.toml")

_DEFINITE_WORDS = "|".join(sorted(_WORDS["definite_determiners"]))
_POSSESSIVE_WORDS = "|".join(sorted(_WORDS["possessive_determiners"]))
_DEFINITE_DETERMINER = re.compile(rf"\b(?:{_DEFINITE_WORDS})\s+$", re.IGNORECASE)
"""A definite determiner right before the trigger: only a noun by itself ("the raid") takes up what was told."""
_PRONOUNS = _WORDS["pronouns"]
_MAX_EVENTS_BEFORE = 5
"""Most events before a trigger that are looked for in its line. Set by hand: a line seldom holds more."""
_KNOWN_DETERMINER = re.compile(
    rf"(?:\b(?:{_DEFINITE_WORDS}|{_POSSESSIVE_WORDS})|\w['’]s)\s+(?:[\w-]+\s+)?$", re.IGNORECASE
)
"""A determiner or possessor before the trigger, one word between at most: "the first raid", "the minister's raid"."""
_DETERMINER_CHARACTERS = 30
"""Characters before a trigger in which its determiner is looked for. Set by hand: two words and a determiner."""


@dataclass(frozen=True, slots=True)
class ResolvedMention:
    """One mention of an event, with actors of the case in place of the chains of its article."""

    evidence: Evidence
    type: EventType
    lemma: str
    players: tuple[RolePlayer, ...]
    place: Setting | None
    actors_in_sentence: frozenset[str]
    """The ids of the actors to which its sentence refers, by name or not, whether they take part or not."""
    publication: When | None
    """The article's time of publication; None where it is unknown."""
    likely: LikelyDay | None
    """The day on which it most likely happened, by its article alone."""
    is_headline: bool
    """Whether it stands in the heading that opens the article."""
    is_definite: bool
    """Whether a definite determiner stands right before its trigger: "the raid"."""
    is_in_a_name: bool
    """Whether its trigger is a part of the name of an organisation: "the Harbour Conference"."""
    is_aside: bool
    """Whether its line is a poor one: it tells another event first, or this as known, or does not say who "she" is."""

    @property
    def published(self) -> datetime:
        """The end of the article's time of publication; ``datetime.max`` where it is unknown."""
        return (self.publication.end if self.publication else None) or datetime.max

    @property
    def stem(self) -> str:
        """The stem by which its trigger is compared: one for all words that tell of one kind of act."""
        return trigger_stem(self.lemma)

    @property
    def summary(self) -> str:
        """Its line for the reader; the whole sentence where no shorter line can be drawn."""
        return self.evidence.summary

    @property
    def trigger_key(self) -> TriggerKey:
        """What identifies it."""
        return self.evidence.trigger_key

    @property
    def sentence(self) -> tuple[str, Span]:
        """Its article's id and its sentence's span."""
        return self.evidence.article, self.evidence.quote.span

    @property
    def rank(self) -> tuple[datetime, str, Span, int]:
        """Its place among all mentions, by publication: so that new articles rarely change which one is first."""
        return self.published, *self.trigger_key

    def under(self, names: Names) -> "ResolvedMention":
        """The mention with these names of actors."""
        if not names:
            return self
        evidence = evidence_under(names, self.evidence)
        return replace(self, evidence=evidence, players=players_under(names, self.players), place=evidence.place)


def resolved_mentions(
    read: Iterable[tuple[Article, Annotations]], actors: Actors, types: EventTypes, memo: Memo = NO_MEMO
) -> list[ResolvedMention]:
    """The event mentions of all articles, sorted by rank: publication, then article and place.

    Those of an article rest on what is called who in it: on id, name and kind of the actors of its chains. Where these
    changed, the mentions that they leave alone are the objects of the last pass.
    """
    known, last = memo.table("resolved mentions"), memo.table("mentions of an article")
    found: list[list[ResolvedMention]] = []
    for article, annotations in read:
        owners = [actors.of(article.id, chain.id) for chain in annotations.actors]
        key = (
            id(article),
            id(annotations),
            id(types),
            *(owner and (owner.id, owner.name, owner.kind) for owner in owners),
        )
        made = partial(_of_article, article, annotations, actors, types, last.get(article.id) or ())
        found.append(known.recall(key, made, (article, annotations, types)))
        last.put(article.id, found[-1])
    told = sorted(filter(None, found), key=lambda of_article: of_article[0].rank)
    return [mention for of_article in told for mention in of_article]


def _of_article(
    article: Article, annotations: Annotations, actors: Actors, types: EventTypes, last: Iterable[ResolvedMention]
) -> list[ResolvedMention]:
    """The mentions of the article; the objects of the ``last`` pass where they are as they were."""
    resolver = _MentionResolver(article, annotations, actors, types)
    before = {mention.trigger_key: mention for mention in last}
    mentions = sorted(map(resolver.resolved, annotations.events), key=lambda mention: mention.trigger_key)
    pairs = ((before.get(mention.trigger_key), mention) for mention in mentions)
    return [old if old == mention else mention for old, mention in pairs]


class _MentionResolver:
    """Resolves the event mentions of one article."""

    def __init__(self, article: Article, found: Annotations, actors: Actors, types: EventTypes) -> None:
        self._types = types
        self._article = article
        self._publication = None if found.runs_on or found.gathers_days else article.published.when
        self._events = sorted(found.told, key=_trigger_span)
        self._triggers = {event.id: event.trigger for event in found.events}
        self._links = ActorLinks(article.id, found.actors, actors)
        self._actors_by_sentence: dict[Span, frozenset[str]] = {}
        self._quotes: dict[Span, Quote] = {}
        opening = next(iter(segments(article.text)), None)
        self._headline = opening.end if opening and opening.heading else 0

    def resolved(self, mention: EventMention) -> ResolvedMention:
        """The mention with actors in place of chains."""
        span = mention.sentence
        quote = self._quotes.setdefault(span, Quote.cut(self._article.text, span))
        players = surest(self._players(mention))
        summary = mention.summary or repaired_words(quote.exact)
        is_definite = bool(_DEFINITE_DETERMINER.search(self._before(mention.trigger.span)))
        setting = self._links.setting(mention.place) if mention.place else None
        return ResolvedMention(
            evidence=self._evidence(mention, quote, summary, players, setting),
            type=self._types[mention.type],
            lemma=mention.lemma,
            players=players,
            place=setting,
            actors_in_sentence=self._actors_in(span),
            publication=self._publication,
            likely=mention.likely,
            is_headline=mention.trigger.span.end <= self._headline,
            is_definite=is_definite,
            is_in_a_name=self._links.is_in_a_name(mention.trigger.span),
            is_aside=is_definite
            or self._is_known_noun(mention)
            or _has_pronoun(players)
            or self._follows_another_event(mention, summary),
        )

    def _is_known_noun(self, mention: EventMention) -> bool:
        """Whether its trigger is a noun for something known: "the first raid", "the minister's resignation"."""
        is_noun = mention.part_of_speech in (PartOfSpeech.NOUN, PartOfSpeech.PROPER_NOUN)
        return is_noun and bool(_KNOWN_DETERMINER.search(self._before(mention.trigger.span)))

    def _follows_another_event(self, mention: EventMention, line: str) -> bool:
        """Whether the line tells another event before that of the mention, or lacks its trigger."""
        opening, found, _ = line.casefold().partition(_folded(mention.trigger))
        if not found:
            return True
        place = bisect_left(self._events, mention.trigger.span, key=_trigger_span)
        before = self._events[max(0, place - _MAX_EVENTS_BEFORE) : place]
        return any(event.sentence == mention.sentence and _folded(event.trigger) in opening for event in before)

    def _evidence(
        self,
        mention: EventMention,
        quote: Quote,
        summary: str,
        players: tuple[RolePlayer, ...],
        place: Setting | None,
    ) -> Evidence:
        return Evidence(
            summary=summary,
            participants=players,
            place=place,
            article=self._article.id,
            trigger=mention.trigger,
            quote=quote,
            dating=mention.dating,
            factuality=mention.factuality,
            attribution=self._attribution(mention.attribution),
            dated_by=mention.dated_by,
            quantities=mention.quantities,
            lemma=mention.lemma,
            part_of_speech=mention.part_of_speech,
            number=mention.number,
            tense=mention.tense,
            hangs_on=self._triggers[mention.hangs_on] if mention.hangs_on else None,
            stands_alone=mention.stands_alone,
            points_back=mention.points_back,
            occurrence=mention.occurrence,
        )

    def _before(self, span: Span) -> str:
        return self._article.text[max(0, span.start - _DETERMINER_CHARACTERS) : span.start]

    def _actors_in(self, sentence: Span) -> frozenset[str]:
        """The ids of the actors referred to in the sentence."""
        if sentence not in self._actors_by_sentence:
            self._actors_by_sentence[sentence] = self._links.actors_inside(sentence)
        return self._actors_by_sentence[sentence]

    def _players(self, mention: EventMention) -> Iterator[RolePlayer]:
        """The participants, and after each the other actors to which its phrase refers ("the fall of its caliphate").

        An actor with a part in another event that the phrase tells is left out: where "the death of Brandt" may delay a
        sale, Brandt has no part in the delay. So is one that takes part by other words: the bank for which "bank chief
        Brandt" speaks.
        """
        players = list(map(self._links.player, mention.participants))
        taking_part = {player.entity for player in players}
        for participant, player in zip(mention.participants, players, strict=True):
            yield player
            elsewhere = self._parts_inside(participant.quote.span, mention)
            for named in self._links.named_inside(participant.quote.span, elsewhere):
                if named.entity not in taking_part:
                    yield named

    def _parts_inside(self, span: Span, mention: EventMention) -> frozenset[str]:
        """The chains that take part in the other events told inside the span."""
        told = (one for one in beginning_in(self._events, span, _trigger_span) if one.trigger != mention.trigger)
        phrases = [part.quote.span for event in told for part in event.participants]
        return frozenset(chain for phrase in phrases for chain in self._links.chains_inside(phrase))

    def _attribution(self, said: Attribution | None) -> Attribution | None:
        """The same source, and those behind it, with the actors of the case that are certainly meant."""
        if said is None:
            return None
        speaker = self._links.speaker(said)
        via = self._attribution(said.via)
        return replace(said, actor=speaker.id if speaker else None, name=speaker.name if speaker else None, via=via)


def _has_pronoun(players: Iterable[RolePlayer]) -> bool:
    """Whether a pronoun that refers to no known actor takes part."""
    return any(player.entity is None and player.name.casefold() in _PRONOUNS for player in players)


def _folded(trigger: Quote) -> str:
    return repaired_words(trigger.exact).casefold()


def _trigger_span(event: EventMention) -> Span:
    return event.trigger.span
