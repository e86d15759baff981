"""What the analyst decided, in sentences for a page."""
