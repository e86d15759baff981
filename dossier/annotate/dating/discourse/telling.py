"""How an article tells an event: where it stands, in which tense and clause, as news or as background."""

from collections.abc import Iterator, Mapping

from dossier.annotate.dating.discourse.discourse_events import DiscourseEvent
from dossier.annotate.dating.discourse.named_days import LEAD_SENTENCES
from dossier.annotate.dating.order.narrative_time import (
    has_time_of_its_own,
    leaves_narrated_time,
    looks_back,
    tells_of_a_life,
)
from dossier.annotate.parsed import Parsed, Token
from dossier.annotate.syntax.clauses import ClausePosition, clause_position
from dossier.annotate.syntax.headings import headline
from dossier.annotate.syntax.labels import SUBJECTS, VERB_POS
from dossier.annotate.syntax.passages import Passages
from dossier.annotate.word_classes import REPORTING_VERBS, SPEECH_VERBS
from dossier.model import Tense

_LATE_SENTENCES = 12
"""From which sentence on an event stands late. Set by hand; no measurement is recorded."""
_MAX_STEPS_UP = 16
"""How many arcs of the parse are climbed from a noun to its verb. Set by hand: a bound on the cost."""


class Telling:
    """Reads the signals of the events of one Doc."""

    def __init__(self, doc: Parsed, where: Passages, tenses: Mapping[int, Tense]) -> None:
        self._where = where
        self._tenses = tenses
        self._headline = headline(doc)
        self._old_sentences: dict[int, bool] = {}

    def signals(self, event: DiscourseEvent) -> Iterator[str]:
        """The names of what holds of an event."""
        token = event.token
        place = self._place(token)
        yield place
        if self._where.is_quoted[token.i]:
            yield "quoted"
        if not event.is_fact:
            yield "open"
        if event.dating is not None:
            yield "vague_time"
        if self._is_of_old(token):
            yield "sentence_of_old"
        verb = _verb_of(token)
        if verb is not None:
            tense = self._tenses.get(verb.i, Tense.BARE)
            yield f"{'verb' if verb is token else 'noun'}_{tense}"
            yield from _clause(verb)
        else:
            yield "noun_alone"
        if verb is token:
            yield from _of_verb(token)

    def other_signals(self, event: DiscourseEvent) -> Iterator[str]:
        """What makes some other time likely or not: the type of the event, and the part of a noun in its clause."""
        yield f"type_{event.type.name}"
        if event.token.pos_ not in VERB_POS:
            yield f"noun_as_{event.token.dep_.lower()}"

    def _place(self, event: Token) -> str:
        """Where in the article it stands."""
        number = self._where.sentence_number[event.i]
        if event.i in self._headline:
            return "headline"
        if number == 0:
            return "first_sentence"
        if number < LEAD_SENTENCES:
            return "lead"
        return "late" if number >= _LATE_SENTENCES else "middle"

    def _is_of_old(self, event: Token) -> bool:
        """Whether the sentence speaks of old times; each sentence is read once."""
        start = self._where.sentence_start[event.i]
        if start not in self._old_sentences:
            self._old_sentences[start] = looks_back(event.sent)
        return self._old_sentences[start]


def _verb_of(event: Token) -> Token | None:
    """The event's own verb, or the one above a noun."""
    if event.pos_ in VERB_POS:
        return event
    above = zip(event.ancestors, range(_MAX_STEPS_UP), strict=False)
    return next((token for token, _ in above if token.pos_ in VERB_POS), None)


def _clause(verb: Token) -> Iterator[str]:
    """What the clause of a verb is to its sentence, and whether its words take it out of the narrated time."""
    position = clause_position(verb)
    if position is ClausePosition.REPORTED:
        yield "reported"
    elif verb.dep_ == "relcl":
        yield "relative"
    elif position is ClausePosition.SUBORDINATE:
        yield "subordinate"
    if leaves_narrated_time(verb):
        yield "another_time"
    if tells_of_a_life(verb):
        yield "life"


def _of_verb(verb: Token) -> Iterator[str]:
    """Whether a verb tells a statement, and who its subject is."""
    if verb.lemma_ in SPEECH_VERBS:
        yield "says"
    elif verb.lemma_ in REPORTING_VERBS:
        yield "reports"
    if has_time_of_its_own(verb):
        yield "own_time"
    subject = next((child for child in verb.lefts if child.dep_ in SUBJECTS), None)
    if subject is None:
        yield "no_subject"
    elif subject.ent_type_ == "PERSON" or subject.lower_ in ("he", "she"):
        yield "of_person"
    elif subject.ent_type_ == "ORG":
        yield "of_body"
    elif subject.tag_ == "NNS" and not any(child.dep_ == "det" for child in subject.children):
        yield "of_some"
