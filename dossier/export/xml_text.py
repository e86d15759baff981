"""Text that XML can hold."""

import re

_UNFIT = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What is no character of XML 1.0."""


def xml_text(text: str) -> str:
    r"""The text with "�" for each character that XML cannot hold.

    >>> xml_text("Ada\x00Brandt\ud800")
    'Ada�Brandt�'
    """
    return _UNFIT.sub("\ufffd", text)
