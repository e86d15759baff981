"""The files of a build: dossiers, printed pages, the index, exports."""
