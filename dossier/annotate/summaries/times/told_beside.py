"""Which events a line tells only beside its statement, which is of another time than they are.

"Traders, betting on a merger, pushed up the price" is the price's line: among what is to come it would say that the
past is. "Keller will appeal against the conviction" is the appeal's, and what somebody "said of the raid" is no raid.
"""

from collections.abc import Collection, Sequence

from dossier.annotate.doc import Trigger
from dossier.annotate.parsed import TokenSpan
from dossier.annotate.summaries.sentence.flat_parse import FlatParse
from dossier.annotate.summaries.sentence.main_statements import main_statement
from dossier.annotate.summaries.summary_words import VERBS_WITH_CONTENT
from dossier.annotate.syntax.labels import (
    AUXILIARIES,
    EVENT_POS,
    FINITE_OR_MODAL_TAGS,
    NOUN_POS,
    PARTICIPLE_TAGS,
    PREDICATES,
    PRESENT_TAGS,
    SUBJECTS,
)
from dossier.annotate.word_classes import SPEECH_VERBS
from dossier.text.word_lists import word_lists

_FUTURE = word_lists("dossier.annotate.factuality", "factuality_words.toml")["future_auxiliaries"]
_TOPICS = frozenset(("about", "of"))
"""Prepositions behind a verb of speech that say of what."""
_INDEFINITE = frozenset(("a", "an"))
_GRAVE = 0.8
"""Importance of a type from which its events are told whatever is said of them: that of ``timeline.part_worth``."""
_MAX_STEPS = 2
"""Words of content between an event and the verb of its line: one in "approved a plan to sell". Set by hand."""


def told_beside(parse: FlatParse, triggers: Sequence[Trigger], sentences: Sequence[TokenSpan]) -> frozenset[int]:
    """The indices of the triggers that their line tells beside its statement, which is of another time.

    ``sentences`` has the sentence of each trigger.
    """
    heads = {trigger.head for trigger in triggers}
    return frozenset(
        index
        for index, (trigger, sentence) in enumerate(zip(triggers, sentences, strict=True))
        if _is_beside(parse, trigger, main_statement(parse, trigger.head, sentence.start, sentence.end), heads)
    )


def _is_beside(parse: FlatParse, trigger: Trigger, statement: int, heads: Collection[int]) -> bool:
    path = parse.above(trigger.head)
    if _is_topic(parse, trigger.head) or _is_judged(parse, trigger):
        return True
    if statement == trigger.head or statement not in path:
        return False
    steps = path[: path.index(statement)]
    if trigger.factuality.is_expected:
        return _is_past(parse, statement) and _is_far(parse, steps, statement, heads)
    is_undated_fact = trigger.factuality.is_fact and trigger.time is None
    return is_undated_fact and _is_to_come(parse, statement) and _is_named(parse, trigger.head)


def _is_topic(parse: FlatParse, noun: int) -> bool:
    """Whether somebody only says something of the event: "“We had no choice,” Brandt said of the raid in May"."""
    preposition = parse.heads[noun]
    verb = parse.heads[preposition]
    is_behind = (
        parse.deps[noun] == "pobj" and parse.lowers[preposition] in _TOPICS and parse.deps[preposition] == "prep"
    )
    is_said = parse.lemmas[verb] in VERBS_WITH_CONTENT and parse.is_finite(verb)
    return is_behind and is_said and parse.pos[noun] == "NOUN"


def _is_judged(parse: FlatParse, trigger: Trigger) -> bool:
    """Whether the line only says what the event is worth: "The loss of Brandt is a setback". Not of a grave event."""
    noun, verb = trigger.head, parse.heads[trigger.head]
    is_subject = parse.pos[noun] == "NOUN" and parse.deps[noun] in SUBJECTS
    is_state = parse.lemmas[verb] == "be" and parse.tags[verb] in PRESENT_TAGS
    attribute = parse.child(verb, PREDICATES) if is_subject and is_state else None
    is_light = trigger.type.importance < _GRAVE and trigger.time is None
    return attribute is not None and is_light and _is_with(parse, attribute, _INDEFINITE)


def _is_with(parse: FlatParse, noun: int, determiners: Collection[str]) -> bool:
    return any(parse.deps[child] == "det" and parse.lowers[child] in determiners for child in parse.children[noun])


def _is_past(parse: FlatParse, verb: int) -> bool:
    """Whether a clause tells of the past: "left", "has left", "was leaving"; or a verb taken for an adjective."""
    auxiliaries = [child for child in parse.children[verb] if parse.deps[child] in AUXILIARIES]
    finite = next((word for word in (*auxiliaries, verb) if parse.tags[word] in FINITE_OR_MODAL_TAGS), verb)
    is_perfect = finite != verb and parse.lemmas[finite] == "have"
    return parse.tags[finite] == "VBD" or is_perfect or (parse.tags[verb] == "JJ" and parse.lowers[verb].endswith("ed"))


def _is_far(parse: FlatParse, steps: Sequence[int], statement: int, heads: Collection[int]) -> bool:
    """Whether the statement itself does not say of the event that it is to come, as "agreed to sell" does.

    ``steps`` lead from the event up to the statement. A verb that is no event's ("glossed over warnings that …") says
    nothing of the kind.
    """
    between = steps[1:]
    content = [step for step in between if parse.pos[step] in EVENT_POS]
    in_passing = any(
        parse.deps[step] == "advcl"
        or parse.deps[step] == "attr"  # "it was her decision to sell"
        or (parse.deps[step] == "acl" and parse.tags[step] in PARTICIPLE_TAGS)
        or parse.deps[step] == "relcl"  # "produced a paper which says that she will sell"
        for step in between
    )
    is_verb_of_nothing = parse.pos[statement] != "AUX" and statement not in heads
    says_nothing = is_verb_of_nothing and parse.lemmas[statement] not in SPEECH_VERBS
    return in_passing or says_nothing or len(content) > _MAX_STEPS


def _is_to_come(parse: FlatParse, verb: int) -> bool:
    return any(parse.deps[child] in AUXILIARIES and parse.lowers[child] in _FUTURE for child in parse.children[verb])


def _is_named(parse: FlatParse, event: int) -> bool:
    """Whether a noun or the participle before one tells of the event: no clause says of it that it took place."""
    return parse.pos[event] in NOUN_POS or parse.deps[event] == "amod"
