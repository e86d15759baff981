"""What the text around an expression says of it: the times before it, its clause, the page it stands on."""
