"""Templates, ours and a user's: loaded, copied, checked, and rendered in a sandbox on plain data."""
