"""What a user chooses of the pages: it changes their bytes, so a night compares it and the manifest keeps it."""

from collections.abc import Mapping
from dataclasses import dataclass

from dossier.codec import Setting
from dossier.render.paper import Paper
from dossier.render.sections import DEFAULT_STYLE


@dataclass(frozen=True, slots=True, kw_only=True)
class PageOptions:
    """How the pages of a build are made.

    ``style`` names the style; ``sections`` those that are printed, in this order; empty for those of the style;
    ``paper`` is the size of the PDF's pages. A field that is added gets a line in
    ``settings`` and ``from_settings``; the digest of a dossier and 'verify' follow.
    """

    style: str = DEFAULT_STYLE
    sections: tuple[str, ...] = ()
    paper: Paper = Paper.A4

    def settings(self) -> dict[str, Setting]:
        """The options by their names, as a manifest keeps them."""
        return {"paper": self.paper.value, "sections": list(self.sections), "style": self.style}

    @classmethod
    def from_settings(cls, settings: Mapping[str, Setting]) -> "PageOptions":
        """The options that a manifest keeps; the default of one that it lacks."""
        style, sections = settings.get("style"), settings.get("sections")
        return cls(
            style=style if isinstance(style, str) else DEFAULT_STYLE,
            sections=tuple(sections) if isinstance(sections, list) else (),
            paper=Paper.LETTER if settings.get("paper") == Paper.LETTER else Paper.A4,
        )


DEFAULT_PAGE = PageOptions()
"""What holds where the user chose nothing."""
