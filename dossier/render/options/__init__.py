"""What a user chooses of the pages: their length, sections, paper, logo and templates."""
