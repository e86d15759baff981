"""The time that the words of a sentence give each event: its own, or one passed on from another event."""

from collections.abc import Collection, Container, Iterator, Mapping, Sequence
from dataclasses import replace

from dossier.annotate.dating.links.anchor_offsets import anchor_offsets
from dossier.annotate.dating.links.event_noun_times import event_noun_times, verb_times_from_nouns
from dossier.annotate.dating.links.item_links import item_links
from dossier.annotate.dating.links.one_moment import rule_of_one_moment
from dossier.annotate.dating.links.time_links import SIDE_OF_WORD, Side, TimeLink, is_shortly, own_times
from dossier.annotate.dating.links.times_apart import is_hour_alone
from dossier.annotate.doc import Timex
from dossier.annotate.parsed import Parsed, Token
from dossier.annotate.syntax.clauses import has_subject, is_accompanying, is_when_clause, ordering_conjunction
from dossier.annotate.syntax.labels import ADVERB_OR_MARK, CLAUSAL_COMPLEMENTS, FINITE_TAGS, NONFINITE_TAGS, VERB_POS
from dossier.annotate.syntax.passages import Passages
from dossier.annotate.syntax.tense import shares_auxiliaries
from dossier.annotate.timex.words.lexicon import MONTHS, WEEKDAYS
from dossier.annotate.word_classes import LIGHT_VERBS, REPORTING_VERBS
from dossier.model import DatingRule, Tense
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.dating", "dating_words.toml")

_OCCASION_NOUNS = _WORDS["occasion_nouns"]
_PHASE_VERBS = _WORDS["phase_verbs"] | _WORDS["implicative_verbs"]
_DEPICTING_VERBS = _WORDS["depicting_verbs"]
_TELLING_VERBS = REPORTING_VERBS | _DEPICTING_VERBS
_ANNOUNCING = _WORDS["announcing_verbs"]
_WRITINGS = _WORDS["document_nouns"] | _WORDS["occasion_nouns"]
_ISSUING_VERBS = _WORDS["issuing_verbs"]
_WORDS_OF_ANOTHER_TIME = _WORDS["words_of_another_time"] | _WORDS["sequel_adverbs"]
_VERBS_OF_COMING = _WORDS["verbs_of_coming"]
_OTHER_SIDE = {Side.FROM: Side.UNTIL, Side.UNTIL: Side.FROM}
_MAX_TOKENS_TO_CONJUNCT = 3
"""Tokens from a verb to a coordinated one that may pass its time back: "arrested and later fined on Monday".

Set by hand; no measurement is recorded.
"""


def time_links(
    doc: Parsed, timexes: Sequence[Timex], nouns: Collection[int], tenses: dict[int, Tense], where: Passages
) -> dict[int, TimeLink]:
    """The links of verbs and event nouns to the times that the words of their sentence give them, by token index.

    Eight passes, each linear: their own times; the dates of entries of a chronicle; from a clause up to its governor;
    from the governor down; to a clause that explains a time; to event nouns from the verbs that only say that they took
    place; to verbs from event nouns ("since its launch in 2003"); and from these down again.
    """
    found = own_times(doc, timexes, nouns, where)
    found |= dict(anchor_offsets(doc, timexes, nouns, found))
    found |= item_links(doc, nouns, tenses, where, found)
    verbs = [doc[i] for i in tenses]
    for verb in verbs:
        _pass_up(verb, found, tenses)
    for verb in verbs:
        _pass_through_with(verb, found)
        _pass_down(verb, found, timexes, tenses)
    for i, link in _explained_times(doc, timexes):
        found.setdefault(i, link)
    found |= event_noun_times(doc, nouns, found)
    found |= verb_times_from_nouns(verbs, nouns, found)
    for verb in verbs:
        _pass_down(verb, found, timexes, tenses)
    of_subjects = ((verb.i, _link_of_subject(verb, nouns, found, timexes, tenses)) for verb in verbs)
    return found | {i: link for i, link in of_subjects if link is not None}


