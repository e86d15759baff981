"""Who says so: quotation marks, quotations, speakers, and the source of each event."""
