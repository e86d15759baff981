"""When events took place and in which order: a network of dates and relations."""
