"""Web pages: their text, what their markup says of it, and pages that hold several articles or none."""
