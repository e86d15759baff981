"""Links that lead out of the pages: to the web, and never to another server of this machine."""

import re
from urllib.parse import urlsplit

# Our templates write each attribute in double quotes, and escape < > " in values; links do not stand in links.
_LINK = re.compile(r'<a((?:\s[^<>"]*(?:"[^"]*")?)*?)\shref="(https?://[^"]*)"([^<>]*)>(.*?)</a>', re.DOTALL)
_NAMED = re.compile(r"(?:[\w-]+\.)+(?!local$|localhost$|internal$)[a-z][a-z0-9-]*", re.ASCII)
"""A host with a name in the web. Browsers take "2130706433" and "0x7f.1" for addresses, too."""


def without_links_home(page: str) -> str:
    """The page, in which a link to an address, or to a name of this machine, is text.

    An article may have any address. A browser gives the cookie of our pages to every server of this machine, whoever
    runs it, so that no link may lead to one.

    >>> without_links_home('<a href="http://127.0.0.1:9/x">x</a> <a href="https://example.org/">y</a>')
    '<span>x</span> <a href="https://example.org/">y</a>'
    """

    def kept(link: re.Match[str]) -> str:
        before, address, after, words = link.groups()
        return link[0] if _leads_out(address) else f"<span{before}{after}>{words}</span>"

    return _LINK.sub(kept, page)


def _leads_out(address: str) -> bool:
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return False
    return bool(_NAMED.fullmatch(host))
