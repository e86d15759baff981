"""What stands around every page: the way to the others, what was just done, and the signature of forms."""

from dataclasses import dataclass
from urllib.parse import quote, urlencode

from flask import request

from dossier.render.decisions.decision_wording import day_words, decisions_in_words
from dossier.render.templating.templates import template
from dossier.render.wording import prose
from dossier.serve.serving import serving, session, snapshot

_OF_DECISION = frozenset(("done", "known", "was", "aside"))
"""What an address says of the last decision, beside which page it is."""


@dataclass(frozen=True, slots=True)
class DoneNotice:
    """What was just decided, or withdrawn: the ids and the words. ``heading`` says which of it.

    What ``is_withdrawn`` cannot be undone again.
    """

    ids: tuple[str, ...]
    heading: str
    words: tuple[str, ...]
    is_withdrawn: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What the frame of a page shows.

    ``here`` is the address of the page, ``place`` the name of its subject among those in the head. ``csrf`` goes into
    each form; ``by`` signs what is decided. Where it ``has_build``, the project can be built from a page. ``done`` is
    what was just decided.
    """

    here: str
    place: str
    csrf: str
    by: str
    as_of: str
    is_read_only: bool
    has_password: bool
    has_build: bool
    judgements: int
    done: DoneNotice | None


def framed(name: str, **values: object) -> str:
    """The page that the template of this name makes of the values, with its frame."""
    return template(name).render(frame=_frame(), **values)


def here() -> str:
    """The address of the page that is asked for, without what it says of the last decision."""
    kept = urlencode([(key, value) for key, value in request.args.items(multi=True) if key not in _OF_DECISION])
    return quote(request.path) + (f"?{kept}" if kept else "")


def _place() -> str:
    """The first part of the address, by which the head of a page tells where one is."""
    first = request.path.split("/")[1]
    return {"": "case", "article": "articles"}.get(first, first)


def _frame() -> Frame:
    state = serving()
    case = snapshot().case
    return Frame(
        here=here(),
        place=_place(),
        csrf=session().csrf,
        by=prose.tidy(state.by),
        as_of=day_words(case.as_of) if case.as_of else "not known",
        is_read_only=state.is_read_only,
        has_password=state.sessions.has_password,
        has_build=state.build is not None,
        judgements=len(state.case.store.judgements()),
        done=_done(request.args.get("done", "")),
    )


def _done(ids: str) -> DoneNotice | None:
    """What was decided by the judgements with these ids (a list with commas); unknown ids say nothing."""
    wanted = set(ids.split(",")) if ids else set()
    stored = [one for one in snapshot().store.stored_judgements() if one.judgement.id in wanted] if wanted else []
    if not stored:
        return None
    latest = {one.judgement.id: one for one in stored}
    is_withdrawn = all(one.withdrawn_by is not None for one in latest.values())
    known = "known" in request.args
    heading = ("Already undone" if known else "Undone") if is_withdrawn else "Decided already" if known else "Decided"
    words = decisions_in_words([one.judgement for one in latest.values()], snapshot().case.contents.citations)
    return DoneNotice(tuple(latest), heading, words, is_withdrawn)
