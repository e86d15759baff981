"""Which events are worth a line of their own, and which of their mentions is shown: see docs/worth-a-line.md."""
