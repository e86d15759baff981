"""The sections of a briefing, and the styles, each of which chooses and orders some of them."""

from collections.abc import Mapping, Sequence

from dossier.errors import TemplatesUnusable
from dossier.render.options.length import Length
from dossier.text.word_lists import word_tables

OPENING = "opening"
"""The section that stands first on each page: a page has to say of whom it is."""
DEFAULT_STYLE = "briefing"
"""The style of a page when none is chosen."""
ONE_PAGE = "one-page"
"""The style that leaves out what does not fit one page."""
_PACKAGE, _FILE = "dossier.render.options", "sections.toml"


def sections() -> Mapping[str, str]:
    """What each section tells, by its name, in the order of a full briefing."""
    return word_tables(_PACKAGE, _FILE)["sections"]


def styles() -> Mapping[str, tuple[str, ...]]:
    """The sections of each style, in the order of the page."""
    return {name: tuple(listed.split()) for name, listed in word_tables(_PACKAGE, _FILE)["styles"].items()}


def pieces() -> Mapping[str, str]:
    """What the files of the page are that are no section, by their names."""
    return word_tables(_PACKAGE, _FILE)["pieces"]


def chosen_sections(
    style: str,
    names: Sequence[str] = (),
    own: Sequence[str] = (),
    length: Length = Length.STANDARD,
) -> tuple[str, ...]:
    """The sections of a page in their order: those named, each once, else those of the style; the opening first.

    ``own`` are the sections that the user's templates add. Of those of the style a short page has some only. Raises
    TemplatesUnusable, with the names that there are, when there is no such style or section.
    """
    if style not in styles():
        raise TemplatesUnusable(f"there is no style {style!r}", f"choose from {', '.join(styles())}")
    known = dict.fromkeys((*sections(), *own))
    if unknown := [name for name in names if name not in known]:
        raise TemplatesUnusable(f"there is no section {', '.join(unknown)}", f"choose from {', '.join(known)}")
    return tuple(dict.fromkeys((OPENING, *(names or _of_style(style, length)))))


def _of_style(style: str, length: Length) -> tuple[str, ...]:
    names = styles()[style]
    if length is not Length.SHORT or style != DEFAULT_STYLE:
        return names
    short = word_tables(_PACKAGE, _FILE)["lengths"]["short"].split()
    return tuple(name for name in names if name in short)
