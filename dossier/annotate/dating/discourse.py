"""The day that a report tells of, carried from sentence to sentence to events that have no time of their own.

The day of the story is the first near day in the lead. Dated events move it. Old times and pluperfects put the text in
the background: there nothing is dated but statements, which belong to the report itself. Docs, decision 7, has the
rules and how often they were right.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from dossier.annotate.dating.discourse_events import DiscourseEvent, NarratedDay
from dossier.annotate.dating.narrative_time import (
    has_time_of_its_own,
    leaves_narrated_time,
    looks_back,
    tells_of_a_life,
)
from dossier.annotate.parsed import Parsed, Token
from dossier.annotate.syntax.clauses import (
    ClausePosition,
    clause_position,
    enclosed_verb,
    is_accompanying,
    is_argument_of_light_verb,
)
from dossier.annotate.syntax.passages import Passages
from dossier.annotate.timex.units import approximate
from dossier.annotate.word_classes import REPORTING_VERBS, SPEECH_VERBS
from dossier.model import Basis, Dating, DatingRule, Qualifier, Tense, When
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.dating", "dating_words.toml")

_CLAIMING_VERBS = _WORDS["claiming_verbs"]
_PLEADING_VERBS = _WORDS["pleading_verbs"]

LEAD_SENTENCES = 3
"""How many sentences are searched for the day of the story; if they name none, main clauses in twice as many.

