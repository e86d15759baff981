"""The tables of the store."""

from sqlalchemy import Column, ForeignKey, Integer, LargeBinary, MetaData, String, Table

VERSION = 1
"""The layout of the tables; a store of another version is not opened."""

metadata = MetaData()
layout = Table("layout", metadata, Column("version", Integer, primary_key=True))
articles = Table(
    "article",
    metadata,
    Column("id", String(16), primary_key=True),
    Column("body", LargeBinary, nullable=False),
)
annotations = Table(
    "annotation",
    metadata,
    Column("article", ForeignKey("article.id"), primary_key=True),
    Column("annotator", String(16), primary_key=True),
    Column("body", LargeBinary, nullable=False),
)
runs = Table(
    "run",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("annotator", String(16), nullable=False),
    Column("model", String, nullable=False),
    Column("as_of", String, nullable=True),
)
run_articles = Table(
    "run_article",
    metadata,
    Column("run", ForeignKey("run.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("article", ForeignKey("article.id"), nullable=False),
)