def _link_of_subject(
    verb: Token,
    nouns: Container[int],
    found: Mapping[int, TimeLink],
    timexes: Sequence[Timex],
    tenses: Mapping[int, Tense],
) -> TimeLink | None:
    """The link of a verb in the past to about the day of its subject, which is an event or a document.

    "Tuesday's vote drew a crowd", "the warrant issued on Monday charged Brandt". None where it has a time, or none is
    found.
    """
    if verb.i in found or tenses[verb.i] is not Tense.PAST:
        return None
    for subject in verb.lefts:
        link = found.get(_issue_of(subject, nouns)) if subject.dep_ == "nsubj" else None
        if link is not None and link.side is Side.AT and _is_day(timexes[link.time]):
            return replace(link, rule=DatingRule.NAMED_EVENT, is_about=True)
    return None


def _issue_of(subject: Token, nouns: Container[int]) -> int:
    """The word that has the time of a subject: the event, or "issued" in "the warrant issued on Monday"; else -1."""
    issues = (child.i for child in subject.rights if child.dep_ == "acl" and child.lemma_ in _ISSUING_VERBS)
    issue = next(issues, -1) if subject.lemma_ in _WRITINGS else -1
    return subject.i if issue < 0 and subject.i in nouns else issue


def _explained_times(doc: Parsed, timexes: Sequence[Timex]) -> Iterator[tuple[int, TimeLink]]:
    """The verb of a clause with "when" right behind a time, with that time ("until 1957, when it was sold")."""
    for index, timex in enumerate(timexes):
        place = timex.end + 1 if timex.end < len(doc) and doc[timex.end].text == "," else timex.end
        if timex.dating.when is None or is_hour_alone(doc, timex) or place >= len(doc):
            continue
        when = doc[place]
        if when.lower_ == "when" and when.head.pos_ in VERB_POS and when.head.i > place:
            yield when.head.i, TimeLink(index, Side.AT, DatingRule.WHEN_CLAUSE)


def _pass_up(verb: Token, found: dict[int, TimeLink], tenses: dict[int, Tense]) -> None:
    """Give the time of a verb to its governor, where both have one time by a rule, or a connective orders them.

    What came together or went somewhere "to meet on Monday" did so about then, and so did what the clause above tells.
    """
    link = found.get(verb.i)
    if link is None or link.side is not Side.AT:
        return
    same = _simultaneous_governor(verb, tenses)
    conjunction = ordering_conjunction(verb)
    purpose = _governor_of_purpose(verb, tenses)
    if same is not None:
        governor, rule = same
        found.setdefault(governor.i, replace(link, rule=rule))
    elif purpose is not None:
        found.setdefault(purpose.i, replace(link, rule=DatingRule.WHEN_CLAUSE, is_about=True))
    elif conjunction is not None:
        found.setdefault(verb.head.i, _ordered(link, verb, SIDE_OF_WORD[conjunction]))
    elif _is_aim_of_coming(verb, tenses) and verb.head.i not in found:
        found[verb.head.i] = replace(link, rule=DatingRule.SHARED_TIME, is_about=True, series=())
        _pass_up(verb.head, found, tenses)
    elif _is_infinitive_of_past(verb, tenses):
        found.setdefault(verb.head.i, replace(link, side=Side.UNTIL, rule=DatingRule.ORDERED_CLAUSE, series=()))


def _simultaneous_governor(verb: Token, tenses: dict[int, Tense]) -> tuple[Token, DatingRule] | None:
    """The verb above that has the same time, and the rule that says so; None where no rule does."""
    head = verb.head
    if _is_simultaneous_clause(verb, tenses) or (is_when_clause(verb) and tenses[verb.i] is Tense.BARE):
        return head, DatingRule.WHEN_CLAUSE
    if verb.dep_ in CLAUSAL_COMPLEMENTS and verb.tag_ in NONFINITE_TAGS and head.lemma_ in _PHASE_VERBS:
        return head, DatingRule.PHASE_VERB
    is_on_occasion = head.lemma_ in _OCCASION_NOUNS and head.dep_ == "pobj" and head.head.lower_ in ("in", "at")
    if verb.dep_ == "acl" and is_on_occasion:
        governor = head.head.head
        return (governor, DatingRule.OCCASION) if governor.lemma_ in _TELLING_VERBS else None
    if shares_auxiliaries(verb) and verb.i - head.i <= _MAX_TOKENS_TO_CONJUNCT:
        return head, DatingRule.SHARED_TIME
    rule = rule_of_one_moment(verb, tenses)
    return (head, rule) if rule else None


