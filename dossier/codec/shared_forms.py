"""The parts that several forms have in common, and how each becomes a model value and back."""

import msgspec

from dossier.model import (
    Basis,
    Dating,
    Method,
    Published,
    Quote,
    Span,
    When,
)


class Form(msgspec.Struct):
    """A JSON object whose every field is written, in the order given."""


class SpanForm(Form):
    """A half-open stretch of the article's text, in Unicode code points."""

    start: int
    end: int

    @classmethod
    def of(cls, span: Span) -> "SpanForm":
        """The form of a span."""
        return cls(start=span.start, end=span.end)

    def span(self) -> Span:
        """The span of the form."""
        return Span(self.start, self.end)


class TextForm(SpanForm):
    """A stretch of the article's text with its words."""

    text: str

    @classmethod
    def of_quote(cls, quote: Quote) -> "TextForm":
        """The form of a quote."""
        return cls(start=quote.span.start, end=quote.span.end, text=quote.exact)

    def words(self) -> Quote:
        """The words of the form at their place."""
        return Quote(self.span(), self.text)


class QuoteForm(Form):
    """The evidence, verbatim."""

    start: int
    end: int
    exact: str

    @classmethod
    def of(cls, quote: Quote) -> "QuoteForm":
        """The form of a quote."""
        return cls(start=quote.span.start, end=quote.span.end, exact=quote.exact)

    def words(self) -> Quote:
        """The words of the form at their place."""
        return Quote(Span(self.start, self.end), self.exact)


class PublishedForm(Form):
    """A publication date as EDTF, and how it is known."""

    edtf: str | None
    method: Method

    @classmethod
    def of(cls, published: Published) -> "PublishedForm":
        """The form of a publication date."""
        return cls(edtf=published.when.edtf if published.when else None, method=published.method)

    def published(self) -> Published:
        """The publication date of the form."""
        return Published(None if self.edtf is None else When.parse(self.edtf), self.method)


class WhenForm(Form):
    """A date as EDTF, its first and last calendar day, and how it is known."""

    edtf: str | None
    earliest: str | None
    latest: str | None
    basis: Basis
    anchor: str | None

    @classmethod
    def of(cls, dating: Dating) -> "WhenForm":
        """The form of a date."""
        return cls(**bounds(dating.when), basis=dating.basis, anchor=dating.anchor)

    def dating(self) -> Dating:
        """The date of the form; its days follow from the EDTF."""
        return Dating(None if self.edtf is None else When.parse(self.edtf), self.basis, self.anchor)


def bounds(when: When | None) -> dict[str, str | None]:
    """The fields ``edtf``, ``earliest`` and ``latest`` of a time, all None for none."""
    if when is None:
        return {"edtf": None, "earliest": None, "latest": None}
    earliest, latest = when.earliest, when.latest
    return {
        "edtf": when.edtf,
        "earliest": earliest.isoformat() if earliest else None,
        "latest": latest.isoformat() if latest else None,
    }
