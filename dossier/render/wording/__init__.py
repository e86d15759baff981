"""What a page says in words: quoted text made fit for print, dates, how sure an event is, changes, corrections."""
