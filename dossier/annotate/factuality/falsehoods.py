"""What a sentence says of a statement: that it is true, false, exaggerated or withdrawn; that it was made in error.

"Reports of her death were wrong", "the claim that he fled was dismissed", "a false report that …", "wrongly reported
that …".
"""

from collections.abc import Iterator

from dossier.annotate.factuality.operators import Operator, operators
from dossier.annotate.parsed import Token
from dossier.annotate.syntax.labels import CLAUSAL_COMPLEMENTS, PREDICATES, SUBJECTS
from dossier.annotate.word_classes import CONTENDING_VERBS, SPEECH_VERBS
from dossier.model import CueKind
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.factuality", "factuality_words.toml")

_STATEMENT_NOUNS = _WORDS["statement_nouns"]
_LINKING_VERBS = _WORDS["linking_verbs"]
_VERDICT_VERBS = _WORDS["verdict_verbs"]
_VERBS_MADE_IN_ERROR = SPEECH_VERBS | CONTENDING_VERBS | _VERDICT_VERBS | _WORDS["verbs_of_accusing"]


def is_statement(noun: Token) -> bool:
    """Whether the noun is one for what someone says ("the claim that …", "reports of …")."""
    return noun.pos_ == "NOUN" and noun.lemma_ in _STATEMENT_NOUNS


def is_content_clause(clause: Token, noun: Token) -> bool:
    """Whether a clause that the parse makes a relative one says what its noun states: "the rumour that he had left".

    Where the "that" may be the object of the clause ("the report that he wrote"), it is taken for one, too.
    """
    that = next((child for child in clause.lefts if child.lower_ == "that"), None)
    if that is None or that.dep_ in SUBJECTS:
        return False
    return is_statement(noun) or (noun.lower_ == "event" and noun.head.lower_ == "in")


def verdict_on(noun: Token) -> tuple[Operator, Token] | None:
    """What the sentence says of the statement that a noun stands for, as an operator with its word; None for nothing.

    The word is an adjective before the noun ("a false report"), a predicate ("the report was false", "proved to be
    false"), or the verb of a passive ("the claim was withdrawn").
    """
    if not is_statement(noun):
        return None
    words = operators()
    before = ((words.predicates.get(child.lower_), child) for child in noun.lefts if child.dep_ == "amod")
    for operator, word in (*before, *_predicated(noun)):
        if operator is not None:
            return operator, word
    return None


def _predicated(noun: Token) -> Iterator[tuple[Operator | None, Token]]:
    """The words that the verb above says of its subject, each with its operator."""
    verb = noun.head
    if noun.dep_ not in SUBJECTS:
        return
    if noun.dep_ == "nsubjpass":
        operator = operators().verbs.get(verb.lemma_)
        yield (operator if operator is not None and operator.kind is CueKind.DENIAL else None), verb
    if verb.lemma_ in _LINKING_VERBS and not _is_negated(verb):
        yield from _predicates_of(verb)
        for child in verb.rights:
            if child.dep_ in CLAUSAL_COMPLEMENTS and child.lemma_ == "be":
                yield from _predicates_of(child)


def _predicates_of(verb: Token) -> Iterator[tuple[Operator | None, Token]]:
    for child in verb.rights:
        if child.dep_ in PREDICATES and not _is_negated(child):
            yield operators().predicates.get(child.lemma_.lower()), child


def _is_negated(word: Token) -> bool:
    return any(child.dep_ == "neg" for child in word.children)


def error_in_saying(verb: Token) -> tuple[Operator, Token] | None:
    """The adverb that says that a verb of saying was wrong, with its operator: "falsely claimed", "wrongly accused".

    Who was "wrongly convicted of murder" is no murderer, but somebody may be.
    """
    words = operators()
    for child in verb.children if verb.lemma_ in _VERBS_MADE_IN_ERROR else ():
        if child.dep_ == "advmod" and child.lower_ in words.misstatements:
            is_verdict = verb.lemma_ in _VERDICT_VERBS
            return words.oblique["acquit of"] if is_verdict else words.misstatements[child.lower_], child
    return None
