"""See to it that a page by a user's templates runs nothing, fetches nothing and sends nothing."""

import re
from html.parser import HTMLParser

from dossier.errors import TemplatesUnusable
from dossier.render.templating.page_code import code_source

POLICY = (
    "default-src 'none'; script-src {script}; style-src 'unsafe-inline'; img-src data:; font-src data:; "
    "base-uri 'none'; form-action 'none'"
)
"""What a browser is told to load and run of a page: nothing that does not stand in it, and no script but ours."""
_ELEMENTS = frozenset({"applet", "base", "embed", "form", "frame", "frameset", "iframe", "link", "object"})
"""Elements that run, fetch or send."""
_FETCHED = frozenset({"action", "background", "data", "formaction", "ping", "poster", "src", "srcset"})
"""Attributes whose address is fetched, or sent to, on its own."""
_HEAD = re.compile(r"\s*<!doctype html>\s*<html(?:\s[^<>]*)?>\s*<head>", re.IGNORECASE)
_DATA = "application/json"
"""The type of a script that is no program."""
_UNSEEN = re.compile(r"[\x00-\x20]")
"""Characters that a browser drops from an address."""
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_LINKED = frozenset({"http", "https", "mailto"})
"""Schemes of links that a reader may follow."""
_ADVICE = "take it out: a page has to be read offline, and what stands in articles is not to be trusted"


def offline(page: str, script: str) -> str:
    """The page, whose head now begins with the policy; ``script`` is the one that it may hold.

    Raises TemplatesUnusable when it holds what runs, fetches or sends, and when it does not begin as a page does.
    """
    head = _HEAD.match(page)
    if head is None:
        raise TemplatesUnusable(
            "a page has to begin with <!doctype html>, <html> and <head>", "see briefing.html.j2 among the shipped ones"
        )
    watch = _Watch(script)
    watch.feed(page)
    watch.close()
    policy = POLICY.format(script=code_source(script))
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    return f"{page[: head.end()]}\n{meta}{page[head.end() :]}"


class _Watch(HTMLParser):
    """Refuses what runs, fetches or sends."""

    def __init__(self, script: str) -> None:
        super().__init__()
        self._script = script
        self._read: list[str] = []
        self._is_data = False

    def handle_data(self, data: str) -> None:
        if self.cdata_elem == "script":
            self._read.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "script" and not self._is_data and "".join(self._read) != self._script:
            raise TemplatesUnusable("the page holds a <script> that is not ours", _ADVICE)
        self._read.clear()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _ELEMENTS:
            raise TemplatesUnusable(f"the page holds <{tag}>", _ADVICE)
        self._is_data = dict(attrs).get("type") == _DATA
        for name, value in attrs:
            if _is_live(tag, name, _UNSEEN.sub("", value or "")):
                raise TemplatesUnusable(f"the page holds {name!r} in <{tag}>", _ADVICE)


def _is_live(tag: str, name: str, value: str) -> bool:
    if tag == "meta" and name == "http-equiv":
        return value.lower() != "content-security-policy"
    if name in _FETCHED:
        return not value.lower().startswith("data:image/")
    if name.endswith("href"):
        scheme = _SCHEME.match(value)
        is_address = value.startswith(("//", "\\")) or bool(scheme and scheme[1].lower() not in _LINKED)
        return is_address or (tag != "a" and not value.startswith(("#", "data:image/")))
    return name.startswith("on")
