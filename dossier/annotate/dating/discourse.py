"""The day that a report tells of, carried from sentence to sentence to what has no time of its own.

The day of the story is the first near day in the lead. Dated events move it; old times and pluperfects put the
text in the background, where nothing is dated but what is said, which belongs to the report itself.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dossier.annotate.dating.narrative_time import is_beforehand, is_of_a_life, is_set_apart, looks_back
from dossier.annotate.parsed import Parsed, Token
from dossier.annotate.syntax.clauses import Clause, clause, is_accompanying, is_named_by, taking_place_in
from dossier.annotate.syntax.passages import Passages
from dossier.annotate.syntax.tense import Tense
from dossier.annotate.timex.units import approximate
from dossier.annotate.word_classes import CLAIMING, PLEADING, REPORTING, SPEECH
from dossier.model import Basis, Dating, DatingRule, EventType, Qualifier, When

LEAD = 3
"""How many sentences are searched for the day of the story; twice as many for one told outright."""
NEAR = timedelta(days=10)
"""How long before its publication the story of a report can lie."""
REACH = 2
"""Over how many sentences of a paragraph a narrative keeps to a day."""

_DEFINITE = frozenset("the this that".split())
_STEM = 4


@dataclass(frozen=True, slots=True)
class Told:
    """An event as told: its token and type, whether it is a fact, and the date that its own words give.

    ``dating`` is None where no time goes with it, and empty where that time has no calendar value; ``time`` is the id
    of that time; ``is_bound`` is whether the date is one side of the event only ("since Monday").
    """

    token: Token
    type: EventType
    is_fact: bool
    dating: Dating | None
    time: str | None
    is_bound: bool


@dataclass(frozen=True, slots=True)
class Day:
    """A day that the text speaks of, the id of the time that names it, and at which token it was told last."""

    when: When
    time: str
    at: int


def about(when: When, anchor: str, *, is_sure: bool = True) -> Dating:
    """The date of an event that is only told along with a time: that time, marked as approximate."""
    first, last = when.first, when.last
    if first is not None and first == last:
        when = When.of(approximate(first) if is_sure else replace(first, qualifier=Qualifier.BOTH))
    return Dating(when, Basis.RELATIVE, anchor)


def _named_days(doc: Parsed | None, where: Passages) -> dict[int, date]:
    """The latest day that each sentence names, by where the sentence begins."""
    found: dict[int, date] = {}
    for timex in doc._.timexes if doc is not None else ():
        when, sentence = timex.dating.when, where.start[timex.start]
        if when is not None and when.latest is not None and when.is_within_a_day:
            found[sentence] = max(when.latest, found.get(sentence, when.latest))
    return found


class Discourse:
    """Reads the events of one Doc once, in text order."""

    def __init__(self, where: Passages, tenses: dict[int, Tense], published: When | None) -> None:
        self._where = where
        self._tenses = tenses
        self._last = published.latest if published else None
        day = published.known_day if published else None
        self._published = When.day(day) if day else None
        self._now: Day | None = None
        self._in_background = False
        self._named: dict[int, date] = {}
        self._backward: dict[int, bool] = {}
        self._known: dict[str, tuple[Token, When, str]] = {}
        self._found: dict[int, tuple[Dating, DatingRule]] = {}

    def read(self, events: Sequence[Told]) -> dict[int, tuple[Dating, DatingRule]]:
        """The dates of the events without a time of their own (by token index), each with the rule that gave it."""
        self._named = _named_days(events[0].token.doc if events else None, self._where)
        self._now = self._story(events)
        for event in events:
            if event.dating is None:
                self._carry(event)
            else:
                self._move(event, event.dating)
            self._remember(event)
        return self._found

    def _story(self, events: Sequence[Told]) -> Day | None:
        """The first near day of the lead: of what is told outright, else of anything; else one told soon after."""
        return (
            self._first(events, LEAD, outright=True)
            or self._first(events, LEAD, outright=False)
            or self._first(events, 2 * LEAD, outright=True)
        )

    def _first(self, events: Iterable[Told], sentences: int, *, outright: bool) -> Day | None:
        for event in events:
            if self._where.sentence[event.token.i] >= sentences:
                break
            day = self._near_day(event)
            if day and (self._is_told(event) if outright else event.token.dep_ != "relcl"):
                return day
        return None

    def _near_day(self, event: Told) -> Day | None:
        """The day of an event, where it is one, and near enough before publication to be the report's."""
        dating = event.dating
        when = dating.when if dating else None
        if when is None or event.time is None or event.is_bound or not when.is_within_a_day:
            return None
        if when.first is None or when.earliest is None:
            return None
        if self._last is not None and not timedelta(0) <= self._last - when.earliest <= NEAR:
            return None
        day = replace(When.day(when.earliest).first or when.first, qualifier=when.first.qualifier)
        return Day(When.of(day), event.time, event.token.i)

    def _is_told(self, event: Told) -> bool:
        """Whether the article itself tells that it happened or has happened."""
        i = event.token.i
        past = self._tenses.get(i) in (Tense.PAST, Tense.PERFECT)
        return event.is_fact and past and not self._where.is_quoted[i] and clause(event.token) is Clause.MAIN

    def _move(self, event: Told, dating: Dating) -> None:
        """Let a dated event set the day, or send the text into the background."""
        day = self._near_day(event)
        if day and self._is_told(event):
            self._now, self._in_background = day, False
        elif event.token.pos_ != "NOUN" and self._is_old(dating):
            self._in_background = True

    def _is_old(self, dating: Dating) -> bool:
        """Whether it lies before what a report is about."""
        earliest = dating.when.earliest if dating.when else None
        return self._last is not None and earliest is not None and self._last - earliest > NEAR

    def _carry(self, event: Told) -> None:
        """Date an event that has no time of its own, where a rule says so."""
        token = event.token
        if not event.is_fact or self._where.is_quoted[token.i]:
            return
        if token.pos_ == "NOUN":
            verb = token.head if is_named_by(token, token.head) else taking_place_in(token)
            if verb is not None and verb.i in self._found:
                self._found[token.i] = self._found[verb.i]
            else:
                self._echo(event)
        elif is_accompanying(token):
            if token.head.i in self._found:
                self._found[token.i] = self._found[token.head.i]
        elif clause(token) is Clause.MAIN:
            rule = self._rule(token)
            if rule and self._now:
                date = about(self._now.when, self._now.time, is_sure=rule is DatingRule.REPORT)
                self._found[token.i] = date, rule
            elif self._published and self._is_present_report(token):
                self._found[token.i] = about(self._published, "published"), DatingRule.PRESENT_REPORT

    def _rule(self, verb: Token) -> DatingRule | None:
        """The rule by which the current day dates a verb of the main clause, if any."""
        tense = self._tenses.get(verb.i)
        if tense is Tense.PLUPERFECT or is_beforehand(verb):
            self._in_background = True
            return None
        if tense is not Tense.PAST or self._now is None or self._names_a_later_day(verb, self._now):
            return None
        if self._is_report(verb):
            self._now, self._in_background = replace(self._now, at=verb.i), False
            return DatingRule.REPORT
        told_on = verb.lemma_ not in REPORTING and verb.lemma_ not in SPEECH
        if self._in_background or not told_on or is_of_a_life(verb) or verb.i < self._now.at:
            return None
        if self._looks_back(verb):
            return None
        return DatingRule.NARRATIVE if self._is_within_reach(verb.i, self._now.at) else None

    def _looks_back(self, verb: Token) -> bool:
        """Whether its sentence speaks of old times; each sentence is read once."""
        start = self._where.start[verb.i]
        if start not in self._backward:
            self._backward[start] = looks_back(verb.sent)
        return self._backward[start]

    def _names_a_later_day(self, verb: Token, day: Day) -> bool:
        """Whether its sentence speaks of a day between the report's and publication: it may be of that one."""
        named, latest = self._named.get(self._where.start[verb.i]), day.when.latest
        return named is not None and latest is not None and latest < named <= (self._last or named)

    def _is_report(self, verb: Token) -> bool:
        """Whether the verb tells of a public statement; in the background only of one in plain words of saying."""
        if any(child.dep_ == "auxpass" for child in verb.children):
            return False
        spoken = SPEECH if self._in_background else REPORTING
        return verb.lemma_ in spoken and verb.lemma_ not in PLEADING and not is_set_apart(verb)

    def _is_present_report(self, verb: Token) -> bool:
        """Whether the report itself says what someone says ("The firm claims that …"), on a known day."""
        finite = verb.tag_ == "VBZ" and self._tenses.get(verb.i) is Tense.PRESENT
        return finite and verb.lemma_ in CLAIMING

    def _is_within_reach(self, this: int, last: int) -> bool:
        together = self._where.paragraph[last] == self._where.paragraph[this]
        return together and self._where.sentence[this] - self._where.sentence[last] <= REACH

    def _echo(self, event: Told) -> None:
        """A definite event noun after a dated event of its type is that event ("He died on Monday. The death …")."""
        token = event.token
        known = self._known.get(_echoed(event))
        if known is not None and token.tag_ == "NN" and _is_the_same(token, known[0], once=event.type.happens_once):
            self._found[token.i] = about(known[1], known[2]), DatingRule.ECHO

    def _remember(self, event: Told) -> None:
        """Keep the last dated event of each word, or type, for its echo."""
        if event.token.i in self._found:
            return
        when = event.dating.when if event.dating else None
        if when and event.time and not when.is_interval and event.is_fact and not event.is_bound:
            self._known[_echoed(event)] = event.token, when, event.time


def _echoed(event: Told) -> str:
    """What the events have in common of which one can be told of by another's noun."""
    return event.type.name if event.type.happens_once else event.token.lemma_[:_STEM].lower()


def _is_the_same(noun: Token, told: Token, *, once: bool) -> bool:
    """Whether a noun means the event that ``told`` told of: by its word, or as one of a kind that happens once."""
    owned = any(child.dep_ == "poss" for child in noun.children)
    named = any(child.dep_ == "det" and child.lower_ in _DEFINITE for child in noun.children)
    if once:
        return owned or named
    apart = any(child.dep_ == "prep" for child in noun.children)
    return (owned and told.pos_ == "VERB") or (named and not apart)
