"""The spaCy component that draws a line for each event."""

from spacy.language import Language
from spacy.tokens import Doc

from dossier.annotate import doc as on_doc
from dossier.annotate.parsed import PARSE, parsed
from dossier.annotate.summaries.drafting import DraftedLine, Drafter
from dossier.annotate.summaries.sentence.flat_parse import FlatParse
from dossier.annotate.summaries.sentence.main_statements import hanging_events
from dossier.annotate.summaries.sentence.moments_of_play import told_blow_by_blow
from dossier.annotate.summaries.times.told_beside import told_beside


@Language.factory(
    "dossier_summaries",
    requires=[
        *PARSE,
        "doc._.headings",
        "doc._.passages",
        "doc._.timexes",
        "doc._.chains",
        "doc._.turns",
        "doc._.bare_mentions",
        "doc._.triggers",
    ],
    assigns=["doc._.summaries", "doc._.standing", "doc._.points_back", "doc._.hangs_on"],
)
def create(nlp: Language, name: str) -> "Summariser":
    """The component; it goes last."""
    return Summariser()


class Summariser:
    """Draws a line for each event of a Doc, except in sentences that are too long."""

    def __init__(self) -> None:
        on_doc.register()

    def __call__(self, doc: Doc) -> Doc:
        """Set ``doc._.summaries`` to the lines by the index of their trigger, and return the Doc.

        ``doc._.standing`` has the indices of those triggers whose line stands alone and tells of them,
        ``doc._.points_back`` by the index of a trigger the number of descriptions in its line that point back,
        ``doc._.hangs_on`` the index of the trigger on whose statement it hangs.
        """
        doc._.summaries, doc._.standing, doc._.points_back, doc._.hangs_on = {}, frozenset(), {}, {}
        if not doc._.triggers:
            return doc
        text = parsed(doc)
        parse = FlatParse(text)
        drafter = Drafter(text, parse)
        sentences = [text[trigger.head].sent for trigger in doc._.triggers]
        lines: dict[int, DraftedLine] = {}
        for index, (trigger, sentence) in enumerate(zip(doc._.triggers, sentences, strict=True)):
            line = drafter.line(trigger, sentence.start, sentence.end)
            if line is not None:
                lines[index] = line
        doc._.summaries = {index: line.words for index, line in lines.items()}
        beside = told_beside(parse, doc._.triggers, sentences) | told_blow_by_blow(text, doc._.triggers)
        doc._.standing = frozenset(index for index, line in lines.items() if line.stands_alone) - beside
        doc._.points_back = {index: line.points_back for index, line in lines.items()}
        doc._.hangs_on = hanging_events(parse, doc._.triggers, sentences)
        return doc
