"""Who dies in an event, and which body fails: each does so once, so all that tell of it tell of one event."""

import re
from collections.abc import Collection

from dossier.model import SURE_LINK, Polarity, Realis, Role
from dossier.resolve.events.mentions.resolved_mention import ResolvedMention
from dossier.text.word_lists import word_lists

_FAILING = word_lists("dossier.resolve.events", "event_comparison_words.toml")["failing_of_bodies"]
_TO = re.compile(r"\s+to\b")
_OF_ONE = re.compile(r"\b(?:was|is|has\s+been)\s+(?:\w+ly\s+)?$", re.IGNORECASE)
_OF_MANY = re.compile(r"\bhave\s+(?:\w+\s+)?been\s+(?:\w+ly\s+)?$", re.IGNORECASE)


def victim(mention: ResolvedMention, people: Collection[str]) -> str | None:
    """The id of the person who dies in it; None where nobody known does, others die with him, or it is no fact.

    ``people`` are the ids of all actors who are persons.
    """
    factuality = mention.evidence.factuality
    if not mention.type.patient_dies or factuality.realis is not Realis.ACTUAL:
        return None
    patients = _patients(mention)
    known = {it for it in patients if it in people}
    is_alone = len(patients) == 1 or _is_passive_of(_OF_ONE, mention)  # "was": whatever else is read as its patient
    return known.pop() if factuality.polarity is Polarity.POSITIVE and len(known) == 1 and is_alone else None


def tells_of_failing(mention: ResolvedMention) -> bool:
    """Whether its words are those for the end of a firm, whoever that is: "went bust"; not "failed to pay"."""
    behind = mention.evidence.trigger.span.end - mention.evidence.quote.span.start
    return mention.lemma in _FAILING and not _TO.match(mention.evidence.quote.exact, behind)


def failed_body(mention: ResolvedMention, bodies: Collection[str]) -> str | None:
    """The id of the body that fails in it; None where it is not known, several fail, or it is no fact.

    ``bodies`` are the ids of all actors who are organisations.
    """
    factuality = mention.evidence.factuality
    is_fact = factuality.realis is Realis.ACTUAL and factuality.polarity is Polarity.POSITIVE
    if not is_fact or not tells_of_failing(mention):
        return None
    failing = [player for player in mention.players if player.role in (Role.PATIENT, Role.AGENT)]
    is_known = len(failing) == 1 and failing[0].confidence >= SURE_LINK
    return failing[0].entity if is_known and failing[0].entity in bodies else None


def tallies_deaths(mention: ResolvedMention) -> bool:
    """Whether it counts deaths up to now, which came one by one: "since 2019 three have been killed".

    "Three were killed" may tell of one attack, in which he died whose death is told elsewhere.
    """
    if not mention.type.patient_dies or _is_passive_of(_OF_ONE, mention):
        return False
    when = mention.evidence.dating.when
    is_since = when is not None and when.first is not None and when.last is None
    return _is_passive_of(_OF_MANY, mention) or (is_since and len(_patients(mention)) > 1)


def _patients(mention: ResolvedMention) -> list[str | None]:
    """The ids of the patients, None for those who are unknown, or not surely meant."""
    patients = (player for player in mention.players if player.role is Role.PATIENT)
    return [player.entity if player.confidence >= SURE_LINK else None for player in patients]


def _is_passive_of(auxiliary: re.Pattern[str], mention: ResolvedMention) -> bool:
    quote, trigger = mention.evidence.quote, mention.evidence.trigger
    return bool(auxiliary.search(quote.exact[: trigger.span.start - quote.span.start]))
