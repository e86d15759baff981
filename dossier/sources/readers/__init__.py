"""The readers that come with Dossier, one module a kind: the value of its entry point in ``dossier.readers``."""

from dossier.sources.readers.json_file import JSON_FILE
from dossier.sources.readers.markdown_file import MARKDOWN_FILE
from dossier.sources.readers.text_file import TEXT_FILE
from dossier.sources.readers.web_page import WEB_PAGE

READERS = (TEXT_FILE, MARKDOWN_FILE, WEB_PAGE, JSON_FILE)
"""The order in which the first bytes of a file are shown to them."""
