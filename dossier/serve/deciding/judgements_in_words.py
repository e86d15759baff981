"""What the command line says of judgements, as the pages say it: one decision, one line, in plain words."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from dossier.model import Issue, Judgement
from dossier.render.decisions.decision_groups import decided_together
from dossier.render.decisions.decision_wording import decision_words, decisions_in_words
from dossier.render.wording import prose
from dossier.resolve import describe_judgement
from dossier.serve.served_case import CaseSnapshot

_ID = re.compile(r"\b[0-9a-f]{10}\b")
_PLAINER = ((re.compile(r" \(judgement [0-9a-f]{10}\)"), ""), (re.compile("what says 'same'"), "what makes them one"))
"""What stands in a problem for the command line, and what a page says in its place."""


@dataclass(frozen=True, slots=True)
class ToldProblem:
    """A problem in a sentence with its ``advice``, or with the problems (``parts``) of what was decided together.

    ``where`` says what it is about; it is empty where that is a decision of this case, which has its undo on its page.
    """

    where: str
    what: str
    advice: str
    parts: tuple[str, ...] = ()


class JudgementWords:
    """The decisions of a case by their ids, each with those that were made together with it."""

    def __init__(self, held: CaseSnapshot, added: Sequence[Judgement] = ()) -> None:
        """Those of the store, and others that may be ``added`` together."""
        self._citations = held.case.contents.citations
        self._refs = {key: cited.ref for key, cited in self._citations.items()}
        groups = decided_together(one.judgement for one in held.store.stored_judgements())
        self._together = {one.id: group for group in (*groups, list(added)) for one in group}

    def problems(self, issues: Iterable[Issue]) -> tuple[ToldProblem, ...]:
        """The issues, those that differ only in which of several decisions made together they are about as one."""
        found: dict[tuple[str, str, str], list[str]] = {}
        for issue in issues:
            ids = _ID.findall(issue.where)
            if not ids or not all(one in self._together for one in ids):
                found.setdefault((issue.where, issue.what, issue.advice), []).append("")
                continue
            line, part = (self._worded(issue, say) for say in (self._group_words, self._own_words))
            found.setdefault(("", line, ""), []).append(part)
        return tuple(_told(*key, parts) for key, parts in found.items())

    def _worded(self, issue: Issue, say: Callable[[Judgement], str]) -> str:
        words = issue.what
        for key in _ID.findall(f"{issue.where} {issue.what}"):
            if key in self._together:
                judgement = self._judgement(key)
                words = words.replace(describe_judgement(judgement, self._refs), say(judgement))
        for old, new in _PLAINER:
            words = old.sub(new, words)
        return f"{words[:1].upper()}{words[1:]}"

    def _judgement(self, key: str) -> Judgement:
        return next(one for one in self._together[key] if one.id == key)

    def _own_words(self, judgement: Judgement) -> str:
        return decision_words(judgement, self._citations)

    def _group_words(self, judgement: Judgement) -> str:
        return "; ".join(decisions_in_words(self._together[judgement.id], self._citations))


def _told(where: str, what: str, advice: str, parts: Sequence[str]) -> ToldProblem:
    is_one = len(parts) == 1
    return ToldProblem(
        prose.tidy(where),
        parts[0] or what if is_one else what,
        prose.tidy(advice),
        () if is_one else tuple(filter(None, parts)),
    )
