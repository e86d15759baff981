"""Which articles a run takes in, by outlet, language, day and marking, and what an edition withholds of them."""
