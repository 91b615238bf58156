"""How well the reader reads: gold annotations made by hand, and scores against them."""
