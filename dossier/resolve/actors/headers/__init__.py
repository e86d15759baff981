"""What stands at the top of a dossier."""
