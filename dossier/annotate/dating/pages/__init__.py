"""What the page says of when: its date as a bound, and pages that run on or gather many days."""
