"""When an event happened: from its own words, from its neighbours, from the report around it."""
