"""Who did something on a day that the text names: what else they do that day needs no day of its own."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from dossier.annotate.dating.discourse_events import DiscourseEvent
from dossier.annotate.dating.past_events import is_progressive
from dossier.annotate.parsed import Parsed, Token
from dossier.annotate.syntax.animacy import is_person
from dossier.annotate.syntax.labels import VERB_POS
from dossier.annotate.syntax.subjects import is_passive, understood_subject
from dossier.model import Qualifier, When

SAME_AGENT = "agent.same"
"""The signal of a day on which the agent of an event did another thing."""

_Agent = int | str
"""The number of the chain of an actor, or the lemma of a noun that means people: "officials"."""


class DatedAgents:
    """The agents of the ``events`` of one report, with the days that their own words firmly give to what they did."""

    def __init__(self, doc: Parsed, events: Sequence[DiscourseEvent]) -> None:
        self._chains = {mention.head: number for number, chain in enumerate(doc._.chains) for mention in chain.mentions}
        found = ((self._agent(event.token), _firm_day(event)) for event in events)
        self._days = frozenset(one for one in found if None not in one)
        self._times: dict[int, list[When]] = defaultdict(list)
        for timex in doc._.timexes:
            if timex.dating.when:
                self._times[doc[timex.start].sent.start].append(timex.dating.when)

    def signals(self, event: DiscourseEvent, day: date) -> Iterator[str]:
        """Whether the agent of an event did another thing on that day, and its sentence names no other time."""
        if (self._agent(event.token), day) in self._days:
            times = self._times.get(event.token.sent.start, ())
            if all(when.overlaps(When.day(day)) for when in times):
                yield SAME_AGENT

    def _agent(self, token: Token) -> _Agent | None:
        """The actor who does what a verb tells, by the number of the chain, else the people; None where it is nobody.

        Nobody does what goes on or is done to somebody: it may have begun, or been done, at another time.
        """
        subject = understood_subject(token) if token.pos_ in VERB_POS else None
        if subject is None or is_passive(token) or is_progressive(token):
            return None
        number = self._chains.get(subject.i)
        if number is not None or subject.pos_ == "PRON" or not is_person(subject):
            return number
        return subject.lemma_.lower()


def _firm_day(event: DiscourseEvent) -> date | None:
    """The day of an event by its own words; None where they give none, or mark it as approximate or uncertain."""
    when = event.dating.when if event.dating else None
    is_firm = when is not None and when.first is not None and when.first.qualifier is Qualifier.NONE
    return when.known_day if when is not None and is_firm else None
