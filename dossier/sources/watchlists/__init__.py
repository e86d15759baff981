"""The actors on whom a user wants dossiers, from each form of such a list."""
