"""Who of the main actors of a case is named in a line, whether or not they take part in what it tells."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from dossier.model import Kind, MainActor
from dossier.render.wording import prose
from dossier.text.word_lists import word_lists

_BEFORE_NAMES = word_lists("dossier.render", "render_words.toml")["words_before_names"]
_LAST_WORD = re.compile(r"([^\W\d_][\w.’'-]*) $")
_NAME_GOES_ON = re.compile(r" [^\W\d_a-z]")


@dataclass(frozen=True, slots=True)
class NameFinder:
    """Finds the names of main actors in lines; a name that two of them have is nobody's."""

    owners: Mapping[str, MainActor]
    pattern: re.Pattern[str] = field(repr=False)

    @classmethod
    def of(cls, actors: Sequence[MainActor]) -> "NameFinder":
        """A finder of the names that these actors have."""
        owners: dict[str, list[MainActor]] = {}
        for actor in actors:
            for name in dict.fromkeys(map(prose.tidy, (actor.name, *actor.aliases))):
                owners.setdefault(name, []).append(actor)
        longest_first = sorted(owners, key=lambda name: (-len(name), name))
        pattern = (
            re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)") if owners else re.compile("(?!)")
        )
        return cls({name: those[0] for name, those in owners.items() if len(those) == 1}, pattern)

    def named(self, line: str) -> frozenset[str]:
        """The ids of those whom the line names: "Varga" but not in "Ida Varga", "Orlov" but not in "Orlov Bank"."""
        return frozenset(self._owners(line))

    def _owners(self, line: str) -> Iterable[str]:
        for found in self.pattern.finditer(line):
            owner = self.owners.get(found[0])
            if owner and (_says_enough(found[0], owner) or not _is_part(line, found)):
                yield owner.id


def _says_enough(name: str, owner: MainActor) -> bool:
    """Whether a name stands for itself beside another word with a capital: "President Ida Varga", "WHO Director"."""
    return name.isupper() or (" " in name and owner.kind is Kind.PERSON)


def _is_part(line: str, found: re.Match[str]) -> bool:
    """Whether the name is part of a longer one."""
    before = _LAST_WORD.search(line[: found.start()])
    begins = before is not None and before[1][0].isupper() and before[1].lower() not in _BEFORE_NAMES
    return begins or _NAME_GOES_ON.match(line, found.end()) is not None
