"""The line of an event after the analyst said whom its words mean: brackets with a name, and pronouns."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from dossier.model import Form, Span
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.resolve.events", "event_comparison_words.toml")
_PRONOUNS_FOR_NAMES = _WORDS["pronouns_for_names"]
_POSSESSIVES = _WORDS["possessive_determiners"] - _PRONOUNS_FOR_NAMES - {"her"}
"""Pronouns that certainly own something: "her" may be an object as well."""
_BRACKET = re.compile(r"\[([^\]]*)\]")
_POSSESSIVE_ENDING = re.compile(r"['\u2019]s?$")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class JudgedWords:
    """Words of an article at ``span`` of its ``text`` that meant an actor called ``names``, and now ``name``.

    Either is empty for nobody.
    """

    text: str
    span: Span
    form: Form
    names: Collection[str]
    name: str

    @property
    def exact(self) -> str:
        """The words."""
        return self.text[self.span.start : self.span.end]

    def line(self, line: str) -> str:
        """The line of an event whose sentence has the words, with the name in place of the old one or of a pronoun.

        Where nobody is meant, the words themselves stand in place of the old name. A line in which the words are not
        found stays as it is.
        """
        brackets = [one for one in _BRACKET.finditer(line) if self._ending(one[1]) is not None]
        place = self._best(line, brackets)
        if place:
            ending = self._ending(place[1]) or ""
            return line[: place.start()] + self._instead(ending) + line[place.end() :]
        bare = list(re.finditer(rf"\b{re.escape(self.exact)}\b", line))
        place = self._best(line, [one for one in bare if not _is_inside_bracket(line, one)])
        word = self.exact.casefold()
        if place and self.name and word in _PRONOUNS_FOR_NAMES | _POSSESSIVES:
            ending = "’s" if word in _POSSESSIVES else ""
            return f"{line[: place.start()]}[{_owning(self.name, ending)}]{line[place.end() :]}"
        return line

    def _ending(self, shown: str) -> str | None:
        """What stands behind an old name in a bracket ("’s", " is"); None where it holds no old name."""
        for name in sorted(self.names, key=lambda name: (-len(name), name)):
            if shown.startswith(name) and (shown == name or not shown[len(name)].isalnum()):
                return shown[len(name) :]
        return None

    def _instead(self, ending: str) -> str:
        if self.name:
            return f"[{_owning(self.name, ending)}]"
        owns = bool(_POSSESSIVE_ENDING.match(ending))
        return self.exact if owns and self.form is Form.PRONOUN else self.exact + ending

    def _best(self, line: str, places: list[re.Match[str]]) -> re.Match[str] | None:
        """Of several places in the line that between whose neighbours the words stand in the text, too."""
        if len(places) < 2:
            return places[0] if places else None
        own = _neighbours(self.text, self.span.start, self.span.end)
        alike = [sum(a == b for a, b in zip(_neighbours(line, *one.span()), own, strict=True)) for one in places]
        return places[alike.index(max(alike))] if max(alike) else None


def _owning(name: str, ending: str) -> str:
    """The name with what stood behind another; a possessive ending fits the name: "Jones’"."""
    if _POSSESSIVE_ENDING.match(ending):
        return name + ("’" if name.endswith("s") else "’s")
    return name + ending


def _neighbours(text: str, start: int, end: int) -> tuple[str, str]:
    """The word before a place and the one behind it."""
    before = _last(_WORD.finditer(text[:start].rpartition("\n")[2]))
    behind = _WORD.search(text, end)
    return before, behind[0].casefold() if behind else ""


def _last(words: Iterator[re.Match[str]]) -> str:
    word = ""
    for match in words:
        word = match[0]
    return word.casefold()


def _is_inside_bracket(line: str, place: re.Match[str]) -> bool:
    return any(one.start() <= place.start() < one.end() for one in _BRACKET.finditer(line))
