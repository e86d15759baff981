"""Where the tense of an event, or the place of its time, says that the time is read wrong or means less than a day."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from dossier.annotate.doc import Timex
from dossier.annotate.parsed import Token
from dossier.annotate.syntax.labels import AUXILIARIES, GERUND_CLAUSES, MAIN_CLAUSES, NOUN_POS, VERB_POS
from dossier.annotate.syntax.passages import Passages
from dossier.annotate.timex.values.time_reading import PUBLISHED
from dossier.annotate.timex.words.rule_names import RuleName
from dossier.annotate.word_classes import CONDITIONAL_CONJUNCTIONS, REPORTING_VERBS
from dossier.model import Basis, Dating, Tense, When
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.dating", "dating_words.toml")

_ADVERBS_OF_A_STATE = _WORDS["adverbs_of_a_state"]
_COUNTED_FROM_A_DAY = (RuleName.THAT_DAY, RuleName.PART_OF_THAT_DAY)
_VERBS_OF_EXPECTING = _WORDS["verbs_of_expecting"]
_LAST_SURE_WEEKDAY = timedelta(days=5)
PAST_TENSES = (Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT)


def is_misread(dating: Dating, timex: Timex, tense: Tense | None, published: When | None) -> bool:
    """Whether the time cannot be that of the event.

    What is told in the past did not happen after publication, and "the next ten years" are counted from another time.
    What is told in the present did not happen on a day before publication: the day is that of a noun beside it ("That
    follows a drop yesterday"). With a longer relative time before publication it happens at every such time ("they
    feed there in winter").
    """
    when = dating.when
    if when is None or published is None:
        return False
    if tense in PAST_TENSES:
        return published.before(when) or (timex.rule == RuleName.PAST_OR_NEXT_UNITS and _begins_then(when, published))
    is_counted = when.is_within_a_day or dating.basis is Basis.RELATIVE
    return tense is Tense.PRESENT and is_counted and when.before(published)


def opens_historic_present(verb: Token, timex: Timex) -> bool:
    """Whether a time that is written out opens the sentence of a main verb: "On 3 May 2016, the bank sues Brandt"."""
    doc = verb.doc
    start = timex.start - 1 if timex.start and doc[timex.start - 1].lower_ == "on" else timex.start
    is_first = doc[start].is_sent_start and verb.i >= timex.end
    return is_first and timex.dating.basis is Basis.EXPLICIT and verb.dep_ in MAIN_CLAUSES


def _begins_then(when: When, published: When) -> bool:
    """Whether a time begins at publication, or later."""
    return when.start is not None and published.start is not None and when.start >= published.start


def told_tense(verb: Token, tenses: Mapping[int, Tense]) -> Tense | None:
    """The tense in which an event is told: that of a participle clause is the one of the verb above it."""
    tense = tenses.get(verb.i)
    is_participle = tense is Tense.BARE and verb.tag_ == "VBG" and verb.dep_ in GERUND_CLAUSES
    above = next((word for word in verb.ancestors if word.i in tenses), None) if is_participle else None
    return tenses[above.i] if above is not None else tense


def ends_after(dating: Dating, published: When | None) -> bool:
    """Whether only an end is known, and it lies after publication: "has a deal for ships by December"."""
    when = dating.when
    if published is None or when is None or when.first is not None or when.last is None:
        return False
    return published.before(When.of(when.last))


def is_far_from_its_day(timex: Timex, timexes: Sequence[Timex], where: Passages) -> bool:
    """Whether "the next day" counts from a day of another paragraph, two sentences back or more.

    The text may have told of other days in between without naming them.
    """
    anchor = timex.dating.anchor or ""
    if timex.rule not in _COUNTED_FROM_A_DAY or not anchor[1:].isdecimal():
        return False
    day = timexes[int(anchor[1:]) - 1]
    sentences = where.sentence_number[timex.start] - where.sentence_number[day.start]
    return sentences > 1 and where.paragraph_number[timex.start] != where.paragraph_number[day.start]


def is_of_what_is_expected(event: Token, timex: Timex, dating: Dating, published: When | None) -> bool:
    """Whether a time behind a verb of expecting is that of what is expected: "expected a second wave this autumn".

    It is not over at the publication, and longer than a day: "expected more on Monday" may tell when it was said. What
    is expected does not stand between the two: "predicted this week that prices would fall".
    """
    when = dating.when
    if event.lemma_ not in _VERBS_OF_EXPECTING or event.pos_ not in VERB_POS or timex.start < event.i:
        return False
    if timex.start == event.i + 1 and timex.end < len(event.doc) and event.doc[timex.end].lower_ == "that":
        return False
    is_over = when is None or published is None or when.before(published)
    return when is not None and not is_over and not when.is_within_a_day


def is_loose(event: Token, timex: Timex, tense: Tense | None, *, is_quoted: bool) -> bool:
    """Whether a day counted from publication may be another day.

    "Today" in a quotation, or in an interview, is the day on which it was said. Beside a state or a result it means
    these days: "the bank has lost its standing today", "they look solvent today".
    """
    when = timex.dating.when
    if timex.dating.basis is not Basis.RELATIVE or when is None or not when.is_within_a_day:
        return False
    return is_quoted or (event.doc[timex.start].lower_ == "today" and _means_these_days(event, timex, tense))


def _means_these_days(event: Token, timex: Timex, tense: Tense | None) -> bool:
    """Whether "today" may mean these days: beside a condition, a state or a result, or of a noun ("today's crisis").

    Not beside a report in the present ("warns today"), nor right before a participle ("has today agreed").
    """
    if event.pos_ in NOUN_POS:
        return event.doc[timex.start].dep_ == "poss"
    if any(child.lower_ in CONDITIONAL_CONJUNCTIONS for child in event.lefts):
        return True
    if tense is Tense.PRESENT:
        return event.lemma_ not in REPORTING_VERBS
    if tense is not Tense.PERFECT:
        return False
    auxiliary = next((child for child in event.lefts if child.dep_ in AUXILIARIES), event)
    is_within = auxiliary.i < timex.start < event.i
    return not is_within or any(child.lower_ in _ADVERBS_OF_A_STATE for child in event.children)


def as_last_weekday(
    dating: Dating, timex: Timex, timexes: Sequence[Timex], tense: Tense | None, published: When | None
) -> Dating:
    """The date without its doubt where what is told as past happened on the last such weekday before the report.

    In "said on Wednesday the world is at the brink" the verb beside the day, by which it was read, looks nowhere. The
    day with the name of tomorrow's stays in doubt, and one that the text names as two days.
    """
    day = dating.when.known_day if dating.when else None
    report = published.known_day if published and not published.is_uncertain else None
    is_counted = timex.rule == RuleName.WEEKDAY and dating.anchor == PUBLISHED and tense in PAST_TENSES
    if day is None or report is None or not is_counted or not timedelta(0) <= report - day <= _LAST_SURE_WEEKDAY:
        return dating
    is_doubted = dating.when == When.day(day).as_uncertain() and not _is_two_days(timex, day, timexes)
    return replace(dating, when=When.day(day)) if is_doubted else dating


def _is_two_days(timex: Timex, day: date, timexes: Sequence[Timex]) -> bool:
    """Whether another weekday of the name of ``day`` is read as another day."""
    days = (other.dating.when.known_day for other in timexes if other.rule == timex.rule and other.dating.when)
    return any(other is not None and other != day and other.weekday() == day.weekday() for other in days)
