"""The typefaces of the pages, those of the machine, and letters that none has."""
