"""What is said of articles in languages that Dossier does not read in full."""

from dossier.annotate import languages
from dossier.model import Issue


def unread_language(ref: str, tag: str | None) -> Issue | None:
    """The issue with the article called ``ref``; None where its language is read in full."""
    language = languages.primary(tag or languages.ENGLISH)
    if language == languages.ENGLISH:
        return None
    if language in languages.DATED:
        what = "its dates are read, people and events in English only"
    else:
        what = "nothing is read in it"
    return Issue(
        ref,
        f"it is in {languages.name(language)}: {what}",
        "if that is wrong, state its language or give --language",
    )
