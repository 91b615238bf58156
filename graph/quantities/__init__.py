"""Values in words: numbers, units, dates, and the comparisons that are made with them."""