def _is_aim_of_coming(verb: Token, tenses: Mapping[int, Tense]) -> bool:
    """Whether an infinitive says to what end people came or were called: "summoned her aides to meet on 3 May"."""
    is_infinitive = verb.tag_ == "VB" and any(child.tag_ == "TO" for child in verb.lefts)
    return is_infinitive and verb.head.lemma_ in _VERBS_OF_COMING and tenses.get(verb.head.i) is Tense.PAST


def _is_infinitive_of_past(verb: Token, tenses: Mapping[int, Tense]) -> bool:
    """Whether a verb is what somebody in the past was asked, wished or decided to do ("was invited to join in 1997").

    The time is that of one of the two, and the deed above came first; not so where it is one of saying or showing
    ("was reported to own a yard in 1997").
    """
    is_infinitive = verb.tag_ == "VB" and any(child.tag_ == "TO" for child in verb.lefts)
    is_told = verb.head.lemma_ in _TELLING_VERBS
    return is_infinitive and not is_told and verb.dep_ == "xcomp" and tenses.get(verb.head.i) is Tense.PAST


def _governor_of_purpose(verb: Token, tenses: dict[int, Tense]) -> Token | None:
    """The finite verb above an infinitive under which the parse puts a clause with "when" and the tense of that verb.

    "Proposed a law to raise pay when she was in the council in 2007": the proposal was then.
    """
    if not is_when_clause(verb) or verb.head.tag_ != "VB" or tenses.get(verb.head.i) is not Tense.OPEN:
        return None
    above = next((word for word in verb.head.ancestors if word.pos_ in VERB_POS and word.tag_ in FINITE_TAGS), None)
    is_one_tense = above is not None and tenses.get(above.i) is tenses[verb.i] is Tense.PAST
    return above if is_one_tense else None


def _pass_down(verb: Token, found: dict[int, TimeLink], timexes: Sequence[Timex], tenses: dict[int, Tense]) -> None:
    """Give a verb without a time the time of its governor, or a side of it."""
    link = found.get(verb.head.i)
    if verb.i in found or link is None or verb.head.pos_ not in VERB_POS:
        return
    if shares_auxiliaries(verb):
        if not _has_unread_time(verb, timexes):
            found[verb.i] = replace(link, rule=DatingRule.SHARED_TIME)
    elif link.side is Side.AT:
        rule = _shared_time_rule(verb, timexes[link.time].start, tenses)
        conjunction = ordering_conjunction(verb)
        if _is_announced(verb, tenses) and _is_day(timexes[link.time]):
            found[verb.i] = replace(link, rule=DatingRule.SHARED_TIME, is_about=True, series=())
        elif rule:
            found[verb.i] = _of_any(replace(link, rule=rule))
        elif _is_day(timexes[link.time]) and _follows_at_once(verb, timexes[link.time].start, tenses):
            if not _has_unread_time(verb, timexes):
                found[verb.i] = replace(link, rule=DatingRule.SHARED_TIME, is_about=True)
        elif conjunction is not None:
            found[verb.i] = _ordered(link, verb, _OTHER_SIDE[SIDE_OF_WORD[conjunction]])


def _ordered(link: TimeLink, clause: Token, side: Side) -> TimeLink:
    """The link of what came on one ``side`` of the time of ``link``, by a clause with "before" or "after".

    About the time itself where the clause says that the two were close: "shortly after she came home on 3 May".
    """
    if any(map(is_shortly, clause.lefts)):
        return replace(link, rule=DatingRule.ORDERED_CLAUSE, is_about=True)
    return replace(link, side=side, rule=DatingRule.ORDERED_CLAUSE)


def _pass_through_with(verb: Token, found: dict[int, TimeLink]) -> None:
    """Give a participle that goes with a verb its time: "prices surged yesterday, with the index soaring".

    Not that of a state, which says when less surely: "prices were lower today", "markets saw a bad day yesterday".
    """
    above = verb.head.head
    is_beside = verb.dep_ == "pcomp" and verb.tag_ == "VBG" and verb.head.lower_ == "with" and has_subject(verb)
    is_act = above.pos_ == "VERB" and above.lemma_ not in LIGHT_VERBS
    link = found.get(above.i) if is_beside and is_act else None
    if link is not None and link.side is Side.AT:
        found.setdefault(verb.i, _of_any(replace(link, rule=DatingRule.PARTICIPLE)))


