"""Documents of office programs, e-books and PDFs, as text."""
