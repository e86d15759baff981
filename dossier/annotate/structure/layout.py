"""The parts of a text that are no body, by its layout: before anything is tagged or parsed."""

from collections.abc import Iterable

from dossier.annotate.structure.chats import readers_questions
from dossier.annotate.structure.comments import comments
from dossier.annotate.structure.credits import bylines, captions, picture_and_editing_credits
from dossier.annotate.structure.datelines import before_datelines, datelines
from dossier.annotate.structure.notes import corrections, furniture, posts
from dossier.annotate.structure.opinions import is_opinion
from dossier.annotate.structure.stretch import Stretch, in_a_row, in_the_gaps
from dossier.model import PassageRole


def layout(text: str, *, filed_as_opinion: bool = False) -> list[Stretch]:
    """The stretches of ``text`` that are no body, in text order, none over another and each without blanks around it.

    A page that is ``filed_as_opinion`` is a column, whatever it says of itself.

    >>> text = "ORLOV (Agency) - The mayor left. (Editing by Ada Brandt)"
    >>> [(text[s.start : s.end], s.role.value) for s in layout(text)]
    [('ORLOV (Agency) -', 'dateline'), ('(Editing by Ada Brandt)', 'credit')]
    """
    pages = list(comments(text))
    if not pages and (filed_as_opinion or is_opinion(text)):
        pages = [Stretch(0, len(text), PassageRole.COLUMN)]
    if any(page.role is PassageRole.COMMENT and not page.start for page in pages):
        return pages
    firm = (
        *readers_questions(text),
        *posts(text),
        *corrections(text),
        *picture_and_editing_credits(text),
        *bylines(text),
        *datelines(text),
    )
    row = in_a_row((*firm, *furniture(text)))
    row = in_the_gaps(row, in_a_row(captions(text, row)))
    row = in_the_gaps(row, in_a_row(before_datelines(text, row)))
    return _stripped(text, in_the_gaps(row, pages))


def _stripped(text: str, row: Iterable[Stretch]) -> list[Stretch]:
    """The stretches without white space at their ends; those without a letter or figure are left out."""
    found: list[Stretch] = []
    for stretch in row:
        words = text[stretch.start : stretch.end]
        start = stretch.start + len(words) - len(words.lstrip())
        end = start + len(words.strip())
        if any(map(str.isalnum, words)):
            found.append(Stretch(start, end, stretch.role))
    return found
