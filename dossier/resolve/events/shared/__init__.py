"""What two mentions share that may make them one event: words, roles, counts, what distinguishes both."""
