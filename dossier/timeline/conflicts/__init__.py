"""Where sources disagree, and what one person cannot have done."""
