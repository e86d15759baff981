"""The line of an event after the analyst said whom its words mean: brackets with a name, and pronouns."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from dossier.model import Form, Span
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.resolve.events", "event_comparison_words.toml")
_PRONOUNS_FOR_NAMES = _WORDS["pronouns_for_names"]
_POSSESSIVES = _WORDS["possessive_determiners"] - _PRONOUNS_FOR_NAMES - {"her"}
"""Pronouns that certainly own something: "her" may be an object as well."""
_DEFINITE = _WORDS["definite_determiners"]
_BRACKET = re.compile(r"\[([^\]]*)\]")
_POSSESSIVE_ENDING = re.compile(r"['\u2019]s?$")
_VERB_BEHIND = re.compile(r" [a-z]")
_CONTRACTION = re.compile(r"['\u2019]\w+")
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

    def line(self, line: str, sentence: Span, is_only: bool) -> str:
        """The line of an event in this sentence, with the name in place of the old one or of a pronoun.

        Where nobody is meant, the words themselves stand in place of the old name. A line in which the words are not
        found stays as it is. ``is_only``: no other words of the sentence mean the old actor.
        """
        brackets = [one for one in _BRACKET.finditer(line) if self._ending(one[1]) is not None]
        bare = [one for one in re.finditer(rf"\b{re.escape(self.exact)}\b", line) if not _is_inside_bracket(line, one)]
        place = self._best(line, [*bare, *brackets], sentence)
        if place is None and is_only and len(brackets) == 1 and not bare:
            place = brackets[0]
        if place is None:
            return line
        instead = self._instead(self._ending(place[1]) or "") if place in brackets else self._for_pronoun(line, place)
        return line[: place.start()] + instead + line[place.end() :]

    def _ending(self, shown: str) -> str | None:
        """What stands behind an old name in a bracket ("’s", " is"); None where it holds no old name."""
        for name in sorted(self.names, key=lambda name: (-len(name), name)):
            if shown.startswith(name) and (shown == name or not shown[len(name)].isalnum()):
                return shown[len(name) :]
        return None

    def _instead(self, ending: str) -> str:
        """What stands in place of a bracket with an old name and this ending."""
        if self.name:
            return f"[{_owning(self.name, ending)}]"
        owns = bool(_POSSESSIVE_ENDING.match(ending))
        return self.exact if owns and self.form is Form.PRONOUN else self.exact + ending

    def _for_pronoun(self, line: str, place: re.Match[str]) -> str:
        """What stands in place of the words: a name for a pronoun, or a description that begins the line; else they.

        Elsewhere a description may say what somebody is: "became the first woman".
        """
        word = place[0].casefold()
        is_contracted = bool(_CONTRACTION.match(line, place.end()))
        is_subject = place.start() == 0 and bool(_VERB_BEHIND.match(line, place.end()))
        refers_back = is_subject and self.form is Form.NOMINAL and word.partition(" ")[0] in _DEFINITE
        if not self.name or is_contracted or not (refers_back or word in _PRONOUNS_FOR_NAMES | _POSSESSIVES):
            return place[0]
        owns = word in _POSSESSIVES or _POSSESSIVE_ENDING.search(word)
        return f"[{_owning(self.name, '’s' if owns else '')}]"

    def _best(self, line: str, places: list[re.Match[str]], sentence: Span) -> re.Match[str] | None:
        """The place in the line between whose neighbours the words stand in the sentence; None where none is alike."""
        start, end = max(sentence.start, 0), min(sentence.end, len(self.text))
        own = _neighbours(self.text[start:end], self.span.start - start, self.span.end - start)
        alike = [sum(a == b for a, b in zip(_neighbours(line, *one.span()), own, strict=True)) for one in places]
        return places[alike.index(max(alike))] if any(alike) else None


def _owning(name: str, ending: str) -> str:
    """The name with what stood behind another; a possessive ending fits the name: "Jones’"."""
    if _POSSESSIVE_ENDING.match(ending):
        return name + ("’" if name.endswith("s") else "’s")
    return name + ending


def _neighbours(text: str, start: int, end: int) -> tuple[str, str]:
    """The word before a place and the one behind it; a verb contracted with what stands there is none."""
    contraction = _CONTRACTION.match(text, end)
    behind = _WORD.search(text, contraction.end() if contraction else end)
    before = _WORD.findall(text[:start])
    return before[-1].casefold() if before else "", behind[0].casefold() if behind else ""


def _is_inside_bracket(line: str, place: re.Match[str]) -> bool:
    return any(one.start() <= place.start() < one.end() for one in _BRACKET.finditer(line))
