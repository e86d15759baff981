"""Words for when an event happened: short for the column of dates, in full beside it, and how it is known."""

from dossier.model import Basis, Bound, Choice, Event, LikelyDay, Reported, When
from dossier.render.wording import date_wording
from dossier.render.wording.label_wording import relation_words

_CHOICE_WORDS = {
    Choice.JUDGEMENT: "set by the analyst",
    Choice.ONLY: "",
    Choice.SOURCES: "the date that is given most often",
    Choice.BASIS: "the most definite of the dates given",
    Choice.PRECISION: "the most exact of the dates given",
    Choice.LIKELIER: "the likeliest of the dates given, by the articles that give none",
    Choice.EARLIEST: "as the first source has it",
    Choice.LIKELY: "",
}

_EVEN_CHANCE = 0.5
"""The least chance that is told: below it a day is rather wrong than right. Set by hand."""


def short_date(event: Event) -> str:
    """The date for a narrow column: "27 Sep 2011", "about 27 Sep 2011", "by 26 Sep 2011", "reported 28 Sep 2011".

    Empty where nothing is known.
    """
    return date_wording.shortened(date_wording.open_words(event.dating, event.evidence[0].quote.exact) or _date(event))


def date_and_basis(event: Event) -> str:
    """The date in full and how it is known; for an event without a date, its bounds from order, if any."""
    return ", ".join(filter(None, (_date(event), date_basis(event)))) or order_bounds(event)


def date_basis(event: Event) -> str:
    """How the date of an event is known, with the events that bound it where order gives it.

    Empty without a date, and where ``basis_in_full`` says it.
    """
    if event.choice is Choice.LIKELY or event.is_only_reported:
        return ""
    rule = next((piece.dated_by for piece in event.evidence if piece.dating == event.dating), None)
    how = date_wording.basis_words(event.dating, rule)
    if event.dating.basis is not Basis.INFERRED or not (event.not_before or event.not_after):
        return how
    bounds = [_bound_relation_words(bound, event) for bound in (event.not_before, event.not_after) if bound]
    if event.dating.when and event.dating.when.last and not event.not_after:
        bounds.append("no later than publication")
    return f"{how}: {'; '.join(bounds)}"


def basis_in_full(event: Event) -> str:
    """Sentences for an event that no text dates: that it is so, when it was reported, and how likely its day is.

    Empty where a text or the analyst dates it, for what is to come, and where no article has a date.
    """
    if event.reported is None or _is_dated_by_text(event) or event.factuality.is_expected:
        return ""
    days = dict.fromkeys((event.reported.first, event.reported.last))
    reported = " to ".join(map(date_wording.when_words, days))
    if len({piece.article for piece in event.evidence}) == 1:
        said = f"The text gives no day. The article that reports it is of {reported}."
    else:
        said = f"No text gives a day. The articles that report it are of {reported}."
    chance = _chance(event.likely, event.reported)
    return f"{said} {chance}." if chance else said


def chance_words(event: Event) -> str:
    """The last of these sentences, for the note of an event that stands at its likely day; empty for any other."""
    is_at_it = event.choice is Choice.LIKELY
    return _chance(event.likely, event.reported) if is_at_it and event.reported and basis_in_full(event) else ""


def date_choice(event: Event) -> str:
    """How the date was chosen if sources give several or an analyst set it; empty where there was no choice."""
    return _CHOICE_WORDS[event.choice] if event.choice and not event.is_only_reported else ""


def order_bounds(event: Event) -> str:
    """The bounds that other events set to the date, and that say more than it: "in or after 2019, after “fell”".

    Empty where there are none, and for an inferred date, whose basis names them.
    """
    if event.dating.basis is Basis.INFERRED and event.choice is not Choice.LIKELY:
        return ""
    said = [
        f"{date_wording.bound_words(bound.period, side)}, {_bound_relation_words(bound, event)}"
        for bound, side in ((event.not_before, "after"), (event.not_after, "before"))
        if bound and not _says_it_anyway(event, bound, side)
    ]
    return "; ".join(said)


def _says_it_anyway(event: Event, bound: Bound, side: str) -> bool:
    """Whether the date that a text or the analyst gives lies wholly on this side of the bound."""
    when = event.dating.when
    if when is None or not _is_dated_by_text(event):
        return False
    if side == "after":
        return when.start is not None and bound.period.start <= when.start
    return when.end is not None and when.end <= bound.period.end


def _date(event: Event) -> str:
    """The date in full; where no more is known than the first report, that day: empty without either.

    By then it had happened, if its words tell of a happening; of what goes on, the day says only when it was reported.
    """
    if event.reported and event.is_only_reported:
        last = event.reported.first.last
        if event.dating.when and last:
            return date_wording.bound_words(last, "before")
        return f"reported {date_wording.when_words(event.reported.first)}"
    return date_wording.dating_words(event.dating)


def _is_dated_by_text(event: Event) -> bool:
    return event.is_dated and event.choice is not Choice.LIKELY


def _chance(likely: LikelyDay | None, reported: Reported) -> str:
    """How often such a day is right: "88 in 100 events told this way fell on the day of the report …".

    Empty where it is not right more often than wrong: such a day would mislead.
    """
    if likely is None or likely.chance_within_a_day < _EVEN_CHANCE:
        return ""
    day = reported.first.known_day
    before = (day - likely.day).days if day else -1
    match before:
        case 0:
            where = "on the day of the report, give or take a day"
        case 1:
            where = "on the day before the report, give or take a day"
        case _:
            where = f"within a day of {date_wording.when_words(When.day(likely.day))}"
    return f"{likely.chance_within_a_day:.0%} events told this way fell {where}".replace("%", " in 100")


def _bound_relation_words(bound: Bound, event: Event) -> str:
    """The relation that sets a bound, and whether the bound is the date of an event further along."""
    ends = bound.relation.source, bound.relation.target
    way = "" if bound.anchor in ends else " (date taken from an event further along)"
    return relation_words(bound.relation, event.id) + way
