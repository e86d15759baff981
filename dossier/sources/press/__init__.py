"""What press databases export as text: many articles in one file."""
