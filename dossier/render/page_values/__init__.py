"""Values that several parts of a page hold, without words of their own: a row, a note, a mark of the picture."""
