"""Actors of one article: names from the entity recogniser, cleaned, chained, and what is said of them beside."""

from collections import Counter
from collections.abc import Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from dossier.annotate import doc as on_doc
from dossier.annotate.doc import Chain, Mention
from dossier.annotate.phrases import core
from dossier.model import Form, Kind
from dossier.text.names import clean, is_acronym_of, is_organisation, is_short_for, normal

KINDS = {
    "PERSON": Kind.PERSON,
    "ORG": Kind.ORGANIZATION,
    "NORP": Kind.GROUP,
    "GPE": Kind.PLACE,
    "LOC": Kind.PLACE,
    "FAC": Kind.PLACE,
    "PRODUCT": Kind.PRODUCT,
    "WORK_OF_ART": Kind.WORK,
    # the other common label set (models trained on WikiNER)
    "PER": Kind.PERSON,
    "MISC": Kind.OTHER,
}
LONGEST_NAME = 80
_PRONOUNS = {
    "he": (Kind.PERSON,), "him": (Kind.PERSON,), "his": (Kind.PERSON,), "himself": (Kind.PERSON,),
    "she": (Kind.PERSON,), "her": (Kind.PERSON,), "hers": (Kind.PERSON,), "herself": (Kind.PERSON,),
    "it": (Kind.ORGANIZATION, Kind.PLACE, Kind.PRODUCT), "its": (Kind.ORGANIZATION, Kind.PLACE, Kind.PRODUCT),
    "itself": (Kind.ORGANIZATION, Kind.PLACE, Kind.PRODUCT),
}  # fmt: skip


@Language.factory("dossier_actors", requires=["doc.ents"], assigns=["doc._.chains"])
def create(nlp: Language, name: str) -> "ActorFinder":
    """The component; it goes after the parser and the entity recogniser."""
    return ActorFinder()


class ActorFinder:
    """Finds the actors of a Doc, in the order of their first mention, each mention in text order."""

    def __init__(self) -> None:
        on_doc.register()

    def __call__(self, doc: Doc) -> Doc:
        """Find them and return the Doc."""
        chains = _chained(_named(doc, [*_entities(doc), *_acronyms(doc)]))
        _add_unrecognised(doc, chains)
        _add_descriptions(doc, chains)
        _add_pronouns(doc, chains)
        for chain in chains:
            chain.mentions.sort(key=lambda mention: (mention.start, mention.end))
        doc._.chains = tuple(sorted(chains, key=lambda chain: chain.mentions[0].start))
        return doc


def _named(doc: Doc, entities: Iterable[Span]) -> list[Chain]:
    """One chain for each name, spelled alike but for case, marks and titles; its kind is the most frequent."""
    found: dict[str, list[tuple[str, Kind, Mention]]] = {}
    for entity in entities:
        name = clean(entity.text)
        kind = Kind.ORGANIZATION if is_organisation(name) else KINDS[entity.label_]
        found.setdefault(normal(name), []).append((name, kind, _mention(entity)))
    return [
        Chain(_fullest(name for name, _, _ in same), _most_common(kind for _, kind, _ in same), [m for _, _, m in same])
        for same in found.values()
    ]


def _mention(span: Span) -> Mention:
    return Mention(span.start, span.end, span.root.i, Form.NAME)


def _acronyms(doc: Doc) -> Iterator[Span]:
    """Acronyms in brackets right after the name they stand for, where the recogniser passed them over."""
    for entity in doc.ents:
        end = entity.end
        if end + 2 < len(doc) and doc[end].text == "(" and doc[end + 2].text == ")" and not doc[end + 1].ent_type:
            if is_acronym_of(doc[end + 1].text, entity.text):
                yield Span(doc, end + 1, end + 2, label="ORG")


def _add_unrecognised(doc: Doc, chains: list[Chain]) -> None:
    """The same names, and bare surnames of people, where the recogniser passed them over."""
    owner = _owners(doc, chains)
    taken = {i for start, end in doc._.headings for i in range(start, end)}
    taken.update(i for chain in chains for mention in chain.mentions for i in range(mention.start, mention.end))
    longest: dict[str, int] = {}
    for words in owner:
        longest[words[0]] = max(longest.get(words[0], 0), len(words))
    for token in doc:
        for length in range(longest.get(token.text, 0), 0, -1):
            span = doc[token.i : token.i + length]
            chain = owner.get(tuple(word.text for word in span))
            if chain and token.pos_ == "PROPN" and taken.isdisjoint(range(span.start, span.end)):
                chain.mentions.append(_mention(span))
                taken.update(range(span.start, span.end))
                break


def _owners(doc: Doc, chains: list[Chain]) -> dict[tuple[str, ...], Chain]:
    """Whose each wording is; a surname that two people share is nobody's."""
    owner: dict[tuple[str, ...], Chain] = {}
    surnames: dict[tuple[str, ...], list[Chain]] = {}
    for chain in chains:
        words = [tuple(token.text for token in doc[m.start : m.end]) for m in chain.mentions]
        owner.update(dict.fromkeys(words, chain))
        if chain.kind is Kind.PERSON:
            for surname in {wording[-1:] for wording in words}:
                surnames.setdefault(surname, []).append(chain)
    return {surname: found[0] for surname, found in surnames.items() if len(found) == 1} | owner


def _entities(doc: Doc) -> Iterator[Span]:
    """Entities that are names of actors, without determiner and possessive, none from a heading.

    A nationality before a noun ("Iraqi forces") names no actor: the noun does.
    """
    headings = {i for start, end in doc._.headings for i in range(start, end)}
    for entity in doc.ents:
        attribute = entity.label_ == "NORP" and entity.root.tag_ == "JJ"
        if entity.label_ not in KINDS or attribute or entity.start in headings:
            continue
        trimmed = _trimmed(entity)
        if trimmed is not None:
            yield trimmed


