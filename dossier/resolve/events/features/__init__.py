"""What is known of a mention before it is compared: when, who, what is done, and of which affair its article tells."""
