"""The spaCy component that draws a line for each event."""

from bisect import bisect_right

from spacy.language import Language
from spacy.tokens import Doc

from dossier.annotate import doc as on_doc
from dossier.annotate.parsed import PARSE, parsed
from dossier.annotate.summaries.drafting import Drafter


@Language.factory(
    "dossier_summaries",
    requires=[*PARSE, "doc._.chains", "doc._.turns", "doc._.triggers"],
    assigns=["doc._.summaries"],
)
def create(nlp: Language, name: str) -> "Summariser":
    """The component; it goes last."""
    return Summariser()


class Summariser:
    """Draws a line for each event of a Doc, except in sentences that are too long."""

    def __init__(self) -> None:
        on_doc.register()

    def __call__(self, doc: Doc) -> Doc:
        """Set ``doc._.summaries`` to the lines by the index of their trigger, and return the Doc."""
        if not doc._.triggers:
            doc._.summaries = {}
            return doc
        text = parsed(doc)
        drafter = Drafter(text)
        sentences = [(sentence.start, sentence.end) for sentence in text.sents]
        starts = [start for start, _ in sentences]
        lines: dict[int, str] = {}
        for index, trigger in enumerate(doc._.triggers):
            start, end = sentences[bisect_right(starts, trigger.head) - 1]
            line = drafter.line(trigger, start, end)
            if line is not None:
                lines[index] = line
        doc._.summaries = lines
        return doc
