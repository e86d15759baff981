"""Names in brackets: they stand in a line for pronouns, short names and descriptions of known actors."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dossier.annotate.doc import Chain, Mention
from dossier.annotate.parsed import Parsed
from dossier.annotate.summaries.references.cataphora import looks_ahead
from dossier.annotate.summaries.references.contracted_verbs import contracted_verb, is_contracted
from dossier.annotate.summaries.references.read_names import ReadNames, titled_start, untitled_start
from dossier.annotate.summaries.sentence.flat_parse import FlatParse
from dossier.annotate.summaries.summary_words import (
    DEFINITE_DETERMINERS,
    HUMAN_PRONOUNS,
    IMPERSONAL_PARTICIPLES,
    KNOWN_ACRONYMS,
    POSSESSIVE_PRONOUNS,
    SUBJECT_AND_OBJECT_PRONOUNS,
    THIRD_PERSON_PRONOUNS,
)
from dossier.annotate.syntax.labels import (
    CLAUSE_OR_ADJECTIVE_COMPLEMENTS,
    DETERMINER_OR_COMPOUND,
    IDENTIFYING_RELATIONS,
    NOUN_MODIFIERS,
    NOUN_MODIFIERS_OR_POSSESSIVES,
    RESTRICTING_RELATIONS,
)
from dossier.model import SURE_LINK, Form, Kind, Sieve
from dossier.text.acronyms import is_acronym_of, is_in_capitals
from dossier.text.names import SURNAME_PARTICLES, is_body, is_trade

_SMALL_WORDS = frozenset(("for", "of", "on"))
"""Words within the names of bodies that have an article: "the Institute for Harbours"."""
_SURE_BESIDE_PRONOUN = 0.85
"""Least confidence of a description that has the name of a sure pronoun behind it. Set by hand."""
_MAX_DESCRIPTION_TOKENS = 3
"""Longest description ("the trade ministry") that a name replaces. Set by hand; no measurement is recorded."""


@dataclass(frozen=True, slots=True)
class NamedMention:
    """A mention, its chain, and the name of the chain as a line shows it ("the Fisheries Board")."""

    mention: Mention
    chain: Chain
    shown: str


@dataclass(frozen=True, slots=True)
class ActorMentions:
    """The mentions of a text by token index.

    starting: one mention for each first token.
    headed: those of them that are names, by their head.
    owners: the first mention of each head.
    shared: words that stand in the names of several people: a bare surname does not say which of them is meant.
    """

    starting: dict[int, NamedMention]
    headed: dict[int, NamedMention]
    owners: dict[int, NamedMention]
    shared: frozenset[str]

    def is_resolved_pronoun(self, token: int) -> bool:
        """Whether the token is a pronoun that is surely linked to an actor."""
        mention = self.starting[token].mention if token in self.starting else None
        return mention is not None and mention.form is Form.PRONOUN and is_certain(mention)


def actor_mentions(doc: Parsed, parse: FlatParse) -> ActorMentions:
    """The mentions of the Doc's actors; ``parse`` is the Doc's. Where several start together, ``starting`` has one."""
    found: dict[int, NamedMention] = {}
    owners: dict[int, NamedMention] = {}
    for chain in doc._.chains:
        shown = _with_article(chain, parse)
        for mention in chain.mentions:
            name = NamedMention(mention, chain, shown)
            owners.setdefault(mention.head, name)
            known = found.get(mention.start)
            if known is None or _takes_precedence(mention, known.mention):
                found[mention.start] = name
    headed = {name.mention.head: name for name in found.values() if name.mention.form is Form.NAME}
    return ActorMentions(found, headed, owners, _shared_words(doc._.chains))


def _shared_words(chains: Iterable[Chain]) -> frozenset[str]:
    """The words that stand in the names of several people."""
    counts = Counter(word for chain in chains if chain.kind is Kind.PERSON for word in {*chain.name.split()})
    return frozenset(word for word, count in counts.items() if count > 1)


def _takes_precedence(mention: Mention, other: Mention) -> bool:
    """Whether the mention is used, and not another that starts with it: the pronoun of "his rival", else the longer."""
    if (mention.form is Form.PRONOUN) != (other.form is Form.PRONOUN):
        return mention.form is Form.PRONOUN
    return other.end < mention.end


def _with_article(chain: Chain, parse: FlatParse) -> str:
    """The name of the chain, after "the" where the article writes "the" before it. A person's name has no article."""
    if chain.kind is Kind.PERSON:
        return chain.name
    names = (m for m in chain.mentions if m.form is Form.NAME and m.end - m.start >= len(chain.name.split()))
    # In "the Fisheries Board chairman" the article belongs to "chairman".
    own_phrases = (m for m in names if m.start and parse.deps[m.head] not in NOUN_MODIFIERS_OR_POSSESSIVES)
    has_article = any(
        parse.lowers[m.start - 1] == "the" and chain.name.startswith(parse.words[m.start]) for m in own_phrases
    )
    return f"the {chain.name}" if has_article else chain.name


