"""The parts of an article that are not its running text, each with its role on the page."""

from dataclasses import dataclass
from enum import StrEnum

from dossier.model.quote import Span


class PassageRole(StrEnum):
    """What a part of a page is, where it is not the body of the article.

    The values are written to files.
    """

    HEADLINE = "headline"
    """A headline or standfirst that runs on into the text without a line break or a full stop."""
    BYLINE = "byline"
    """Who wrote it: "By Ada Brandt, Health Editor"."""
    DATELINE = "dateline"
    """Where and when it was written, and for whom: "ORLOV (Agency) –"."""
    ITEM_DATE = "item date"
    """The date of an item of a page, such as an entry of a chronicle or a post of a live blog: "3 May 2016 –"."""
    CAPTION = "caption"
    """What a picture shows."""
    CREDIT = "credit"
    """Who took a picture, or edited or helped to report the article: "(Editing by Ada Brandt)"."""
    TEASER = "teaser"
    """Link texts and summaries of other pages."""
    COMMENT = "comment"
    """What readers write, and pages that consist of it."""
    COLUMN = "column"
    """An article in the first or second person, or one that calls itself opinion. Names are read, events not told."""
    CORRECTION = "correction"
    """A note that takes back what the article said before."""
    POST = "post"
    """A post of a social network that the article shows: somebody else's words, with a date of their own."""
    FURNITURE = "furniture"
    """What the site puts on each page: "Page last updated at …", "End Quote"."""
    GLUED = "glued"
    """A sentence in which parts of a page seem to run together, at a place that is not certain."""


@dataclass(frozen=True, slots=True)
class ArticlePassage:
    """A part of an article that tells no events, and why. Body text has no passage."""

    span: Span
    role: PassageRole
