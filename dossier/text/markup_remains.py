"""Tags and character references of HTML that stand in a text: they are no words, and some part paragraphs."""

import html
import re
from collections.abc import Iterable, Iterator
from html.entities import html5

from dossier.text.reading_text import Replacement
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.text", "repair_words.toml")
_BLOCKS = _WORDS["block_elements"]
_UNREAD = _WORDS["unread_elements"]
_INLINE = _WORDS["inline_elements"]
_WIRE_CODES = _WORDS["wire_codes"]
_COMMENT_START = "<!--"
_MAX_WORD = 40
"""Letters of the word before a lost ampersand that are looked at. Set by hand."""
_END_OF_UNREAD = {name: re.compile(rf"</{name}\s*>", re.IGNORECASE) for name in _UNREAD} | {
    _COMMENT_START: re.compile("-->")
}


def _tag(names: Iterable[str]) -> str:
    return rf"<(?P<slash>/?)(?P<name>{'|'.join(sorted(names, key=len, reverse=True))})(?:\s[^<>]*|/)?>"


_TAG = re.compile(f"{_COMMENT_START}|{_tag({'br', *_BLOCKS, *_INLINE, *_UNREAD})}", re.IGNORECASE)
_INLINE_TAG = re.compile(_tag(_INLINE), re.IGNORECASE)
_BRACKET_BLOCKS = _WORDS["bracket_blocks"]
_BRACKET_NAMES = "|".join(sorted(_BRACKET_BLOCKS | _WORDS["bracket_codes"], key=len, reverse=True))
_BRACKET_TAG = re.compile(rf"\[/?(?P<name>{_BRACKET_NAMES})(?:[= ][^\[\]\n]*)?\]", re.IGNORECASE)
# "&amp;amp;#8217;" is escaped three times. A number is a reference without its semicolon too.
_REFERENCE = re.compile(
    r"&(?:(?:amp|#0*38|#x0*26);)*(?P<code>#\d{1,7};?|#[xX][0-9a-fA-F]{1,6};?|[A-Za-z][A-Za-z0-9]*;)"
)

# "Hadley amp Sons" and "RampD": a reference that lost its signs.
_LOST_AMPERSAND = re.compile(r"(?<=\s)amp(?=\s[^\W\d_])|(?<=\b[A-Z])amp(?=[A-Z]\b)|(?<=\b[A-Z]{2})amp(?=[A-Z]\b)")
_AMPLIFIERS = re.compile(rf"\b(?:{'|'.join(sorted(_WORDS['words_beside_amplifiers']))})\b", re.IGNORECASE)


def tags(text: str) -> Iterator[Replacement]:
    """What is read in place of tags and comments: a paragraph ends at a block and a line at ``<br>``, else nothing.

    The content of scripts and the like is not read either. A script or comment that never ends is no markup.
    """
    done, endless = 0, set[str]()
    for tag in _TAG.finditer(text):
        name = (tag["name"] or _COMMENT_START).lower()
        if tag.start() < done or name in endless:
            continue
        end = _end_of_unread(text, tag, name) if name in _END_OF_UNREAD else tag.end()
        if end:
            yield Replacement(tag.start(), end, "\n\n" if name in _BLOCKS else "\n" if name == "br" else "")
            done = end
        else:
            endless.add(name)


def bracket_tags(text: str) -> Iterator[Replacement]:
    r"""What is read in place of the codes of forums: nothing, and a paragraph's end at those of quotations and lists.

    >>> [one.text for one in bracket_tags("was [b]not[/b] held [sic] [quote=Ada]He fled.[/quote]")]
    ['', '', '\n\n', '\n\n']
    """
    for found in _BRACKET_TAG.finditer(text):
        yield Replacement(*found.span(), "\n\n" if found["name"].lower() in _BRACKET_BLOCKS else "")


def lost_ampersands(text: str) -> Iterator[Replacement]:
    """Ampersands in place of "amp" between two capitals, where a text has lost all of them and is about no music.

    >>> [lost.text for lost in lost_ampersands("Hadley amp Sons")], list(lost_ampersands("the amp Ada Brandt bought"))
    (['&'], [])
    """
    if "&" in text or _AMPLIFIERS.search(text):
        return
    for found in _LOST_AMPERSAND.finditer(text):
        before, after = text[: found.start()][-_MAX_WORD:].split(), text[found.end() :][:2].strip()
        if before and before[-1][0].isupper() and after[:1].isupper():
            yield Replacement(*found.span(), "&")


def inline_tags(text: str) -> Iterator[Replacement]:
    """Tags that stand within a line, as in a title; they are not read."""
    return (Replacement(*tag.span(), "") for tag in _INLINE_TAG.finditer(text))


def _end_of_unread(text: str, tag: re.Match[str], name: str) -> int | None:
    """The end of a comment, or of an element whose content is not read; None where it has none."""
    if tag["slash"]:
        return tag.end()
    found = _END_OF_UNREAD[name].search(text, tag.end())
    return found.end() if found else None


def references(text: str) -> Iterator[Replacement]:
    """The characters that are read in place of character references, however often they were escaped.

    Nothing is read in place of the codes by which agencies set type.

    >>> [one.text for one in references("Haddad&amp;#039;s R&D; AT&amp;T &QL;")]
    ["'", '&', '']
    """
    for found in _REFERENCE.finditer(text):
        code = found["code"]
        if code[0] == "#":
            yield Replacement(*found.span(), html.unescape(f"&{code}"))
        elif code in html5:
            yield Replacement(*found.span(), html5[code])
        elif f"&{code}" in _WIRE_CODES:
            yield Replacement(*found.span(), "")
        elif found.start("code") > found.start() + 1:
            yield Replacement(found.start(), found.start("code"), "&")
