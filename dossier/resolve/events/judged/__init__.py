"""What the analyst corrected in an event: its fields, who has a part in it, and what was read beside that."""
