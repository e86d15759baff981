"""Links within a page that lead somewhere: one to what is not printed becomes text."""

import re

# Our templates write each attribute in double quotes, and escape < > " in values; links do not stand in links.
_ID = re.compile(r'<[^<>]*\sid="([^"<>]*)"')
_LINK = re.compile(r'<a((?:\s[^<>]*)?)\shref="#([^"<>]*)"([^<>]*)>(.*?)</a>', re.DOTALL)


def without_dead_links(page: str) -> str:
    """The page, in which each link to a place that is not on it is a ``span`` with the same words.

    >>> without_dead_links('<p id="r1"><a href="#r1">1</a> <a class="ref" href="#n2">[2]</a></p>')
    '<p id="r1"><a href="#r1">1</a> <span class="ref">[2]</span></p>'
    """
    places = set(_ID.findall(page))

    def living(link: re.Match[str]) -> str:
        before, place, after, words = link.groups()
        return link[0] if place in places else f"<span{before}{after}>{words}</span>"

    return _LINK.sub(living, page)
