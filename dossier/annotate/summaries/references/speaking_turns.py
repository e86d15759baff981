"""Who speaks a sentence of an interview or talk that the article prints in turns, without quotation marks."""

from bisect import bisect_right

from dossier.annotate.doc import Turn
from dossier.annotate.summaries.references.bracketed_names import ActorMentions
from dossier.annotate.summaries.sentence.flat_parse import FlatParse
from dossier.annotate.summaries.summary_words import FIRST_PERSON_PRONOUNS


class SpeakingTurns:
    """The turns of a text, each with a label ("BRANDT:") and a speaker if known."""

    def __init__(self, turns: tuple[Turn, ...], parse: FlatParse, mentions: ActorMentions) -> None:
        self._parse = parse
        self._mentions = mentions
        self._turns = turns
        self._labels = [turn.label for turn in turns]

    def start_after_label(self, start: int) -> int:
        """``start``, or the token after the label of a turn if the sentence begins with one."""
        turn = self._turn(start)
        return turn.start if turn is not None and turn.label <= start < turn.start else start

    def speaker(self, start: int, end: int) -> str | None:
        """Who says the sentence ``start`` to ``end`` (half-open): the speaker of its turn, else whom "I" means.

        "I" or another first-person pronoun counts outside quotations only. None where neither is known.
        """
        turn = self._turn(start)
        if turn is not None and turn.speaker is not None:
            return turn.speaker
        quoted = self._parse.quotations.within(start, end)
        first_persons = (i for i in range(start, end) if self._is_resolved_first_person(i))
        unquoted = (i for i in first_persons if not any(a <= i < z for a, z in quoted))
        return next((self._mentions.starting[i].shown for i in unquoted), None)

    def _is_resolved_first_person(self, token: int) -> bool:
        """Whether the token is a first-person pronoun that is linked to an actor."""
        return self._parse.lowers[token] in FIRST_PERSON_PRONOUNS and self._mentions.is_resolved_pronoun(token)

    def _turn(self, token: int) -> Turn | None:
        """The turn that holds the token, its label included; None outside all turns."""
        index = bisect_right(self._labels, token) - 1
        return self._turns[index] if index >= 0 and token < self._turns[index].end else None
