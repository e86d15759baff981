"""What a template gets of the source notes: the pieces of evidence, and the articles that they stand in."""

from dataclasses import dataclass

from dossier.render.page_values.text_runs import Passage


@dataclass(frozen=True, slots=True)
class Backlink:
    """A place on the page that cites a note: its anchor, and its name for the reader."""

    anchor: str
    text: str


@dataclass(frozen=True, slots=True)
class RowRemark:
    """What a note says in words of a row that cites it: how the evidence departs from it, or how sure its day is."""

    at: Backlink
    text: str


@dataclass(frozen=True, slots=True)
class JoinedEvidence:
    """Evidence in an earlier note that was merged with evidence in this one, as both tell of one event.

    ``note`` is the number of the earlier note, ``word`` the trigger in this one, ``other`` the trigger in the earlier
    one, ``text`` the reasons for the merge.
    """

    note: int
    word: str
    other: str
    text: str


@dataclass(frozen=True, slots=True)
class Note:
    """One piece of evidence: a quote from an article. ``number`` makes the anchor (``n3``).

    ``source`` is the number of the article. ``origin`` is its publisher, author and date, as far as known. ``start``
    and ``end`` count the characters of the article, half-open. ``words`` are the quote; ``quote`` is None where the
    page shows the same words at ``quoted_at``; ``cited`` are the other places that cite the note. ``differs`` says how
    the evidence departs from the rows that cite it, ``bases`` how their dates are known where the signs there say less,
    ``chances`` how often a day like theirs is right, ``corrections`` what the analyst corrected there,
    ``joined`` which earlier notes have evidence of the same events. A note that ``is_long`` may break over pages. One
    that ``is_repeat`` only tells again what an earlier note of the same article tells, or what many notes tell, for
    each place that cites it.
    """

    number: int
    source: int
    title: str
    origin: tuple[str, ...]
    start: int
    end: int
    words: Passage
    quote: Passage | None
    quoted_at: Backlink | None
    differs: tuple[RowRemark, ...]
    bases: tuple[RowRemark, ...]
    chances: tuple[RowRemark, ...]
    corrections: tuple[RowRemark, ...]
    joined: tuple[JoinedEvidence, ...]
    cited: tuple[Backlink, ...]
    is_long: bool
    is_repeat: bool = False


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """One article in the list of sources. ``number`` makes the anchor (``s3``), ``origin`` is as in ``Note``.

    ``link`` is the URL where that is safe as a link, else empty. ``is_date_given``: its day of publication was given
    with it, which ``origin`` does not say. ``copy_of`` names the source that the article copies, empty where it is no
    copy. ``rows`` are the numbers of the entries that rest on it. ``is_cited``: an entry or a note gives it as its
    source.
    """

    number: int
    title: str
    ref: str
    origin: tuple[str, ...]
    reliability: str
    url: str
    link: str
    sha256: str
    is_date_given: bool
    copy_of: str
    rows: tuple[int, ...] = ()
    is_cited: bool = False
