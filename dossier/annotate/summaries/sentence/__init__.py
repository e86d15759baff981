"""The parts of a sentence: its clauses, commas, quotations and main statement."""
