"""Pages whose address is that of a month or year: they gather what was put up in it."""

import re

_ADDRESS = re.compile(
    r"/(?:19|20)\d\d(?:[/_-](?:0[1-9]|1[0-2])(?:_01)?)?(?:/?|/index\.\w+|[/_]archives?(?:\.\w+)?/?)$", re.A
)


def is_filed_as_archive(url: str | None) -> bool:
    """Whether the path of an address ends with a month or a year.

    >>> is_filed_as_archive("https://blog.test/2021/03/"), is_filed_as_archive("https://blog.test/2021/03/flood")
    (True, False)
    """
    return url is not None and _ADDRESS.search(url.partition("?")[0].partition("#")[0]) is not None
