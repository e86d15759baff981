"""Which lines tell an act again that another line tells: one rule a module, with limits that all share."""
