"""The library: reads articles into a graph of actors, terms and claims, and answers from it."""
