"""What a user chooses of the pages: it changes their bytes, so a night compares it and the manifest keeps it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from dossier.codec import Setting
from dossier.render.options.length import Length
from dossier.render.options.logo import Logo
from dossier.render.options.paper import Paper
from dossier.render.options.sections import DEFAULT_STYLE
from dossier.render.options.template_folder import TemplateFolder


@dataclass(frozen=True, slots=True, kw_only=True)
class PageOptions:
    """How the pages of a build are made.

    ``style`` names the style; ``sections`` those that are printed, in this order; empty for those of the style.
    ``paper`` is the size of the PDF's pages, ``length`` how much they tell. ``templates`` are the user's own, and so is
    the ``logo``. A field that is added gets a line in ``settings`` and ``from_settings``; the digest of a dossier and
    'verify' follow.
    """

    style: str = DEFAULT_STYLE
    sections: tuple[str, ...] = ()
    paper: Paper = Paper.A4
    length: Length = Length.STANDARD
    templates: TemplateFolder | None = None
    logo: Logo | None = None

    def settings(self) -> dict[str, Setting]:
        """The options by their names, as a manifest keeps them; of files a hash."""
        return {
            "length": self.length.value,
            "logo_sha256": self.logo.sha256 if self.logo else None,
            "paper": self.paper.value,
            "sections": list(self.sections),
            "style": self.style,
            "templates_sha256": self.templates.sha256 if self.templates else None,
        }

    @classmethod
    def from_settings(cls, settings: Mapping[str, Setting]) -> "PageOptions":
        """The options that a manifest keeps, without files; the default of one that it lacks."""
        style, sections, length = (settings.get(name) for name in ("style", "sections", "length"))
        return cls(
            style=style if isinstance(style, str) else DEFAULT_STYLE,
            sections=tuple(sections) if isinstance(sections, list) else (),
            paper=Paper.LETTER if settings.get("paper") == Paper.LETTER else Paper.A4,
            length=Length(length) if length in set(Length) else Length.STANDARD,
        )

    def with_files_of(self, given: "PageOptions") -> "PageOptions":
        """These options with the templates and the logo of others."""
        return replace(self, templates=given.templates, logo=given.logo)

    def lacks(self, settings: Mapping[str, Setting]) -> tuple[str, ...]:
        """What a manifest says that its pages were made with, and these options have not: "templates", "logo"."""
        own = self.settings()
        return tuple(name for name in ("templates", "logo") if own[f"{name}_sha256"] != settings.get(f"{name}_sha256"))


DEFAULT_PAGE = PageOptions()
"""What holds where the user chose nothing."""
