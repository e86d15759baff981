"""The tables of the store."""

from sqlalchemy import Column, ForeignKey, Integer, LargeBinary, MetaData, String, Table

VERSION = 8
"""The number of this layout of tables.

A store of an earlier layout gets what is new: in layout 2 the tables of watchlists and judgements, in layout 3 the
column ``run.ontology``, in layout 4 the column ``run.skipped`` and a checksum for each row. A row that was there
before has the checksum of what it held on that day. In layout 5 it gets the tables of the case that was resolved last,
in layout 6 checksums for these, in layout 7 the table of its events, in layout 8 those of the shelves of a large case
and of what was read in files.
"""

_text = String().with_variant(String(collation="C"), "postgresql")
"""Text in the order of its code points, on every server."""

metadata = MetaData()
layout = Table("layout", metadata, Column("version", Integer, primary_key=True))
articles = Table(
    "article",
    metadata,
    Column("id", _text, primary_key=True),
    Column("body", LargeBinary, nullable=False),
    Column("checksum", LargeBinary, nullable=True),  # of the id and the body
)
annotations = Table(
    "annotation",
    metadata,
    Column("article", ForeignKey("article.id"), primary_key=True),
    Column("annotator", _text, primary_key=True),
    Column("body", LargeBinary, nullable=False),
    Column("checksum", LargeBinary, nullable=True),  # of the article, the annotator and the body
)
runs = Table(
    "run",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("annotator", _text, nullable=False),
    Column("model", _text, nullable=False),
    Column("as_of", _text, nullable=True),
    Column("ontology", _text, nullable=True),  # None where the run used the shipped event types alone
    Column("skipped", LargeBinary, nullable=True),
    Column("checksum", LargeBinary, nullable=True),  # of all that belongs to the run, in the other two tables too
)
run_articles = Table(
    "run_article",
    metadata,
    Column("run", ForeignKey("run.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("article", ForeignKey("article.id"), nullable=False),
)
run_watchlists = Table(
    "run_watchlist",
    metadata,
    Column("run", ForeignKey("run.id"), primary_key=True),
    Column("body", LargeBinary, nullable=False),
)
judgements = Table(
    "judgement",
    metadata,
    Column("number", Integer, primary_key=True),  # grows in the order in which judgements were saved
    Column("body", LargeBinary, nullable=False),
    Column("withdrawn_by", _text, nullable=True),  # null while nobody has withdrawn it
    Column("withdrawn_on", _text, nullable=True),
    Column("checksum", LargeBinary, nullable=True),  # of all other columns
)
kept_cases = Table(
    "kept_case",
    metadata,
    Column("key", _text, primary_key=True),
    Column("body", LargeBinary, nullable=False),  # compressed
    Column("checksum", LargeBinary, nullable=True),  # of the key and the body
)
kept_timelines = Table(
    "kept_timeline",
    metadata,
    Column("case", ForeignKey("kept_case.key"), primary_key=True),
    Column("actor", _text, primary_key=True),
    Column("body", LargeBinary, nullable=False),  # compressed
    Column("checksum", LargeBinary, nullable=True),  # of the case, the actor and the body
)
kept_events = Table(
    "kept_events",
    metadata,
    Column("case", ForeignKey("kept_case.key"), primary_key=True),
    Column("body", LargeBinary, nullable=False),  # compressed
    Column("checksum", LargeBinary, nullable=True),  # of the case and the body
)
kept_shelves = Table(
    "kept_shelf",
    metadata,
    Column("shelf", _text, primary_key=True),
    Column("part", _text, primary_key=True),
    Column("body", LargeBinary, nullable=False),  # compressed
    Column("checksum", LargeBinary, nullable=True),  # of the shelf, the part and the body
)
kept_readings = Table(
    "kept_reading",
    metadata,
    Column("place", _text, primary_key=True),
    Column("key", _text, nullable=False),
    Column("body", LargeBinary, nullable=False),  # compressed
    Column("checksum", LargeBinary, nullable=True),  # of the place, the key and the body
)
