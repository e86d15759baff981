"""The articles of a text that a press database exported, whatever file it was put in."""

from dossier.sources.draft import Draft
from dossier.sources.press import factiva, nexis
from dossier.sources.unreadable import Unreadable


def told_apart(draft: Draft) -> list[Draft | Unreadable]:
    """The articles of a bundle of Nexis or Factiva, known by its layout; of any other text the draft itself."""
    return nexis.drafts(draft.text) or factiva.drafts(draft.text) or [draft]
