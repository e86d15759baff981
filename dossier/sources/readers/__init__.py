"""The readers that come with Dossier, one module a kind: the value of its entry point in ``dossier.readers``."""

from dossier.sources.readers.archived_page import ARCHIVED_PAGE
from dossier.sources.readers.compressed_file import COMPRESSED_FILE
from dossier.sources.readers.csv_table import CSV_TABLE
from dossier.sources.readers.e_book import E_BOOK
from dossier.sources.readers.email_file import EMAIL_FILE
from dossier.sources.readers.feed_file import FEED_FILE
from dossier.sources.readers.json_file import JSON_FILE
from dossier.sources.readers.mailbox_file import MAILBOX_FILE
from dossier.sources.readers.markdown_file import MARKDOWN_FILE
from dossier.sources.readers.open_document import OPEN_DOCUMENT
from dossier.sources.readers.pdf_document import PDF_DOCUMENT
from dossier.sources.readers.rich_text import RICH_TEXT
from dossier.sources.readers.tar_archive import TAR_ARCHIVE
from dossier.sources.readers.text_file import TEXT_FILE
from dossier.sources.readers.web_archive import WEB_ARCHIVE
from dossier.sources.readers.web_page import WEB_PAGE
from dossier.sources.readers.word_document import WORD_DOCUMENT
from dossier.sources.readers.workbook import WORKBOOK
from dossier.sources.readers.zip_archive import ZIP_ARCHIVE

READERS = (
    TEXT_FILE,
    MARKDOWN_FILE,
    WEB_PAGE,
    JSON_FILE,
    FEED_FILE,
    ARCHIVED_PAGE,
    EMAIL_FILE,
    MAILBOX_FILE,
    WEB_ARCHIVE,
    COMPRESSED_FILE,
    TAR_ARCHIVE,
    PDF_DOCUMENT,
    WORD_DOCUMENT,
    OPEN_DOCUMENT,
    RICH_TEXT,
    E_BOOK,
    CSV_TABLE,
    WORKBOOK,
    ZIP_ARCHIVE,
)
"""The order in which the first bytes of a file are shown to them."""
