"""The day that a report tells of, carried to what has no time of its own.

A statement is made on the latest day that the report has told of: the first near day of the lead, and later ones as
they come. An episode (what the main clause tells of a near day) goes on into the next sentence of its paragraph, where
that says so. Old times and pluperfects put the text in the background, where nothing is dated but plain statements.
"""

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from spacy.tokens import Token

from dossier.annotate.clauses import Clause, clause, is_accompanying, is_named_by
from dossier.annotate.episodes import goes_on, is_beforehand, is_set_apart, looks_back, shares_subject, subject
from dossier.annotate.passages import Passages
from dossier.annotate.tense import Tense
from dossier.annotate.words import CLAIMING, PLEADING, REPORTING, SPEECH
from dossier.model import Basis, Dating, Precision, Qualifier, TimexType, When

LEAD = 3
"""How many sentences are searched for the day of the story; twice as many for one told outright."""
NEAR = timedelta(days=10)
"""How long before its publication the story of a report can lie."""

_DAYS = (Precision.DAY, Precision.MINUTE, Precision.SECOND)
_DEFINITE = frozenset("the this that".split())
_ONCE = frozenset(("death", "killing", "end"))
"""Types of event that a story has one of: another word for it is the same."""
_MARKED = {Qualifier.UNCERTAIN: Qualifier.BOTH, Qualifier.BOTH: Qualifier.BOTH}
_NARRATIVE = "narrative"


@dataclass(frozen=True, slots=True)
class Told:
    """An event as told: its token and type, whether it is a fact, and the date that its own words give.

    ``dating`` is None where no time goes with it, and empty where that time has no calendar value; ``time`` is the id
    of that time; ``is_bound`` is whether the date is one side of the event only ("since Monday").
    """

    token: Token
    type: str
    is_fact: bool
    dating: Dating | None
    time: str | None
    is_bound: bool


@dataclass(frozen=True, slots=True)
class Day:
    """A day that the text speaks of, the id of the time that names it, and the token of the event told of it."""

    when: When
    time: str
    at: Token


def _about(when: When, anchor: str, *, is_sure: bool = True) -> Dating:
    """The date of an event that is only told along with a time: that time, marked as approximate (and uncertain)."""
    first, last = when.first, when.last
    if first is not None and first == last:
        mark = _MARKED.get(first.qualifier, Qualifier.APPROXIMATE) if is_sure else Qualifier.BOTH
        when = When.of(replace(first, qualifier=mark))
    return Dating(when, Basis.RELATIVE, anchor)


