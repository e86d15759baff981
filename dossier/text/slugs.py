"""Names of files made from any text."""

from slugify import slugify

_MAX_SLUG_CHARACTERS = 60
"""Set by hand: long enough to tell names apart, and short beside the 255 bytes that file systems allow."""


def slug(text: str) -> str:
    """Lower-case ASCII letters, digits and single hyphens, at most sixty, never empty.

    >>> slug("../../etc/passwd"), slug("أبو خديجة"), slug("…")
    ('etc-passwd', 'bw-khdyj', 'unnamed')
    """
    return (
        slugify(text, max_length=_MAX_SLUG_CHARACTERS, word_boundary=True)
        or slugify(text, max_length=_MAX_SLUG_CHARACTERS)
        or "unnamed"
    )
