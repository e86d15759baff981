"""What a search needs of a timeline: the lines, without all that they rest on."""

from collections.abc import Iterator

import msgspec


class _LineDate(msgspec.Struct):
    edtf: str | None = None


class _LineMention(msgspec.Struct):
    article: str
    start: int
    end: int
    occurrence: int = 1


class SearchedLine(msgspec.Struct, frozen=True):
    """A line of a timeline: the id of its event, its words, its date (EDTF), and its first mention."""

    id: str
    summary: str
    when: _LineDate
    mentions: list[_LineMention]

    @property
    def place(self) -> str:
        """Where its first mention stands: article, start, end, and which of the events that one trigger tells."""
        first = self.mentions[0]
        return f"{first.article}/{first.start}-{first.end}-{first.occurrence}"

    @property
    def date(self) -> str:
        """The date, empty where there is none."""
        return self.when.edtf or ""


class _SearchedSeries(msgspec.Struct):
    others: list[SearchedLine]


class _SearchedEntry(SearchedLine, frozen=True):
    series: _SearchedSeries | None = None


class _SearchedTimeline(msgspec.Struct):
    events: list[_SearchedEntry]
    undated: list[_SearchedEntry]
    expected: list[_SearchedEntry]
    possible: list[SearchedLine]


_decoder = msgspec.json.Decoder(_SearchedTimeline)


def searched_lines(timeline: bytes) -> Iterator[SearchedLine]:
    """The lines of a timeline that ``encode_timeline`` wrote, those of its series and its possible ones too."""
    found = _decoder.decode(timeline)
    for entry in (*found.events, *found.undated, *found.expected):
        yield entry
        yield from entry.series.others if entry.series else ()
    yield from found.possible
