"""Words for what is known of an exported event, for the forms that people read: those of the page."""

from dossier.codec import CitationForm, EntityForm
from dossier.export.exported_event import ExportedEvent, Listed
from dossier.model import Factuality, When
from dossier.render.wording import date_wording
from dossier.render.wording.analyst_wording import field_words
from dossier.render.wording.label_wording import factuality_words

_DISPUTED = {"when": "the date", "role": "who did it", "polarity": "whether it happened", "life": "the life dates"}
_LISTED = {Listed.EXPECTED: "expected", Listed.UNDATED: "undated"}


def when_words(event: ExportedEvent) -> str:
    """The date in words, never more precise than it is known; "no date" where there is none."""
    edtf = event.form.when.edtf
    return date_wording.when_words(When.parse(edtf)) if edtf else "no date"


def doubts(event: ExportedEvent) -> list[str]:
    """What keeps the event from being a plain fact with a day, in words; empty for such a fact."""
    form = event.form
    said = [
        factuality_words(Factuality(form.certainty, form.polarity, form.realis)),
        _LISTED.get(event.listed, ""),
        *(f"disputed: {dispute_words(one.field)}" for one in event.disputes),
    ]
    return [one for one in dict.fromkeys(said) if one]


def dispute_words(field: str) -> str:
    """What is in dispute, in words."""
    return _DISPUTED.get(field, field)


def notes(event: ExportedEvent) -> list[str]:
    """What stands below a line: its doubts, its support, its source, and what the analyst corrected."""
    source = f"according to {event.source}" if event.source else ""
    judged = ", ".join(field_words(event.form.judged))
    return [
        one for one in (*doubts(event), support_words(event), source, f"analyst: {judged}" if judged else "") if one
    ]


def entity_words(entity: EntityForm) -> str:
    """What is said of an entity below its name: kind, descriptions, other names."""
    names = ", ".join(alias.text for alias in entity.aliases)
    said = (entity.kind.value, *(one.text for one in entity.descriptions), f"also {names}" if names else "")
    return "; ".join(filter(None, said)) + "."


def marked_line(event: ExportedEvent) -> str:
    """The line, behind what must not be overlooked where it stands alone: that it is no plain fact."""
    marks = "; ".join(doubts(event))
    return f"[{marks}] {event.form.summary}" if marks else event.form.summary


def article_words(article: CitationForm) -> str:
    """An article in a line: publisher, title or ref, day."""
    named = article.publisher, article.title or article.ref, article.published.edtf or "no date"
    return ", ".join(filter(None, named))


def support_words(event: ExportedEvent) -> str:
    """On how many sources it rests: "single source", "3 independent sources"."""
    number = event.form.independent_sources
    return f"{number} independent sources" if number > 1 else "single source"