def _trimmed(entity: Span) -> Span | None:
    start, end = entity.start, entity.end
    while start < end and (entity.doc[start].is_space or entity.doc[start].is_punct or entity.doc[start].tag_ == "DT"):
        start += 1
    opened = next((token.i for token in entity if token.text == "("), end)
    end = opened if ")" not in entity.text else end
    while end > start and _is_edge(entity.doc[end - 1]):
        end -= 1
    if start == end:
        return None
    trimmed = Span(entity.doc, start, end, label=entity.label)
    return trimmed if _is_name(trimmed.text) else None


def _is_edge(token: Token) -> bool:
    return token.is_space or token.is_quote or token.tag_ == "POS" or token.text in ",;:-–—("


def _is_name(text: str) -> bool:
    """Whether it can be a name: on one line, not too long, with a capital or a letter of a script without case."""
    name = clean(text)
    letters = [char for char in name if char.isalpha()]
    cased = any(char.isupper() or char.lower() == char.upper() for char in letters)
    return 1 < len(name) <= LONGEST_NAME and len(letters) > 1 and cased and "\n" not in text and "@" not in name


def _chained(chains: list[Chain]) -> list[Chain]:
    """Short forms and acronyms joined to the one full name they can stand for.

    A short form that can stand for several ("Smith" between two Smiths) is nobody's: it is left out.
    """
    kept: list[Chain] = []
    by_word: dict[str, list[Chain]] = {}
    for chain in sorted(chains, key=lambda chain: (-len(chain.name.split()), -len(chain.name), chain.name)):
        words = normal(chain.name).split() or [""]
        near = kept if chain.name.isupper() else by_word.get(words[-1], []) + by_word.get(words[0], [])
        full = list({id(other): other for other in near if _stands_for(chain, other)}.values())
        if len(full) == 1:
            full[0].mentions.extend(chain.mentions)
        if full:
            continue
        kept.append(chain)
        for word in {words[0], words[-1]}:
            by_word.setdefault(word, []).append(chain)
    return kept


def _stands_for(short: Chain, full: Chain) -> bool:
    if is_acronym_of(short.name, full.name):
        return full.kind is not Kind.PERSON
    # the recogniser takes many a bare surname for something else, but a place of the same name is likely one
    return full.kind is Kind.PERSON and short.kind is not Kind.PLACE and is_short_for(short.name, full.name)


def _add_descriptions(doc: Doc, chains: list[Chain]) -> None:
    """What an apposition, a predicate or a title says an actor is."""
    owner = {mention.head: chain for chain in chains for mention in chain.mentions}
    for head, chain in owner.items():
        for start, end, root in _descriptions(doc[head]):
            if not any(start < mention.end and mention.start < end for mention in chain.mentions):
                chain.mentions.append(Mention(start, end, root, Form.NOMINAL))


def _descriptions(name: Token) -> Iterator[tuple[int, int, int]]:
    for token in name.children:
        if token.dep_ == "appos" and token.pos_ == "NOUN":
            yield (*core(token), token.i)
    if name.dep_ == "nsubj" and name.head.lemma_ == "be" and _is_plain(name.head):
        for token in name.head.children:
            if token.dep_ == "attr" and token.pos_ == "NOUN" and token.i > name.i:
                yield (*core(token), token.i)
    if name.dep_ == "appos" and name.head.pos_ == "NOUN":
        yield (*core(name.head), name.head.i)
    title = _title(name)
    if title:
        yield title


def _is_plain(verb: Token) -> bool:
    """Whether the verb states something: no negation, no modal, no question, under no other verb."""
    marked = any(child.dep_ in ("neg", "aux", "mark") for child in verb.children)
    return verb.tag_ in ("VBZ", "VBD", "VBP") and not marked and verb.dep_ in ("ROOT", "conj", "ccomp")


def _title(name: Token) -> tuple[int, int, int] | None:
    """The capitalised words right before a personal name, outside the entity: "Prime Minister"."""
    first = name.i
    while first > 0 and name.doc[first - 1].ent_type_ == "PERSON" and name.doc[first].ent_iob_ == "I":
        first -= 1
    start = first
    while start > 0 and _is_title_word(name.doc[start - 1], name):
        start -= 1
    return (start, first, first - 1) if start < first and name.ent_type_ == "PERSON" else None


def _is_title_word(token: Token, name: Token) -> bool:
    beside = token.dep_ == "compound" and token.i < token.head.i <= name.i
    return beside and token.text[0].isupper() and not token.ent_type_


def _add_pronouns(doc: Doc, chains: list[Chain]) -> None:
    """A pronoun joins the one actor of its kind that its sentence has named before it; else it is left out."""
    named: dict[int, list[tuple[int, Chain]]] = {}
    for chain in chains:
        for mention in chain.mentions:
            if mention.form is Form.NAME:
                named.setdefault(doc[mention.start].sent.start, []).append((mention.start, chain))
    for sentence in doc.sents:
        names = named.get(sentence.start, [])
        for token in sentence if names else ():
            kinds = _PRONOUNS.get(token.lower_, ()) if token.pos_ == "PRON" else ()
            before = {id(chain): chain for start, chain in names if start < token.i and chain.kind in kinds}
            if len(before) == 1:
                before.popitem()[1].mentions.append(Mention(token.i, token.i + 1, token.i, Form.PRONOUN))


def _fullest(names: Iterable[str]) -> str:
    counted = Counter(names)
    return max(counted, key=lambda name: (len(name.split()), counted[name], len(name), name))


def _most_common(kinds: Iterable[Kind]) -> Kind:
    counted = Counter(kinds)
    return max(counted, key=lambda kind: (counted[kind], -list(Kind).index(kind)))
