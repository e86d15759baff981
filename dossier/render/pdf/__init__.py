"""A page as PDF: laid out by WeasyPrint, then mended to PDF/A-3a and PDF/UA-1."""
