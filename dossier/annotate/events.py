"""Events of one article: verbs with a subject or object, and nouns that name an event, outside headings."""

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Token

from dossier.annotate import doc as on_doc
from dossier.annotate import roles
from dossier.annotate.attribution import sources
from dossier.annotate.dating import Dated, date_events
from dossier.annotate.doc import Argument, Source, Stance, Trigger
from dossier.annotate.ontology import OTHER, ontology
from dossier.annotate.stance.reader import stances
from dossier.annotate.words import STATIVES


@Language.factory(
    "dossier_events", requires=["doc._.timexes", "doc._.headings", "token.dep"], assigns=["doc._.triggers"]
)
def create(nlp: Language, name: str) -> "EventFinder":
    """The component; it goes after ``dossier_timex``."""
    return EventFinder()


class EventFinder:
    """Finds the events of a Doc, in text order."""

    def __init__(self) -> None:
        on_doc.register()

    def __call__(self, doc: Doc) -> Doc:
        """Find them and return the Doc."""
        candidates = dict(_candidates(doc))
        sure = stances(doc, candidates)
        said = sources(doc, candidates)
        dates = date_events(doc, {head: (kind, sure[head].factuality) for head, (kind, _) in candidates.items()})
        doc._.triggers = tuple(
            _event(doc[head], *found, sure[head], said[head], dates[head])
            for head, found in candidates.items()
            if found[1] or dates[head].time is not None
        )
        return doc


def _candidates(doc: Doc) -> Iterator[tuple[int, tuple[str, tuple[Argument, ...]]]]:
    """Token index, type and participants of everything that can be an event."""
    known = ontology()
    headings = on_doc.heading_tokens(doc)
    for token in doc:
        if token.i in headings:
            continue
        if token.pos_ == "VERB" and _is_event(token):
            kind = known.verbs.get(token.lemma_)
            yield token.i, (kind.name if kind else OTHER, roles.of_verb(token))
        elif token.pos_ == "NOUN" and token.lemma_ in known.nouns and token.dep_ != "compound":
            kind = known.nouns[token.lemma_]
            yield token.i, (kind.name, roles.of_noun(token, kind.of))


def _is_event(verb: Token) -> bool:
    return verb.dep_ not in ("aux", "auxpass", "amod", "prep", "compound") and verb.lemma_ not in STATIVES


def _event(
    head: Token, kind: str, arguments: tuple[Argument, ...], sure: Stance, said: Source | None, dated: Dated
) -> Trigger:
    return Trigger(
        head=head.i,
        start=head.i,
        end=head.i + 1,
        lemma=head.lemma_,
        type=kind,
        arguments=arguments,
        stance=sure,
        source=said,
        place=roles.place(head),
        time=dated.time,
        dating=dated.dating,
        dated_by=dated.rule,
    )
