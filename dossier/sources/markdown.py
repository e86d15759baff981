"""Read Markdown: optional front matter (YAML, TOML, JSON), then the text as it is written.

Front matter has the keys of a JSONL line except ``text``; ``date`` is another word for ``published``.
"""

from collections.abc import Mapping
from dataclasses import replace

from dossier.sources import decode
from dossier.sources.draft import Draft
from dossier.sources.records import article_record
from dossier.sources.records.front_matter import front_matter
from dossier.sources.records.record_dates import FLAGS
from dossier.sources.stated_marking import marked_as_stated


def read(data: bytes) -> Draft:
    """The text after the front matter, with the values of the front matter.

    Raises Unreadable when the file is no UTF-8 text, or its front matter cannot be read.
    """
    whole = decode.text(data)
    front = front_matter(whole)
    if front is None:
        return Draft(text=whole)
    with marked_as_stated(front.values):
        draft = article_record.draft_from_record(_fields(front.values), whole[front.end :], by_url=False)
        return replace(draft, notes=(*draft.notes, *front.notes))


def _fields(found: Mapping[str, object]) -> dict[str, object]:
    fields = dict(found)
    # most site generators write "date", and some "published: true"; where both are dates, "published" counts
    if "date" in fields and (fields.get("published") is None or str(fields["published"]).casefold() in FLAGS):
        fields["published"] = fields.pop("date")
    return fields
