"""The verb or event noun that a time hangs on: what the parse says, and what to do where the parse is known to err."""

from collections.abc import Container

from dossier.annotate.doc import Timex
from dossier.annotate.parsed import Parsed, Token
from dossier.annotate.syntax.labels import (
    AUXILIARIES,
    NOMINAL_OR_NUMBER_POS,
    NOUN_PARTS,
    OWNING_DETERMINER_TAGS,
    PRESENT_TAGS,
    SUBJECTS,
    VERB_POS,
)
from dossier.annotate.timex.words.rule_names import RuleName
from dossier.annotate.word_classes import SPEECH_VERBS
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.dating", "dating_words.toml")

_PREPOSITIONS_OF_A_FIRST_TIME = _WORDS["prepositions_of_a_first_time"]
_PREPOSITIONS_OF_AN_OCCASION = _WORDS["prepositions_of_an_occasion"]
_PREPOSITIONS_APART = _WORDS["prepositions_apart"]
_PREPOSITIONS_OF_A_TOPIC = _WORDS["prepositions_of_a_topic"]
_PREPOSITIONS_OF_AN_AIM = _WORDS["prepositions_of_an_aim"]
_ACCOUNTS = _WORDS["accounts"]
_SCHEDULING_VERBS = _WORDS["scheduling_verbs"]
_ORDERING_VERBS = _WORDS["ordering_verbs"]
_OCCASION_NOUNS = _WORDS["occasion_nouns"]
_PARTS_OF_TIME = _WORDS["parts_of_time"]
_VERBS_AT_ONCE = _WORDS["verbs_of_change"] | _WORDS["verbs_of_an_effect"]
_NOUNS_OF_STEPS = _WORDS["nouns_of_steps"]
_WORDS_OF_PAST_TIMES = _WORDS["words_of_past_times"]
_VERBS_WITHOUT_EVENT = frozenset(("be", "have"))
_DATES_BY_THE_MONTH = frozenset((RuleName.FULL_DATE, RuleName.MONTH_DAY, RuleName.MONTH_YEAR, RuleName.MONTH))

_MAX_STEPS_UP = 16
"""Arcs of the parse from a time up to the word that it may hang on. Set by hand; no measurement is recorded."""


