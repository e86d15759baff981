"""What commands share: options and settings, the terminal, the record of a run, and how it is stopped."""
