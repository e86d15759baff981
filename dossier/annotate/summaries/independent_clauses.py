"""Subordinate clauses that stand as a sentence of their own once their subject is put in."""

from dataclasses import dataclass

from dossier.annotate.summaries.commas import STOPS
from dossier.annotate.summaries.flat_parse import Parse
from dossier.annotate.summaries.summary_words import CONDITIONAL, GROUNDS
from dossier.annotate.syntax.labels import (
    ANY_SUBJECTS,
    AUXILIARIES,
    COORDINATION,
    MAIN_OR_PARATACTIC_CLAUSES,
    NOUN_POS,
    PLURAL_NOUN_TAGS,
    PREMODIFIERS,
    REPORTED_CLAUSES,
    SUBJECTS,
    WH_TAGS,
)
from dossier.annotate.word_classes import REPORTING
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.summaries", "summary_words.toml")

_PLURAL_VERBS = _WORDS["plural_verbs"]
_SINGULAR_VERBS = _WORDS["singular_verbs"]
_PLACING = _WORDS["placing"]
_LONGEST = 12


@dataclass(frozen=True, slots=True)
class Stand:
    """Tokens ``start`` to ``end`` (half-open) around ``root``, which make a sentence.

    Where ``noun`` is given, ``named`` are the words of the phrase it heads, outside: they are put at the token
    ``start`` in the form ``put``. ``omitted`` is the number of tokens at the start that go.
    """

    root: int
    start: int
    end: int
    omitted: int = 0
    noun: int | None = None
    named: str = ""
    put: str = ""


def standing(parse: Parse, token: int, start: int, end: int) -> Stand | None:
    """The clause of ``token`` in the sentence ``start`` to ``end`` as a sentence of its own, where it can be one."""
    relation = parse.deps[token]
    behind = parse.right[token] + 1
    if not parse.is_verb(token) or not (
        behind >= end or parse.words[behind] in STOPS or behind in parse.quoting.closing
    ):
        return None
    if relation == "relcl" and parse.words[parse.left[token] - 1] == ",":
        return _relative(parse, token, end)
    if relation == "acl" and parse.words[parse.left[token] - 1] == ",":
        return _participle(parse, token)
    if relation == "advcl":
        return _grounds(parse, token)
    if relation in MAIN_OR_PARATACTIC_CLAUSES:
        return _beside_semicolon(parse, token, start, end)
    return None


def _relative(parse: Parse, token: int, end: int) -> Stand | None:
    """A relative clause between commas: what it is about stands in brackets for its pronoun."""
    first = parse.left[token]
    noun = parse.heads[token]
    named = antecedent(parse, noun, first)
    if named is None or not parse.is_finite(token) or parse.tags[first] not in WH_TAGS:
        return None
    put = _in_place(parse, token, first)
    if put is None or not (_is_medial(parse, token, noun, end) or parse.lowers[first] != "which"):
        return None
    if parse.lowers[first] in ("who", "which") and not (_agrees(parse, token, noun) and _is_near(parse, noun, token)):
        return None
    return Stand(token, first, parse.right[token] + 1, 1, noun, named, put)


def _in_place(parse: Parse, token: int, first: int) -> str | None:
    """What stands in place of the relative pronoun."""
    subject = parse.child(token, ANY_SUBJECTS)
    pronoun = parse.lowers[first]
    if subject is None:
        return None
    if pronoun in ("who", "which") and subject == first:
        return "[{name}]"
    if pronoun == "whose" and parse.left[subject] == first:
        return "[{possessive}]"
    if pronoun == "where":
        noun = parse.heads[token]
        preposition = parse.heads[noun]
        if parse.deps[noun] == "pobj" and parse.lowers[preposition] in _PLACING:
            return f"[{parse.lowers[preposition]} {{name}},]"
    return None


def antecedent(parse: Parse, noun: int, stop: int) -> str | None:
    """The words of the noun phrase before its clause, which begins at ``stop``; None where they are not plain."""
    if parse.pos[noun] not in NOUN_POS or parse.deps[noun] == "conj":
        return None
    start = min([noun, *(parse.left[c] for c in parse.children[noun] if parse.deps[c] in PREMODIFIERS and c < noun)])
    finish = stop - 1
    if finish <= noun or finish - start > _LONGEST:
        return None
    inner = range(start, finish)
    if any(parse.words[i] in ',;:()“”"—–' or parse.tags[i].startswith("PRP") for i in inner):
        return None
    if any(parse.deps[i] in COORDINATION or (parse.is_verb(i) and parse.deps[i] != "amod") for i in inner):
        return None
    return "".join(parse.words[i] + (" " if parse.gaps[i] else "") for i in inner).strip()


