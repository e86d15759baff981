"""Lines that tell an act as the time of another thing: "Since Brandt raised the fee in May, nine boats have left"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from dossier.model import Event, Evidence, Tense

_LINK = r"(?:since|after|when)\s+"
# up to the comma after which the sentence goes on: "After Brandt sold the boat, which leaked, she" is not cut well
_OPENING = re.compile(rf"{_LINK}(?P<clause>[^,;:“”()—]+),\s(?!which\b|who\b)", re.IGNORECASE)
_CLOSING = re.compile(rf"(?<=[^,;:—–-]\s){_LINK}(?P<clause>[^,;:“”\"()—]+)\.$")
_NARRATIVE_TENSES = (Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT)


def told_by_its_clause(event: Event) -> Event:
    """The event with the clause that tells it for its line, where the line tells another thing of a time since then.

    So "Since Ada Brandt raised the fee in May, nine boats have left" becomes "Ada Brandt raised the fee in May.", and
    so does "Nine boats have left since Ada Brandt raised the fee in May". What the boats did is not of May. The clause
    must begin with somebody who takes part, and have the verb.
    """
    shown = event.evidence[0]
    if shown.hangs_on is None or shown.tense not in _NARRATIVE_TENSES or not event.factuality.is_fact:
        return event
    clause = next((clause for clause in _clauses(event.summary) if _tells(clause, shown)), None)
    return event if clause is None else replace(event, summary=f"{clause[0].upper()}{clause[1:]}.")


def _clauses(line: str) -> Iterator[str]:
    """The clauses of time with which the line opens and ends; of those that end it the longest first."""
    opening = _OPENING.match(line)
    if opening is not None:
        yield opening["clause"]
    start = 0
    while closing := _CLOSING.search(line, start):
        yield closing["clause"]
        start = closing.start() + 1


def _tells(clause: str, shown: Evidence) -> bool:
    """Whether the clause begins with somebody who takes part in the event, and has its verb."""
    start = clause.casefold().removeprefix("the ").lstrip("[")
    names = {
        name for player in shown.participants for name in (player.name, player.words and player.words.exact) if name
    }
    begins = any(start.startswith(name.casefold().removeprefix("the ")) for name in names)
    return begins and bool(re.search(rf"\b{re.escape(shown.trigger.exact)}\b", clause))
