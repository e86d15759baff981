"""Who did something on a day that the text names: what else they do that day needs no day of its own."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from dossier.annotate.dating.discourse.discourse_events import DiscourseEvent
from dossier.annotate.dating.order.past_events import is_progressive
from dossier.annotate.parsed import Parsed, Token
from dossier.annotate.syntax.animacy import is_person
from dossier.annotate.syntax.labels import VERB_POS
from dossier.annotate.syntax.passages import Passages
from dossier.annotate.syntax.subjects import is_passive, understood_subject
from dossier.model import When

SAME_AGENT = "agent.same"
"""The signal of the day on which the agent of an event did what the text told of them last."""

_MAX_SENTENCES = 10
"""From one deed of an agent to the next that is of the same scene. Set by hand; no measurement is recorded."""

_Agent = int | str
"""The number of the chain of an actor, or the lemma of a noun that means people: "officials"."""


class DatedAgents:
    """The agents of the ``events`` of one report, with the days that their own words firmly give to what they did."""

    def __init__(self, doc: Parsed, events: Sequence[DiscourseEvent], where: Passages) -> None:
        self._numbers = where.sentence_number
        self._chains = {mention.head: number for number, chain in enumerate(doc._.chains) for mention in chain.mentions}
        self._dated: dict[_Agent, list[tuple[int, When]]] = defaultdict(list)
        for event in events:
            when, agent = event.dating.when if event.dating else None, self._agent(event.token)
            if agent is not None and when is not None and when.known_day is not None:
                self._dated[agent].append((event.token.i, when))
        self._times: dict[int, list[When]] = defaultdict(list)
        for timex in doc._.timexes:
            if timex.dating.when:
                self._times[doc[timex.start].sent.start].append(timex.dating.when)

    def signals(self, event: DiscourseEvent, day: date) -> Iterator[str]:
        """Whether the agent of an event did something on that day, firmly, and nothing on another since.

        If all that is dated stands behind the event, all of it has that day. No other time stands in the sentence. A
        deed told many sentences before is of another scene.
        """
        agent, i, of_day = self._agent(event.token), event.token.i, When.day(day)
        told = self._dated.get(agent, ()) if agent is not None else ()
        dated = [(at, when) for at, when in told if self._numbers[i] - self._numbers[at] <= _MAX_SENTENCES]
        before = [when.known_day for at, when in dated if at < i]
        nearest = before[-1:] or [when.known_day for _, when in dated]
        is_alone = all(when.overlaps(of_day) for when in self._times.get(event.token.sent.start, ()))
        if is_alone and set(nearest) == {day} and any(when == of_day for _, when in dated):
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
