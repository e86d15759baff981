"""The parse, as linguists name its parts: labels, clauses, phrases, tense, passages."""
