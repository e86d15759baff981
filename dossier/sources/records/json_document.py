"""Read a value of JSON that holds articles: an object, a list, what a service answers, an archive of posts."""

import re
from collections.abc import Iterator
from dataclasses import replace

from dossier.sources import decode
from dossier.sources.draft import Draft, DraftNote
from dossier.sources.records import article_record
from dossier.sources.records.json_entries import json_entries
from dossier.sources.records.json_values import json_value
from dossier.sources.records.record_lookup import unwrapped
from dossier.sources.stated_marking import marked_as_stated
from dossier.sources.unreadable import Unreadable

MAX_DOCUMENT_BYTES = 64_000_000
"""Bytes of the largest document: its values take ten times as much memory. Set by hand."""
WAY_OUT = "write one article a line (.jsonl), for example: jq -c '.[]' FILE > FILE.jsonl"
_OWN_SCHEMAS = "dossier/"
"""How the names of the forms begin that Dossier writes."""
_ASSIGNMENT = re.compile(r"\s*(?:(?:var|let|const)\s+)?[A-Za-z_$][\w.$]*\s*=\s*(?=[\[{])")
"""What stands before the value in a script: "window.YTD.tweets.part0 = "."""


def read(data: bytes) -> list[Draft | Unreadable]:
    """The articles of a document, each with its draft or the reason why there is none.

    Raises Unreadable when the bytes are no JSON, or hold no article.
    """
    text = decode.text(data)
    script = _ASSIGNMENT.match(text)
    if script:
        text = text[script.end() :].rstrip().removesuffix(";")
    return [_without_number(outcome) for outcome in drafts_of_value(json_value(text))]


def _without_number(outcome: Draft | Unreadable) -> Draft | Unreadable:
    """A number counts within its document alone, so it is no ref."""
    if isinstance(outcome, Unreadable):
        return outcome
    return replace(outcome, refs=tuple(ref for ref in outcome.refs if not ref.isdecimal()))


def drafts_of_value(value: object) -> Iterator[Draft | Unreadable]:
    """The drafts of the articles in a value; the first notes how many entries have no word of one.

    Raises Unreadable where the value holds no article.
    """
    if isinstance(value, dict) and str(value.get("schema", "")).startswith(_OWN_SCHEMAS):
        raise Unreadable(f"no article: Dossier wrote it ({value['schema']})", "keep what it writes out of its sources")
    found = json_entries(value)
    if not found.records and isinstance(value, dict):
        found = found._replace(records=[unwrapped(value)])
    if not found.records:
        raise Unreadable("JSON without an article in it", WAY_OUT)
    is_told = not found.empty
    for outcome in map(_outcome, found.records):
        if isinstance(outcome, Draft) and not is_told:
            is_told = True
            yield replace(outcome, notes=(*outcome.notes, _passed_over(found.empty)))
        else:
            yield outcome


def _outcome(record: dict[str, object]) -> Draft | Unreadable:
    try:
        with marked_as_stated(record):
            return article_record.draft_of_object(record)
    except Unreadable as problem:
        return problem


def _passed_over(count: int) -> DraftNote:
    entries = f"{count:,} entries" if count > 1 else "an entry"
    return DraftNote(f"in the same list, {entries} without a text passed over")
