"""Which pairs of mentions cannot be one event, and are not weighed at all."""