def bracketed_names(
    parse: FlatParse, mentions: ActorMentions, kept: list[int], noun: int | None, speaker: str
) -> dict[int, tuple[str, int]]:
    """The replacements in a line: by first token, the words in brackets and the token after those that they replace.

    ``kept`` are the tokens of the line, in order. ``noun`` heads the phrase with which the line begins in brackets, if
    it does. No pronoun or description is replaced by the name of the ``speaker``, to whom the line is ascribed.
    """
    tokens = list(_outside_brackets(parse, kept))
    in_line = [mentions.starting[token] for token in tokens if token in mentions.starting]
    last_named = {id(name.chain): name.mention.start for name in in_line if name.mention.form is Form.NAME}
    seen = {id(mentions.headed[noun].chain)} if noun in mentions.headed else set()
    spans = (name.mention for name in in_line if name.mention.form is Form.NAME)
    read = ReadNames({token: parse.words[token] for token in tokens}, ((one.start, one.end) for one in spans))
    replaced: dict[int, tuple[str, int]] = {}
    for name in in_line:
        actor, mention = id(name.chain), name.mention
        if mention.form is Form.NAME:
            if actor not in seen and _is_short_name(parse, name, mentions.shared):
                replaced[titled_start(parse, mention.start)] = _bracketed(parse, name.chain.name, mention.end)
            elif actor not in seen and _is_rare_acronym(parse, name) and not _names_fully(in_line, name):
                replaced[mention.start] = _bracketed(parse, _after_article(parse, name), mention.end)
            seen.add(actor)
        elif read.may_be(name.chain.name, mention.start, replaced) or name.shown == speaker:
            continue
        elif actor not in seen and last_named.get(actor, -1) < mention.start and is_certain(mention):
            if looks_ahead(parse, mention, name.chain, tokens[-1]):
                continue
            if mention.sieve is Sieve.NAMED_NEXT:
                replaced[mention.end - 1] = f"{parse.words[mention.end - 1]} [{name.shown}]", mention.end
                seen.add(actor)
                continue
            first = _described_before(in_line, name)
            first = name if looks_ahead(parse, first.mention, name.chain, tokens[-1]) else first
            words = _pronoun(parse, first) if first.mention.form is Form.PRONOUN else _description(parse, first)
            if words:
                replaced[first.mention.start] = words
                seen.add(actor)
    return replaced


def _described_before(in_line: Iterable[NamedMention], name: NamedMention) -> NamedMention:
    """The description of the same actor before a pronoun in its line, which its name replaces; else ``name`` itself.

    In "the minister denied that [Ada Brandt] had left" the two would be two. The pronoun is surely linked, so the
    description need not be as sure.
    """
    if name.mention.form is not Form.PRONOUN:
        return name
    before = (one for one in in_line if one.chain is name.chain and one.mention.start < name.mention.start)
    return next((one for one in before if one.mention.confidence >= _SURE_BESIDE_PRONOUN), name)


def is_certain(mention: Mention) -> bool:
    """Whether the mention is sure enough for its name to stand in a line."""
    return mention.confidence >= SURE_LINK


def _outside_brackets(parse: FlatParse, kept: list[int]) -> Iterator[int]:
    """The kept tokens outside square brackets that stand in the article itself."""
    depth = 0
    for token in kept:
        word = parse.words[token]
        depth += (word == "[") - (word == "]")
        if depth <= 0:
            yield token


def _bracketed(parse: FlatParse, name: str, end: int) -> tuple[str, int]:
    """The name in brackets, with a possessive mark that stands at ``end``, and the token after what it replaces."""
    owns = end < len(parse.words) and parse.tags[end] == "POS" and not parse.gaps[end - 1]
    return (f"[{name}{parse.words[end]}]", end + 1) if owns else (f"[{name}]", end)


def _is_short_name(parse: FlatParse, name: NamedMention, shared: frozenset[str]) -> bool:
    """Whether the mention is one word of a person's longer name that nobody else bears: "Brandt" for Ada Brandt.

    "Mr" or "Ms" may stand before it, and the word may have a hyphen: "al-Haddad". A name with an acronym is mostly a
    firm's and an office: "Hadley CEO".
    """
    mention, chain = name.mention, name.chain
    first = untitled_start(parse, mention.start)
    if chain.kind is not Kind.PERSON or any(parse.gaps[first : mention.end - 1]):
        return False
    word, parts = "".join(parse.words[first : mention.end]), chain.name.split()
    if any(map(is_in_capitals, parts)) and not chain.name.isupper():
        return False
    if parts[0].islower() and parts[0] not in SURNAME_PARTICLES:  # "west London", taken for a person
        return False
    if word in shared or word not in parts or len(parts) == 1 or parse.deps[mention.head] == "compound":
        return False
    before = parse.words[mention.start - 1] if mention.start else ""
    is_titled = before[:1].isupper() and parse.gaps[mention.start - 1] and parse.tags[mention.start - 1] == "NNP"
    return not is_titled or titled_start(parse, mention.start) < mention.start


