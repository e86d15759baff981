"""What is made before anything is written: which dossiers are new, which keep their files, and why."""
