"""Who speaks, and to whom: quotations, turns and dialogues."""
