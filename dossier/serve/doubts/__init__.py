"""The queue of doubts: one at a time, with its evidence, what each answer would change, and the next one at once."""
