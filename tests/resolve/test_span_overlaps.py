"""The items that overlap a span are the same as those found by going through all items."""

from hypothesis import given
from hypothesis import strategies as st

from dossier.model import Span
from dossier.resolve.watchlists.span_overlaps import SpanIndex

_spans = st.tuples(st.integers(0, 20), st.integers(1, 8)).map(lambda one: Span(one[0], one[0] + one[1]))


@given(st.lists(_spans, max_size=12), _spans)
def test_overlaps_are_those_that_share_characters(spans: list[Span], place: Span) -> None:
    expected = [span for span in spans if span.start < place.end and place.start < span.end]
    found = SpanIndex(spans, lambda span: span)
    assert list(found.overlapping(place)) == sorted(expected, reverse=True)
    assert found.has_overlap(place) == bool(expected)
