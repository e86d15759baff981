"""Actors of one article: names cleaned and chained, what is said of them beside, and what else means them."""

from spacy.language import Language
from spacy.tokens import Doc

from dossier.annotate import doc as on_doc
from dossier.annotate.actors import coreference
from dossier.annotate.actors.aliases import join_aliases
from dossier.annotate.actors.chaining import bearers
from dossier.annotate.actors.collectives import add_collectives
from dossier.annotate.actors.descriptions import add_descriptions, add_predicates
from dossier.annotate.actors.first_and_second_person import add_speakers
from dossier.annotate.actors.nested_places import add_within
from dossier.annotate.actors.recognised_names import passed_over, recognised
from dossier.annotate.actors.repeated_names import retold
from dossier.annotate.actors.turns import turns
from dossier.annotate.doc import Chain
from dossier.annotate.parsed import PARSE, Parsed, parsed


@Language.factory(
    "dossier_actors",
    requires=[*PARSE, "doc.ents", "doc._.headings", "doc._.quotations"],
    assigns=["doc._.chains", "doc._.turns"],
)
def create(nlp: Language, name: str) -> "ActorFinder":
    """The component; it goes after the parser, the entity recogniser and ``dossier_quotations``."""
    return ActorFinder()


class ActorFinder:
    """Finds the actors of a Doc, in the order of their first mention, each mention in text order."""

    def __init__(self) -> None:
        on_doc.register()

    def __call__(self, doc: Doc) -> Doc:
        """Find them and return the Doc."""
        text = parsed(doc)
        chains = _named(text)
        add_within(text, chains)
        add_collectives(text, chains)
        add_descriptions(text, chains)
        coreference.read(text, chains)
        doc._.turns = turns(text, chains)
        add_speakers(text, chains)
        add_predicates(text, chains)
        for chain in chains:
            chain.mentions.sort(key=lambda mention: (mention.start, mention.end))
        doc._.chains = tuple(sorted(chains, key=lambda chain: (chain.mentions[0].start, chain.mentions[0].end)))
        return doc


def _named(doc: Parsed) -> list[Chain]:
    namings = [*recognised(doc), *passed_over(doc)]
    namings.extend(retold(doc, namings))
    return [bearer.chain() for bearer in join_aliases(doc, bearers(namings))]
