"""Lines that one entry holds together: the numbers of one count, occasions, repetitions."""
