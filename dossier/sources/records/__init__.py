"""Objects that describe an article, under whatever keys a tool uses: JSON, front matter, rows of tables."""
