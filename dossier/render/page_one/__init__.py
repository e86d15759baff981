"""What stands before the chronology and sums it up: the bottom line, key events, numbers, the period."""
