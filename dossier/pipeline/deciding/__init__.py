"""What an analyst decides: doubts with their evidence, judgements as they are made, and what each changes."""
