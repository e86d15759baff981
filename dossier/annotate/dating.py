"""Which time an event has: the one tied to it by the parse, else at most a bound from its tense."""

from collections.abc import Iterable

from spacy.tokens import Doc, Token

from dossier.annotate.doc import Timex
from dossier.model import Basis, Dating, Factuality, TimexType, When

_FROM = (" since", " after", " from")
_UNTIL = (" until", " till", " by", " before", " as of")


def tied(doc: Doc, timexes: Iterable[Timex], triggers: frozenset[int]) -> dict[int, int]:
    """For each trigger (token index) the index of the first time that hangs on it, on no other verb between."""
    found: dict[int, int] = {}
    for index, timex in enumerate(timexes):
        if timex.type not in (TimexType.DATE, TimexType.TIME):
            continue
        root = doc[timex.start : timex.end].root
        token = root
        while token.i not in triggers and token.dep_ != "ROOT" and (token is root or token.pos_ not in ("VERB", "AUX")):
            token = token.head
        if token.i in triggers:
            found.setdefault(token.i, index)
    return found


def by_time(doc: Doc, timex: Timex, index: int) -> Dating:
    """The date that a tied time gives: the time itself, or what lies after or before it ("since 2019")."""
    when = timex.dating.when
    if when is None:
        return Dating()
    before = "".join(f" {token.lower_}" for token in doc[max(0, timex.start - 2) : timex.start])
    if before.endswith(_FROM):
        when = When(when.first, None) if when.first else when
    elif before.endswith(_UNTIL):
        when = When(None, when.last) if when.last else when
    # what a relative time rests on is what the event rests on
    return Dating(when, timex.dating.basis, timex.dating.anchor or f"t{index + 1}")


def by_tense(trigger: Token, factuality: Factuality, published: When | None) -> Dating:
    """On or before publication for what is told as past fact; nothing for anything else."""
    if published is None or published.last is None or not factuality.is_fact or not _is_past(trigger):
        return Dating()
    return Dating(When.until(published.last), Basis.INFERRED, "published")


def _is_past(trigger: Token) -> bool:
    if trigger.tag_ == "VBD":
        return True
    helped = any(child.dep_ in ("aux", "auxpass") and child.tag_ in ("VBD", "VBZ", "VBP") for child in trigger.children)
    was = any(
        child.lower_ in ("was", "were", "had", "has", "have") for child in trigger.children if child.dep_ != "nsubj"
    )
    return trigger.tag_ == "VBN" and helped and was
