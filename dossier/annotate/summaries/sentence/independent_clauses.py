"""Clauses that can stand as a sentence of their own.

Some need a name in place of their pronoun: "Varna, which fell on Monday, …" gives "[Varna] fell on Monday". Others need
none: "because the dam broke" gives "The dam broke". So does a clause beside a semicolon.
"""

from dataclasses import dataclass

from dossier.annotate.summaries.sentence.commas import is_boundary
from dossier.annotate.summaries.sentence.flat_parse import FlatParse
from dossier.annotate.summaries.summary_words import (
    AMBIGUOUS_GROUND_MARKS,
    CONDITION_MARKS,
    GROUND_MARKS,
    PAST_AUXILIARIES,
    PLACE_PREPOSITIONS,
    PLURAL_VERBS,
    SINGULAR_VERBS,
)
from dossier.annotate.syntax.labels import (
    ANY_SUBJECTS,
    ASSERTED_OR_PARATACTIC_CLAUSES,
    AUXILIARIES,
    COORDINATION,
    NOUN_POS,
    PLURAL_NOUN_TAGS,
    PREMODIFIERS,
    REPORTED_CLAUSES,
    SUBJECTS,
    WH_TAGS,
)
from dossier.annotate.word_classes import REPORTING_VERBS

_PLURAL_FORMS = PLURAL_VERBS | {"VBP"}
_SINGULAR_FORMS = SINGULAR_VERBS | {"VBZ"}
"""Words and part-of-speech tags of verbs that show the number of the subject."""
_MAX_ANTECEDENT_TOKENS = 12
"""Longest noun phrase that stands in brackets for a pronoun. Set by hand; no measurement is recorded."""


@dataclass(frozen=True, slots=True)
class IndependentClause:
    """Tokens ``start`` to ``end`` (half-open) that make a sentence.

    omitted: how many tokens go at the start: 1 for "which" or "because", else 0.
    noun: the head of the noun phrase before the clause whose name begins the sentence; None where none is needed.
    noun_words: the words of that noun phrase.
    replacement: how the name stands: a format string with the field ``name`` or ``possessive``, such as "[{name} was]".
    """

    main_verb: int
    start: int
    end: int
    omitted: int = 0
    noun: int | None = None
    noun_words: str = ""
    replacement: str = ""


def independent_clause(parse: FlatParse, token: int, start: int, end: int) -> IndependentClause | None:
    """The clause of the verb ``token`` in the sentence ``start`` to ``end`` (half-open), if it can stand alone."""
    relation = parse.deps[token]
    after = parse.right[token] + 1
    if not parse.is_verb(token) or not (after >= end or is_boundary(parse, after)):
        return None
    if relation == "relcl" and parse.words[parse.left[token] - 1] == ",":
        return _relative_clause(parse, token, end)
    if relation == "acl" and parse.words[parse.left[token] - 1] == ",":
        return _participial_clause(parse, token)
    if relation == "advcl":
        return _ground_clause(parse, token)
    if relation in ASSERTED_OR_PARATACTIC_CLAUSES:
        return _beside_semicolon(parse, token, start, end)
    return None


def _relative_clause(parse: FlatParse, token: int, end: int) -> IndependentClause | None:
    """A relative clause after a comma, with its antecedent in brackets for the pronoun: "[Varna] fell on Monday"."""
    first = parse.left[token]
    noun = parse.heads[token]
    noun_words = _plain_antecedent(parse, noun, first)
    if noun_words is None or not parse.is_finite(token) or parse.tags[first] not in WH_TAGS:
        return None
    replacement = _replacement(parse, token, first)
    pronoun = parse.lowers[first]
    if replacement is None or (pronoun == "which" and not _clause_precedes_governor(parse, token, noun, end)):
        return None
    is_subject = pronoun in ("who", "which")
    if is_subject and not (_agrees(parse, token, noun) and _is_only_antecedent(parse, noun, token)):
        return None
    return IndependentClause(
        token,
        first,
        parse.right[token] + 1,
        omitted=1,
        noun=noun,
        noun_words=noun_words,
        replacement=replacement,
    )


def _replacement(parse: FlatParse, token: int, first: int) -> str | None:
    """The format string for what replaces the relative pronoun ("[{name}]" for "who"); None where nothing can."""
    subject = parse.child(token, ANY_SUBJECTS)
    pronoun = parse.lowers[first]
    if subject is None:
        return None
    if pronoun in ("who", "which") and subject == first:
        return "[{name}]" if parse.gaps[first] else None  # in "who's" a verb hangs on it
    if pronoun == "whose" and parse.left[subject] == first:
        return "[{possessive}]"
    if pronoun == "where":
        noun = parse.heads[token]
        preposition = parse.heads[noun]
        if parse.deps[noun] == "pobj" and parse.lowers[preposition] in PLACE_PREPOSITIONS:
            return f"[{parse.lowers[preposition]} {{name}},]"
    return None


