"""Actors of one article: names from the entity recogniser, cleaned, chained, and what is said of them beside."""

from collections import Counter
from collections.abc import Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from dossier.annotate import doc as on_doc
from dossier.annotate.chaining import chained
from dossier.annotate.descriptions import add_descriptions
from dossier.annotate.doc import Chain, Mention, name_mention
from dossier.annotate.gazetteer import add_unrecognised
from dossier.annotate.pronouns import add_pronouns
from dossier.model import Kind
from dossier.text.names import clean, is_acronym_of, is_organisation, normal

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
        chains = chained(_named(doc, [*_entities(doc), *_acronyms(doc)]))
        add_unrecognised(doc, chains)
        add_descriptions(doc, chains)
        add_pronouns(doc, chains)
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
        found.setdefault(normal(name), []).append((name, kind, name_mention(entity)))
    return [
        Chain(
            _fullest(name for name, _, _ in same),
            _most_common(kind for _, kind, _ in same),
            [m for _, _, m in same],
        )
        for same in found.values()
    ]


def _acronyms(doc: Doc) -> Iterator[Span]:
    """Acronyms in brackets right after the name they stand for, where the recogniser passed them over."""
    for entity in doc.ents:
        end = entity.end
        bracketed = end + 2 < len(doc) and doc[end].text == "(" and doc[end + 2].text == ")"
        if bracketed and not doc[end + 1].ent_type and is_acronym_of(doc[end + 1].text, entity.text):
            yield Span(doc, end + 1, end + 2, label="ORG")


def _entities(doc: Doc) -> Iterator[Span]:
    """Entities that are names of actors, without determiner and possessive, none from a heading.

    A nationality before a noun ("Iraqi forces") names no actor: the noun does.
    """
    headings = on_doc.heading_tokens(doc)
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


def _fullest(names: Iterable[str]) -> str:
    counted = Counter(names)
    return max(counted, key=lambda name: (len(name.split()), counted[name], len(name), name))


def _most_common(kinds: Iterable[Kind]) -> Kind:
    counted = Counter(kinds)
    return max(counted, key=lambda kind: (counted[kind], -list(Kind).index(kind)))
