"""Whom a dossier is about: its names and the evidence for them, who else is who, its denials, its method and limits."""
