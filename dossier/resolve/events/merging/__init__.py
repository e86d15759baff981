"""One event made of its mentions: its line, its date, who took part."""
