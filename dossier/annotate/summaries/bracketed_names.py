"""Whom pronouns and short names mean, in brackets."""

from collections.abc import Iterator
from dataclasses import dataclass

from dossier.annotate.doc import Chain, Mention
from dossier.annotate.parsed import Parsed
from dossier.annotate.summaries.flat_parse import Parse
from dossier.annotate.summaries.summary_words import IMPERSONAL
from dossier.annotate.syntax.labels import (
    CLAUSE_OR_ADJECTIVE_COMPLEMENTS,
    DETERMINER_OR_COMPOUND,
    IDENTIFYING_RELATIONS,
    NOUN_MODIFIERS_OR_POSSESSIVES,
    RESTRICTING_RELATIONS,
)
from dossier.model import Form, Kind
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.summaries", "summary_words.toml")

SURE = 0.75
"""The least confidence of a link for a reader to be shown it as said."""

_SUBJECTIVE = _WORDS["subjective"]
_POSSESSIVE = frozenset("his its their".split())
_PERSONAL = _WORDS["personal"]
_CONTRACTED = {
    f"{mark}{end}": verb for mark in "'’" for end, verb in (("s", "is"), ("ll", "will"), ("re", "are"), ("ve", "have"))
}
_POINTING = _WORDS["pointing"]
_THIRD = _SUBJECTIVE | _POSSESSIVE
_LONGEST_NOMINAL = 3


@dataclass(frozen=True, slots=True)
class Name:
    """A mention, the chain it belongs to, and the name as it is shown ("the Fisheries Board")."""

    mention: Mention
    chain: Chain
    shown: str


@dataclass(frozen=True, slots=True)
class Names:
    """The mentions of a text: by the token at which they start, those by name by their head, and all by their head."""

    starting: dict[int, Name]
    headed: dict[int, Name]
    owners: dict[int, Name]

    def means(self, token: int) -> bool:
        """Whether the token is a pronoun of which is known whom it means."""
        return token in self.starting and self.starting[token].mention.form is Form.PRONOUN


def names(doc: Parsed, parse: Parse) -> Names:
    """The mentions of the Doc's actors; ``parse`` is the Doc's.

    Of those that start together, only the one that counts.
    """
    found: dict[int, Name] = {}
    owners: dict[int, Name] = {}
    for chain in doc._.chains:
        shown = _with_article(chain, parse)
        for mention in chain.mentions:
            name = Name(mention, chain, shown)
            owners.setdefault(mention.head, name)
            known = found.get(mention.start)
            if known is None or _goes_before(mention, known.mention):
                found[mention.start] = name
    headed = {name.mention.head: name for name in found.values() if name.mention.form is Form.NAME}
    return Names(found, headed, owners)


def _goes_before(mention: Mention, other: Mention) -> bool:
    """Whether of two mentions that start together the first counts: the longer, or the pronoun of "his rival"."""
    if (mention.form is Form.PRONOUN) != (other.form is Form.PRONOUN):
        return mention.form is Form.PRONOUN
    return other.end < mention.end


def _with_article(chain: Chain, parse: Parse) -> str:
    """The name, behind "the" where the article says it so."""
    if chain.kind is Kind.PERSON:
        return chain.name
    alone = (
        m
        for m in chain.mentions
        if m.form is Form.NAME and m.start and parse.deps[m.head] not in NOUN_MODIFIERS_OR_POSSESSIVES
    )
    bare = (m for m in alone if parse.lowers[m.start - 1] == "the" and m.end - m.start >= len(chain.name.split()))
    said = any(chain.name.startswith(parse.words[m.start]) for m in bare)
    return f"the {chain.name}" if said else chain.name


def named(parse: Parse, known: Names, kept: list[int], noun: int | None, speaker: str) -> dict[int, tuple[str, int]]:
    """For tokens among the ``kept`` of a line: the words in brackets for them, and the token at which these end.

    ``noun`` heads the phrase that the line opens with in brackets, if any. The ``speaker`` of the line, if it stands
    behind one, is none of those spoken of.
    """
    tokens = list(_unbracketed(parse, kept))
    here = [known.starting[token] for token in tokens if token in known.starting]
    last_named = {id(name.chain): name.mention.start for name in here if name.mention.form is Form.NAME}
    seen = {id(known.headed[noun].chain)} if noun in known.headed else set()
    read: dict[str, int] = {}
    for token in tokens:
        read.setdefault(parse.words[token], token)
    put: dict[int, tuple[str, int]] = {}
    for name in here:
        actor = id(name.chain)
        mention = name.mention
        if mention.form is Form.NAME:
            if actor not in seen and _is_short(parse, mention, name.chain):
                put[mention.start] = _bracketed(parse, name.chain.name, mention.end)
            seen.add(actor)
        elif read.get(name.chain.name.split()[-1], mention.start) < mention.start or name.shown == speaker:
            # the last name is read already, if as another actor's: a reader takes the two for one
            continue
        elif actor not in seen and last_named.get(actor, -1) < mention.start and mention.confidence >= SURE:
            words = _pronoun(parse, name) if mention.form is Form.PRONOUN else _nominal(parse, name)
            if words:
                put[mention.start] = words
                seen.add(actor)
    return put


