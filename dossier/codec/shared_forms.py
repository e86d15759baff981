"""Parts that several forms share, each with the way from a model value to the form and back."""

from datetime import date
from functools import cache
from sys import intern

import msgspec

from dossier.model import (
    Basis,
    Dating,
    Factuality,
    Issue,
    LikelyDay,
    Method,
    PublicationWitness,
    Published,
    Quote,
    Span,
    When,
)
from dossier.text.interning import offset

factuality_of = cache(Factuality)
"""One object for all mentions with the same certainty, polarity and realis, which takes less memory."""


class JsonObject(msgspec.Struct):
    """The base of all forms: a JSON object with every field written, also null ones, the inherited fields first."""


_encoder = msgspec.json.Encoder()


def indented(form: JsonObject) -> bytes:
    """The form as indented JSON in UTF-8, with a line break at its end."""
    return msgspec.json.format(_encoder.encode(form), indent=1) + b"\n"


class SpanForm(JsonObject):
    """A half-open stretch of the article's text, counted in Unicode code points from 0."""

    start: int
    end: int

    @classmethod
    def of(cls, span: Span) -> "SpanForm":
        """The form of a span."""
        return cls(start=span.start, end=span.end)

    def span(self) -> Span:
        """The span of the form."""
        return Span(offset(self.start), offset(self.end))


class TextForm(SpanForm):
    """A stretch of the article's text, with its words verbatim."""

    text: str

    @classmethod
    def of_quote(cls, quote: Quote) -> "TextForm":
        """The form of a quote."""
        return cls(start=quote.span.start, end=quote.span.end, text=quote.exact)

    def as_quote(self) -> Quote:
        """The words of the form with their place."""
        return Quote(self.span(), intern(self.text))


class QuoteForm(JsonObject):
    """A sentence or words that serve as evidence, verbatim."""

    start: int
    end: int
    exact: str

    @classmethod
    def of(cls, quote: Quote) -> "QuoteForm":
        """The form of a quote."""
        return cls(start=quote.span.start, end=quote.span.end, exact=quote.exact)

    def as_quote(self) -> Quote:
        """The words of the form with their place."""
        return Quote(Span(self.start, self.end), self.exact)


class PublicationWitnessForm(JsonObject):
    """A date (EDTF, null for a day without a year) that one place gives as that of the publication, and which place."""

    edtf: str | None
    method: Method

    @classmethod
    def of(cls, witness: PublicationWitness) -> "PublicationWitnessForm":
        """The form of a witness."""
        return cls(edtf=witness.when.edtf if witness.when else None, method=witness.method)

    def witness(self) -> PublicationWitness:
        """The witness of the form."""
        return PublicationWitness(None if self.edtf is None else When.parse(self.edtf), self.method)


class PublishedForm(JsonObject):
    """A publication date (EDTF, null when unknown), how it is known, and which places contradict it."""

    edtf: str | None
    method: Method
    contradicted_by: list[PublicationWitnessForm] = []

    @classmethod
    def of(cls, published: Published) -> "PublishedForm":
        """The form of a publication date."""
        others = [PublicationWitnessForm.of(one) for one in published.contradicted_by]
        when = published.when.edtf if published.when else None
        return cls(edtf=when, method=published.method, contradicted_by=others)

    def published(self) -> Published:
        """The publication date of the form."""
        when = None if self.edtf is None else When.parse(self.edtf)
        return Published(when, self.method, tuple(one.witness() for one in self.contradicted_by))


class LikelyForm(JsonObject):
    """The day (EDTF) on which an event most likely happened, and the measured chances, from 0 to 1.

    ``p`` is the chance that it is this day, ``p_within_a_day`` that it is this day or a neighbour.
    """

    edtf: str
    p: float
    p_within_a_day: float

    @classmethod
    def of(cls, likely: LikelyDay | None) -> "LikelyForm | None":
        """The form of a likely day, if there is one."""
        if likely is None:
            return None
        return cls(edtf=likely.day.isoformat(), p=likely.chance, p_within_a_day=likely.chance_within_a_day)

    def likely(self) -> LikelyDay:
        """The likely day of the form."""
        return LikelyDay(date.fromisoformat(self.edtf), self.p, self.p_within_a_day)


class IssueForm(JsonObject):
    """A problem with one thing: where it is, what is wrong, and the way out."""

    where: str
    what: str
    advice: str

    @classmethod
    def of(cls, issue: Issue) -> "IssueForm":
        """The form of a problem."""
        return cls(where=issue.where, what=issue.what, advice=issue.advice)

    def issue(self) -> Issue:
        """The problem of the form."""
        return Issue(self.where, self.what, self.advice)


class WhenForm(JsonObject):
    """The date of an event (EDTF, null when unknown), and the first and the last calendar day that it can be.

    ``basis`` says how the date is known. ``anchor`` is what it was computed or inferred from: ``published``, or the id
    of a time or an event.
    """

    edtf: str | None
    earliest: str | None
    latest: str | None
    basis: Basis
    anchor: str | None

    @classmethod
    def of(cls, dating: Dating) -> "WhenForm":
        """The form of a date."""
        return cls(**when_fields(dating.when), basis=dating.basis, anchor=dating.anchor)

    def dating(self) -> Dating:
        """The date of the form; ``earliest`` and ``latest`` are not read, they follow from ``edtf``."""
        return Dating(None if self.edtf is None else When.parse(self.edtf), self.basis, self.anchor)


def when_fields(when: When | None) -> dict[str, str | None]:
    """The fields ``edtf``, ``earliest`` and ``latest`` of a date; all are None when there is no date."""
    if when is None:
        return {"edtf": None, "earliest": None, "latest": None}
    earliest, latest = when.earliest, when.latest
    return {
        "edtf": when.edtf,
        "earliest": earliest.isoformat() if earliest else None,
        "latest": latest.isoformat() if latest else None,
    }
