"""Mails: their words, those of the mails that they answer, and the files that come with them."""