def _is_rare_acronym(parse: FlatParse, name: NamedMention) -> bool:
    """Whether the mention is the acronym of a body that readers hardly know by it, alone: not "CFC officials"."""
    mention = name.mention
    word = parse.words[mention.start]
    goes_on = parse.tags[mention.end : mention.end + 1] == ["CD"]  # "HSC 2005"
    is_alone = mention.end == mention.start + 1 and parse.deps[mention.head] not in NOUN_MODIFIERS and not goes_on
    is_body = name.chain.kind is Kind.ORGANIZATION and word not in KNOWN_ACRONYMS
    return is_alone and is_body and is_acronym_of(word, name.chain.name)


def _names_fully(in_line: Iterable[NamedMention], name: NamedMention) -> bool:
    """Whether the line has a name of the actor in several words."""
    return any(other.chain is name.chain and other.mention.end - other.mention.start > 1 for other in in_line)


def _after_article(parse: FlatParse, name: NamedMention) -> str:
    """The full name of a body with "the" before it, unless the word before it is that or it is a firm's."""
    full = name.chain.name
    has_article = name.mention.start > 0 and parse.lowers[name.mention.start - 1] == "the"
    last = full.split()[-1].lower()
    is_common = (is_body(last) and not is_trade(last)) or not _SMALL_WORDS.isdisjoint(full.split())
    return f"the {full}" if is_common and not has_article else full


def _pronoun(parse: FlatParse, name: NamedMention) -> tuple[str, int] | None:
    """The name for a pronoun of its kind ("she" for a person, "it" for a body); None for an empty "it"."""
    token = name.mention.start
    word = parse.lowers[token]
    person = name.chain.kind is Kind.PERSON
    if (word in HUMAN_PRONOUNS) != person or (word == "it" and _is_impersonal(parse, token)):
        return None
    if word in POSSESSIVE_PRONOUNS or (word == "her" and parse.deps[token] == "poss"):
        return f"[{possessive(name.shown)}]", token + 1
    return _subject_pronoun(parse, name) if word in SUBJECT_AND_OBJECT_PRONOUNS else None


def _subject_pronoun(parse: FlatParse, name: NamedMention) -> tuple[str, int] | None:
    """The name for a pronoun, with the verb contracted with it: "[Ada Brandt is]" for "she's". None for "she'd"."""
    token = name.mention.start
    if not is_contracted(parse, token + 1):
        return f"[{name.shown}]", token + 1
    verb = contracted_verb(parse, token + 1)
    return (f"[{name.shown} {verb}]", token + 2) if verb else None


def _is_impersonal(parse: FlatParse, token: int) -> bool:
    """Whether "it" only announces a clause: "it was reported that …", "it is clear that …"."""
    verb = parse.heads[token]
    clausal = any(parse.deps[c] in CLAUSE_OR_ADJECTIVE_COMPLEMENTS for c in parse.children[verb] if c > token)
    return clausal or (parse.deps[token] == "nsubjpass" and parse.lowers[verb] in IMPERSONAL_PARTICIPLES)


def possessive(name: str) -> str:
    """The name in the possessive: "Brandt’s", "Jones’"."""
    return f"{name}’" if name.endswith("s") else f"{name}’s"


def _description(parse: FlatParse, name: NamedMention) -> tuple[str, int] | None:
    """The name for a short description that refers back: "the group", but not in "they are the group".

    None too for one with an adjective ("the armed group") or with words after it ("the group of nine").
    """
    mention = name.mention
    is_short = mention.end - mention.start <= _MAX_DESCRIPTION_TOKENS
    refers_back = is_short and parse.lowers[mention.start] in DEFINITE_DETERMINERS
    if not refers_back or parse.deps[mention.head] in IDENTIFYING_RELATIONS:
        return None
    others = (i for i in range(mention.start, mention.end) if i != mention.head)
    is_plain = all(parse.deps[i] in DETERMINER_OR_COMPOUND for i in others)
    is_restricted = any(parse.deps[child] in RESTRICTING_RELATIONS for child in parse.children[mention.head])
    return _bracketed(parse, name.shown, mention.end) if is_plain and not is_restricted else None


def is_third_person(word: str) -> bool:
    """Whether a word in lower case is a third-person pronoun."""
    return word in THIRD_PERSON_PRONOUNS


def is_human_pronoun(word: str) -> bool:
    """Whether a word in lower case is a pronoun for one person."""
    return word in HUMAN_PRONOUNS
