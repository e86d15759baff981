"""Whether a draft is still the statement of its verb: with one subject, and with all that the verb is said of."""

from dossier.annotate.summaries.sentence.flat_parse import FlatParse
from dossier.annotate.syntax.labels import AGENT_OR_PREDICATE, ANY_SUBJECTS, AUXILIARIES, PREDICATES, VERB_OBJECTS

_CORE = VERB_OBJECTS | PREDICATES | AGENT_OR_PREDICATE | {"prt"}
"""What no line may lose of its main verb: "Varna shut down the port" says nothing without "the port" or "down"."""


def keeps_statement(parse: FlatParse, mask: bytearray, start: int, main_verb: int) -> bool:
    """Whether a draft keeps the objects of the ``main_verb``, and gives it no subject of another verb besides its own.

    ``mask`` has a byte for each token of the sentence that begins at ``start``: 1 if it is kept.
    """
    inside = range(start, start + len(mask))
    children = (child for child in parse.children[main_verb] if child in inside)
    core = (child for child in children if parse.deps[child] in _CORE or parse.deps[child] == "xcomp")
    return all(mask[child - start] for child in core) and not _has_two_subjects(parse, mask, start, main_verb)


def _has_subject_inside(parse: FlatParse, verb: int) -> bool:
    """Whether a subject stands before the verb under one of its auxiliaries: "a line remained operating"."""
    auxiliaries = (child for child in parse.children[verb] if parse.deps[child] in AUXILIARIES)
    return any(parse.child(auxiliary, ANY_SUBJECTS) is not None for auxiliary in auxiliaries)


def _has_two_subjects(parse: FlatParse, mask: bytearray, start: int, main_verb: int) -> bool:
    """Whether the verb has a subject of its own, and the draft that of a verb which it has lost, too."""
    if not (parse.has_subject(main_verb) or _has_subject_inside(parse, main_verb)):
        return False
    kept = (start + place for place, keeps in enumerate(mask) if keeps)
    subjects = (token for token in kept if token < main_verb and parse.deps[token] in ANY_SUBJECTS)
    return any(parse.heads[token] >= start and not mask[parse.heads[token] - start] for token in subjects)
