"""Rules for times that have a name or number in the calendar."""
