"""Names of places as they are compared: without accents, case and punctuation."""

import unicodedata


def folded(name: str) -> str:
    """The name in small letters, with a blank for each run of other characters.

    >>> folded("São Paulo"), folded("Al-Khums")
    ('sao paulo', 'al khums')
    """
    plain = unicodedata.normalize("NFKD", name.casefold())
    letters = "".join(character for character in plain if not unicodedata.combining(character))
    return " ".join("".join(character if character.isalnum() else " " for character in letters).split())