class TimeGovernors:
    """Finds the words of one Doc that times hang on.

    ``nouns`` are the indices of the event nouns, ``inside`` those of the tokens of all calendar times.
    """

    def __init__(self, doc: Parsed, nouns: Container[int], inside: Container[int]) -> None:
        self._doc = doc
        self._nouns = nouns
        self._inside = inside

    def governor(self, timex: Timex) -> Token | None:
        """The verb or event noun that has the time; None where the time dates something else."""
        if noun := self._noun_behind(timex):
            return noun
        is_feast = timex.rule == RuleName.NAMED_DAY and timex.start > 0 and self._doc[timex.start - 1].lower_ == "for"
        # "decorated the yard for Christmas" is of no day
        found = None if is_feast else _planned(self._above(timex) or self._verb_behind(timex))
        if found is None or found.i > timex.start:
            return found
        if found.lemma_ in _SCHEDULING_VERBS and any(
            word.lower_ == "as" for word in self._doc[timex.end : timex.end + 1]
        ):
            return None  # "set Friday as the deadline"
        if found.lemma_ in _SCHEDULING_VERBS and _is_aimed_at(self._doc.span(timex.start, timex.end).root, found):
            return next((child for child in found.children if child.i in self._nouns), None)
        if found.lemma_ in _ORDERING_VERBS and self._doc[timex.start - 1].lower_ in ("until", "till"):
            return self._what_lasts(timex, found)
        return self._event_of_topic(timex, found) or found

    def _what_lasts(self, timex: Timex, verb: Token) -> Token | None:
        """The event that is ordered until a date: "ordered the closure of the port until 6 May".

        None for a weekday, which was read as one of the past, by the verb.
        """
        if timex.rule not in _DATES_BY_THE_MONTH:
            return None
        return next((child for child in verb.rights if child.dep_ == "dobj" and child.i in self._nouns), None)

    def _noun_behind(self, timex: Timex) -> Token | None:
        """The event noun of a phrase in which the time stands behind the determiner: "the May 3, 1998, bombing of".

        The comma often misleads the parser, so this looks at the words alone. Of two nouns it is the last, and a word
        in "-ing" may stand among them ("the May 2020 shooting death of").
        """
        if timex.start == 0 or self._doc[timex.start - 1].tag_ not in OWNING_DETERMINER_TAGS:
            return None
        first = timex.end + (timex.end < len(self._doc) and self._doc[timex.end].text == ",")
        last = first
        while last < len(self._doc) and (self._doc[last].pos_ == "NOUN" or self._doc[last].tag_ == "VBG"):
            last += 1
        # "the 3 May killing of a guard": to the tagger a verb
        is_gerund = self._doc[last - 1].tag_ == "VBG" and last < len(self._doc) and self._doc[last].lower_ == "of"
        return self._doc[last - 1] if last > first and (is_gerund or last - 1 in self._nouns) else None

    def _verb_behind(self, timex: Timex) -> Token | None:
        """The verb in the past right behind a weekday that the parser takes for a part of a name before it.

        "Ada Brandt Friday was arrested", "the Orlov Republic Friday formally joined the League".
        """
        if timex.rule != RuleName.WEEKDAY or timex.start == 0 or self._doc[timex.start - 1].pos_ != "PROPN":
            return None
        last = timex.end
        while last < len(self._doc) and self._doc[last].pos_ == "ADV":
            last += 1
        if last == len(self._doc) or self._doc[last].tag_ != "VBD":
            return None
        word = self._doc[last]
        return word.head if word.dep_ in AUXILIARIES else word

    def _above(self, timex: Timex) -> Token | None:
        """The verb or event noun above the time, past other times and nouns between ("by May" is no noun's).

        For a time at the start of a sentence it is the main verb, where the parse leads nowhere. None for a time that
        something is said of ("tomorrow is known as …").
        """
        token = self._doc.span(timex.start, timex.end).root
        if token.dep_ == "nsubjpass":
            return None
        is_day = timex.dating.when is not None and timex.dating.when.is_within_a_day
        for _ in range(_MAX_STEPS_UP):
            head = token.head
            if head.i in self._nouns and token.lower_ != "by" and not self._has_earlier_time(head, timex):
                return head
            if head.i != token.i and head.pos_ in VERB_POS:
                return self._bearer(head, timex)
            if head.i == token.i or (head.i not in self._inside and not _may_belong_above(token, head, is_day=is_day)):
                return self._main_verb(timex)
            token = head
        return None

    def _has_earlier_time(self, noun: Token, timex: Timex) -> bool:
        """Whether a noun has a time before it, so that one behind it is its verb's ("the 2009 killing … on Monday")."""
        return timex.start > noun.i and any(i in self._inside for i in range(noun.left_edge.i, noun.i))

    def _bearer(self, verb: Token, timex: Timex) -> Token:
        """The verb that has a time which the parse puts under ``verb``.

        A past time under an infinitive is that of the finite verb above ("announced plans to close it last month"), and
        "having" under a preposition tells of nothing ("was diagnosed with having the fever yesterday"). A time behind a
        present perfect is that of the verb before ("outlined steps that it has taken earlier this week"), and so is one
        behind a step that the parser took for an infinitive ("raised its alert to level 5 on 3 May").
        """
        reporting = _reporting_verb(verb, timex)
        if reporting is not None:
            return reporting
        if verb.dep_ == "pcomp" and verb.lemma_ in _VERBS_WITHOUT_EVENT and verb.head.head.pos_ in VERB_POS:
            return verb.head.head
        if verb.dep_ == "relcl" and timex.start > verb.i and _is_present_perfect(verb) and timex.dating.when:
            return next((above for above in verb.ancestors if above.tag_ == "VBD" and above.i < verb.i), verb)
        if _is_infinitive(verb) and (_names_the_past(self._doc, timex) or _is_step(verb)):
            return next(
                (above for above in verb.ancestors if above.pos_ in VERB_POS and not _is_infinitive(above)), verb
            )
        return verb

    def _main_verb(self, timex: Timex) -> Token | None:
        """The main verb of a sentence that a preposition and the time open ("On Monday police …")."""
        doc, first = self._doc, timex.start - 1
        if first < 0 or not doc[first].is_sent_start or doc[first].lower_ not in _PREPOSITIONS_OF_A_FIRST_TIME:
            return None
        root = doc[first].sent.root
        if root.pos_ in VERB_POS:
            return root if root.i >= timex.end else None
        # a finite verb under a noun that heads the sentence is a main verb that the parser missed
        return next((child for child in root.rights if child.tag_ == "VBD"), None)

    def _event_of_topic(self, timex: Timex, verb: Token) -> Token | None:
        """The event noun right before a date by the month, in a phrase that says what the verb is about.

        In "warned the passengers of a flight on 30 January" news gives the flight such a date; what it tells of itself
        has a weekday or "yesterday". So in "left before the vote on 30 January".
        """
        preposition = timex.start - 1
        if timex.rule not in _DATES_BY_THE_MONTH or verb.pos_ not in VERB_POS:
            return None
        if self._doc[preposition].lower_ not in _PREPOSITIONS_OF_AN_OCCASION:
            return None
        phrase = self._doc[preposition - 1]
        while phrase is not verb and phrase.head is not phrase:
            if phrase.i in self._nouns and phrase.right_edge.i == preposition - 1:
                is_topic = phrase.dep_ == "pobj" and phrase.head.lower_ in _PREPOSITIONS_OF_A_TOPIC | {"before"}
                return phrase if is_topic and not self._has_earlier_time(phrase, timex) else None
            phrase = phrase.head
        return None


