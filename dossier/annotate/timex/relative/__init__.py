"""Rules for times that count from another: from the publication, or from a time told before."""
