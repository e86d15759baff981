"""Model ↔ JSON, in the forms that ``docs/formats.md`` describes: one place for the store, the exports and users."""

from dossier.codec.annotations import decode_annotations, decode_language, encode_annotations
from dossier.codec.articles import decode_article, encode_article
from dossier.codec.indexes import Index, IndexEntity, IndexEntry, IndexSkipped, decode_index, encode_index
from dossier.codec.judgements import (
    DecisionKind,
    decide,
    decode_judgement,
    encode_judgement,
    kind_of,
    pointers_of,
)
from dossier.codec.schemas import SCHEMAS, schema
from dossier.codec.timeline_forms import Generator
from dossier.codec.timelines import decode_timeline, encode_timeline
from dossier.codec.watchlist_entries import decode_watchlist, encode_watchlist

__all__ = [
    "SCHEMAS",
    "DecisionKind",
    "Generator",
    "Index",
    "IndexEntity",
    "IndexEntry",
    "IndexSkipped",
    "decide",
    "decode_annotations",
    "decode_article",
    "decode_index",
    "decode_judgement",
    "decode_language",
    "decode_timeline",
    "decode_watchlist",
    "encode_annotations",
    "encode_article",
    "encode_index",
    "encode_judgement",
    "encode_timeline",
    "encode_watchlist",
    "kind_of",
    "pointers_of",
    "schema",
]
