"""The component that finds the actors of one article: their names, descriptions and pronouns, as chains of mentions."""

from spacy.language import Language
from spacy.tokens import Doc

from dossier.annotate import doc as on_doc
from dossier.annotate.actors.coreference.coreference import add_third_person
from dossier.annotate.actors.coreference.referents import UnnamedReferents
from dossier.annotate.actors.coreference.unnamed import find_unnamed
from dossier.annotate.actors.descriptions.descriptions import add_descriptions, add_predicates
from dossier.annotate.actors.descriptions.named_next import add_named_next
from dossier.annotate.actors.links.link_confidence import set_confidences
from dossier.annotate.actors.names.aliases import join_aliases
from dossier.annotate.actors.names.chaining import named_actors
from dossier.annotate.actors.names.collectives import add_collectives
from dossier.annotate.actors.names.names_in_names import is_part_of_another_name, without_run_on_adjectives
from dossier.annotate.actors.names.nested_places import add_nested_places
from dossier.annotate.actors.names.recognised_names import recognised_names, unrecognised_names
from dossier.annotate.actors.names.repeated_names import repeated_names
from dossier.annotate.actors.names.shared_surnames import with_shared_surnames
from dossier.annotate.actors.names.well_known_names import with_well_known_names
from dossier.annotate.actors.speech.first_and_second_person import add_first_and_second_person
from dossier.annotate.actors.speech.turns import talk_turns
from dossier.annotate.doc import Chain
from dossier.annotate.parsed import PARSE, Parsed, parsed


@Language.factory(
    "dossier_actors",
    requires=[*PARSE, "doc.ents", "doc._.headings", "doc._.passages", "doc._.quotations"],
    assigns=["doc._.chains", "doc._.refused", "doc._.turns", "doc._.unnamed"],
)
def create(nlp: Language, name: str) -> "ActorFinder":
    """The component; it goes after the parser, the entity recogniser and ``dossier_quotations``."""
    return ActorFinder()


class ActorFinder:
    """Finds the actors of a Doc: chains in the order of their first mention, with their mentions in text order."""

    def __init__(self) -> None:
        on_doc.register()

    def __call__(self, doc: Doc) -> Doc:
        """Set the chains, the refused mentions, the turns and the unnamed of the Doc, and return it."""
        text = parsed(doc)
        chains = _chains_of_names(text)
        add_nested_places(text, chains)
        add_collectives(text, chains)
        add_descriptions(text, chains)
        add_named_next(text, chains)
        referents = UnnamedReferents()
        doc._.refused = add_third_person(text, chains, referents)
        doc._.unnamed = find_unnamed(text, chains, referents)
        chains = [chain for chain in chains if not chain.is_nobody]
        doc._.turns = talk_turns(text, chains)
        add_first_and_second_person(text, chains)
        add_predicates(text, chains)
        set_confidences(text, chains)
        for chain in chains:
            chain.mentions.sort(key=lambda mention: (mention.start, mention.end))
        doc._.chains = tuple(sorted(chains, key=lambda chain: (chain.mentions[0].start, chain.mentions[0].end)))
        return doc


def _chains_of_names(doc: Parsed) -> list[Chain]:
    """The chains of all names, without descriptions and pronouns."""
    names = with_well_known_names(doc, [*recognised_names(doc), *unrecognised_names(doc)])
    names.extend(repeated_names(doc, names))
    names = without_run_on_adjectives(doc, [name for name in names if not is_part_of_another_name(doc, name)])
    actors = named_actors(with_shared_surnames(doc, names))
    named = join_aliases(doc, [actor for actor in actors if not actor.is_nobody])
    return [actor.chain() for actor in (*named, *(actor for actor in actors if actor.is_nobody))]
