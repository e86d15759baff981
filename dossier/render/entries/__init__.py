"""The entries of a timeline as the rows of a chronology, with the notes that cite their evidence."""
