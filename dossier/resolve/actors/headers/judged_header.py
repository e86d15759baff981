"""What the analyst decided on the head of a dossier: the kind, other names, descriptions; and what was read there."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple, TypeVar

from dossier.model import (
    ActorCorrection,
    ActorField,
    Alias,
    Description,
    DescriptionChoice,
    DescriptionRejection,
    Judgement,
    Kind,
    NameRejection,
    Reclassification,
    Renaming,
)
from dossier.resolve.actors.traits.canonical_names import canonical_name
from dossier.resolve.rulings.rulings import ChainKey, Rulings
from dossier.text.repair import folded_words

_T = TypeVar("_T")
_FIELDS = tuple(ActorField)


class _ReadHeader(NamedTuple):
    """What was read: the name, the other names, the descriptions; and the name under which the actor is shown."""

    name: str
    shown: str
    others: Sequence[Alias]
    found: Sequence[Description]


class JudgedHeader:
    """The judgements on one actor; of two on one thing the later holds."""

    def __init__(self, judgements: Iterable[Judgement] = (), kinds_read: Iterable[Kind] = ()) -> None:
        """``kinds_read`` are the kinds of its chains before the analyst gave another."""
        self._judgements = sorted(set(judgements), key=lambda one: (one.made or date.min, one.id))
        self._kinds_read = Counter(kinds_read)

    @classmethod
    def of(cls, members: Sequence[ChainKey], rulings: Rulings) -> "JudgedHeader":
        """The judgements on the actor of these chains."""
        judgements = (judgement for key in members for judgement in rulings.of_actors.get(key, ()))
        return cls(judgements, (rulings.kinds_read[key] for key in members if key in rulings.kinds_read))

    @property
    def is_empty(self) -> bool:
        """Whether no judgement is about the actor."""
        return not self._judgements and not self._kinds_read

    @property
    def kind(self) -> Kind | None:
        """The kind that the analyst gave; None where he gave none."""
        return next((one.kind for one in self._decisions(Reclassification)), None)

    def aliases(self, found: Sequence[Alias]) -> tuple[Alias, ...]:
        """The other names without those that the analyst rejected."""
        dropped = {canonical_name(one.name) for one in self._decisions(NameRejection)}
        return tuple(one for one in found if canonical_name(one.text) not in dropped)

    def descriptions(self, found: Sequence[Description]) -> tuple[Description, ...]:
        """The descriptions without those that the analyst rejected; the one that he chose first, if it is there."""
        chosen = self._chosen()
        out = {folded_words(one.description) for one in self._decisions(DescriptionRejection)} - {chosen}
        kept = [one for one in found if folded_words(one.text) not in out]
        return tuple(sorted(kept, key=lambda one: folded_words(one.text) != chosen))

    def corrections(
        self, name: str, shown: str, others: Sequence[Alias], found: Sequence[Description]
    ) -> tuple[ActorCorrection, ...]:
        """What is corrected, field by field.

        ``name``, the aliases ``others`` and the descriptions ``found`` are what was read, ``shown`` is the name given.
        """
        head = _ReadHeader(name, shown, others, found)
        made = {
            ActorCorrection(field, value, read, one.id, one.by, one.made)
            for one in self._judgements
            for field, value, read in self._corrected(one, head)
        }
        return tuple(sorted(made, key=lambda one: (_FIELDS.index(one.field), one.read, one.judgement)))

    def _corrected(self, judgement: Judgement, head: _ReadHeader) -> Iterator[tuple[ActorField, str, str]]:
        """The field that the judgement corrects, the new value and what was read.

        Nothing where a later one holds, or where what it rejects was not there.
        """
        match judgement.decision:
            case Renaming(name=given) if given == head.shown:
                yield ActorField.NAME, given, head.name
            case Reclassification(kind=kind) if kind is self.kind:
                yield ActorField.KIND, kind, max(self._kinds_read, key=lambda one: (self._kinds_read[one], one))
            case NameRejection(name=alias):
                same = (one.text for one in head.others if canonical_name(one.text) == canonical_name(alias))
                yield from ((ActorField.ALIASES, "", text) for text in same)
            case DescriptionRejection(description=text) if folded_words(text) != self._chosen():
                said = (one.text for one in head.found if folded_words(one.text) == folded_words(text))
                yield from ((ActorField.DESCRIPTIONS, "", one) for one in said)
            case DescriptionChoice(description=text) if folded_words(text) == self._chosen():
                yield ActorField.DESCRIPTIONS, text, head.found[0].text if head.found else ""

    def _chosen(self) -> str | None:
        return next((folded_words(one.description) for one in self._decisions(DescriptionChoice)), None)

    def _decisions(self, sort: type[_T]) -> Iterator[_T]:
        """The decisions of this sort, the latest first."""
        return (one.decision for one in reversed(self._judgements) if isinstance(one.decision, sort))


NOT_JUDGED = JudgedHeader()
"""No judgement on the actor."""
