"""What the page says of the fields that the analyst corrected: which, what was read, by whom and when."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from itertools import groupby

from dossier.model import INVOLVED, Correction, Event, EventField, Evidence, Polarity, Realis, When
from dossier.render.wording.date_wording import shortened, when_words
from dossier.render.wording.label_wording import ROLE_WORDS
from dossier.render.wording.prose import tidy

SIGN = "¶"
"""Stands behind a line in the analyst's words, and behind a date that he set."""
_FIELDS = {
    EventField.EVENT: "added",
    EventField.SUMMARY: "line",
    EventField.WHEN: "date",
    EventField.TYPE: "type",
    EventField.CERTAINTY: "certainty",
    EventField.POLARITY: "whether it happened",
    EventField.REALIS: "how it is told",
    EventField.ATTRIBUTION: "source",
    EventField.PLACE: "place",
    EventField.PARTICIPANTS: "participants",
    EventField.MENTION: "who is meant",
}
_VALUES: Mapping[EventField, Mapping[str, str]] = {
    EventField.POLARITY: {Polarity.POSITIVE: "yes", Polarity.NEGATIVE: "no", Polarity.UNDERSPECIFIED: "unclear"},
    EventField.REALIS: {
        Realis.ACTUAL: "as what took place",
        Realis.GENERIC: "in general",
        Realis.FORECAST: "as a forecast",
        Realis.PLAN: "as a plan",
        Realis.HYPOTHETICAL: "as a possibility",
    },
}
"""The words for the values of a field that do not speak for themselves."""
_UNREAD = {EventField.PARTICIPANTS: "no part read"}
_PARTS: Mapping[str, str] = {role.value: words for role, words in ROLE_WORDS.items()}
_NOTHING = {EventField.ATTRIBUTION: "the article itself", EventField.MENTION: "nobody"}


def corrected_fields(events: Iterable[Event], parts: Iterable[Event] = ()) -> tuple[str, ...]:
    """The fields that the analyst corrected, in words, each once: "line", "certainty".

    They are those of ``events`` with a line, and of ``parts`` of these lines.
    """
    return field_words({one.field for those in _seen(events, parts) for one in those})


def field_words(fields: Collection[EventField]) -> tuple[str, ...]:
    """The fields in words, in the order of ``EventField``."""
    return tuple(words for field, words in _FIELDS.items() if field in fields)


def corrections_in_words(events: Iterable[Event], parts: Iterable[Event] = ()) -> tuple[str, ...]:
    """The same in full, as ``evidence_corrections`` says it of each mention, each once."""
    return tuple(dict.fromkeys(filter(None, map(_in_words, _seen(events, parts)))))


def _seen(events: Iterable[Event], parts: Iterable[Event]) -> Iterator[tuple[Correction, ...]]:
    for event in events:
        yield from event.corrections_seen()
    for part in parts:
        yield from part.corrections_seen(has_line=False)


def evidence_corrections(piece: Evidence) -> str:
    """The corrections of a mention with what was read and whose they are; empty where there is none.

    So "certainty “certain”, read as “possible”; place none, read as “Varna” (ada, 22 Nov 2026)".
    """
    return _in_words(piece.corrections)


def _in_words(corrections: Iterable[Correction]) -> str:
    by_author = groupby(corrections, key=_author)
    return "; ".join(f"{'; '.join(map(_correction, those))} ({author})" for author, those in by_author)


def author_words(by: str, made: date | None) -> str:
    """Who decided, and on which day: "ada, 22 Nov 2026"."""
    return f"{tidy(by)}, {shortened(when_words(When.day(made)))}" if made else tidy(by)


def _author(correction: Correction) -> str:
    return author_words(correction.by, correction.made)


def _correction(correction: Correction) -> str:
    field, name = correction.field, _FIELDS[correction.field]
    read = (
        f"read as {_value(field, correction.read)}"
        if correction.read or field in _NOTHING
        else _UNREAD.get(field, "none read")
    )
    if correction.read and correction.read == correction.value:
        read = "as read"
    if field is EventField.EVENT:
        return f"{name}, of the words {_value(field, correction.value)}"
    if field is EventField.SUMMARY:
        return f"{name}, {read}"
    if correction.participant:
        return f"{_part(tidy(correction.participant), correction.value)}, {read}"
    return f"{name} {_value(field, correction.value)}, {read}"


def _part(name: str, value: str) -> str:
    """What part the analyst gives somebody: one by its name, some part, or none."""
    if value in ("", INVOLVED):
        return f"about {name}, too" if value else f"not about {name}"
    return f"part of {name} {_value(EventField.PARTICIPANTS, value)}"


def _value(field: EventField, value: str) -> str:
    """A value for people, as the page words it."""
    if not value:
        return _NOTHING.get(field, "none")
    match field:
        case EventField.WHEN:
            return shortened(when_words(When.parse(value)))
        case EventField.PARTICIPANTS:
            return ", ".join(f"“{_PARTS.get(one, tidy(one))}”" for one in value.split(", "))
        case EventField.TYPE:
            return f"“{value.replace('_', ' ')}”"
        case _:
            return f"“{tidy(_VALUES.get(field, {}).get(value, value))}”"
