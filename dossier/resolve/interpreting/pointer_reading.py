"""What the pointers of judgements mean in a case; those that mean nothing there are reported."""

from collections.abc import Sequence

from dossier.model import ActorPointer, EventPointer, Issue, JudgedPointer, Judgement, TriggerKey
from dossier.resolve.interpreting.claim_lookup import ClaimIndex, NamedChain
from dossier.resolve.interpreting.judgement_wording import describe_judgement, describe_pointer
from dossier.text.names import normal

HOW_TO_UNDO = "withdraw it ('dossier review undo ID'), or take it out of its file"


class PointerReader:
    """Reads pointers by the claims of a case, and collects the judgements whose pointers mean nothing there.

    ``issues`` are for the analyst to mend; ``notes`` are about articles that the case does not have.
    """

    def __init__(self, claims: ClaimIndex) -> None:
        """A reader of these claims, with nothing to report yet."""
        self.claims = claims
        self.issues: list[Issue] = []
        self.notes: list[Issue] = []

    def chains(self, judgement: Judgement, pointer: ActorPointer) -> list[NamedChain]:
        """The chains of that name. Where no chain has it, reports an issue and returns none.

        It does the same with an ambiguous name: one that is no chain's own, but that of mentions in chains of several
        names ("Brandt", where Ada Brandt and Omar Brandt are called so).
        """
        if self.is_elsewhere(judgement, pointer):
            return []
        found = self.claims.chains_named(pointer)
        names = {normal(named.chain.name): named.chain.name for named in found}
        if not found:
            self.without_effect(judgement, f"{self._words(pointer)} is read as nobody's name")
        elif not found[0].is_own_name and len(names) > 1:
            several = ", ".join(names[key] for key in sorted(names))
            what = f"{self._words(pointer)} is said of several ({several})"
            self.report(judgement, what, "name one of them instead")
            return []
        return found

    def trigger(self, judgement: Judgement, pointer: EventPointer) -> TriggerKey | None:
        """The key of the event mention with that trigger; reports an issue and returns None where there is none."""
        if self.is_elsewhere(judgement, pointer):
            return None
        if self.claims.event(pointer) is None:
            self.without_effect(judgement, f"{self._words(pointer)} is not read as an event")
            return None
        return pointer.trigger_key

    def is_elsewhere(self, judgement: Judgement, pointer: JudgedPointer) -> bool:
        """Whether the pointer is about an article that is not in this case; if so, notes it."""
        if not pointer.article or pointer.article in self.claims.refs:
            return False
        self.notes.append(self._idle(judgement, f"article {pointer.article} is not in this case"))
        return True

    def without_effect(self, judgement: Judgement, why: str) -> None:
        """Report that the judgement has no effect."""
        self.issues.append(self._idle(judgement, why))

    def replaced(self, judgement: Judgement, later: Judgement) -> None:
        """Note that a later judgement, which points to the same by other words, holds in place of this one."""
        self.notes.append(self._idle(judgement, f"a later one holds, {self._decision(later)} (judgement {later.id})"))

    def report(self, judgement: Judgement, what: str, advice: str) -> None:
        """Report what is wrong with a judgement."""
        self.issues.append(Issue(f"judgement {judgement.id}", f"{self._decision(judgement)}: {what}", advice))

    def dispute(self, judgements: Sequence[Judgement], outcome: str) -> None:
        """Report judgements that contradict each other; ``outcome`` says what becomes of them."""
        said = "; ".join(self._decision(judgement) for judgement in judgements)
        where = f"judgements {', '.join(judgement.id for judgement in judgements)}"
        what = f"they contradict each other: {said}; {outcome}"
        self.issues.append(Issue(where, what, f"withdraw the wrong one{HOW_TO_UNDO.removeprefix('withdraw it')}"))

    def _idle(self, judgement: Judgement, why: str) -> Issue:
        what = f"{self._decision(judgement)}: it has no effect, {why}"
        return Issue(f"judgement {judgement.id}", what, f"correct it, {HOW_TO_UNDO}")

    def _words(self, pointer: JudgedPointer) -> str:
        return describe_pointer(pointer, self.claims.refs)

    def _decision(self, judgement: Judgement) -> str:
        return describe_judgement(judgement, self.claims.refs)
