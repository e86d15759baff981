"""What a page prints of an entry, as words under names: to compare two readings of a case as their readers do."""

from collections.abc import Iterable, Mapping

from dossier.model import Timeline
from dossier.render.entries import disagreements
from dossier.render.entries.entry_groups import EntryGroup
from dossier.render.entries.notes import Ledger, sources
from dossier.render.entries.rows import rows, with_disagreements
from dossier.render.page_one import summary
from dossier.render.page_values.row_context import Remark, Row
from dossier.render.wording import label_wording

DATE, WORDS = "date", "words"
"""What the page calls the two fields that each entry has."""


class RowPrinter:
    """Words the entries of a timeline as its page does, without the numbers of notes."""

    def __init__(self, timeline: Timeline) -> None:
        self._articles = timeline.articles
        self._sources = sources(timeline.articles)
        self._conflicts = timeline.conflicts
        is_told = summary.has_event_of_several_sources(timeline)
        self._support = label_wording.support_words if is_told else label_wording.copies_words

    def printed(self, group: EntryGroup) -> Mapping[str, str]:
        """The entry as it is printed: its fields by what a reader calls them, those that say anything."""
        ledger = Ledger(self._articles, self._sources)
        found = rows([group], self._articles, ledger, self._support, disagreements.disputed(self._conflicts))
        events = {event.id for event in group.all_events}
        conflicts = [one for one in self._conflicts if one.event in events]
        (row,) = with_disagreements(found, disagreements.disagreements(conflicts, [group], ledger))
        return {name: words for name, words in _fields(row).items() if words}


def _fields(row: Row) -> dict[str, str]:
    others = (*(f"{one.date} {one.passage.text}" for one in row.others), *(one.words for one in row.figures))
    counted = [Remark(f"×{row.sources} independent sources")] if row.sources > 1 else []
    support = row.support if row.figures or row.others else counted
    sides = (f"{one.about} {one.field}: {', '.join(side.value for side in one.sides)}".strip() for one in row.sides)
    return {
        DATE: row.date,
        WORDS: row.passage.text,
        "how the date is known": row.basis_in_full or ", ".join(one.words for one in row.signs),
        "how sure": _remarks(row.labels),
        "beside the line": _remarks((*row.voices, *row.places)),
        "sources": _remarks(support),
        "sources disagree": "; ".join(sides),
        "corrected by the analyst": ", ".join(row.analyst),
        row.others_name: "; ".join(others),
    }


def _remarks(given: Iterable[Remark]) -> str:
    return "; ".join(": ".join(filter(None, (one.about, one.text))) for one in given)
