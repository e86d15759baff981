"""The whole job: read articles, annotate what is new, resolve, write dossiers, and check what was written."""
