"""What the subject of a dossier denies, whether it has an entry or not: nobody is accused here without his answer."""

from collections.abc import Iterable, Iterator

from dossier.model import SURE_LINK, Event, Evidence, Polarity, Role, RolePlayer, Timeline, When
from dossier.render.entries.notes import Ledger
from dossier.render.page_values.bottom_line_context import OwnDenial
from dossier.render.page_values.note_context import Backlink
from dossier.render.wording import event_dates
from dossier.render.wording.prose import tidy
from dossier.text.line_words import PRONOUNS, line_words
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.render", "render_words.toml")
_SAYING = _WORDS["types_of_saying"]
_MOST_BLANKS = 2
"""Characters between two sentences of one paragraph, which has no empty line. Set by hand."""
_DENYING, _PLEAS = _WORDS["lemmas_of_own_denials"], _WORDS["pleas_of_innocence"]
_PRONOUNS_OF_THINGS = _WORDS["pronouns_of_things"]


def own_denials(timeline: Timeline, ledger: Ledger) -> tuple[OwnDenial, ...]:
    """The sentences in which the subject denies something, cited in the ledger.

    The surest come first, then those that can be read without their article, then the newest. They are those of
    entries, of what got no entry, and of what is only possibly about the subject.
    """
    if timeline.actor is None:
        return ()
    subject, aside = timeline.actor.id, (*(one.event for one in timeline.left_out), *timeline.possible)
    told = [(event, player) for event in (*timeline.told, *aside) for player in _denying(event, subject)]
    sure = sorted(told, key=_prominence, reverse=True)
    each = {tidy(event.line): (event, player) for event, player in reversed(sure)}
    known = [piece for event in (*timeline.told, *aside) for piece in event.evidence]
    return tuple(
        _own_denial(number, event, player, tidy(timeline.actor.name), _accusation(event.evidence[0], known), ledger)
        for number, (event, player) in enumerate(reversed(each.values()), 1)
    )


def _prominence(told: tuple[Event, RolePlayer]) -> tuple[bool, bool, str]:
    event, player = told
    return player.confidence >= SURE_LINK, event.evidence[0].stands_alone, _last_report(event)


def _denying(event: Event, subject: str) -> Iterator[RolePlayer]:
    """The part of the subject in the event, if it is that of denying something."""
    shown = event.evidence[0]
    is_refusal = shown.lemma in _DENYING and event.type not in _SAYING  # "denied her a visa"
    if event.factuality.polarity is Polarity.POSITIVE and _denies(shown) and not is_refusal:
        yield from (one for one in shown.participants if one.entity == subject and one.role is Role.AGENT)


def _denies(piece: Evidence) -> bool:
    """Whether it is a denial, or a plea of innocence: "denied the charge", "pleaded not guilty"."""
    is_plea = piece.lemma == "plead" and any(_behind(piece).casefold().lstrip().startswith(plea) for plea in _PLEAS)
    return piece.lemma in _DENYING or is_plea


def _behind(piece: Evidence) -> str:
    """The words of the sentence behind the denial."""
    return piece.quote.exact[piece.trigger.span.end - piece.quote.span.start :]


def _accusation(denial: Evidence, known: Iterable[Evidence]) -> Evidence | None:
    """What a denial of "it" means, or of "having done it": the sentence before, if ``known`` to tell of the subject."""
    is_denied = any(one.role is Role.PATIENT and one.name.lower() in PRONOUNS for one in denial.participants)
    is_pointing = is_denied or not _PRONOUNS_OF_THINGS.isdisjoint(line_words(_behind(denial)))
    begins = denial.quote.span.start
    before = (one for one in known if one.article == denial.article and one.quote.span.end <= begins)
    last = max(before, key=lambda one: one.quote.span.end, default=None)
    is_next = last is not None and begins - last.quote.span.end <= _MOST_BLANKS
    return last if is_pointing and is_next else None


def _last_report(event: Event) -> str:
    when: When | None = event.reported.last if event.reported else None
    return when.latest.isoformat() if when and when.latest else ""


def _own_denial(
    number: int, event: Event, player: RolePlayer, subject: str, accusation: Evidence | None, ledger: Ledger
) -> OwnDenial:
    shown, date = event.evidence[0], event_dates.short_date(event)
    is_sure = player.confidence >= SURE_LINK or player.words is None
    at = Backlink(f"denial{number}", f"denial\N{NO-BREAK SPACE}{number}")
    before = ledger.cite(accusation.article, accusation.quote, at) if accusation else None
    note = ledger.cite(shown.article, shown.quote, at)
    return OwnDenial(
        number=number,
        date=date[:1].upper() + date[1:],
        line=tidy(event.line),
        doubt="" if is_sure or player.words is None else f"“{tidy(player.words.exact)}”: probably {subject}",
        note=note,
        accusation=tidy(accusation.quote.exact) if accusation else "",
        accusation_note=before,
    )