def _of_any(link: TimeLink) -> TimeLink:
    """The link of a verb that may have any of the several times of another."""
    if not link.series:
        return link
    return replace(link, time=link.series[0], until=link.series[-1], series=())


def _is_announced(verb: Token, tenses: Mapping[int, Tense]) -> bool:
    """Whether a verb tells what somebody does by saying so: "announced yesterday that she was ending her bid"."""
    is_progressive = verb.tag_ == "VBG" and tenses.get(verb.i) is Tense.PAST and verb.dep_ == "ccomp"
    is_bare = not any(child.dep_ == "advcl" for child in verb.children)
    return is_progressive and is_bare and verb.head.lemma_ in _ANNOUNCING and tenses.get(verb.head.i) is Tense.PAST


def _is_day(timex: Timex) -> bool:
    return timex.dating.when is not None and timex.dating.when.is_within_a_day


def _has_unread_time(verb: Token, timexes: Sequence[Timex]) -> bool:
    """Whether words of time stand behind a verb that give it no link ("released that July", "for a year")."""
    behind = range(verb.i + 1, verb.right_edge.i + 1)
    if any(timex.start in behind for timex in timexes):
        return True
    return any(verb.doc[i].lower_ in MONTHS or verb.doc[i].lower_ in WEEKDAYS for i in behind)


def _shared_time_rule(verb: Token, time: int, tenses: dict[int, Tense]) -> DatingRule | None:
    """The rule by which a verb has the time of its governor; None where no rule says so.

    ``time`` is the first token of that time: in front of two coordinated verbs it is that of both.
    """
    if verb.dep_ == "conj" and tenses[verb.i] is tenses.get(verb.head.i) and time < verb.head.i:
        return DatingRule.SHARED_TIME
    if is_accompanying(verb):
        return None if _depicts(verb) else DatingRule.PARTICIPLE
    if _is_simultaneous_clause(verb, tenses):
        return DatingRule.WHEN_CLAUSE
    return DatingRule.PHASE_VERB if verb.dep_ == "xcomp" and verb.head.lemma_ in _PHASE_VERBS else None


def _depicts(participle: Token) -> bool:
    """Whether a participle says what a document shows, which it does at any time ("issued a study, detailing …")."""
    is_of_document = any(child.lemma_ in _WRITINGS for child in participle.head.children)
    return participle.lemma_ in _DEPICTING_VERBS and is_of_document


def _is_simultaneous_clause(verb: Token, tenses: dict[int, Tense]) -> bool:
    """Whether a clause with "when", "as" or "while" has the tense and the time of the clause above.

    Not one with "while" that a comma sets apart: it mostly says what is otherwise, not when.
    """
    return is_when_clause(verb) and tenses[verb.i] is tenses.get(verb.head.i) and not _is_contrast(verb)


def _is_contrast(verb: Token) -> bool:
    """Whether a clause opens with "while", stands apart by a comma and is not in the progressive."""
    opener = next((child for child in verb.lefts if child.dep_ in ADVERB_OR_MARK), verb)
    if opener.lower_ != "while" or verb.tag_ == "VBG":
        return False
    before, behind = opener.i - 1, verb.right_edge.i
    marks = [verb.doc[i].text for i in (before, behind, behind + 1) if 0 <= i < len(verb.doc)]
    return "," in marks


def _follows_at_once(verb: Token, time: int, tenses: dict[int, Tense]) -> bool:
    """Whether a verb goes on in the past with the subject and the day of the verb before ("met Monday and agreed").

    ``time`` is the first token of that day, between the two.
    """
    is_past = tenses[verb.i] is Tense.PAST and tenses.get(verb.head.i) is Tense.PAST
    if verb.dep_ != "conj" or not is_past or has_subject(verb) or not verb.head.i < time < verb.i:
        return False
    return not any(child.lower_ in _WORDS_OF_ANOTHER_TIME for child in verb.children)
