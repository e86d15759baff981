"""Which mentions tell of what is so in general, and of no single happening: habits, kinds, and what hangs on them."""

import re
from collections.abc import Iterable

from dossier.model import OTHER_TYPE, Certainty, Number, Polarity, Realis, Role, Span, Tense
from dossier.resolve.events.mentions.content_words import UNSPECIFIC_VERBS
from dossier.resolve.events.mentions.resolved_mention import ResolvedMention
from dossier.text.word_lists import word_lists

_COMPOUND_HEADS = word_lists("dossier.resolve.events", "event_comparison_words.toml")["compound_heads"]
# " toll" behind "death", "-games" behind "war"
_COMPOUND_HEAD = re.compile(rf"[\s-](?:{'|'.join(sorted(_COMPOUND_HEADS))})s?\b")
_NOT_REAL = (Realis.GENERIC, Realis.HYPOTHETICAL)


class Generality:
    """Says of the mentions of a case which tell of what is so in general."""

    def __init__(self, mentions: Iterable[ResolvedMention]) -> None:
        told = (mention for mention in mentions if is_unreal(mention) or is_possible(mention) or is_habit(mention))
        self._general = frozenset(_key(mention, mention.evidence.trigger.span) for mention in told)

    def of(self, mention: ResolvedMention) -> bool:
        """Whether it is a habit or but possible, or part of a statement that is: "flu kills, filling the lungs"."""
        above = mention.evidence.hangs_on
        if above and mention.evidence.tense is Tense.BARE and _key(mention, above.span) in self._general:
            return True
        return _key(mention, mention.evidence.trigger.span) in self._general


def is_unreal(mention: ResolvedMention) -> bool:
    """Whether it is told as general, or as a condition, a wish, a possibility."""
    return mention.evidence.factuality.realis in _NOT_REAL


def is_possible(mention: ResolvedMention) -> bool:
    """Whether it may come some day, or never will: "the virus could spread", "we will not retreat"."""
    factuality = mention.evidence.factuality
    is_open = factuality.certainty is Certainty.POSSIBLE or factuality.polarity is Polarity.NEGATIVE
    return factuality.realis is Realis.FORECAST and is_open and mention.evidence.dating.when is None


def is_habit(mention: ResolvedMention) -> bool:
    """Whether it stands in the present, below a headline: "flu kills", not "flu is killing", nor "he says"."""
    if mention.evidence.tense is not Tense.PRESENT or mention.is_headline or mention.type.reporting:
        return False
    return not mention.evidence.trigger.exact.casefold().endswith("ing")


def is_kind(mention: ResolvedMention) -> bool:
    """Whether it is a noun for many that nobody counts or dates, a participle that tells of nobody known, or a name.

    So in "a hallmark of pandemics", in "there is no risk in eating pork", and in "the Harbour Conference says".
    """
    evidence = mention.evidence
    if mention.is_in_a_name or _is_in_a_compound(mention):
        return True
    if evidence.dating.when is not None:
        return False
    if evidence.tense is Tense.BARE:
        return mention.place is None and not _says_who(mention)
    return (
        evidence.tense is None and evidence.number is Number.PLURAL and not (mention.is_definite or evidence.quantities)
    )


def is_mere_participle(mention: ResolvedMention) -> bool:
    """Whether it is a participle of no type that nobody known does, or that says little: "made by Orlov Labs"."""
    if mention.evidence.tense is not Tense.BARE or mention.type.name != OTHER_TYPE:
        return False
    is_by_somebody = any(player.entity for player in mention.players if player.role is Role.AGENT)
    return not is_by_somebody or mention.lemma in UNSPECIFIC_VERBS


def _is_in_a_compound(mention: ResolvedMention) -> bool:
    """Whether it is a noun that only says of what kind the next one is: "the death toll"."""
    evidence = mention.evidence
    behind = evidence.quote.exact[evidence.trigger.span.end - evidence.quote.span.start :]
    return evidence.tense is None and bool(_COMPOUND_HEAD.match(behind))


def _says_who(mention: ResolvedMention) -> bool:
    """Whether somebody known takes part, or it is said who does what to whom."""
    roles = {player.role for player in mention.players}
    return any(player.entity for player in mention.players) or {Role.AGENT, Role.PATIENT} <= roles


def _key(mention: ResolvedMention, span: Span) -> tuple[str, Span]:
    return mention.evidence.article, span
