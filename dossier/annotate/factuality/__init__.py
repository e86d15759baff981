"""How sure an event is told to be: certainty, polarity and realis, with the words that make it so."""
