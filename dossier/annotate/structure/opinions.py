"""Pages that call themselves opinion: by a label or the address, or by what they say of their author.

What such a page asserts is what its author thinks, so it tells no events.
"""

import re

from dossier.annotate.structure.words import GAP, OPT, PERSON, any_of

# Set by hand; no measurement is recorded.
_HEAD_CHARACTERS = 300  # where a name may be that of the author
_MAX_ROLE_CHARACTERS = 60  # from the "is" of a note on the author to the noun

_LABEL = rf"(?i:{any_of('opinion_labels')})"
_LABELLED = re.compile(rf"^[*_#>\[ ]*{_LABEL}{OPT}(?:[\]:|–—-]|$)|(?:\||–|—|{GAP}-){OPT}{_LABEL}{OPT}$")
_DISCLAIMER = re.compile(
    rf"\b(?i:(?:views|opinions)(?:{GAP}expressed)?(?:{GAP}(?:here|in{GAP}this{GAP}\w+))?{GAP}are{GAP}"
    rf"(?:(?:solely|strictly|entirely){GAP})?(?:his|her|their|my|the{GAP}(?:author|writer)['’]?s?){GAP}own)\b"
)
_NOTE_ON_AUTHOR = re.compile(
    rf"^[\s*_(–—-]*(?P<name>{PERSON}),?{GAP}is{GAP}[^.\n]{{0,{_MAX_ROLE_CHARACTERS}}}?\b"
    rf"(?i:{any_of('authors_of_opinion')})\b"
)
_ADDRESS = re.compile(rf"/(?i:{any_of('opinion_folders')})(?:/|$)")


def is_opinion(text: str) -> bool:
    """Whether a text has a label of opinion at its head, says whose own views it gives, or ends with its author."""
    headline = text.lstrip().partition("\n")[0].rstrip()
    return bool(_LABELLED.search(headline) or _DISCLAIMER.search(text)) or _ends_with_author(text)


def is_filed_as_opinion(title: str | None, url: str | None) -> bool:
    """Whether the title has a label of opinion, or the address a folder for it: "/opinion/"."""
    return bool((title and _LABELLED.search(title)) or (url and _ADDRESS.search(url)))


def _ends_with_author(text: str) -> bool:
    """Whether the last line says who somebody is that the body does not name: "Ada Brandt is a professor at Orlov"."""
    body, _, last = text.rstrip().rpartition("\n")
    note = _NOTE_ON_AUTHOR.match(last)
    return note is not None and bool(body) and note["name"].split()[-1] not in body[_HEAD_CHARACTERS:]
