"""Put a build where readers find it: whole, or not at all.

``manifest`` says what a build consists of. Nothing here reads articles or makes pages.
"""