def _planned(verb: Token | None) -> Token | None:
    """What a time is set for: "give" in "is scheduled to give a speech on Monday"; other verbs as they are."""
    if verb is None or verb.lemma_ not in _SCHEDULING_VERBS or verb.tag_ != "VBN":
        return verb
    return next((child for child in verb.rights if child.dep_ == "xcomp" and _is_infinitive(child)), verb)


def _reporting_verb(verb: Token, timex: Timex) -> Token | None:
    """The verb of saying above, where the time stands between it and its clause ("said Monday the bridge fell")."""
    said = verb.head
    first = verb.left_edge.i
    between = first in (timex.start, timex.start - 1) and said.i < first
    return said if verb.dep_ == "ccomp" and said.lemma_ in SPEECH_VERBS and between and not _has_mark(verb) else None


def _is_aimed_at(time: Token, verb: Token) -> bool:
    """Whether a verb fixes something for a time: "set for 3 and 5 May", "postponed the hearing until Friday"."""
    for above in time.ancestors:
        if above.lower_ in _PREPOSITIONS_OF_AN_AIM or above is verb:
            return above is not verb
    return False


def _has_mark(verb: Token) -> bool:
    return any(child.dep_ == "mark" for child in verb.children)


def _is_infinitive(verb: Token) -> bool:
    return verb.tag_ == "VB" and any(child.lower_ == "to" for child in verb.lefts)


def _is_step(verb: Token) -> bool:
    """Whether an "infinitive" is a noun before a number: "to level 5", "to phase six"."""
    behind = verb.doc[verb.i + 1 : verb.i + 2]
    return verb.lemma_ in _NOUNS_OF_STEPS and any(token.like_num for token in behind)


def _is_present_perfect(verb: Token) -> bool:
    return verb.tag_ == "VBN" and any(
        child.dep_ == "aux" and child.lemma_ == "have" and child.tag_ in PRESENT_TAGS for child in verb.lefts
    )


def _names_the_past(doc: Parsed, timex: Timex) -> bool:
    """Whether the words of the time themselves look back: "yesterday", "last month", "two days ago"."""
    return any(doc[i].lower_ in _WORDS_OF_PAST_TIMES for i in range(timex.start, timex.end))


def _may_belong_above(token: Token, head: Token, *, is_day: bool) -> bool:
    """Whether a time under ``head``, through ``token``, may belong to a word above ``head``; ``is_day``: it is one day.

    A time inside a noun phrase is that of the noun ("the 2010 budget", "by reports on Saturday two died"), unless the
    noun is an occasion on which things are said and done ("in a July 16 statement"). A year in a subject is that of the
    noun, a day most often the verb's; what rose or fell did so in the time of its figures ("prices in March rose"), and
    a storm killed when it blew.
    """
    if head.pos_ not in NOMINAL_OR_NUMBER_POS or head.lemma_ in _PARTS_OF_TIME:
        return True
    if head.dep_ == "pobj" and head.head.lower_ in _PREPOSITIONS_APART:
        return False
    if head.dep_ == "pobj" and head.head.lower_ == "by" and head.lemma_ in _ACCOUNTS:
        return False
    if token.dep_ in NOUN_PARTS or token.lower_ in ("of", "from", "for"):
        is_on_occasion = head.dep_ == "pobj" and head.head.lower_ in _PREPOSITIONS_OF_AN_OCCASION
        return is_on_occasion and head.lemma_ in _OCCASION_NOUNS
    return is_day or head.dep_ not in SUBJECTS or head.head.lemma_ in _VERBS_AT_ONCE
