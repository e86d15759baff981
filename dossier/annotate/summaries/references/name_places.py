"""Where a name stands beside a description in a line: whether the two can mean one, by their places in the clause."""

from dossier.annotate.parsed import Token
from dossier.annotate.summaries.references.bracketed_names import ActorMentions
from dossier.annotate.syntax.labels import REPORTED_CLAUSES, SUBJECTS
from dossier.annotate.word_classes import SPEECH_VERBS
from dossier.model import Form

_LONGEST_NAME = 10
"""Words of the longest name that is looked through. Set by hand, to bound the cost."""


def is_inside_name(mentions: ActorMentions, noun: int) -> bool:
    """Whether the noun is a word of a name, but not its head: "Harbours" of "the Institute for Harbours"."""
    before = (mentions.starting.get(start) for start in range(noun, noun - _LONGEST_NAME, -1))
    names = (found.mention for found in before if found is not None and found.mention.form is Form.NAME)
    return any(noun < name.end and name.head != noun for name in names)


def opens_before(subject: Token, name: int) -> bool:
    """Whether the name stands in a phrase that opens the clause of the subject: "In response to Brandt, the bank"."""
    phrase = subject.doc[name].ancestors if name < subject.i else ()
    return any(step.dep_ == "prep" and step.head.i == subject.head.i for step in phrase)


def is_under_verb_of(subject: Token, name: int) -> bool:
    """Whether the name stands behind the verb of the subject, and so means somebody else: "The monarch met Brandt"."""
    is_subject = subject.dep_ in SUBJECTS and not frames_statement(subject.head)
    path = subject.doc[name].ancestors if is_subject and name > subject.head.i else ()
    return any(step.i == subject.head.i for step in path)


def frames_statement(verb: Token) -> bool:
    """Whether the verb only says who makes a statement: "the company said that …"."""
    return verb.lemma_ in SPEECH_VERBS and any(child.dep_ in REPORTED_CLAUSES for child in verb.children)
