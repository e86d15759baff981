"""Where "today" means these days, and so no day: "today's teenagers", "today the town has 4,000 people"."""

from dossier.annotate.parsed import Token
from dossier.annotate.syntax.animacy import is_person
from dossier.annotate.syntax.labels import DETERMINER_OR_POSSESSIVE, PLURAL_NOUN_TAGS, PRESENT_TAGS, SUBJECTS
from dossier.annotate.timex.context.time_clauses import verb_above
from dossier.annotate.timex.words.lexicon import UNITS
from dossier.annotate.word_classes import REPORTING_VERBS
from dossier.text.word_lists import word_lists

_VERBS_OF_LASTING = word_lists("dossier.annotate.timex", "timex_words.toml")["verbs_of_lasting"]
_INDEFINITE = frozenset(("a", "an", "another", "one"))


def means_nowadays(today: Token) -> bool:
    """Whether "today" is that of people of a kind, or of what lasts: a verb in the present says what is always so.

    Not with a report ("officials say today"), nor with what stands on the timetable ("voters go to the polls today").
    """
    if today.dep_ == "poss":
        return today.head.tag_ in PLURAL_NOUN_TAGS and is_person(today.head)
    verb = verb_above(today)
    if verb is None or verb.tag_ not in PRESENT_TAGS or verb.lemma_ in REPORTING_VERBS or today.dep_ in SUBJECTS:
        return False
    return _lasts(verb) or _is_of_kinds(verb)


def _lasts(verb: Token) -> bool:
    """Whether the verb says what lasts: "live"; "have" with a number, "be" with a noun ("a town", not "a sad day")."""
    if verb.lemma_ == "be":
        return any(
            child.dep_ == "attr" and child.tag_ == "NN" and child.i > verb.i and child.lemma_ not in UNITS
            for child in verb.children
        )
    if verb.lemma_ == "have":
        return any(child.dep_ == "dobj" and any(map(_is_number, child.children)) for child in verb.children)
    return verb.lemma_ in _VERBS_OF_LASTING


def _is_of_kinds(verb: Token) -> bool:
    """Whether the verb says what any of a kind do to any of a kind: "farmers grow less wheat"."""
    subject = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
    thing = next((child for child in verb.children if child.dep_ == "dobj"), None)
    if subject is None or thing is None or subject.tag_ not in PLURAL_NOUN_TAGS:
        return False
    is_any = all(child.dep_ not in DETERMINER_OR_POSSESSIVE for child in subject.children)
    return is_any and all(child.lower_ not in _INDEFINITE for child in thing.children)


def _is_number(token: Token) -> bool:
    return token.dep_ == "nummod"
