"""Text from outside that is shown where control characters would do something."""


def printable(text: str) -> str:
    r"""The text with "�" for each control character: a name from an article must not steer the terminal.

    >>> printable("Ada\x1b[2J\u202eBrandt")
    'Ada�[2J�Brandt'
    """
    return "".join(char if char.isprintable() or char in " \n" else "\ufffd" for char in text)