def _plain_antecedent(parse: FlatParse, noun: int, stop: int) -> str | None:
    """The words of the phrase headed by ``noun`` up to the comma before ``stop``, where its clause begins.

    None where the phrase is long, coordinated, or holds a verb, a pronoun or punctuation: it may not be one plain name.
    """
    if parse.pos[noun] not in NOUN_POS or parse.deps[noun] == "conj":
        return None
    start = min([noun, *(parse.left[c] for c in parse.children[noun] if parse.deps[c] in PREMODIFIERS and c < noun)])
    phrase_end = stop - 1
    if phrase_end <= noun or phrase_end - start > _MAX_ANTECEDENT_TOKENS:
        return None
    inner = range(start, phrase_end)
    if any(parse.words[i] in ',;:()“”"—–' or parse.tags[i].startswith("PRP") for i in inner):
        return None
    if any(parse.deps[i] in COORDINATION or (parse.is_verb(i) and parse.deps[i] != "amod") for i in inner):
        return None
    return "".join(parse.words[i] + (" " if parse.gaps[i] else "") for i in inner).strip()


def _clause_precedes_governor(parse: FlatParse, token: int, noun: int, end: int) -> bool:
    """Whether the verb that governs the noun follows the clause: then the clause certainly belongs to the noun."""
    governor = next((step for step in parse.above(noun)[1:] if parse.is_verb(step)), None)
    after = parse.right[token] + 1
    return governor is not None and after < end and after < governor


def _is_only_antecedent(parse: FlatParse, noun: int, token: int) -> bool:
    """Whether no other noun may be the antecedent: in "the brother of the man, who …" either may."""
    preposition = parse.heads[noun]
    under_noun = parse.deps[noun] == "pobj" and parse.pos[parse.heads[preposition]] in NOUN_POS
    noun_between = any(parse.pos[i] in NOUN_POS for i in range(noun + 1, parse.left[token]))
    return not under_noun and not noun_between


def _agrees(parse: FlatParse, token: int, noun: int) -> bool:
    """Whether the verb may agree with the noun in number: "were" does not agree with "the dam". A modal always may."""
    forms = {parse.lowers[c] for c in parse.children[token] if parse.deps[c] in AUXILIARIES}
    forms |= {parse.lowers[token], parse.tags[token]}
    if any(parse.tags[c] == "MD" for c in parse.children[token]):
        return True
    plural = parse.tags[noun] in PLURAL_NOUN_TAGS
    return not forms & (_SINGULAR_FORMS if plural else _PLURAL_FORMS)


def _participial_clause(parse: FlatParse, token: int) -> IndependentClause | None:
    """A past participle after a comma and the subject of a past verb, with "was": "[The dam was] built in 1950"."""
    noun = parse.heads[token]
    first = parse.left[token]
    if parse.tags[token] != "VBN" or first != token or parse.has_subject(token):
        return None
    governor = parse.heads[noun]
    noun_words = _plain_antecedent(parse, noun, first)
    if noun_words is None or parse.deps[noun] not in SUBJECTS or not _is_past(parse, governor):
        return None
    if governor < parse.right[token] or not _is_only_antecedent(parse, noun, token):
        return None
    was = "were" if parse.tags[noun] in PLURAL_NOUN_TAGS else "was"
    return IndependentClause(
        token,
        first,
        parse.right[token] + 1,
        noun=noun,
        noun_words=noun_words,
        replacement=f"[{{name}} {was}]",
    )


def _is_past(parse: FlatParse, verb: int) -> bool:
    """Whether the verb is in a past tense: "fell", "had fallen", "was built"."""
    return parse.tags[verb] == "VBD" or any(parse.lowers[c] in PAST_AUXILIARIES for c in parse.children[verb])


def _ground_clause(parse: FlatParse, token: int) -> IndependentClause | None:
    """A clause of ground or concession ("because the dam broke"), without its conjunction.

    None under a verb of reporting, or in what is reported: there it is not the article that states it.
    """
    first = parse.left[token]
    if parse.lemmas[parse.heads[token]] in REPORTING_VERBS or parse.deps[parse.heads[token]] == "ccomp":
        return None
    marks = [c for c in parse.children[token] if parse.lowers[c] in GROUND_MARKS and c == first]
    subject = parse.child(token, SUBJECTS)
    if not marks or not parse.is_finite(token) or subject is None:
        return None
    if any(c < subject and parse.deps[c] in AUXILIARIES for c in (token, *parse.children[token])) or token < subject:
        # Inverted: "as was another game".
        return None
    if any(c < token and parse.lowers[c] in CONDITION_MARKS for c in parse.children[token]):
        return None
    # With no comma before them, "as", "since" and "while" give manner or time.
    if parse.lowers[first] in AMBIGUOUS_GROUND_MARKS and parse.words[first - 1] != ",":
        return None
    return IndependentClause(token, first, parse.right[token] + 1, omitted=1)


def _beside_semicolon(parse: FlatParse, token: int, start: int, end: int) -> IndependentClause | None:
    """A finite clause between semicolons, or between one and an end of the sentence."""
    first, last = _clause_start(parse, token), parse.right[token]
    before = first > start and parse.words[first - 1] == ";"
    after = last + 1 < end and parse.words[last + 1] == ";"
    if not (before or after) or not parse.is_finite(token) or not parse.has_subject(token):
        return None
    if (first > start and not before) or (last + 2 < end and not after):
        return None
    return IndependentClause(token, first, last + 1)


def _clause_start(parse: FlatParse, token: int) -> int:
    """Where the verb's clause begins: behind a semicolon, if the parser has hung the clause before that on the verb."""
    before = (c for c in parse.children[token] if c < token and parse.deps[c] in REPORTED_CLAUSES)
    ends = [parse.right[c] + 1 for c in before if parse.right[c] < token and parse.words[parse.right[c] + 1] == ";"]
    return ends[-1] + 1 if ends else parse.left[token]
