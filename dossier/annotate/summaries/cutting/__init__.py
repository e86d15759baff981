"""What a line leaves out, and how the rest is written."""