class Discourse:
    """Reads the events of one Doc once, in text order."""

    def __init__(self, where: Passages, tenses: dict[int, Tense], published: When | None) -> None:
        self._where = where
        self._tenses = tenses
        self._last = published.latest if published else None
        is_day = published is not None and published.earliest == published.latest
        self._published = When.day(self._last) if self._last and is_day else None
        self._now: Day | None = None
        self._heard: Day | None = None
        self._episode: Day | None = None
        self._nouns: dict[int, Day] = {}
        self._in_background = False
        self._known: dict[str, tuple[Token, When, str]] = {}
        self._found: dict[int, tuple[Dating, str]] = {}

    def read(self, events: Sequence[Told]) -> dict[int, tuple[Dating, str]]:
        """The dates of the events without a time of their own (by token index), each with the rule that gave it."""
        self._now = self._story(events)
        named = [(event, day) for event in events if event.is_fact and (day := self._near_day(event))]
        others = deque(sorted(self._tenses.keys() - {event.token.i for event in events}))
        for event in events:
            while others and others[0] < event.token.i:
                self._leave(event.token.doc[others.popleft()])
            if event.dating is None:
                self._carry(event, named)
            else:
                self._move(event, event.dating)
            self._remember(event)
        return self._found

    def _leave(self, verb: Token) -> None:
        """Go into the background with a verb that is no event ("Prior to the vote there was …")."""
        if (is_beforehand(verb) or self._tenses[verb.i] is Tense.PLUPERFECT) and clause(verb) is Clause.MAIN:
            self._in_background = True

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
        if when is None or event.time is None or event.is_bound or when.precision not in _DAYS:
            return None
        if when.first is None or when.earliest is None:
            return None
        if self._last is not None and not timedelta(0) <= self._last - when.earliest <= NEAR:
            return None
        day = replace(When.day(when.earliest).first or when.first, qualifier=when.first.qualifier)
        return Day(When.of(day), event.time, event.token)

    def _is_told(self, event: Told) -> bool:
        """Whether the article itself tells that it happened or has happened."""
        i = event.token.i
        past = self._tenses.get(i) in (Tense.PAST, Tense.PERFECT)
        return event.is_fact and past and not self._where.is_quoted[i] and clause(event.token) is Clause.MAIN

    def _move(self, event: Told, dating: Dating) -> None:
        """Let a dated event set the day, or send the text into the background."""
        day = self._near_day(event)
        if day and self._is_told(event):
            self._now, self._episode, self._in_background = _later(self._now, day), day, False
        elif event.token.pos_ != "NOUN" and self._is_old(dating):
            self._in_background = True
        if day and event.is_fact:
            self._heard = _later(self._heard, day)
            if event.token.pos_ == "NOUN":
                self._nouns[event.token.i] = day

    def _is_old(self, dating: Dating) -> bool:
        """Whether it lies before what a report is about."""
        earliest = dating.when.earliest if dating.when else None
        return self._last is not None and earliest is not None and self._last - earliest > NEAR

    def _carry(self, event: Told, named: Iterable[tuple[Told, Day]]) -> None:
        """Date an event that has no time of its own, where a rule says so; ``named`` are the near days of others."""
        token = event.token
        if not event.is_fact or self._where.is_quoted[token.i]:
            return
        if token.pos_ == "NOUN":
            if is_named_by(token, token.head) and token.head.i in self._found:
                self._found[token.i] = self._found[token.head.i]
            else:
                self._echo(event)
        elif is_accompanying(token):
            if token.head.i in self._found:
                self._found[token.i] = self._found[token.head.i]
        elif clause(token) is Clause.MAIN:
            found = self._along(token, named)
            if found:
                self._found[token.i] = found

    def _along(self, verb: Token, named: Iterable[tuple[Told, Day]]) -> tuple[Dating, str] | None:
        """The date of a verb of the main clause that is told along with a day, and the rule, if any."""
        tense = self._tenses.get(verb.i)
        if tense is Tense.PLUPERFECT or is_beforehand(verb):
            self._in_background = True
        elif tense is Tense.PAST and self._is_report(verb):
            self._in_background = False
            day = self._of_report(verb, named)
            return (_about(day.when, day.time), "report") if day else None
        elif tense is Tense.PAST:
            episode = self._continued(verb)
            return (_about(episode.when, episode.time, is_sure=False), _NARRATIVE) if episode else None
        elif self._published and self._is_present_report(verb):
            return _about(self._published, "published"), "present report"
        return None

    def _of_report(self, verb: Token, named: Iterable[tuple[Told, Day]]) -> Day | None:
        """The latest day told of so far, or in what is said; none where a later one is named in passing only."""
        last = self._episode
        if is_set_apart(verb) or self._names_a_time(verb):
            return None
        if last and last.at.lemma_ in REPORTING and self._is_next(verb, last.at) and shares_subject(verb, last.at):
            return last
        day, heard = self._now, self._heard
        for event, other in named:
            under = _under(verb, event.token)
            if under is not None:
                heard = _later(heard, other)
                is_past = self._tenses.get(event.token.i) in (Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT)
                day = _later(day, other) if is_past and under.dep_ in ("ccomp", "parataxis") else day
        return None if day is None or (heard is not None and _later(day, heard) is not day) else day

    def _names_a_time(self, verb: Token) -> bool:
        """Whether a date stands with it outside what is said, which it could not take ("in its May 8 letter, …")."""
        said = ("ccomp", "parataxis")
        return any(
            timex.type is TimexType.DATE
            and timex.dating.when is not None
            and (under := _under(verb, verb.doc[timex.start])) is not None
            and (under.dep_ == "prep" or (under.dep_ not in said and under.i < verb.i))
            for timex in verb.doc._.timexes
        )

    def _continued(self, verb: Token) -> Day | None:
        """The day of the episode that a verb goes on telling: its subject's, else that of the sentence before."""
        doer = subject(verb)
        if doer is not None and doer.i in self._nouns:
            return self._nouns[doer.i]
        last = self._episode
        if last is None or self._in_background or not self._is_next(verb, last.at) or looks_back(verb):
            return None
        return last if goes_on(verb, last.at) else None

    def _is_next(self, verb: Token, last: Token) -> bool:
        """Whether it stands behind the other, no further than the next sentence of the paragraph."""
        together = self._where.paragraph[last.i] == self._where.paragraph[verb.i]
        return together and verb.i > last.i and self._where.sentence[verb.i] - self._where.sentence[last.i] <= 1

    def _is_report(self, verb: Token) -> bool:
        """Whether the verb tells of a public statement; in the background only of one in plain words of saying."""
        if any(child.dep_ == "auxpass" for child in verb.children):
            return False
        return verb.lemma_ in (SPEECH if self._in_background else REPORTING) and verb.lemma_ not in PLEADING

    def _is_present_report(self, verb: Token) -> bool:
        """Whether the report itself says what someone says ("The firm claims that …"), on a known day."""
        finite = verb.tag_ == "VBZ" and self._tenses.get(verb.i) is Tense.PRESENT
        return finite and verb.lemma_ in CLAIMING

    def _echo(self, event: Told) -> None:
        """A definite event noun after a dated event of its type is that event ("He died on Monday. The death …")."""
        token = event.token
        known = self._known.get(event.type)
        if (
            known is not None
            and self._is_fresh(known[0], known[1], token)
            and token.tag_ == "NN"
            and _is_the_same(token, known[0], once=event.type in _ONCE)
        ):
            self._found[token.i] = _about(known[1], known[2]), "echo"

    def _is_fresh(self, told: Token, when: When, token: Token) -> bool:
        """Whether what was told is of the report's own days, or was told just before."""
        is_close = self._where.sentence[token.i] - self._where.sentence[told.i] <= 1
        return is_close or not self._is_old(Dating(when, Basis.RELATIVE))

    def _remember(self, event: Told) -> None:
        """Keep the last dated event of each type, for its echo."""
        if event.token.i in self._found:
            return
        when = event.dating.when if event.dating else None
        if when and event.time and not when.is_interval and event.is_fact and not event.is_bound:
            self._known[event.type] = event.token, when, event.time


def _later(first: Day | None, second: Day) -> Day:
    """The later of two days; the first where they are the same."""
    if first is None or (first.when.end and second.when.end and first.when.end < second.when.end):
        return second
    return first


def _under(verb: Token, token: Token) -> Token | None:
    """The child of the verb under which a token stands, if any."""
    return next((child for child in verb.children if child == token or child.is_ancestor(token)), None)


def _is_the_same(noun: Token, told: Token, *, once: bool) -> bool:
    """Whether a noun means the event that ``told`` told of: by its word, or as one of a kind that happens once."""
    owned = any(child.dep_ == "poss" for child in noun.children)
    named = any(child.dep_ == "det" and child.lower_ in _DEFINITE for child in noun.children)
    if once:
        return owned or named
    akin = told.lemma_[:4].lower() == noun.lemma_[:4].lower()
    apart = any(child.dep_ == "prep" for child in noun.children)
    return akin and ((owned and told.pos_ == "VERB") or (named and not apart))