def _is_medial(parse: Parse, token: int, noun: int, end: int) -> bool:
    """Whether the verb that governs the noun comes only after the clause: then the clause is the noun's for sure."""
    above = next((step for step in parse.above(noun)[1:] if parse.is_verb(step)), None)
    return above is not None and above > parse.right[token] + 1 < end


def _is_near(parse: Parse, noun: int, token: int) -> bool:
    """Whether no other noun competes: "the brother of the man, who …" is either."""
    above = parse.heads[noun]
    nested = parse.deps[noun] == "pobj" and parse.pos[parse.heads[above]] in NOUN_POS
    behind = any(parse.pos[i] in NOUN_POS for i in range(noun + 1, parse.left[token]))
    return not nested and not behind


def _agrees(parse: Parse, token: int, noun: int) -> bool:
    """Whether the verb's number is the noun's, as far as its form shows it."""
    forms = {parse.lowers[c] for c in parse.children[token] if parse.deps[c] in AUXILIARIES}
    forms |= {parse.lowers[token], parse.tags[token]}
    if any(parse.tags[c] == "MD" for c in parse.children[token]):
        return True
    plural = parse.tags[noun] in PLURAL_NOUN_TAGS
    return not forms & (_SINGULAR_VERBS if plural else _PLURAL_VERBS)


def _participle(parse: Parse, token: int) -> Stand | None:
    """A passive participle between commas behind the subject of a verb in the past: "was" is put before it."""
    noun = parse.heads[token]
    first = parse.left[token]
    if parse.tags[token] != "VBN" or first != token or parse.has_subject(token):
        return None
    host = parse.heads[noun]
    named = antecedent(parse, noun, first)
    if named is None or parse.deps[noun] not in SUBJECTS or not _is_past(parse, host):
        return None
    if host < parse.right[token] or not _is_near(parse, noun, token):
        return None
    was = "were" if parse.tags[noun] in PLURAL_NOUN_TAGS else "was"
    return Stand(token, first, parse.right[token] + 1, 0, noun, named, f"[{{name}} {was}]")


def _is_past(parse: Parse, verb: int) -> bool:
    return parse.tags[verb] == "VBD" or any(parse.lowers[c] in ("was", "were", "had") for c in parse.children[verb])


def _grounds(parse: Parse, token: int) -> Stand | None:
    """A clause of ground or concession: it is said to be so by itself, if not as someone's opinion."""
    first = parse.left[token]
    if parse.lemmas[parse.heads[token]] in REPORTING or parse.deps[parse.heads[token]] == "ccomp":
        return None
    marks = [c for c in parse.children[token] if parse.lowers[c] in GROUNDS and c == first]
    subject = parse.child(token, SUBJECTS)
    if not marks or not parse.is_finite(token) or subject is None:
        return None
    if any(c < subject and parse.deps[c] in AUXILIARIES for c in (token, *parse.children[token])) or token < subject:
        # "as was another game": turned round
        return None
    if any(c < token and parse.lowers[c] in CONDITIONAL for c in parse.children[token]):
        return None
    # not set off by a comma, "as", "since" and "while" tell how or when
    if parse.lowers[first] in ("as", "since", "while") and parse.words[first - 1] != ",":
        return None
    return Stand(token, first, parse.right[token] + 1, 1)


def _beside_semicolon(parse: Parse, token: int, start: int, end: int) -> Stand | None:
    """A clause parted from the rest by a semicolon."""
    first, last = _behind_semicolon(parse, token), parse.right[token]
    before = first > start and parse.words[first - 1] == ";"
    after = last + 1 < end and parse.words[last + 1] == ";"
    if not (before or after) or not parse.is_finite(token) or not parse.has_subject(token):
        return None
    if (first > start and not before) or (last + 2 < end and not after):
        return None
    return Stand(token, first, last + 1)


def _behind_semicolon(parse: Parse, token: int) -> int:
    """Where the clause of the verb begins, when the parser has put the clause before a semicolon under it."""
    before = (c for c in parse.children[token] if c < token and parse.deps[c] in REPORTED_CLAUSES)
    ends = [parse.right[c] + 1 for c in before if parse.right[c] < token and parse.words[parse.right[c] + 1] == ";"]
    return ends[-1] + 1 if ends else parse.left[token]
