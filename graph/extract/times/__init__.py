"""When it was said and when it happened."""