def _unbracketed(parse: Parse, kept: list[int]) -> Iterator[int]:
    """The tokens that the article itself does not give in square brackets."""
    depth = 0
    for token in kept:
        word = parse.words[token]
        depth += (word == "[") - (word == "]")
        if depth <= 0:
            yield token


def _bracketed(parse: Parse, name: str, end: int) -> tuple[str, int]:
    """The name in brackets, with the mark of possession that stands at ``end``, if one does."""
    owns = end < len(parse.words) and parse.tags[end] == "POS" and not parse.gaps[end - 1]
    return (f"[{name}{parse.words[end]}]", end + 1) if owns else (f"[{name}]", end)


def _is_short(parse: Parse, mention: Mention, chain: Chain) -> bool:
    """Whether it is one name of a person who has more: "Brandt" for Ada Brandt."""
    inside = parse.deps[mention.start] == "compound"
    if chain.kind is not Kind.PERSON or mention.end - mention.start != 1 or inside:
        return False
    before = parse.words[mention.start - 1] if mention.start else ""
    parts = chain.name.split()
    alone = not (before[:1].isupper() and parse.gaps[mention.start - 1] and parse.tags[mention.start - 1] == "NNP")
    return alone and len(parts) > 1 and parse.words[mention.start] in parts


def _pronoun(parse: Parse, name: Name) -> tuple[str, int] | None:
    token = name.mention.start
    word = parse.lowers[token]
    person = name.chain.kind is Kind.PERSON
    if (word in _PERSONAL) != person or (word == "it" and _is_impersonal(parse, token)):
        return None
    if word in _POSSESSIVE or (word == "her" and parse.deps[token] == "poss"):
        return f"[{possessive(name.shown)}]", token + 1
    return _subject(parse, name) if word in _SUBJECTIVE else None


def _subject(parse: Parse, name: Name) -> tuple[str, int] | None:
    """The name for a pronoun, with the verb that is drawn together with it ("he's")."""
    token = name.mention.start
    follower = parse.lowers[token + 1] if token + 1 < len(parse.words) and not parse.gaps[token] else ""
    if follower in ("'d", "’d"):
        return None
    if follower not in _CONTRACTED:
        return f"[{name.shown}]", token + 1
    verb = "has" if follower[1:] == "s" and _is_perfect(parse, token + 1) else _CONTRACTED[follower]
    return f"[{name.shown} {verb}]", token + 2


def _is_impersonal(parse: Parse, token: int) -> bool:
    """Whether "it" only points to a clause: "it was reported that …", "it is clear that …"."""
    verb = parse.heads[token]
    clausal = any(parse.deps[c] in CLAUSE_OR_ADJECTIVE_COMPLEMENTS for c in parse.children[verb] if c > token)
    return clausal or (parse.deps[token] == "nsubjpass" and parse.lowers[verb] in IMPERSONAL)


def _is_perfect(parse: Parse, auxiliary: int) -> bool:
    return parse.deps[auxiliary] == "aux" and parse.tags[parse.heads[auxiliary]] == "VBN"


def possessive(name: str) -> str:
    """The name with the mark of possession."""
    return f"{name}’" if name.endswith("s") else f"{name}’s"


def _nominal(parse: Parse, name: Name) -> tuple[str, int] | None:
    """A short description that points back ("the group"); not one that tells something ("is the group")."""
    mention = name.mention
    pointing = parse.lowers[mention.start] in _POINTING and mention.end - mention.start <= _LONGEST_NOMINAL
    if not pointing or parse.deps[mention.head] in IDENTIFYING_RELATIONS:
        return None
    plain = all(parse.deps[i] in DETERMINER_OR_COMPOUND for i in range(mention.start, mention.end) if i != mention.head)
    beside = any(parse.deps[child] in RESTRICTING_RELATIONS for child in parse.children[mention.head])
    return None if beside or not plain else _bracketed(parse, name.shown, mention.end)


def is_third(word: str) -> bool:
    """Whether it is a pronoun of the third person."""
    return word in _THIRD


def is_personal(word: str) -> bool:
    """Whether it is a pronoun for one person."""
    return word in _PERSONAL
