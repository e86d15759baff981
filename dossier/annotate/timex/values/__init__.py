"""Units of time and slots of the calendar, and what an expression of time means."""
