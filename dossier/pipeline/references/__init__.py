"""What a user means by what he types: names, entries, quoted words; and his judgements in terms of the case."""
