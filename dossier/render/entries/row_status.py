"""How sure a row is as a whole: by the event that heads its line, whatever is known of the others."""

from collections.abc import Iterator

from dossier.model import Certainty, Event, Evidence, PartOfSpeech, Polarity, Realis, Tense
from dossier.render.entries.entry_groups import EntryGroup
from dossier.render.page_values.row_context import Status
from dossier.render.wording.label_wording import event_status, factuality_status
from dossier.render.wording.prose import tidy
from dossier.text.line_words import PRONOUNS
from dossier.text.word_lists import word_lists

_BY_A_SOURCE = "only according to a source"
STATUS_WORDS = (Status.FACT.words, _BY_A_SOURCE, Status.UNSURE.words, Status.NEGATED.words)
"""How sure rows are, in words, in the order in which they are counted."""
_WORDS = word_lists("dossier.render", "render_words.toml")
_SAYING, _DENYING = _WORDS["types_of_saying"], _WORDS["verbs_of_denying"]
_NOUNS = (PartOfSpeech.NOUN, PartOfSpeech.PROPER_NOUN)
_JUDGING = _WORDS["verbs_of_judging"]
_ACCUSING, _SUSPECTING = _WORDS["verbs_of_accusing"], _WORDS["verbs_of_suspecting"]


def row_status(group: EntryGroup) -> Status:
    """The status of the first event, which heads the line: that of another word is said with that word.

    Yet no fact is told where another source says that it did not happen, nor by "is suspected of having sold it", nor
    by what follows from an unsure event: "is believed to have sold it, making him rich".
    """
    head, *others = group.events
    status = event_status(head)
    if status is not Status.FACT:
        return status
    unsure = [event for event in others if _is_in_doubt(event)]
    is_suspicion = bool(unsure) and head.evidence[0].lemma in _SUSPECTING
    is_doubtful = group.is_contradicted or is_suspicion or any(_follows_from(head, event) for event in unsure)
    return Status.UNSURE if is_doubtful else status


def _is_in_doubt(event: Event) -> bool:
    value = event.factuality
    return value.realis is Realis.ACTUAL and value.certainty is not Certainty.CERTAIN


def _follows_from(head: Event, event: Event) -> bool:
    """Whether what heads a line is a participle or a noun behind another event of its sentence.

    A verb with a tense states something of its own: "Roth, whom they suspect of selling it, was arrested".
    """
    one, two = event.evidence[0], head.evidence[0]
    is_behind = one.article == two.article and one.quote == two.quote and one.trigger.span < two.trigger.span
    return is_behind and not _is_statement(two)


def status_words(group: EntryGroup) -> str:
    """The status in words. What only sources tell that an article names is told apart from what it states itself."""
    status = row_status(group)
    return _BY_A_SOURCE if status is Status.FACT and _is_only_said(group.events[0]) else status.words


def judgement_words(event: Event) -> str:
    """The label of a word that judges what it tells, where no source is named: "the council caved in"."""
    is_own = event.attribution is None and event.evidence[0].lemma in _JUDGING
    return "a judgement of the article" if is_own and factuality_status(event.factuality) is Status.FACT else ""


def accusation_words(event: Event) -> str:
    """The label of an event that only tells of a claim; empty for others, and for what another label qualifies."""
    is_claim = event.evidence[0].lemma in _ACCUSING and factuality_status(event.factuality) is Status.FACT
    return "accusation" if is_claim else ""


def denier(head: Event) -> str:
    """Who denies that the event of a line happened; empty where nobody does: "was not charged" is no denial."""
    if event_status(head) is not Status.NEGATED:
        return ""
    by_cue = (piece.attribution for piece in _agreeing(head) if piece.attribution)
    names = (said.name or said.text for said in by_cue if _DENYING & set(said.cue.exact.lower().split()))
    return next((tidy(name) for name in names if name.lower() not in PRONOUNS), "")


def _is_only_said(event: Event) -> bool:
    is_saying = event.type in _SAYING or event.evidence[0].lemma in _ACCUSING
    pieces = list(_agreeing(event))
    stated = [piece for piece in pieces if _is_statement(piece)]
    return is_saying or all(piece.attribution for piece in stated or pieces)


def _is_statement(piece: Evidence) -> bool:
    """Whether it states the event: "after the arrest" and "having left" only look back on what is stated elsewhere."""
    return piece.part_of_speech not in _NOUNS and piece.tense not in (Tense.OPEN, Tense.BARE)


def _agreeing(event: Event) -> Iterator[Evidence]:
    """The evidence that tells what the event does, not its contrary."""
    polarity: Polarity = event.factuality.polarity
    return (piece for piece in event.evidence if piece.factuality.polarity is polarity)