Set by hand; no measurement of the number is recorded.
"""
_NEWS_DAYS = timedelta(days=10)
"""How long before its publication the story of a report can lie. Set by hand; no measurement is recorded."""
_NARRATIVE_SENTENCES = 2
"""How many sentences on a narrative keeps to a day: about 20 of 30 were right, further on 12 of 33 (decision 7)."""
_STEM_LETTERS = 4
"""Two words with so many first letters in common may tell of one event ("resigned", "resignation"). Set by hand."""
_DEFINITE_DETERMINERS = frozenset(("the", "this", "that"))


def approximate_date(when: When, anchor: str, *, is_sure: bool = True) -> Dating:
    """Mark a single period approximate, and uncertain too unless ``is_sure``; an interval stays as it is.

    ``anchor`` is the id of the time that the date rests on, or "published".
    """
    first, last = when.first, when.last
    if first is not None and first == last:
        when = When.of(approximate(first) if is_sure else replace(first, qualifier=Qualifier.BOTH))
    return Dating(when, Basis.RELATIVE, anchor)


def _named_days(doc: Parsed | None, where: Passages) -> dict[int, date]:
    """The latest day that each sentence names, by where the sentence begins."""
    found: dict[int, date] = {}
    for timex in doc._.timexes if doc is not None else ():
        when, sentence = timex.dating.when, where.sentence_start[timex.start]
        if when is not None and when.latest is not None and when.is_within_a_day:
            found[sentence] = max(when.latest, found.get(sentence, when.latest))
    return found


class Discourse:
    """Dates the events of one Doc by the text around them. An instance is used once."""

    def __init__(self, where: Passages, tenses: dict[int, Tense], published: When | None) -> None:
        self._where = where
        self._tenses = tenses
        self._last_day = published.latest if published else None
        day = published.known_day if published else None
        self._published = When.day(day) if day else None
        self._now: NarratedDay | None = None
        self._in_background = False
        self._named_days: dict[int, date] = {}
        self._looking_back: dict[int, bool] = {}
        self._echoed: dict[str, tuple[Token, When, str]] = {}
        self._dates: dict[int, tuple[Dating, DatingRule]] = {}

    def read(self, events: Sequence[DiscourseEvent]) -> dict[int, tuple[Dating, DatingRule]]:
        """The dates of events without a time of their own, by token index, each with the rule that gives it.

        ``events`` are all events of the Doc, in text order.
        """
        self._named_days = _named_days(events[0].token.doc if events else None, self._where)
        self._now = self._story_day(events)
        for event in events:
            if event.dating is None:
                self._date(event)
            else:
                self._move_day(event, event.dating)
            self._remember(event)
        return self._dates

    def _story_day(self, events: Sequence[DiscourseEvent]) -> NarratedDay | None:
        """The first near day of the lead, of a past fact in a main clause, else of any event outside relative clauses.

        Where the lead has none, the first of a past fact in a main clause in twice as many sentences.
        """
        return (
            self._first_near_day(events, LEAD_SENTENCES, main_clause=True)
            or self._first_near_day(events, LEAD_SENTENCES, main_clause=False)
            or self._first_near_day(events, 2 * LEAD_SENTENCES, main_clause=True)
        )

    def _first_near_day(
        self, events: Iterable[DiscourseEvent], sentences: int, *, main_clause: bool
    ) -> NarratedDay | None:
        for event in events:
            if self._where.sentence_number[event.token.i] >= sentences:
                break
            day = self._near_day(event)
            if day and (self._is_past_fact(event) if main_clause else event.token.dep_ != "relcl"):
                return day
        return None

    def _near_day(self, event: DiscourseEvent) -> NarratedDay | None:
        """The day of an event; None where its date is longer, or lies too far from publication to be that of the story.

        Where the day of publication is not known, any day is near.
        """
        when = event.dating.when if event.dating else None
        if when is None or event.time is None or event.is_bound or not when.is_within_a_day:
            return None
        if when.first is None or when.earliest is None:
            return None
        if self._last_day is not None and not timedelta(0) <= self._last_day - when.earliest <= _NEWS_DAYS:
            return None
        day = replace(When.day(when.earliest).first or when.first, qualifier=when.first.qualifier)
        return NarratedDay(When.of(day), event.time, event.token.i)

    def _is_past_fact(self, event: DiscourseEvent) -> bool:
        """Whether the article itself, not a quotation, tells in a main clause that the event happened."""
        i = event.token.i
        if not event.is_fact or self._where.is_quoted[i]:
            return False
        is_past = self._tenses.get(i) in (Tense.PAST, Tense.PERFECT)
        return is_past and clause_position(event.token) is ClausePosition.MAIN

    def _move_day(self, event: DiscourseEvent, dating: Dating) -> None:
        """Let a dated event set the narrated day, or let a verb with an old time send the text into the background."""
        day = self._near_day(event)
        if day and self._is_past_fact(event):
            self._now, self._in_background = day, False
        elif event.token.pos_ != "NOUN" and self._is_old(dating):
            self._in_background = True

    def _is_old(self, dating: Dating) -> bool:
        """Whether a date lies too long before publication to be news (``_NEWS_DAYS``)."""
        earliest = dating.when.earliest if dating.when else None
        return self._last_day is not None and earliest is not None and self._last_day - earliest > _NEWS_DAYS

    def _date(self, event: DiscourseEvent) -> None:
        """Date an event that has no time of its own, if a rule does.

        A noun has the date of its verb ("held talks") or of the event that it echoes, a participle that of its verb.
        """
        token = event.token
        if not event.is_fact or self._where.is_quoted[token.i]:
            return
        if token.pos_ == "NOUN":
            verb = token.head if is_argument_of_light_verb(token, token.head) else enclosed_verb(token)
            if verb is not None and verb.i in self._dates:
                self._dates[token.i] = self._dates[verb.i]
            else:
                self._date_as_echo(event)
        elif is_accompanying(token):
            if token.head.i in self._dates:
                self._dates[token.i] = self._dates[token.head.i]
        elif clause_position(token) is ClausePosition.MAIN:
            self._date_main_verb(token)

    def _date_main_verb(self, verb: Token) -> None:
        """Date a verb by the narrated day; one that reports in the present by publication."""
        rule = self._rule(verb)
        if rule and self._now:
            day = approximate_date(self._now.when, self._now.time, is_sure=rule is DatingRule.REPORT)
            self._dates[verb.i] = day, rule
        elif self._published and self._is_present_report(verb):
            self._dates[verb.i] = approximate_date(self._published, "published"), DatingRule.PRESENT_REPORT

    def _rule(self, verb: Token) -> DatingRule | None:
        """The rule by which the narrated day dates a verb of the main clause, if any.

        A pluperfect or a word like "earlier" sends the text into the background.
        """
        tense = self._tenses.get(verb.i)
        if tense is Tense.PLUPERFECT or leaves_narrated_time(verb):
            self._in_background = True
            return None
        if tense is not Tense.PAST or self._now is None or self._names_a_later_day(verb, self._now):
            return None
        if self._is_report(verb):
            self._now, self._in_background = replace(self._now, at=verb.i), False
            return DatingRule.REPORT
        return DatingRule.NARRATIVE if self._is_narrative(verb, self._now) else None

    def _is_narrative(self, verb: Token, day: NarratedDay) -> bool:
        """Whether a verb goes on with the narrated day: in the same paragraph, at most two sentences further on.

        Not in the background, and not a verb of saying, of a life, or of a sentence that looks back.
        """
        is_saying = verb.lemma_ in REPORTING_VERBS or verb.lemma_ in SPEECH_VERBS
        if self._in_background or is_saying or tells_of_a_life(verb) or verb.i < day.at or self._looks_back(verb):
            return False
        where = self._where
        if where.paragraph_number[day.at] != where.paragraph_number[verb.i]:
            return False
        return where.sentence_number[verb.i] - where.sentence_number[day.at] <= _NARRATIVE_SENTENCES

    def _looks_back(self, verb: Token) -> bool:
        """Whether the sentence of a verb speaks of old times; each sentence is read once."""
        start = self._where.sentence_start[verb.i]
        if start not in self._looking_back:
            self._looking_back[start] = looks_back(verb.sent)
        return self._looking_back[start]

    def _names_a_later_day(self, verb: Token, day: NarratedDay) -> bool:
        """Whether the sentence names a day after the narrated one, up to publication: the verb may tell of that day."""
        named, latest = self._named_days.get(self._where.sentence_start[verb.i]), day.when.latest
        return named is not None and latest is not None and latest < named <= (self._last_day or named)

    def _is_report(self, verb: Token) -> bool:
        """Whether a verb tells of a public statement; in the background only "said" and the like do.

        A passive, a verb of pleading ("testified") or a statement with a time of its own does not belong to the report.
        """
        if any(child.dep_ == "auxpass" for child in verb.children):
            return False
        known = SPEECH_VERBS if self._in_background else REPORTING_VERBS
        return verb.lemma_ in known and verb.lemma_ not in _PLEADING_VERBS and not has_time_of_its_own(verb)

    def _is_present_report(self, verb: Token) -> bool:
        """Whether a verb reports in the present what someone says ("The firm claims that …")."""
        is_present = verb.tag_ == "VBZ" and self._tenses.get(verb.i) is Tense.PRESENT
        return is_present and verb.lemma_ in _CLAIMING_VERBS

    def _date_as_echo(self, event: DiscourseEvent) -> None:
        """Date a definite noun by the dated event that it tells of again ("He died on Monday. The death …")."""
        token = event.token
        known = self._echoed.get(_echo_key(event))
        if known is None or token.tag_ != "NN":
            return
        before, when, time = known
        if _is_echo(token, before, once=event.type.happens_once):
            self._dates[token.i] = approximate_date(when, time), DatingRule.ECHO

    def _remember(self, event: DiscourseEvent) -> None:
        """Keep the last fact of each ``_echo_key`` that has a single date of its own: nouns may echo it."""
        if event.token.i in self._dates:
            return
        when = event.dating.when if event.dating else None
        if when and event.time and not when.is_interval and event.is_fact and not event.is_bound:
            self._echoed[_echo_key(event)] = event.token, when, event.time


def _echo_key(event: DiscourseEvent) -> str:
    """What two mentions of an event share: the type of what happens once, else the first letters of the word."""
    return event.type.name if event.type.happens_once else event.token.lemma_[:_STEM_LETTERS].lower()


def _is_echo(noun: Token, before: Token, *, once: bool) -> bool:
    """Whether a noun means the event of the word ``before``.

    ``once``: events of the type happen once in a story, so "the death" and "his death" both do. Of other types "his
    arrest" does behind a verb, and "the arrest" where no phrase says which ("the arrest of a guard").
    """
    is_owned = any(child.dep_ == "poss" for child in noun.children)
    is_named = any(child.dep_ == "det" and child.lower_ in _DEFINITE_DETERMINERS for child in noun.children)
    if once:
        return is_owned or is_named
    has_phrase = any(child.dep_ == "prep" for child in noun.children)
    return (is_owned and before.pos_ == "VERB") or (is_named and not has_phrase)
