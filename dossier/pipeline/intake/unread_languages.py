"""The message on an article in a language that Dossier does not read in full."""

from dossier.annotate import languages
from dossier.model import Issue


def unread_language(ref: str, tag: str | None) -> Issue | None:
    """The issue with the article ``ref`` whose language has this BCP 47 tag; None for English and for no tag."""
    language = languages.primary_language(tag or languages.ENGLISH)
    if language == languages.ENGLISH:
        return None
    if language in languages.WITH_DATES:
        what = "its dates are read, people and events in English only"
    else:
        what = "nothing is read in it"
    return Issue(
        ref,
        f"it is in {languages.language_name(language)}: {what}",
        "if that is wrong, state its language or give --language",
    )
