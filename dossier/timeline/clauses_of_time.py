"""Lines that tell an act as the time of another thing: "Since Brandt raised the fee in May, nine boats have left"."""

import re
from dataclasses import replace

from dossier.model import Event, Tense

# up to the comma after which the sentence goes on: "After Brandt sold the boat, which leaked, she" is not cut well
_OPENING = re.compile(r"(?:since|after|when)\s+(?P<clause>[^,;:“”()—]+),\s(?!which\b|who\b)", re.IGNORECASE)
_NARRATIVE_TENSES = (Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT)


def told_by_its_clause(event: Event) -> Event:
    """The event with the clause that tells it for its line, where the line tells another thing of a time since then.

    So "Since Ada Brandt raised the fee in May, nine boats have left" becomes "Ada Brandt raised the fee in May." What
    the boats did is not of May. The clause must begin with somebody who takes part, and have the verb.
    """
    shown, opening = event.evidence[0], _OPENING.match(event.summary)
    if opening is None or shown.hangs_on is None or shown.tense not in _NARRATIVE_TENSES:
        return event
    clause = opening["clause"]
    start = clause.casefold().removeprefix("the ").lstrip("[")
    names = {
        name for player in shown.participants for name in (player.name, player.words and player.words.exact) if name
    }
    begins = any(start.startswith(name.casefold().removeprefix("the ")) for name in names)
    if not begins or not event.factuality.is_fact or not re.search(rf"\b{re.escape(shown.trigger.exact)}\b", clause):
        return event
    return replace(event, summary=f"{clause[0].upper()}{clause[1:]}.")
