"""Whether a line stands alone, and tells of something that happened."""
