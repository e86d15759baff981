"""Tell people of a build: the words of a notice, whom it goes to, and the sign of life of a good night.

Nothing here knows what a project is, or reads dossiers; ``sending`` alone knows Apprise.
"""
