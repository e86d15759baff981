"""What speaks for and against two groups being one actor."""
