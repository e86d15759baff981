"""The sentences that tell of decisions, and what their values are called, by ``decision_sentences.toml``."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources

from dossier.model import DecisionKind, Kind, Role
from dossier.render.wording import prose
from dossier.render.wording.label_wording import KIND_WORDS, ROLE_WORDS

_KIND = "kind"
"""The value that is a kind of actor."""


def decided_words(kind: DecisionKind, part: str) -> str:
    """The sentence that tells of a decision of this kind ("said"), or the end of one that says more ("said-when")."""
    return _words()[kind][part]


def choice_words(value: str, name: str = "") -> str:
    """A value that may be chosen, for people: a part in an event, what the table of words has, else as it is.

    ``name`` is that of its field: a kind of actor may be called as a part in an event is.
    """
    if name == _KIND:
        return KIND_WORDS[Kind(value)].lower()
    if value in set(Role):
        return ROLE_WORDS[Role(value)]
    return _words()["choices"].get(value) or prose.tidy(value)


@cache
def _words() -> Mapping[str, Mapping[str, str]]:
    text = resources.files("dossier.render.decisions").joinpath("decision_sentences.toml").read_text("utf-8")
    return tomllib.loads(text)
