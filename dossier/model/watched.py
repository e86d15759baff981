"""Whom a user wants a dossier on."""

from dataclasses import dataclass

from dossier.model.mentions import Kind


@dataclass(frozen=True, slots=True)
class Watched:
    """One entry of a watchlist: a name, other names of the same one, what it is, and numbers it is registered by.

    ``identifiers`` are (scheme, value), such as ("wikidata", "Q42"); they are shown, and tell two entries of one name
    apart. Raises ValueError when the name is blank.
    """

    name: str
    aliases: tuple[str, ...] = ()
    kind: Kind | None = None
    identifiers: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise ValueError("an entry of a watchlist has a name")

    @property
    def names(self) -> tuple[str, ...]:
        """The name and the aliases, each once."""
        return tuple(dict.fromkeys((self.name, *self.aliases)))
