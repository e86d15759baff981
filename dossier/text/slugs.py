"""Names of files made from any text."""

from slugify import slugify

_MAX_SLUG_CHARACTERS = 60
"""Characters of the longest slug. Set by hand; no measurement is recorded."""


def slug(text: str) -> str:
    """Lower-case ASCII letters, digits and single hyphens, at most ``_MAX_SLUG_CHARACTERS``, never empty.

    The text is cut at the end of a word where that leaves anything.

    >>> slug("../../etc/passwd"), slug("أبو خديجة"), slug("…")
    ('etc-passwd', 'bw-khdyj', 'unnamed')
    """
    whole_words = slugify(text, max_length=_MAX_SLUG_CHARACTERS, word_boundary=True)
    return whole_words or slugify(text, max_length=_MAX_SLUG_CHARACTERS) or "unnamed"
