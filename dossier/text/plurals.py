"""A count with its noun, as a message says it."""


def plural(count: int, one: str, many: str = "") -> str:
    """A count with its noun.

    >>> plural(1, "article"), plural(2, "entity", "entities")
    ('1 article', '2 entities')
    """
    return f"{count} {one if count == 1 else many or one + 's'}"
