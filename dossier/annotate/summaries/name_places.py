"""Where a name stands beside a description in a line: whether the two can mean one, by their places in the clause."""

from dossier.annotate.parsed import Token
from dossier.annotate.syntax.labels import REPORTED_CLAUSES, SUBJECTS
from dossier.annotate.word_classes import SPEECH_VERBS


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
