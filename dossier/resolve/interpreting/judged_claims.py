"""Judgements on the words of articles: the annotations as they are with them, before anything is resolved."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from dossier.model import (
    ActorChain,
    ActorMention,
    AddedEvent,
    Annotations,
    Citation,
    EventField,
    EventTypes,
    Form,
    Judgement,
    Kind,
    MentionIdentity,
    NobodyMeant,
    Sieve,
    TriggerKey,
    WordsPointer,
)
from dossier.resolve.interpreting.added_events import with_added_event
from dossier.resolve.interpreting.claim_lookup import NamedChain
from dossier.resolve.interpreting.moved_mentions import FoundMention, mention_at, moved
from dossier.resolve.interpreting.pointer_reading import PointerReader
from dossier.resolve.rulings.consistency import IdentityJudgement
from dossier.resolve.rulings.effective_judgements import may_replace
from dossier.resolve.rulings.rulings import ChainKey, EventCorrection
from dossier.text.names import normal

_OnMention = MentionIdentity | NobodyMeant
WordsDecision = _OnMention | AddedEvent
"""A decision on words, which changes the annotations of their article."""


_NOBODYS = "the words are read as nobody's"


@dataclass(slots=True)
class JudgedClaims:
    """The annotations of a case as judgements on words make them.

    ``identities`` say that a chain which is new in an article is the actor of another; ``corrections`` are the events
    that changed, or are new, with the judgement that did it.
    """

    annotations: list[Annotations]
    identities: list[IdentityJudgement[ChainKey]] = field(default_factory=list)
    corrections: dict[TriggerKey, list[EventCorrection]] = field(default_factory=lambda: defaultdict(list))


def judged_claims(
    judgements: Sequence[Judgement],
    read: Sequence[tuple[Citation, Annotations]],
    types: EventTypes | None,
    text_of: Callable[[str], str],
    reader: PointerReader,
) -> JudgedClaims:
    """Apply judgements on words to the annotations; those that mean nothing are reported to ``reader``.

    ``text_of`` gives the text of an article by its id. The judgements come in the order of their making: of two on whom
    the same words mean, by whatever quote, the later holds.
    """
    claims = _ClaimJudging(read, types, text_of, reader)
    on_words: dict[WordsPointer, list[Judgement]] = defaultdict(list)
    for judgement in judgements:
        decision = judgement.decision
        if isinstance(decision, WordsDecision) and not reader.is_elsewhere(judgement, decision.words):
            words = claims.meant(decision.words) if isinstance(decision, _OnMention) else decision.words
            on_words[words].append(judgement)
    for words in sorted(on_words):
        claims.judge_mention(words, [one for one in on_words[words] if isinstance(one.decision, _OnMention)])
    for words in sorted(on_words):
        for judgement in on_words[words]:
            if isinstance(judgement.decision, AddedEvent):
                claims.add_event(judgement, judgement.decision)
    return claims.judged()


class _Referral(NamedTuple):
    """A judgement on whom words mean, and the chains of the actor that it names, if any."""

    judgement: Judgement
    chains: Sequence[NamedChain]


class _ClaimJudging:
    def __init__(
        self,
        read: Sequence[tuple[Citation, Annotations]],
        types: EventTypes | None,
        text_of: Callable[[str], str],
        reader: PointerReader,
    ) -> None:
        self._order = [found.article for _, found in read]
        self._found = {found.article: found for _, found in read}
        self._types = types
        self._text_of = text_of
        self._reader = reader
        self._made = JudgedClaims([])

    def judged(self) -> JudgedClaims:
        """What all judgements together made."""
        self._made.annotations = [self._found[article] for article in self._order]
        return self._made

    def meant(self, words: WordsPointer) -> WordsPointer:
        """The words of the mention that is read there: "Mr Brandt" for "Brandt"; those given where none is."""
        found = mention_at(self._found[words.article], words.quote.span)
        return WordsPointer(words.article, found.mention.quote) if found else words

    def judge_mention(self, words: WordsPointer, judgements: Sequence[Judgement]) -> None:
        """Say whom the words mean by these judgements, which are all on the same words, the later behind."""
        meant: dict[str, _Referral] = {}
        denied: dict[str, _Referral] = {}
        for judgement in judgements:
            referral, name = self._read(judgement)
            if referral is None:
                continue
            is_meant = not isinstance(judgement.decision, MentionIdentity) or judgement.decision.is_meant
            self._replace(meant, [one for one in meant if (one != name) == is_meant], judgement)
            self._replace(denied, [name] if is_meant and name in denied else [], judgement)
            (meant if is_meant else denied)[name] = referral
        disputed = [*meant.values(), *(denied[name] for name in denied if name in meant)]
        if len(disputed) > 1:
            outcome = "the words keep the meaning that was read"
            self._reader.dispute([one.judgement for one in disputed], outcome)
        elif meant:
            self._move(words, disputed[0])
        elif denied:
            self._take_from(words, list(denied.values()))

    def _read(self, judgement: Judgement) -> tuple[_Referral | None, str]:
        """Whom a judgement is about, and the name: empty for nobody; None where it means nothing in the case."""
        if not isinstance(judgement.decision, MentionIdentity):
            return _Referral(judgement, []), ""
        chains = self._reader.chains(judgement, judgement.decision.actor)
        return (_Referral(judgement, chains), normal(chains[0].chain.name)) if chains else (None, "")

    def _replace(self, said: dict[str, _Referral], names: Sequence[str], later: Judgement) -> None:
        """Take out of what was said of these names what the later judgement replaces, and note it."""
        for name in names:
            if may_replace(later, said[name].judgement):
                self._reader.replaced(said.pop(name).judgement, later)

    def _take_from(self, words: WordsPointer, denials: Sequence[_Referral]) -> None:
        """Take the words from the actor whom they mean, if the judgements say that it is not that one."""
        old = mention_at(self._found[words.article], words.quote.span)
        key, name = ((words.article, old.chain.id), old.chain.name) if old else (("", ""), "")
        fitting = [one.judgement for one in denials if old and _is_named_like(key, name, one.chains)]
        if fitting:
            self._move(words, _Referral(fitting[0], []))
            return
        said = f"the words are read as those of '{old.chain.name}'" if old else _NOBODYS
        for one in denials:
            self._reader.without_effect(one.judgement, said)

    def _move(self, words: WordsPointer, referral: _Referral) -> None:
        """Make the words a mention of the actor of the referral; without one, of nobody."""
        article, before = words.article, self._found[words.article]
        old = mention_at(before, words.quote.span)
        if old is None and not referral.chains:
            self._reader.without_effect(referral.judgement, _NOBODYS)
            return
        target = self._target(words, old, referral) if referral.chains else None
        self._found[article] = moved(before, words.quote, target, self._text_of(article))
        self._note_changes(referral.judgement, before, old.chain if old else None, target)

    def _target(self, words: WordsPointer, old: FoundMention | None, referral: _Referral) -> ActorChain:
        """The chain of the actor in the article; a new one, which is to be the actor's, where it has none there.

        Of a person and a place of one name it is the one of the kind of which the words were read, else the one with
        the most mentions.
        """
        kind = old.chain.kind if old else None

        def rank(one: NamedChain) -> tuple[bool, int, ChainKey]:
            return one.chain.kind is not kind, -len(one.chain.mentions), one.key

        chains = sorted(referral.chains, key=rank)
        here = {chain.id: chain for chain in self._found[words.article].actors}
        new = f"judged {normal(chains[0].chain.name)}"
        for key in (*(one.key[1] for one in chains if one.key[0] == words.article), new):
            if key in here:
                return here[key]
        sides = frozenset([(words.article, new)]), frozenset([chains[0].key])
        self._made.identities.append(IdentityJudgement(referral.judgement, *sides))
        mention = ActorMention(old.mention.quote if old else words.quote, Form.NOMINAL, Sieve.JUDGEMENT)
        return ActorChain(new, chains[0].chain.name, chains[0].chain.kind, (mention,))

    def _note_changes(
        self, judgement: Judgement, before: Annotations, old: ActorChain | None, target: ActorChain | None
    ) -> None:
        """Note the events that the judgement changed, with the name that stood there and the one that stands now."""
        article = before.article
        for was, event in zip(before.events, self._found[article].events, strict=True):
            if was is not event and was != event:
                correction = EventCorrection(
                    judgement,
                    EventField.MENTION,
                    target.name if target else "",
                    frozenset([(article, target.id)] if target else []),
                    read=old.name if old else "",
                    is_telling_only=(was.participants, was.place) == (event.participants, event.place),
                )
                self._made.corrections[article, event.trigger.span, event.occurrence].append(correction)

    def add_event(self, judgement: Judgement, added: AddedEvent) -> None:
        """Add the event to its article, unless one is read there already, or its type is none of the case."""
        article, span = added.words.article, added.words.quote.span
        found = self._found[article]
        if self._types is not None and added.type not in self._types.listed:
            self._reader.without_effect(judgement, f"{added.type!r} is no event type of this case")
        elif any(event.trigger.span == span for event in found.events):
            self._reader.without_effect(judgement, "an event is read there already: correct that one")
        else:
            self._found[article] = with_added_event(found, added, self._text_of(article))
            given = {EventField.EVENT: added.words.quote.exact, EventField.SUMMARY: added.line}
            if added.when:
                given[EventField.WHEN] = added.when.edtf
            self._made.corrections[article, span, 1] += (
                EventCorrection(judgement, field, value, read="") for field, value in given.items() if value
            )


def with_kinds(found: Annotations, kinds: Mapping[ChainKey, Kind]) -> Annotations:
    """The annotations with the kinds of these chains."""
    if not any(article == found.article for article, _ in kinds):
        return found
    actors = (replace(chain, kind=kinds.get((found.article, chain.id), chain.kind)) for chain in found.actors)
    return replace(found, actors=tuple(actors))


def kinds_read(found: Iterable[Annotations], kinds: Mapping[ChainKey, Kind]) -> dict[ChainKey, Kind]:
    """The kinds that were read of the chains for which ``kinds`` gives others."""
    articles = {article for article, _ in kinds}
    chains = ((one.article, chain) for one in found if one.article in articles for chain in one.actors)
    return {(article, chain.id): chain.kind for article, chain in chains if (article, chain.id) in kinds}


def _is_named_like(key: ChainKey, name: str, chains: Sequence[NamedChain]) -> bool:
    """Whether a chain of this name may be the actor's of these: it is one of them, or shares a word of their name."""
    words = {word for one in chains for word in normal(one.chain.name).split()}
    return any(one.key == key for one in chains) or bool(words.intersection(normal(name).split()))
