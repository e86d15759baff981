"""Words for what ties two actors in an event: from its type, its word and the parts that they have."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources

TOGETHER = "together"
"""Stands for the part of the second actor where both do it."""
WITH = "with"
"""Stands for the part of who is named in what is done: "exchanged messages with Hart"."""
ALIKE = "alike"
"""Stands for the type of event where the names of two are joined, so that both do or undergo the same."""
VOICE = "source"
"""Stands for the type of event where one is the source of what is told of the other."""


class TieKind(StrEnum):
    """What kind of tie it is."""

    ACT = "act"
    """One does something to the other."""
    MUTUAL = "mutual"
    """Both do it to each other."""
    ALIKE = "alike"
    """Both do or undergo the same, whatever it is."""
    VOICE = "voice"
    """One only speaks of the other."""


@dataclass(frozen=True, slots=True)
class TieWording:
    """What is said of the one who does it, and of the other: "accused {}", "accused by {}".

    ``kind`` says whether it has a direction. ``of_people`` says that a country or another place cannot be the other.
    """

    did: str
    done: str
    kind: TieKind = TieKind.ACT
    of_people: bool = False


def tie_wording(type_: str, lemma: str | None, part: str) -> TieWording | None:
    """The words for the part (a role, or ``TOGETHER``) of the other actor; None where this ties nobody.

    >>> tie_wording("charge", "indict", "patient").done
    'indicted by {}'
    """
    wordings = _wordings().get((type_, part))
    return wordings.of_word(lemma or "") if wordings else None


@dataclass(frozen=True, slots=True)
class _PartWordings:
    """The words for one part in events of one type: ``usual`` for any lemma, ``verbs`` for some."""

    usual: TieWording | None
    verbs: Mapping[str, TieWording]
    never: frozenset[str]

    def of_word(self, lemma: str) -> TieWording | None:
        return None if lemma in self.never else self.verbs.get(lemma, self.usual)


@cache
def _wordings() -> Mapping[tuple[str, str], _PartWordings]:
    document = tomllib.loads((resources.files("dossier.render.relations") / "tie_phrases.toml").read_text("utf-8"))
    return {
        (type_, part): _part(table, _kind(type_, part))
        for type_, parts in document.items()
        for part, table in parts.items()
    }


def _kind(type_: str, part: str) -> TieKind:
    if type_ in (ALIKE, VOICE):
        return TieKind.ALIKE if type_ == ALIKE else TieKind.VOICE
    return TieKind.MUTUAL if part in (TOGETHER, WITH) else TieKind.ACT


def _part(table: Mapping[str, str], kind: TieKind) -> _PartWordings:
    of_people, did = bool(table.get("of_people")), table.get("did")
    usual = TieWording(did, table.get("done", did), kind, of_people) if did else None
    pairs = (_spaced(entry).split("=") for entry in table.get("verbs", "").split())
    verbs = {lemma: _of_verb(forms, kind, of_people) for lemma, forms in pairs}
    return _PartWordings(usual, verbs, frozenset(map(_spaced, table.get("never", "").split())))


def _of_verb(forms: str, kind: TieKind, of_people: bool) -> TieWording:
    past, _, participle = forms.partition("/")
    did = f"{past} {{}}"
    return TieWording(did, did if kind is TieKind.MUTUAL else f"{participle or past} by {{}}", kind, of_people)


def _spaced(words: str) -> str:
    return words.replace("_", " ")
