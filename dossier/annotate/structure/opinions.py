"""Pages that give an opinion: by a label, the address, what they say of their author, or how they are written.

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
_ANNOUNCED = re.compile(
    rf"\b(?i:said|says|writes|wrote){GAP}in{GAP}an?{GAP}(?:\w+{GAP})?(?i:editorial|op-ed|leading{GAP}article)\b[^\n]{{0,60}}:{OPT}$",
    re.MULTILINE,
)
"""A line with which an agency announces the editorial of a paper."""
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|``.*?''", re.DOTALL)
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
_DUTY = re.compile(rf"\b(?i:{any_of('words_of_duty')})\b")
_REPORT = re.compile(rf"\b(?i:{any_of('words_of_report')})\b")
# Set by hand, on 2,300 articles of agencies, papers and web pages: of 16 so found 15 were opinions, speeches or answers
# to readers, and one told of a fight. Other reports of matches, which have few sources too, stay below.
_LEAST_SENTENCES, _LEAST_DUTIES = 8, 3
_LEAST_SHARE_OF_DUTY, _MOST_SHARE_OF_REPORT = 0.12, 0.06
_WORDS_OF_SENTENCE = 3
"""A sentence has more words than that, where it is counted."""
_ADDRESS = re.compile(rf"/(?i:{any_of('opinion_folders')})(?:/|$)")


def is_opinion(text: str) -> bool:
    """Whether a text has a label of opinion at its head, says whose own views it gives, or ends with its author.

    So is one that demands throughout, and gives no sources.
    """
    headline = text.lstrip().partition("\n")[0].rstrip()
    is_labelled = _LABELLED.search(headline) or _DISCLAIMER.search(text) or _ANNOUNCED.search(text[:_HEAD_CHARACTERS])
    return bool(is_labelled) or _ends_with_author(text) or _demands(text)


def is_filed_as_opinion(title: str | None, url: str | None) -> bool:
    """Whether the title has a label of opinion, or the address a folder for it: "/opinion/"."""
    return bool((title and _LABELLED.search(title)) or (url and _ADDRESS.search(url)))


def _ends_with_author(text: str) -> bool:
    """Whether the last line says who somebody is that the body does not name: "Ada Brandt is a professor at Orlov"."""
    body, _, last = text.rstrip().rpartition("\n")
    note = _NOTE_ON_AUTHOR.match(last)
    return note is not None and bool(body) and note["name"].split()[-1] not in body[_HEAD_CHARACTERS:]


def _demands(text: str) -> bool:
    """Whether many sentences say in the writer's own words what has to be done, and hardly one gives a source."""
    parts = _SENTENCE_END.split(_QUOTED.sub(" ", text))
    sentences = [part for part in parts if len(part.split()) > _WORDS_OF_SENTENCE]
    duties = sum(bool(_DUTY.search(part)) for part in sentences)
    reports = sum(bool(_REPORT.search(part)) for part in sentences)
    is_demanding = duties >= max(_LEAST_DUTIES, _LEAST_SHARE_OF_DUTY * len(sentences))
    return len(sentences) >= _LEAST_SENTENCES and is_demanding and reports <= _MOST_SHARE_OF_REPORT * len(sentences)
