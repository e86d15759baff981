"""The date of an event: the one that its own words give, else that of the same event elsewhere, else a bound.

An event without a day also gets its likely one.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from dossier.annotate.dating.checks.firm_days import LinkSignals, is_firm
from dossier.annotate.dating.checks.misplaced_times import times_of_tellers
from dossier.annotate.dating.checks.misread_times import (
    PAST_TENSES,
    as_last_weekday,
    ends_after,
    is_far_from_its_day,
    is_loose,
    is_misread,
    is_of_what_is_expected,
    opens_historic_present,
    told_tense,
)
from dossier.annotate.dating.checks.reported_times import is_after_its_report
from dossier.annotate.dating.dated_event import DatedEvent
from dossier.annotate.dating.discourse.background import Background
from dossier.annotate.dating.discourse.dated_agents import DatedAgents
from dossier.annotate.dating.discourse.dated_neighbours import DatedNeighbours
from dossier.annotate.dating.discourse.day_options import DayOption, DayOptions
from dossier.annotate.dating.discourse.discourse_events import DiscourseEvent
from dossier.annotate.dating.discourse.flashbacks import flashbacks
from dossier.annotate.dating.discourse.headlines import headline_dates, with_historical_present
from dossier.annotate.dating.discourse.likely_days import day_chances, likely_day
from dossier.annotate.dating.discourse.named_days import NamedDays
from dossier.annotate.dating.discourse.scenes import in_scene, scene_day
from dossier.annotate.dating.discourse.telling import Telling
from dossier.annotate.dating.links.link_dates import (
    clipped_to_publication,
    in_doubt,
    link_date,
    made_approximate,
)
from dossier.annotate.dating.links.old_times import without_misread_years
from dossier.annotate.dating.links.planned_times import with_times_of_plans
from dossier.annotate.dating.links.several_times import (
    are_apart,
    are_one_stretch,
    are_sure,
    happens_at_each,
    is_told_apart,
    may_be_one_each,
)
from dossier.annotate.dating.links.time_links import Side, TimeLink
from dossier.annotate.dating.links.time_propagation import time_links
from dossier.annotate.dating.pages.report_bounds import bounded
from dossier.annotate.doc import Timex, quotations_by_token
from dossier.annotate.item_dates import DatedItem, dated_item, report_day
from dossier.annotate.parsed import Parsed, Token
from dossier.annotate.syntax.passages import passages
from dossier.annotate.syntax.tense import tenses
from dossier.annotate.timex.words.rule_names import RuleName
from dossier.model import Dating, DatingRule, EventType, Factuality, Qualifier, Realis, Tense, When

_RULES_OF_A_SERIES = (DatingRule.OWN_TIME, DatingRule.ITS_VERB, DatingRule.SHARED_TIME)
"""The rules by which an event that has one time of a series has all: "held talks in May and in July"."""

_NOT_DONE = frozenset((Realis.FORECAST, Realis.PLAN, Realis.HYPOTHETICAL))

_RULES_OF_TODAY = frozenset((RuleName.TODAY, RuleName.PART_OF_TODAY))


def date_events(doc: Parsed, events: Mapping[int, tuple[EventType, Factuality]]) -> dict[int, tuple[DatedEvent, ...]]:
    """The date of each event; ``events`` has type and factuality by token index, in text order.

    It has several, in text order, where it happened at several times: "in 2001, 2005 and again in 2012". Of these only
    one has a likely day.
    """
    reading = _DatingReader(doc, events)
    found = dict(reading.found)
    for i, options in reading.day_options().items():
        chances = day_chances(options)
        day = scene_day(options, chances)
        likely = likely_day(options, chances)
        found[i] = in_scene(doc, i, day) if day is not None else replace(found[i], likely=likely)
    return {i: reading.at_each_time(one, i, events[i][1]) or (one,) for i, one in found.items()}


def undated_options(
    doc: Parsed, events: Mapping[int, tuple[EventType, Factuality]]
) -> dict[int, tuple[DayOption, ...]]:
    """The days on which each event may have happened whose date is no day, by token index: what a model learns from."""
    return _DatingReader(doc, events).day_options()


def link_signals(doc: Parsed, events: Mapping[int, tuple[EventType, Factuality]]) -> dict[int, tuple[str, ...]]:
    """How each event is linked to the day of its own words, by token index: what a model of firm days learns from."""
    reading = _DatingReader(doc, events)
    return {event.token.i: signals for event in reading.events if (signals := reading.link_signals(event))}


class _DatingReader:
    """Dates the events of one Doc: by their own words, by what the report tells again, else by a bound."""

    def __init__(self, doc: Parsed, events: Mapping[int, tuple[EventType, Factuality]]) -> None:
        self._doc = doc
        self._where = passages(doc)
        self._tenses = with_historical_present(doc, tenses(doc))
        nouns = dict.fromkeys(i for i in events if doc[i].pos_ != "VERB")
        self._quotations = quotations_by_token(doc)
        links = time_links(doc, doc._.timexes, nouns, self._tenses, self._where)
        links = with_times_of_plans(doc, without_misread_years(doc, links), self._tenses)
        expected = [i for i, (_, factuality) in events.items() if factuality.realis in _NOT_DONE]
        self._links = {**links, **dict(times_of_tellers(doc, expected, links, self._tenses))}
        self._telling = Telling(doc, self._where, self._tenses)
        self._signals = LinkSignals(doc, self._telling, self._tenses)
        self.events = [
            self._firm_or_about(self._discourse_event(doc[i], type_, is_fact=factuality.is_fact))
            for i, (type_, factuality) in events.items()
        ]
        self.found = self._found()

    def _discourse_event(self, token: Token, type_: EventType, *, is_fact: bool) -> DiscourseEvent:
        """An event with the date that its own words give."""
        link = self._links.get(token.i)
        if link is None:
            return DiscourseEvent(token=token, type=type_, is_fact=is_fact)
        dating = self._own_date(token, link, is_fact=is_fact)
        is_bound = link.side is not Side.AT and not (dating.when and dating.when.precision)
        return DiscourseEvent(
            token=token, type=type_, is_fact=is_fact, dating=dating, time=f"t{link.time + 1}", is_bound=is_bound
        )

    def _own_date(self, token: Token, link: TimeLink, *, is_fact: bool) -> Dating:
        """The date that a link gives an event; none where it cannot be meant."""
        timex, published = self._doc._.timexes[link.time], report_day(self._doc, token.i)
        tense = self._tense_of(token, link)
        dating = as_last_weekday(
            link_date(self._doc, self._doc._.timexes, link), timex, self._doc._.timexes, tense, published
        )
        is_late = is_of_what_is_expected(token, timex, dating, published) or (is_fact and ends_after(dating, published))
        is_late |= not self._where.is_quoted[timex.start] and is_after_its_report(token, dating, tense, self._links)
        is_far = is_far_from_its_day(timex, self._doc._.timexes, self._where)
        is_wrong = is_misread(dating, timex, tense, published) and not opens_historic_present(token, timex)
        if is_late or is_far or is_wrong:
            dating = Dating()
        elif dating.when and is_loose(token, timex, tense, is_quoted=self._where.is_quoted[timex.start]):
            dating = self._counted_from_saying(timex, dating) or replace(dating, when=made_approximate(dating.when))
        if is_fact and (tense in PAST_TENSES or self._tenses.get(token.i) is Tense.BARE):
            dating = clipped_to_publication(dating, published)
        return dating

    def _tense_of(self, token: Token, link: TimeLink) -> Tense | None:
        """The tense in which an event is told; of a noun that has the time of its verb, that of the verb."""
        if link.rule is DatingRule.ITS_VERB:
            above = next((word for word in token.ancestors if word.i in self._tenses), None)
            of_verb = self._links.get(above.i) if above is not None else None
            if above is not None and of_verb is not None and of_verb.time == link.time:
                return self._tenses[above.i]
        return told_tense(token, self._tenses)

    def _counted_from_saying(self, timex: Timex, dating: Dating) -> Dating | None:
        """About the day of a "today" or "yesterday" in a quotation, counted from the day on which it was said.

        None where the text does not give that day.
        """
        quotation = self._quotations.get(timex.start)
        said = quotation.source.cue[0] if quotation and quotation.source else None
        link, report = self._links.get(said) if said is not None else None, report_day(self._doc, timex.start)
        day, published = dating.when.known_day if dating.when else None, report.known_day if report else None
        if link is None or day is None or published is None or timex.rule not in _RULES_OF_TODAY:
            return None
        of_saying = link_date(self._doc, self._doc._.timexes, link)
        saying = of_saying.when.known_day if of_saying.when else None
        if saying is None:
            return None
        return replace(of_saying, when=made_approximate(When.day(saying + (day - published))))

    def at_each_time(self, one: DatedEvent, i: int, factuality: Factuality) -> tuple[DatedEvent, ...]:
        """The dates of the event at token ``i`` at each of its several times, if it has these; ``one`` is among them.

        Times without a gap make one date: "the summit on Monday and Tuesday". So do those of which one may be that of
        this event alone ("Brandt and Keller were born in 1970 and 1974"): it lies between the first and the last. Of
        weekdays out of order, the date that was taken is in doubt.
        """
        link = self._links.get(i)
        if link is None or not link.series:
            return ()
        timexes = [self._doc._.timexes[time] for time in link.series]
        links = [replace(link, time=time) for time in link.series]
        datings = [self._own_date(self._doc[i], each, is_fact=factuality.is_fact) for each in links]
        dates = [dating.when for dating in datings if dating.when]
        if len(dates) < len(links) or not are_apart(dates):
            return ()
        if not are_sure(timexes):
            return (replace(one, dating=in_doubt(one.dating)),)
        is_at_each = self._happens_at_each(self._doc[i], link, factuality)
        if not is_at_each or are_one_stretch(self._doc, timexes, dates):
            stretch = replace(links[0], until=link.series[-1])
            dating = self._own_date(self._doc[i], stretch, is_fact=factuality.is_fact)
            return (replace(one, dating=dating, time=stretch.time),) if dating.when else ()
        found = (DatedEvent(dating, each.time, link.rule) for each, dating in zip(links, datings, strict=True))
        return tuple(one if each.time == one.time else each for each in found)

    def _happens_at_each(self, token: Token, link: TimeLink, factuality: Factuality) -> bool:
        """Whether an event that has one time of a series has all, each for itself."""
        if link.is_about or link.rule not in _RULES_OF_A_SERIES:
            return False
        if self._doc._.timexes[link.time].start < token.i and any(map(is_told_apart, token.rights)):
            return False
        verb = next((word for word in token.ancestors if word.i in self._tenses), token)
        teller = verb if link.rule is DatingRule.ITS_VERB else token
        timexes = [self._doc._.timexes[time] for time in link.series]
        if any(may_be_one_each(word, timexes) for word in (token, teller)):
            return False
        return happens_at_each(teller, told_tense(teller, self._tenses), factuality)

    def link_signals(self, event: DiscourseEvent) -> tuple[str, ...]:
        """How an event is linked to the one day that its own words give; empty where they give none, or several."""
        link = self._links.get(event.token.i)
        if link is None or link.series:
            return ()
        report = report_day(self._doc, event.token.i)
        return self._signals.of(event, link, report.known_day if report else None)

    def _firm_or_about(self, event: DiscourseEvent) -> DiscourseEvent:
        """The event, its day marked approximate where it may well be that of other words."""
        signals = self.link_signals(event)
        if not signals or is_firm(signals) or event.dating is None or event.dating.when is None:
            return event
        return replace(event, dating=replace(event.dating, when=made_approximate(event.dating.when)))

    def _found(self) -> dict[int, DatedEvent]:
        doc, links = self._doc, self._links
        found: dict[int, DatedEvent] = {}
        for event in self.events:
            i = event.token.i
            if event.dating and event.dating.when:
                found[i] = DatedEvent(event.dating, links[i].time, links[i].rule)
        dates = {i: dated.dating for i, dated in found.items()}
        for i, (dating, rule) in headline_dates(doc, self.events, self._where, dates).items():
            found[i] = DatedEvent(dating, None, rule)
        before = flashbacks(doc, found, self._tenses)
        for event in self.events:
            if event.token.i not in found:
                link = links.get(event.token.i)
                time = link.time if link else None
                start = before.get(event.token.sent.start)
                found[event.token.i] = bounded(event, self._tenses, found, time, start)
        return found

    def day_options(self) -> dict[int, tuple[DayOption, ...]]:
        """The days on which each event may have happened whose date is no day, if its report has a day."""
        days = {
            i: one.dating.when.known_day
            for i, one in self.found.items()
            if one.rule is not DatingRule.HEADLINE and one.dating.when and one.dating.when.known_day
        }
        found: dict[int, tuple[DayOption, ...]] = {}
        for item, events in self._by_report().items():
            report = _sure_day(report_day(self._doc, events[0].token.i))
            if report is not None:
                named = NamedDays(self._doc, self._where, item)
                agents = DatedAgents(self._doc, events, self._where)
                near = DatedNeighbours(events, days, self._where)
                background = Background(self._doc, self._where, self._tenses, report)
                options = DayOptions(self._telling, named, near, agents, background)
                found.update(self._options(options, events, report))
        return found

    def _options(
        self, options: DayOptions, events: Sequence[DiscourseEvent], report: date
    ) -> Iterator[tuple[int, tuple[DayOption, ...]]]:
        """Those of the events whose date is no day, by token index.

        Not of what goes on from an act long past, nor of what was "recently" or "at that time".
        """
        for event in events:
            when = self.found[event.token.i].dating.when
            is_open = when is None or (when.known_day is None and when.last is not None)
            if is_open and not options.background.is_at_untold_time(event.token):
                yield event.token.i, options.of(event, report, when)

    def _by_report(self) -> dict[DatedItem | None, list[DiscourseEvent]]:
        """The events of each report on the page, by its item, or of the text around the items (None).

        No day goes from one to another. The entries of a chronicle are no reports: each has its own date.
        """
        by_item: dict[DatedItem | None, list[DiscourseEvent]] = {}
        for event in self.events:
            item = dated_item(self._doc, event.token.i)
            if item is None or item.is_report:
                by_item.setdefault(item, []).append(event)
        return by_item


def _sure_day(report: When | None) -> date | None:
    """The day of a report, if it is known and not doubted."""
    if report is None or report.first is None or report.first.qualifier is not Qualifier.NONE:
        return None
    return report.known_day
