"""A name at one place of the text, with votes for the kind of its actor."""

from collections import Counter
from dataclasses import dataclass, field

from dossier.annotate.actors.names.kinship import names_relative, style_of, title_of
from dossier.annotate.actors.nouns.agreement import shown_gender
from dossier.annotate.actors.nouns.noun_lexicon import Gender
from dossier.annotate.doc import Mention
from dossier.annotate.parsed import TokenSpan
from dossier.model import Form, Kind
from dossier.text.names import clean, nickname
from dossier.text.person_names import name_parts, without_suffix_marks


@dataclass(frozen=True, slots=True)
class NameMention:
    """A mention by name: its place, the cleaned name without a nickname, and votes for its actor's kind.

    ``gender`` is what a title or noun shows ("Mrs Brandt"), and ``title`` the title (lower case), empty without one.
    ``style`` is that of one known by a given name ("king" of "King Idris"), empty without one.
    ``sentence_before`` is the first token of the sentence before, or of its own where that is the first.
    ``is_one_of_couple``: the surname is that of two ("Mr and Mrs Brandt").
    ``is_relative``: the bearer is told apart from another of the surname ("her brother, Captain Brandt").
    ``is_modifier``: it only says of what kind a noun is ("the Ada Brandt administration").
    ``is_of_place``: the words go on with a place: "Harbour Bank of Varna".
    """

    mention: Mention
    name: str
    votes: Counter[Kind] = field(default_factory=Counter)
    in_heading: bool = False
    gender: Gender | None = None
    title: str = ""
    style: str = ""
    sentence_before: int = 0
    is_relative: bool = False
    is_one_of_couple: bool = False
    is_modifier: bool = False
    is_of_place: bool = False

    @classmethod
    def of(cls, span: TokenSpan, votes: Counter[Kind], in_heading: bool = False) -> "NameMention":
        """The span as a mention by name; a nickname in quotation marks is taken out of the name."""
        mention = Mention(span.start, span.end, span.root.i, Form.NAME)
        return cls(
            mention=mention,
            name=without_suffix_marks(nickname(clean(span.text))[0]),
            votes=votes,
            in_heading=in_heading,
            gender=shown_gender(span.doc, mention),
            title=title_of(span),
            style=style_of(span),
            sentence_before=span.doc[max(span[0].sent.start - 1, 0)].sent.start,
            is_relative=names_relative(span.doc[mention.head]),
            is_modifier=span.root.dep_ == "compound",
            is_of_place=_is_of_place(span),
        )

    @property
    def is_by_style(self) -> bool:
        """Whether it is a style and the one name by which its bearer is known: "King Idris"."""
        return bool(self.style) and len(name_parts(self.name)) == 1


def _is_of_place(span: TokenSpan) -> bool:
    behind = span.doc[span.end : span.end + 2]
    return len(behind) > 1 and behind[0].lower_ == "of" and behind[1].ent_type_ == "GPE"


def elected(votes: Counter[Kind]) -> Kind:
    """The kind with the most votes; of equals the first in the order of ``Kind``; OTHER without votes."""
    return max(votes, key=lambda kind: (votes[kind], -list(Kind).index(kind))) if votes else Kind.OTHER
