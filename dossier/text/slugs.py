"""Names for files, from any text, safe on every system."""

from slugify import slugify

LONGEST = 60


def slug(text: str) -> str:
    """Lower-case ASCII letters, digits and single hyphens, at most sixty, never empty.

    >>> slug("../../etc/passwd"), slug("أبو خديجة"), slug("…")
    ('etc-passwd', 'bw-khdyj', 'unnamed')
    """
    return slugify(text, max_length=LONGEST, word_boundary=True) or slugify(text, max_length=LONGEST) or "unnamed"
